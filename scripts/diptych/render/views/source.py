"""The sources, and what was taken from each: never the article itself, only its passages in their order."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from diptych.records import Source
from diptych.render import words
from diptych.render.addresses import source_path
from diptych.render.dates import long_date
from diptych.render.index import Index, Place
from diptych.render.links import Link, source_link
from diptych.render.markdown import note
from diptych.render.views.shared import Desk, When, date_view
from diptych.render.views.stretch import Gap, Stretch, stretches, used_sentences
from diptych.spans import covered


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list."""

    id: str
    link: Link
    title: str
    when: When
    kind: str
    of: Link | None
    passages: str
    share: str
    proposed: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a source's metadata; `reason` says why a person added it, and is empty where the file shows it."""

    name: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source: what is known of it and what was taken from it."""

    line: SourceLine
    facts: tuple[Fact, ...]
    file: str
    sha256: str
    copies: tuple[Link, ...]
    note: Markup
    taken: tuple[Stretch | Gap, ...]
    count: int
    ledger: str
    back: Link | None
    onward: Link | None


def source_line(index: Index, source: Source) -> SourceLine:
    """A source with how much of it is quoted."""
    places = index.places(source.id)
    return SourceLine(
        id=source.id,
        link=source_link(source),
        title=source.title,
        when=date_view(source.published),
        kind=source.kind,
        of=source_link(index.sources[source.copy_of]) if source.copy_of else None,
        passages=words.counted(len(places), "passage"),
        share=_share(source, places),
        proposed=source.status == "proposed",
    )


def source_lines(index: Index) -> tuple[SourceLine, ...]:
    """The list of sources."""
    return tuple(source_line(index, source) for source in index.dossier.sources)


def source_page(index: Index, desk: Desk, source: Source) -> SourcePage:
    """The page of a source."""
    places = index.places(source.id)
    used = used_sentences(source, places)
    position = index.order[source.id]
    siblings = index.dossier.sources
    return SourcePage(
        line=source_line(index, source),
        facts=_facts(source),
        file=source.file,
        sha256=source.sha256,
        copies=tuple(source_link(copy) for copy in index.copies(source.id)),
        note=note(source.note, index.addresses("../../")),
        taken=stretches(source, places, used, desk),
        count=len(places),
        ledger=_ledger(source, used),
        back=_to(siblings[position - 1]) if position else None,
        onward=_to(siblings[position + 1]) if position + 1 < len(siblings) else None,
    )


def _to(source: Source) -> Link:
    return Link(f"{source.id}: {source.name}", source_path(source.id))


def _facts(source: Source) -> tuple[Fact, ...]:
    """What is known of the article; a field that nobody filled in says so."""
    values = (
        ("Title", "title", source.title),
        ("Publisher", "publisher", source.publisher or "not shown in the file"),
        ("Author" if len(source.authors) < 2 else "Authors", "authors", words.listed(source.authors)),
        ("Published", "published", long_date(source.published) if source.published else words.NO_DATE),
    )
    return tuple(
        Fact(name, value or "not shown in the file", source.added.get(field, "")) for name, field, value in values
    )


def _share(source: Source, places: tuple[Place, ...]) -> str:
    """How much of the article its passages cover together, each code point counted once."""
    length = source.end - source.start
    part = covered(place.passage.span for place in places)
    if not part or not length:
        return "nothing"
    percent = 100 * part / length
    return "less than 1%" if percent < 1 else f"{percent:.0f}%"


def _ledger(source: Source, used: frozenset[int]) -> str:
    """How many of its sentences carry a statement, are context, or are no part of the article's text."""
    noise = sum(1 for at, sentence in enumerate(source.sentences) if sentence.use == "noise" and at not in used)
    rest = len(source.sentences) - len(used) - noise
    return (
        f"{words.counted(len(source.sentences), 'sentence')}: {len(used)} with a statement, {rest} of context, "
        f"{noise} of page furniture"
    )
