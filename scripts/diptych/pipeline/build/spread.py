"""Makes the units of a site, in several processes where there are many: the same files as in one."""

from __future__ import annotations

import gc
import os
import pickle
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from diptych import collector
from diptych.pipeline.build.assembly import Assembly, Put
from diptych.pipeline.cores import cores
from diptych.render.addresses import DATA
from diptych.render.units import Unit

#: More than one process is worth its start from so many units on.
_WORTH = 300
#: So many small units are taken at a time, or more where there would be more than so many batches.
_BATCH, _MOST = 16, 4096
#: The number of a batch in bytes, as it is handed over: those of all go into a pipe before anybody reads them.
_WORD = 4

#: Whether the system makes a process by splitting one in two.
_FORKS = hasattr(os, "fork")
#: The files of a unit.
_Put = list[Put]


def make(assembly: Assembly, units: Sequence[Unit], jobs: int | None = None) -> None:
    """Makes what does not stand from the build before; `jobs` is how many processes to use, or as many as pay.

    Where the system can't fork, it is one.
    """
    missing = []
    for unit in units:
        if assembly.standing(unit):
            assembly.keep(unit)
        else:
            missing.append(unit)
    with collector.paused():
        first, batches = _batches(missing)
        for unit in first:
            assembly.note(unit, assembly.put(unit))
        made = _elsewhere(assembly, batches, (jobs or _usable(missing, len(units))) - 1 if _FORKS else 0)
        for number, batch in enumerate(batches):
            found = made.get(number) or [assembly.put(unit) for unit in batch]
            for unit, files in zip(batch, found, strict=True):
                assembly.note(unit, files)


def _usable(missing: Sequence[Unit], of: int) -> int:
    """How many processes to use: one where another thread runs in this one, whose locks a fork would copy.

    The dataset of a site of many units is as much work as many of them.
    """
    much = len(missing) >= _WORTH or (of >= _WORTH and any(unit.name == DATA for unit in missing))
    return cores() if much and threading.active_count() == 1 else 1


def _batches(units: Sequence[Unit]) -> tuple[list[Unit], list[list[Unit]]]:
    """What one process makes before there are others, and then the batches that they share.

    First is a page of each kind of which there are many: with it come the templates and all else that the others of
    its kind need too. Of the batches the dataset is the first, which takes longest, then pages of which there are few,
    each alone; the rest by the batch.
    """
    dataset = [unit for unit in units if unit.name == DATA]
    alone = [unit for unit in units if unit.name != DATA and unit.name.count("/") < 2]
    many = [unit for unit in units if unit.name != DATA and unit.name.count("/") >= 2]
    first = list({unit.name.partition("/")[0]: unit for unit in reversed(many)}.values())
    rest = [unit for unit in many if unit not in first]
    size = max(_BATCH, -(-len(rest) // _MOST))
    return first, [[unit] for unit in dataset + alone] + [rest[at : at + size] for at in range(0, len(rest), size)]


def _elsewhere(assembly: Assembly, batches: Sequence[Sequence[Unit]], more: int) -> dict[int, list[_Put]]:
    """What this process and `more` forked ones have made, batch by batch.

    Each takes the next batch that nobody has taken. A batch whose maker broke off is missing: whoever makes it then
    comes upon the same error.
    """
    if more < 1:
        return {}
    taking, giving = os.pipe()
    os.write(giving, b"".join(number.to_bytes(_WORD, "big") for number in range(len(batches))))
    os.close(giving)
    gc.freeze()
    workers = [_forked(assembly, batches, taking) for _ in range(more)]
    gc.unfreeze()
    try:
        made = _taken(assembly, batches, taking)
    finally:
        os.close(taking)
        told = [_told(*worker) for worker in workers]
    for one in told:
        made |= one
    return made


def _forked(assembly: Assembly, batches: Sequence[Sequence[Unit]], taking: int) -> tuple[int, int]:
    """A worker: its process, and the pipe that it will tell through what it has made."""
    hearing, telling = os.pipe()
    process = os.fork()
    if process:
        os.close(telling)
        return process, hearing
    try:
        os.close(hearing)
        with os.fdopen(telling, "wb") as pipe:
            pickle.dump(_taken(assembly, batches, taking), pipe)
    finally:
        os._exit(0)


def _taken(assembly: Assembly, batches: Sequence[Sequence[Unit]], taking: int) -> dict[int, list[_Put]]:
    made: dict[int, list[_Put]] = {}
    while word := os.read(taking, _WORD):
        number = int.from_bytes(word, "big")
        with suppress(Exception):
            made[number] = [assembly.put(unit) for unit in batches[number]]
    return made


def _told(process: int, hearing: int) -> dict[int, list[_Put]]:
    """What a worker has told, which is nothing if it was ended."""
    with os.fdopen(hearing, "rb") as pipe:
        said = pipe.read()
    os.waitpid(process, 0)
    try:
        made: Any = pickle.loads(said)  # of this process's own making, through a pipe that nobody else can write to
    except (EOFError, pickle.UnpicklingError):
        return {}
    return dict(made)
