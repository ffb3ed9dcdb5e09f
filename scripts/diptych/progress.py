"""How far a long run is, in one line of a terminal that is written over and gone at the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

#: Nothing is shown of work that takes less than this, and nothing more often, in seconds.
_FIRST, _EVERY = 1.0, 0.1
#: What is not counted is shown as it begins: when that is late already, or where so many sources say that it will last.
_MANY = 50
_CLEAR = "\r\x1b[K"

#: Told what is done and how many sources of how many are: ("reading", 120, 1000); 0 of 0 where nothing is counted.
Progress = Callable[[str, int, int], None]


class Line:
    """The line; `clock` gives seconds."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._clock = stream, clock
        self._began = self._phase = clock()
        self._shown: float | None = None
        self._doing = ""
        self._most = 0

    def __call__(self, doing: str, done: int, total: int) -> None:
        """Shows how far it is, unless it was shown a moment ago."""
        now = self._clock()
        self._most = max(self._most, total)
        if doing != self._doing:
            self._doing, self._phase = doing, now
        elif self._shown is not None and now - self._shown < _EVERY:
            return
        if now - self._began < _FIRST and (total or self._most < _MANY):
            return
        self._shown = now
        self._stream.write(_CLEAR + described(doing, done, total, now - self._phase))
        self._stream.flush()

    def clear(self) -> None:
        """Takes the line away."""
        if self._shown is not None:
            self._stream.write(_CLEAR)
            self._stream.flush()


def described(doing: str, done: int, total: int, seconds: float) -> str:
    """`reading: 120 of 1,000 sources, 60 a second, 15 s left`; the phase alone where nothing is counted."""
    if not total:
        return f"{doing} …"
    said = f"{doing}: {done:,} of {total:,} sources"
    if not done or seconds <= 0:
        return said
    rate = done / seconds
    many = f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}"
    return f"{said}, {many} a second, {_lasting((total - done) / rate)} left"


def _lasting(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole} s" if whole < 100 else f"{whole // 60} min {whole % 60} s"


def unshown(doing: str, done: int, total: int) -> None:
    """Nobody is told how far it is."""


@contextmanager
def shown(stream: TextIO) -> Iterator[Progress]:
    """A line on a terminal that goes when the work ends, however it ends; nothing where the stream is no terminal."""
    if not stream.isatty():
        yield unshown
        return
    line = Line(stream)
    try:
        yield line
    finally:
        line.clear()
