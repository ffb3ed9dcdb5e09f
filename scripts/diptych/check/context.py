"""What a rule may look at beside the dossier itself: the seeds, and where in the files everything stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from diptych.drafts import Seed
from diptych.problems import Problem, Severity
from diptych.records import Dossier, Quoted, Source
from diptych.store import Loaded, decoded
from diptych.yamlio import Path


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


class Context:
    """The files behind a dossier. Every seed is decoded once."""

    def __init__(self, loaded: Loaded, dossier: Dossier) -> None:
        self._loaded = loaded
        self._dossier = dossier
        self._faulty = {problem.file for problem in loaded.problems}
        self.broken = frozenset(loaded.broken)

    @cached_property
    def seeds(self) -> dict[str, Seed | Problem]:
        """The files of seeds/ that are there, by path from the root; a problem for what is not UTF-8."""
        return {file: decoded(file, data) for file, data in self._loaded.seeds.items()}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The dossier's sources by ID."""
        return {source.id: source for source in self._dossier.sources}

    @cached_property
    def _articles(self) -> dict[str, str]:
        return {
            source.id: source.span.of(text)
            for source in self._dossier.sources
            if (text := self.text(source.file)) is not None
        }

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

    def sound(self, file: str) -> bool:
        """Whether a file of content/ could be read in full, so that what it does not define is nowhere defined."""
        return file not in self._faulty

    def quotations(self) -> Iterator[Quotation]:
        """Every passage of every record and discrepancy."""
        for owner in self._dossier.items:
            for place, quoted in enumerate(owner.passages):
                yield Quotation(owner.id, place + 1, quoted, ("passages", place))

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
