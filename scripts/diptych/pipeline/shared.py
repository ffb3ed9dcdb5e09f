"""Values that many pieces of work read: handed to each process once, and not with every piece."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from diptych.collector import paused

A = TypeVar("A")

#: A process keeps so many of the values that it has read last.
_KEPT = 2


class Here(Generic[A]):
    """A value in this process; elsewhere it comes along with every piece of work."""

    def __init__(self, value: A) -> None:
        self._value = value

    def __call__(self) -> A:
        """The value."""
        return self._value


class Filed(Generic[A]):
    """A value in this process, and in a file from which other processes of this machine read it once.

    The file is in a folder that nobody else may write to, since what is pickled runs as code.
    """

    def __init__(self, value: A, file: Path) -> None:
        self._value, self._file = value, file

    @classmethod
    def of(cls, value: A, file: Path) -> Callable[[], A]:
        """The value written to a file, or handed over with every piece of work where it can't be written."""
        with suppress(OSError), file.open("wb") as stream:
            pickle.dump(value, stream, pickle.HIGHEST_PROTOCOL)
            return cls(value, file)
        return Here(value)

    def __call__(self) -> A:
        """The value."""
        return self._value

    def __reduce__(self) -> tuple[Callable[[str], Here[Any]], tuple[str]]:
        return _read, (str(self._file),)


@lru_cache(maxsize=_KEPT)
def _read(file: str) -> Here[Any]:
    with Path(file).open("rb") as stream, paused():
        return Here(pickle.load(stream))
