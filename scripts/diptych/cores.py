"""The cores there are: how many processes to use, and how they come by what they work on and give back."""

from __future__ import annotations

import marshal
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any, Protocol, TypeVar

A = TypeVar("A")


def cores() -> int:
    """How many cores this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def usable(things: int, worth: int) -> int:
    """How many processes to use for so many things, where each takes so many to be worth its start."""
    return max(1, min(cores(), things // worth))


class Share(Protocol):
    """Lets every piece of work have a value, which is not handed over with each of them."""

    def __call__(self, value: A, /) -> Callable[[], A]:
        """What gives the value, wherever the work is done."""


class Beside:
    """Plain data that another process works out, from what this one holds now.

    None is split off where the system can't, has no other core, or another thread runs, whose locks it would have.
    """

    def __init__(self, work: Callable[[], Any]) -> None:
        self.process = 0
        self._hearing: IO[bytes] | None = None
        if hasattr(os, "fork") and cores() > 1 and threading.active_count() == 1:
            self._begin(work)

    def _begin(self, work: Callable[[], Any]) -> None:
        hearing, telling = os.pipe()
        try:
            self.process = os.fork()
        except OSError:  # the system may let no more processes be
            os.close(hearing)
            os.close(telling)
            return
        if self.process:
            os.close(telling)
            self._hearing = os.fdopen(hearing, "rb")
            return
        try:
            os.close(hearing)
            with os.fdopen(telling, "wb") as pipe:
                pipe.write(marshal.dumps(work()))
        finally:
            os._exit(0)

    def told(self) -> Any:
        """The data, the first time that it is asked for; None where there is no such process, or it was ended."""
        if self._hearing is None:
            return None
        with self._hearing as pipe:
            said = pipe.read()
        os.waitpid(self.process, 0)
        self._hearing = None
        with suppress(EOFError, ValueError, TypeError):  # nothing was said, or not all
            return marshal.loads(said)  # of this process's own making, through a pipe that nobody else can write to
        return None
