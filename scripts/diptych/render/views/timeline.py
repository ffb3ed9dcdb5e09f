"""What happened and what was said when, as far as the sources date it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.render.divided.items import Item, Only, Step, everything
from diptych.render.index import Index
from diptych.render.links import source_link
from diptych.render.views.shared import Card, Desk, SourceLink, When, date_view
from diptych.values import id_key

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Moment:
    """Everything that bears one date."""

    when: When
    cards: tuple[Card, ...]
    published: tuple[SourceLink, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The moments of a year."""

    year: str
    said: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years in order, and the events that the sources do not date."""

    years: tuple[Year, ...]
    undated: tuple[Card, ...]


def timeline(desk: Desk, only: Only = everything) -> Timeline:
    """Dated records and the sources' dates of publication; a month or a year alone comes before its days."""
    index = desk.index
    cards: dict[str, list[Card]] = {}
    published: dict[str, list[SourceLink]] = {}
    for record in sorted(index.dossier.records, key=lambda record: (record.kind != "event", id_key(record.id))):
        if record.date and only(record.date, record.id):
            cards.setdefault(record.date, []).append(desk.card(record))
    for source in index.dossier.sources:
        if source.published and only(source.published, source.id):
            link = SourceLink(
                link=source_link(source, index.language),
                title=source.title,
                marked=index.language.marked(source.language),
                kind=source.kind,
                said=index.language.text(f"source_kind.{source.kind}"),
            )
            published.setdefault(source.published, []).append(link)
    years: dict[str, list[Moment]] = {}
    for date in sorted({*cards, *published}):
        moment = Moment(date_view(index.language, date), tuple(cards.get(date, ())), tuple(published.get(date, ())))
        years.setdefault(date[:4], []).append(moment)
    return Timeline(
        tuple(Year(year, index.language.date(year), tuple(moments)) for year, moments in years.items()),
        desk.cards(record for record in index.kinds["event"] if not record.date and only(UNDATED, record.id)),
    )


def timeline_items(desk: Desk) -> tuple[Item, ...]:
    """What stands on the page, for dividing it: by years, months and days, and these by the numbers of IDs."""
    index, weights, found = desk.index, desk.weights, []
    for record in index.dossier.records:
        if record.date or record.kind == "event":
            found.append((record.date or UNDATED, record.id, weights.line(record)))
    found += [(one.published, one.id, weights.article(one)) for one in index.dossier.sources if one.published]
    found.sort(key=lambda one: (one[0] == UNDATED, one[0], id_key(one[1])))
    steps = {date: tuple(_steps(index, date)) for date, _, _ in found}
    return tuple(Item.of(date, given, weight, *steps[date]) for date, given, weight in found)


def _steps(index: Index, date: str) -> Iterator[Step]:
    """A date by its year, its month and its day, as much as is known of it."""
    if date == UNDATED:
        yield Step(UNDATED, index.language.text("timeline.undated"), "undated")
        return
    parts = date.split("-")
    for depth, slug in enumerate(parts, 1):
        known = "-".join(parts[:depth])
        yield Step(slug, index.language.date(known), f"y{known}" if depth == 1 else "", within=depth > 1)
