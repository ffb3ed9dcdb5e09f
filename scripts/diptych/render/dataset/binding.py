"""Files that are put together from pieces: those that a file had before stand in it, and need not be made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that follow one another with `between` them: each is what `make` makes of one of the `things`.

    `keys` has one for each thing, or none. What is made under one key, at the same place of the same file, is the same.
    """

    things: Sequence[Any]
    make: Callable[[Any], str]
    between: str = ""
    keys: Sequence[str] = ()


class Keyed(NamedTuple):
    """The keys of all that a dataset tells of each record, of each ledger, and of what `code` makes alone.

    Empty for none.
    """

    records: Sequence[str] = ()
    ledgers: Sequence[str] = ()
    code: Sequence[str] = ()


UNKEYED = Keyed()


class Laid(NamedTuple):
    """Where the pieces of a run stand in the bytes of a file: from `start` on, each of so many bytes, `gap` between."""

    keys: Sequence[str]
    start: int
    gap: int
    sizes: Sequence[int]


class Binder:
    """Puts files together. `before` gives the bytes of a file as it stands and its runs; None where that is not known.

    `laid` has the runs of those that were put together.
    """

    def __init__(self, before: Callable[[str], tuple[bytes, Sequence[Laid]] | None] = lambda _: None) -> None:
        self._before = before
        self.laid: dict[str, list[Laid]] = {}

    def standing(self, path: str) -> str | None:
        """The text of a file as it stands; None where that is not known."""
        found = self._before(path)
        return found[0].decode("utf-8") if found else None

    def noted(self, path: str) -> Sequence[str]:
        """What `note` noted beside a file that stands as it was."""
        found = self._before(path)
        return found[1][0].keys if found and found[1] else ()

    def note(self, path: str, lines: Sequence[str]) -> None:
        """Notes some lines beside a file, of which nothing is put together here."""
        self.laid[path] = [Laid(lines, 0, 0, ())]

    def bind(self, path: str, parts: Iterable[str | Run]) -> bytes:
        """The file at a path; what is no run is made anew each time."""
        whole, runs = self._before(path) or (b"", ())
        made: list[bytes | memoryview] = []
        laid = self.laid[path] = []
        size = 0
        for part in parts:
            if isinstance(part, str):
                made.append(part.encode("utf-8"))
                size += len(made[-1])
                continue
            held = _held(whole, runs[len(laid)]) if len(laid) < len(runs) else {}
            found = _pieces(part, held)
            sizes, between = [*map(len, found)], part.between.encode("utf-8")
            if part.keys:
                laid.append(Laid(part.keys, size, len(between), sizes))
            if between:
                found = [one for piece in found for one in (between, piece)][1:]
            made += found
            size += sum(sizes) + len(between) * max(0, len(sizes) - 1)
        return b"".join(made)


def _pieces(run: Run, held: dict[str, memoryview]) -> list[bytes | memoryview]:
    if not run.keys:
        return [run.make(one).encode("utf-8") for one in run.things]
    return [
        held[key] if key in held else run.make(one).encode("utf-8")
        for key, one in zip(run.keys, run.things, strict=True)
    ]


def _held(whole: bytes, run: Laid) -> dict[str, memoryview]:
    """The pieces of a run as they stand, by their keys."""
    held, at, view = {}, run.start, memoryview(whole)
    for key, size in zip(run.keys, run.sizes, strict=True):
        held[key] = view[at : at + size]
        at += size + run.gap
    return held
