"""What YAML files say, kept from build to build by the digests of their texts: parsing is most of reading a dossier.

Only what was read without a fault is kept, and whatever comes out of a file is validated as if it had just been read.
Where the next build is one of the same process, the documents stay as they are, and so does what was made of them; a
file is not even read again whose size, times and number in the file system are those that it had when it was. That is
sure as its times were some seconds old then: a later change would have given it others.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property, partial
from itertools import chain, repeat
from pathlib import Path
from typing import Any, TypeVar, cast

from diptych import notes, yamlio
from diptych.cores import Beside
from diptych.spool import Shelf
from diptych.store.encodings import undecoded

_Made = TypeVar("_Made")
#: So old in nanoseconds are the times of a file that tell every later change, whatever ticks its file system counts.
_SETTLED = 2_000_000_000
#: One file in so many is little.
_LITTLE = 100
#: So many files are read by two processes.
_MANY = 300
#: What a document says, and what was noted beside it by its names.
_Kept = list[Any]


class Parsed:
    """The data of texts, in a file that bears a `mark`: one that is broken, or bears another, is not there.

    The mark is to name the dossier and the code that reads. Without a file nothing is kept.
    """

    def __init__(self, file: Path | None = None, mark: str = "") -> None:
        self._file, self._mark = file, mark
        self._used: dict[str, _Kept] = {}
        self._saved = False
        self._new = self._noted = 0
        self._kept: dict[str, _Kept] = {}
        self._documents: dict[str, yamlio.Document] = {}
        self._stamps: dict[str, tuple[int, ...]] = {}
        self._made: dict[tuple[str, str], tuple[yamlio.Document, Any]] = {}
        self._beside: Beside | None = None
        self._given: dict[str, Path] = {}
        self._told: dict[str, Any] = {}
        self._written: Shelf[str] = Shelf()

    def share(self, files: Mapping[str, Path]) -> None:
        """Has another process read half of the files, if they are many and nothing is known of them yet."""
        if self._file is None or len(files) < _MANY or self._held or files.keys() & self._documents:
            return
        self._given = dict([*files.items()][len(files) // 2 :])
        self._beside = Beside(partial(_read, self._given))

    @cached_property
    def _held(self) -> dict[str, _Kept]:
        if self._file is None:
            return {}
        try:
            held = json.loads(notes.read(self._file, self._mark) or b"{}")
        except (ValueError, RecursionError):
            return {}
        return held if isinstance(held, dict) else {}

    def read(self, text: str, file: str) -> yamlio.Document:
        """The document that a text is."""
        if self._file is None:
            return yamlio.read(text, file)
        self._documents[file] = made = self._read(text, file)
        return made

    def standing(self, file: str, about: os.stat_result) -> yamlio.Document | None:
        """The document of a file as it was read before, if that can't have been changed since.

        It goes by what the system has said about the file, after which it is read if it is read again.
        """
        if self._file is None:
            return None
        stamp = (about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino, about.st_dev)
        known = self._documents.pop(file, None)
        if known is not None and not known.problems and self._stamps.get(file) == stamp:
            self._documents[file] = known
            return known
        self._stamps.pop(file, None)
        if max(about.st_mtime_ns, about.st_ctime_ns) < time.time_ns() - _SETTLED:
            self._stamps[file] = stamp
        return None

    def made(self, document: yamlio.Document, what: str, make: Callable[[], _Made]) -> _Made:
        """Something that depends on a document alone, made once as long as that is the same one."""
        held = self._made.get((document.file, what))
        if held is None or held[0] is not document:
            self._made[document.file, what] = held = (document, make())
        return cast(_Made, held[1])

    def noted(self, document: yamlio.Document, what: str, make: Callable[[], Any]) -> Any:
        """The same of plain data, which is kept from build to build too, beside what the document says."""
        kept = self._kept.get(document.file)
        if kept is None or kept[0] is not document.data:
            return self.made(document, what, make)
        if what not in kept[1]:
            kept[1][what] = make()
        return kept[1][what]

    def each(
        self, documents: Iterable[yamlio.Document], what: str, make: Callable[[yamlio.Document], Any]
    ) -> Iterator[tuple[yamlio.Document, Any]]:
        """The same of many documents, each with its own."""
        for document in documents:
            kept = self._kept.get(document.file)
            if kept is not None and kept[0] is document.data and what in kept[1]:
                yield document, kept[1][what]
            else:
                yield document, self.noted(document, what, partial(make, document))

    def bearing(self, documents: Mapping[str, yamlio.Document], what: str, value: Any) -> set[str]:
        """The files of those documents beside which just that was noted by `note`."""
        return {
            file
            for file, document in documents.items()
            if (kept := self._kept.get(file)) is not None and kept[0] is document.data and kept[1].get(what) == value
        }

    def note(self, document: yamlio.Document, what: str, value: Any) -> None:
        """Notes plain data beside a document, which depends on more than that, and may be other data another time."""
        kept = self._kept.get(document.file)
        if kept is not None and kept[0] is document.data and kept[1].get(what) != value:
            kept[1][what] = value
            self._noted += 1

    def wrote(self, key: str, data: str) -> None:
        """Takes in what a text of that digest says, in JSON: the text was just made of that."""
        if self._file is not None and key not in self._used:
            self._written[key] = data

    def _read(self, text: str, file: str) -> yamlio.Document:
        key = notes.digest(text.encode("utf-8", "surrogatepass"))
        if key in self._held:
            self._used[key] = self._kept[file] = self._held[key]
            return yamlio.Document(file, text, self._held[key][0])
        if self._beside and file in self._given:
            self._told, self._beside = self._beside.told() or {}, None
        made = yamlio.Document(file, text, self._told.pop(key)) if key in self._told else yamlio.read(text, file)
        if not made.problems:
            self._used[key] = self._kept[file] = [made.data, {}]
            self._new += 1
        return made

    def save(self) -> None:
        """Keeps what was read, and nothing else; where that can't be done, it is read again next time.

        Once: what a process reads after that stays in its memory. A little that is new is read again sooner than all is
        kept.
        """
        gone = len(self._held) - (len(self._used) - self._new)
        new, every = self._new + len(self._written), len(self._used) + len(self._written)
        if self._file is None or self._saved or (new + self._noted + gone) * _LITTLE <= every:
            return
        self._saved = True
        with suppress(OSError, ValueError, RecursionError):
            notes.write(self._file, self._mark, self._body())

    def _body(self) -> Iterator[bytes]:
        """What is kept, one text after the other: all together it is never there."""
        made = (f'"{key}":{_json(kept)}' for key, kept in self._used.items())
        written = (f'"{key}":[{data},{{}}]' for key, data in self._written.items())
        for before, one in zip(chain("{", repeat(",")), chain(made, written), strict=False):
            yield f"{before}{one}".encode("ascii")
        yield b"}" if self._used or self._written else b"{}"


_json = json.JSONEncoder(separators=(",", ":")).encode


def _read(files: Mapping[str, Path]) -> dict[str, Any]:
    """The data of those files that are without fault, by the digests of their texts."""
    found = {}
    for file, path in files.items():
        with suppress(OSError):
            text = undecoded(file, path.read_bytes(), "not-utf8")
            if isinstance(text, str) and not (made := yamlio.read(text, file)).problems:
                found[notes.digest_of([text])] = made.data
    return found
