"""Values in the order in which they came, kept on disk: what would take too much memory for all articles."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from io import SEEK_END
from tempfile import SpooledTemporaryFile, gettempdir
from typing import Generic, Self, TypeVar, overload

A = TypeVar("A")

#: So many bytes stay in memory.
_LITTLE = 1 << 20


class Spool(Sequence[A], Generic[A]):
    """Values in a file without a name, of which only their places in it are in memory: 16 bytes for each.

    What is taken out is another object every time. Nobody else can write to the file, which is in the folder for
    temporary files and goes with the spool; so what is pickled in it may be trusted.
    """

    def __init__(self, values: Iterable[A] = ()) -> None:
        self._file = SpooledTemporaryFile(_LITTLE)  # noqa: SIM115 - closed when nobody has the spool any more
        self._begin, self._end = array("Q"), array("Q")
        for one in values:
            self.append(one)

    def append(self, value: A) -> None:
        """Puts a value behind the others. Raises `OSError`, which names the folder, where the disk is full."""
        data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        try:
            begin = self._file.seek(0, SEEK_END)
            self._file.write(data)
        except OSError as error:
            raise OSError(error.errno, error.strerror or str(error), gettempdir()) from error
        self._begin.append(begin)
        self._end.append(begin + len(data))

    def picked(self, places: Iterable[int]) -> Self:
        """The values at some places, in that order; they stay where they are on disk."""
        made = type(self)()
        made._file = self._file
        chosen = array("Q", places)
        made._begin = array("Q", (self._begin[place] for place in chosen))
        made._end = array("Q", (self._end[place] for place in chosen))
        return made

    def __len__(self) -> int:
        return len(self._begin)

    @overload
    def __getitem__(self, place: int) -> A: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[A]: ...
    def __getitem__(self, place: int | slice) -> A | Sequence[A]:
        if isinstance(place, slice):
            return self.picked(range(len(self))[place])
        begin = self._begin[place]
        self._file.seek(begin)
        value: A = pickle.loads(self._file.read(self._end[place] - begin))
        return value

    def __iter__(self) -> Iterator[A]:
        return (self[place] for place in range(len(self)))


class Shelf(MutableMapping[str, A], Generic[A]):
    """Values by name in a spool; what is put in the place of another, or taken away, stays on disk unseen."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._held: Spool[A] = Spool()

    def __setitem__(self, name: str, value: A) -> None:
        self._places[name] = len(self._held)
        self._held.append(value)

    def __getitem__(self, name: str) -> A:
        return self._held[self._places[name]]

    def __delitem__(self, name: str) -> None:
        del self._places[name]

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)
