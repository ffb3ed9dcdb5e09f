"""What a rule may look at beside the dossier itself: the seeds, and where in the files everything stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from diptych.dossier import Dossier
from diptych.drafts import Seed
from diptych.notes import digest_of
from diptych.problems import Problem, Severity
from diptych.records import Item, Quoted, Record, Source
from diptych.store import Card, Loaded, decoded
from diptych.yamlio import Document, Path

#: The keys of what stands around a quotation in its seed: it is only compared.
_AROUND = frozenset(("prefix", "suffix"))
#: What is noted beside the file of a record or a source in which nothing was found: among which others.
_SOUND = "sound"


class Quotation(NamedTuple):
    """A passage of a record or a discrepancy; `number` counts from 1, `path` leads to it in the owner's file."""

    owner: str
    number: int
    quoted: Quoted
    path: Path

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"{self.owner}, passage {self.number}"


class Written(NamedTuple):
    """A text that somebody wrote: `path` leads to it in the file."""

    file: str
    path: Path
    text: str

    @property
    def quoted(self) -> bool:
        """Whether the words are those of a seed, which nobody may change."""
        return self.path[-1:] == ("text",) and "passages" in self.path


class Context:
    """The files behind a dossier. Every seed is decoded once."""

    def __init__(self, loaded: Loaded, dossier: Dossier) -> None:
        self._loaded = loaded
        self.dossier = dossier
        self._faulty = {problem.file for problem in loaded.problems}
        self.broken = frozenset(loaded.broken)

    @cached_property
    def seeds(self) -> dict[str, Seed | Problem]:
        """The files of seeds/ that are there, by path from the root; a problem for what is not UTF-8."""
        return {file: decoded(file, data) for file, data in self._loaded.seeds.items()}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The dossier's sources by ID."""
        return {source.id: source for source in self.dossier.sources}

    @cached_property
    def _articles(self) -> dict[str, str]:
        return {
            source.id: source.span.of(text)
            for source in self.dossier.sources
            if (text := self.text(source.file)) is not None
        }

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """Every text in content/ and on the cards that is not plain ASCII, but for what quotations stand between."""
        return tuple(
            Written(document.file, tuple(path), text) for document, found in texts(self._loaded) for path, text in found
        )

    @property
    def files(self) -> Iterable[str]:
        """Every file of content/, seeds/ and templates/ that may be read, as a path from the root."""
        return self._loaded.survey.files

    @property
    def cards(self) -> Mapping[str, Card]:
        """The cards of the seeds, by the file of the card."""
        return {f"{file.rpartition('.')[0]}.yml": card for file, card in self._loaded.cards.items()}

    @property
    def pages(self) -> Mapping[str, str]:
        """The texts of the narrative pages by their files."""
        return self._loaded.pages

    @property
    def fronts(self) -> Iterator[tuple[str, tuple[int, int], str]]:
        """The texts in the front matter of pages that are not plain ASCII: the file, line and column, and the text."""
        for file, document in self._loaded.heads.items():
            for path, text in _listed(document.data):
                line, column = document.place(path)
                yield file, (line + 1, column), text  # the first line of the page is the one of hyphens

    def head(self, file: str, size: int) -> bytes:
        """The first so many bytes of one of the files."""
        with self._loaded.survey.files[file].open("rb") as opened:
            return opened.read(size)

    def bytes(self, file: str) -> bytes:
        """The bytes of one of the files."""
        return self._loaded.survey.files[file].read_bytes()

    def digest(self, file: str) -> str | None:
        """The SHA-256 of a file's bytes; None where it is not there."""
        path = self._loaded.survey.files.get(file)
        if path is None:
            return None
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()

    def text(self, file: str) -> str | None:
        """A seed's text; None where it is not there or not UTF-8."""
        seed = self.seeds.get(file)
        return seed.text if isinstance(seed, Seed) else None

    def pinned(self, source: Source) -> str | None:
        """The text of a source's seed if it is, by its hash, the one that the source's offsets count in."""
        seed = self.seeds.get(source.file)
        return seed.text if isinstance(seed, Seed) and seed.sha256 == source.sha256 else None

    def article(self, source: str) -> str | None:
        """A source's part of its seed; None where the seed can't be read."""
        return self._articles.get(source)

    def known(self, file: str) -> bool:
        """Whether a YAML file is one that a dossier is read from, however it was found."""
        return file in self._loaded.documents or file in self._faulty

    def sound(self, file: str) -> bool:
        """Whether a file of content/ could be read in full, so that what it does not define is nowhere defined."""
        return file not in self._faulty

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The records to look at: not those in which nothing was found before, among the same surroundings."""
        return tuple(one for one in self.dossier.records if one.id in self._fresh)

    @cached_property
    def articles(self) -> tuple[Source, ...]:
        """The sources whose sentences are to be looked at, likewise."""
        return tuple(one for one in self.dossier.sources if one.id in self._fresh)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Every passage of these records and of every discrepancy."""
        owners: tuple[Item, ...] = (*self.records, *self.dossier.discrepancies)
        return tuple(
            Quotation(owner.id, place + 1, quoted, ("passages", place))
            for owner in owners
            for place, quoted in enumerate(owner.passages)
        )

    @cached_property
    def _surroundings(self) -> str:
        """The digest of all that a rule about one record or source may read beside that."""
        dossier = self.dossier
        sources = ((one.id, one.file, one.span, one.sha256, one.kind, one.copy_of) for one in dossier.sources)
        seeds = ((one.file, one.sha256) if isinstance(one, Seed) else one for one in self.seeds.values())
        files = (sorted(self.broken), sorted(self._faulty))
        named = ([one.id for one in dossier.records], dossier.file, dossier.actors, dossier.themes)
        return digest_of(map(repr, (*named, *files, *sources, *seeds)))

    @cached_property
    def _fresh(self) -> set[str]:
        """The IDs of all in whose files something was found before, or nothing was looked for in these surroundings."""
        sound = self._loaded.parsed.bearing(self._loaded.documents, _SOUND, self._surroundings)
        return self._loaded.ids_outside(sound)

    def note(self, found: Iterable[Problem]) -> None:
        """Notes beside what was looked at that nothing is wrong with it, if it is none of the files of these."""
        faulty = {problem.file for problem in found} | self._faulty
        for given in (one.id for some in (self.records, self.articles) for one in some):
            if (file := self._loaded.file_of(given)) not in faulty:
                self._loaded.parsed.note(self._loaded.documents[file], _SOUND, self._surroundings)

    def problem(
        self, code: str, given: str, path: Path, message: str, hint: str = "", severity: Severity = "error"
    ) -> Problem:
        """A problem at `path` within the record, source, discrepancy, actor or theme of that id."""
        whole = (*self._loaded.path_of(given), *path)
        return self.problem_in(self._loaded.file_of(given), code, whole, message, hint, severity)

    def problem_in(
        self, file: str, code: str, path: Path, message: str, hint: str = "", severity: Severity = "error"
    ) -> Problem:
        """A problem at `path` within a file of content/."""
        return Problem(file, *self._loaded.place(file, path), code, message, hint, severity)


def texts(loaded: Loaded) -> Iterator[tuple[Document, list[tuple[Path, str]]]]:
    """Every file with its texts that are not plain ASCII, each with the way to it, kept from build to build."""
    return loaded.parsed.each(loaded.documents.values(), "texts", lambda document: _listed(document.data))


def _listed(data: Any) -> list[tuple[Path, str]]:
    return [*_texts(data, ())]


def _texts(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """The texts in plain data that hold more than printable ASCII, keys among them, each with its path."""
    if isinstance(data, str):
        if not (data.isascii() and data.isprintable()):
            yield path, data
    elif (said := repr(data)).isascii() and "\\" not in said:
        return  # every text in it is printable ASCII: of any other one there would be an escape, or itself
    elif isinstance(data, list):
        for place, item in enumerate(data):
            yield from _texts(item, (*path, place))
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _AROUND:
                yield from _texts(key, (*path, key))
                yield from _texts(value, (*path, key))
