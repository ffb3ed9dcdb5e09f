"""The register: everything that a dossier holds, in lists that need no script, cut into pages that stay small."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diptych.render import addresses
from diptych.render.index import Index
from diptych.render.links import Link
from diptych.render.search.terms import plain
from diptych.values import LETTERS, shortened

#: As many lines as one page has; a line is at most some 100 bytes when compressed, so that a page stays under 100 KiB.
LINES = 800
_TITLE = 140
#: The messages that name all of a kind.
_NAMES = {kind: f"kinds.{kind}" for kind in LETTERS} | {
    "actor": "nav.speakers",
    "source": "nav.sources",
    "theme": "nav.themes",
    "discrepancy": "nav.discrepancies",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing and where it stands; `id` is empty for what has none that a reader knows."""

    id: str
    link: Link


@dataclass(frozen=True, slots=True)
class Part:
    """Lines of one kind that stand together; `name` is what the kind is called, `span` has the first and last line."""

    name: str
    anchor: str
    lines: tuple[Line, ...]
    span: tuple[str, str]
    path: str

    @property
    def count(self) -> int:
        """How many lines it has."""
        return len(self.lines)


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """A page of the register. `parts` are shown on it, `elsewhere` are those on pages of their own."""

    path: str
    parts: tuple[Part, ...]
    elsewhere: tuple[Part, ...]
    count: int


def register(index: Index) -> tuple[RegisterPage, ...]:
    """The register's pages; the first is the way in: the whole of a small dossier, the list of parts of a large one."""
    kinds = [(kind, lines) for kind, lines in _kinds(index) if lines]
    name = {kind: index.language.text(key) for kind, key in _NAMES.items()}
    count = sum(len(lines) for _, lines in kinds)
    if count <= LINES:
        shown = tuple(Part(name[kind], kind, lines, _span(lines), addresses.REGISTER) for kind, lines in kinds)
        return (RegisterPage(addresses.REGISTER, shown, (), count),)
    parts = tuple(part for kind, lines in kinds for part in _cut(kind, name[kind], lines))
    return (
        RegisterPage(addresses.REGISTER, (), parts, count),
        *(RegisterPage(part.path, (part,), (), part.count) for part in parts),
    )


def _cut(kind: str, name: str, lines: Sequence[Line]) -> Iterator[Part]:
    for number, first in enumerate(range(0, len(lines), LINES), 1):
        some = tuple(lines[first : first + LINES])
        yield Part(name, kind, some, _span(some), addresses.register_path(kind, number))


def _span(lines: Sequence[Line]) -> tuple[str, str]:
    first, last = (line.id or shortened(line.link.text, 40) for line in (lines[0], lines[-1]))
    return first, last


def _kinds(index: Index) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Records by their numbers, names by the alphabet."""
    dossier = index.dossier
    for kind in LETTERS:
        yield kind, tuple(_line(one.id, one.statement, addresses.record_path(one.id)) for one in index.kinds[kind])
    speakers = (_line("", actor.name, addresses.actor_path(actor.id)) for actor in dossier.actors)
    yield "actor", tuple(sorted(speakers, key=_name))
    colon = index.language.text("colon")
    articles = (
        _line(
            one.id,
            colon.join(dict.fromkeys(filter(None, (one.label or one.publisher, one.title)))),
            addresses.source_path(one.id),
        )
        for one in dossier.sources
    )
    yield "source", tuple(sorted(articles, key=_name))
    themes = (_line("", theme.title, addresses.theme_path(theme.id)) for theme in dossier.themes)
    yield "theme", tuple(sorted(themes, key=_name))
    yield (
        "discrepancy",
        tuple(_line(one.id, one.what, addresses.discrepancy_path(one.id)) for one in dossier.discrepancies),
    )


def _line(given: str, text: str, path: str) -> Line:
    return Line(given, Link(shortened(text, _TITLE), path))


def _name(line: Line) -> tuple[str, str]:
    return plain(line.link.text), line.link.path
