"""The sources, and what was taken from each: never the article itself, only its passages in their order."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from diptych.records import Source
from diptych.render.addresses import place_anchor
from diptych.render.divided.items import Item, Only, everything
from diptych.render.divided.weights import LINE, weight_of
from diptych.render.index import Index, Place
from diptych.render.language import Language
from diptych.render.links import Link, source_link
from diptych.render.markdown import note
from diptych.render.views.shared import Desk, When, date_view
from diptych.render.views.stretch import Gap, Stretch, merged, stretches, used_sentences
from diptych.spans import covered

#: Of a stretch's words and of a statement no more than so many characters are shown.
TAKEN = 200


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list; `marked` says of what language its title is, where that is not the interface's."""

    id: str
    link: Link
    title: str
    marked: Markup
    when: When
    kind: str
    said: str
    of: Link | None
    passages: str
    share: str
    proposed: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a source's metadata; `reason` says why a person added it, and is empty where the file shows it.

    `place` is where in the saved file it stands, if that is not the article's text.
    """

    name: str
    value: str
    marked: Markup
    reason: str
    place: str = ""


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
        link=source_link(source, index.language),
        title=source.title,
        when=date_view(index.language, source.published),
        marked=index.language.marked(source.language),
        kind=source.kind,
        said=index.language.text(f"source_kind.{source.kind}"),
        of=source_link(index.sources[source.copy_of], index.language) if source.copy_of else None,
        passages=index.language.text("count.passages", n=len(places)),
        share=_share(index.language, source, places),
        proposed=source.status == "proposed",
    )


def source_lines(index: Index, only: Only = everything) -> tuple[SourceLine, ...]:
    """The list of sources, or a part of it."""
    return tuple(source_line(index, source) for source in index.dossier.sources if only("", source.id))


def source_list_items(desk: Desk) -> tuple[Item, ...]:
    """What stands in the list of sources, for dividing it by numbers."""
    return tuple(Item.of("", one.id, desk.weights.article(one)) for one in desk.index.dossier.sources)


def source_weight(index: Index, source: Source) -> int:
    """What the page of a source weighs at the most."""
    return len(index.places(source.id)) * (2 * LINE + weight_of("\uffff" * 2 * TAKEN))


def source_items(index: Index, source: Source) -> tuple[Item, ...]:
    """What stands on the page of a source, for dividing it: its stretches, by where they begin, counted from 1."""
    return tuple(
        Item(
            slug="",
            name=str(group[0].passage.start),
            weight=sum(2 * LINE + weight_of(one.passage.text[:TAKEN] + one.record.statement[:TAKEN]) for one in group),
            series="",
            number=group[0].passage.start - source.start + 1,
            anchors=tuple(place_anchor(one.record.id, one.number) for one in group),
        )
        for group in merged(index.places(source.id))
    )


def source_page(desk: Desk, source: Source, only: Only = everything, root: str = "../../") -> SourcePage:
    """The page of a source, or what a part of it keeps; `root` leads from it to the site's root."""
    index = desk.index
    places = index.places(source.id)
    position = index.order[source.id]
    siblings = index.dossier.sources
    return SourcePage(
        line=source_line(index, source),
        facts=_facts(index.language, source),
        file=source.file,
        sha256=source.sha256,
        copies=tuple(source_link(copy, index.language) for copy in index.copies(source.id)),
        note=note(source.note, index.addresses(root)),
        taken=stretches(source, places, _used(desk, source), desk, only),
        count=len(places),
        ledger=ledger_of(desk, source),
        back=_to(index, siblings[position - 1]) if position else None,
        onward=_to(index, siblings[position + 1]) if position + 1 < len(siblings) else None,
    )


def _to(index: Index, source: Source) -> Link:
    named = source_link(source, index.language)
    return Link(index.language.text("source.name", id=source.id, name=named.text), named.path, named.marked)


def _facts(language: Language, source: Source) -> tuple[Fact, ...]:
    """What is known of the article; a field that nobody filled in says so."""
    marked = language.marked(source.language)
    date = language.date(source.published) if source.published else language.text("no_date")
    authors = language.listed(source.authors)
    values = (
        ("title", language.text("source.title"), source.title, marked),
        ("publisher", language.text("source.publisher"), source.publisher, marked),
        ("authors", language.text("source.authors", n=max(1, len(source.authors))), authors, marked),
        ("published", language.text("source.published"), date, Markup()),
    )
    return tuple(
        Fact(
            name,
            value or language.text("not_shown"),
            marked if value else Markup(),
            source.added.get(field, ""),
            source.found.get(field, ""),
        )
        for field, name, value, marked in values
    )


def ledger_of(desk: Desk, source: Source) -> str:
    """What became of the sentences of a source, in words."""
    return desk.once(f"ledger {source.id}", lambda: _ledger(desk.language, source, _used(desk, source)))


def _used(desk: Desk, source: Source) -> frozenset[int]:
    """Which of its sentences a passage lies on, found once for all the pages that a source has."""
    return desk.once(f"used {source.id}", lambda: used_sentences(source, desk.index.places(source.id)))


def _share(language: Language, source: Source, places: tuple[Place, ...]) -> str:
    """How much of the article its passages cover together, each code point counted once."""
    length, part = source.end - source.start, covered(place.passage.span for place in places)
    if not part or not length:
        return language.text("source.nothing")
    percent = 100 * part / length
    return language.text("source.less") if percent < 1 else language.percent(round(percent))


def _ledger(language: Language, source: Source, used: frozenset[int]) -> str:
    """How many of its sentences carry a statement, are context, or are no part of the article's text."""
    noise = sum(1 for at, sentence in enumerate(source.sentences) if sentence.use == "noise" and at not in used)
    number = len(source.sentences)
    return language.text("source.ledger", n=number, used=len(used), context=number - len(used) - noise, noise=noise)
