"""Makes the units of a site, in several processes where there are many: the same files as in one."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any

from diptych import collector
from diptych.cores import cores
from diptych.pipeline.build.assembly import Assembly, Put
from diptych.render.addresses import DATA, SEARCH
from diptych.render.units import Unit

#: More than one process is worth its start from so many units on.
_WORTH = 300
#: So many small units are taken at a time, or more where there would be more than so many batches.
_BATCH, _MOST = 16, 4096
#: The number of a batch in bytes, as it is handed over: those of all go into a pipe before anybody reads them.
_WORD = 4
#: The units that are the most work, in this order.
_LARGE = (DATA, SEARCH)

#: Whether the system makes a process by splitting one in two.
_FORKS = hasattr(os, "fork")
#: The files of units, by the names of these.
_Made = dict[str, list[Put]]


class Makers:
    """The processes that make the units of one site: this one, and others where the system can split off some.

    `jobs` is how many processes to use, or as many as pay. The others end with the block that this stands over.
    """

    def __init__(self, assembly: Assembly, jobs: int | None = None) -> None:
        self._assembly, self._jobs = assembly, jobs
        self._queues: list[_Queue] = []
        self._begun: set[str] = set()
        self._standing: set[str] = set()
        self._others: list[tuple[int, int]] = []

    def __enter__(self) -> Makers:
        return self

    def __exit__(self, error: type[BaseException] | None, value: object, trace: TracebackType | None) -> None:
        for process, hearing in self._others:  # none is left but where something went wrong
            os.close(hearing)
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
        for queue in self._queues:
            queue.close()

    def begin(self, units: Sequence[Unit]) -> None:
        """Has other processes begin to make what does not stand from the build before, if that is worth their start.

        This one is free meanwhile to find out what else there is to be made.
        """
        with collector.paused():
            missing = [unit for unit in units if not self._assembly.standing(unit)]
            self._standing = {unit.name for unit in units} - {unit.name for unit in missing}
            self._split(missing, len(units))

    def make(self, units: Iterable[Unit]) -> None:
        """Makes all that does not stand, what has begun among it: of that this process takes what nobody has taken.

        While others are at work, or where none can be, what they have not begun is made as it comes, and nothing of it
        is held.
        """
        assembly, left = self._assembly, []
        settled = bool(self._others) or not _FORKS or (self._jobs or cores()) == 1
        with collector.paused():
            for unit in units:
                if unit.name in self._standing or assembly.standing(unit):
                    assembly.keep(unit)
                elif settled and unit.name not in self._begun:
                    assembly.note(unit, assembly.put(unit))
                else:
                    left.append(unit)
            of = len(assembly.units) + len(left)
            self._split([unit for unit in left if unit.name not in self._begun], of)
            made: _Made = {unit.name: assembly.put(unit) for unit in left if unit.name not in self._begun}
            for queue in reversed(self._queues):
                made |= queue.taken(assembly)
            while self._others:
                made |= _told(*self._others.pop())
            for unit in left:
                assembly.note(unit, made[unit.name] if unit.name in made else assembly.put(unit))

    def _split(self, missing: Sequence[Unit], of: int) -> None:
        """Splits off processes for some units, if they pay: none where another thread runs, whose locks they would
        have.

        The dataset of a site of many units is as much work as many of them.
        """
        much = len(missing) >= _WORTH or (of >= _WORTH and any(unit.name == DATA for unit in missing))
        others = (self._jobs or (cores() if much and threading.active_count() == 1 else 1)) - 1
        if others > 0 and missing and _FORKS:
            self._queues.append(_Queue(missing))
            self._begun.update(unit.name for unit in missing)
            gc.freeze()
            with suppress(OSError):  # the system may let no more of them be: this one makes what is left
                for _ in range(others):
                    self._others.append(self._forked())
            gc.unfreeze()

    def _forked(self) -> tuple[int, int]:
        """A worker: its process, and the pipe that it will tell through what it has made."""
        parent = os.getpid()
        hearing, telling = os.pipe()
        try:
            process = os.fork()
        except OSError:
            os.close(hearing)
            os.close(telling)
            raise
        if process:
            os.close(telling)
            return process, hearing
        try:
            os.close(hearing)
            made: _Made = {}
            for queue in reversed(self._queues):
                made |= queue.taken(self._assembly, parent)
            with os.fdopen(telling, "wb") as pipe:
                pickle.dump(made, pipe)
        finally:
            os._exit(0)


class _Queue:
    """Batches of units, of which every process takes the next one that nobody has taken.

    The large units stand first, each alone, then others of which there are few; the rest by the batch.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        large = [unit for name in _LARGE for unit in units if unit.name == name]
        alone = [unit for unit in units if unit.name not in _LARGE and unit.name.count("/") < 2]
        rest = [unit for unit in units if unit.name not in _LARGE and unit.name.count("/") >= 2]
        size = max(_BATCH, -(-len(rest) // _MOST))
        self.batches = [[unit] for unit in large + alone]
        self.batches += [rest[at : at + size] for at in range(0, len(rest), size)]
        self._taking, giving = os.pipe()
        os.write(giving, b"".join(number.to_bytes(_WORD, "big") for number in range(len(self.batches))))
        os.close(giving)

    def taken(self, assembly: Assembly, parent: int = 0) -> _Made:
        """What this process has made. A batch that broke off is missing: whoever makes it then comes upon its error.

        It takes no more once its `parent` is gone.
        """
        made: _Made = {}
        while parent in (0, os.getppid()) and (word := os.read(self._taking, _WORD)):
            with suppress(Exception):
                made |= {unit.name: assembly.put(unit) for unit in self.batches[int.from_bytes(word, "big")]}
        return made

    def close(self) -> None:
        """Lets the others come to their end."""
        os.close(self._taking)


def _told(process: int, hearing: int) -> _Made:
    """What a worker has told, which is nothing if it was ended."""
    with os.fdopen(hearing, "rb") as pipe:
        said = pipe.read()
    os.waitpid(process, 0)
    try:
        made: Any = pickle.loads(said)  # of this process's own making, through a pipe that nobody else can write to
    except (EOFError, pickle.UnpicklingError):
        return {}
    return dict(made)
