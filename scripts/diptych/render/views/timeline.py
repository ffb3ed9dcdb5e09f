"""What happened and what was said when, as far as the sources date it."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.records import id_key
from diptych.render.index import Index
from diptych.render.links import source_link
from diptych.render.views.shared import Card, Desk, SourceLink, When, date_view


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


def timeline(index: Index, desk: Desk) -> Timeline:
    """Dated records and the sources' dates of publication; a month or a year alone comes before its days."""
    cards: dict[str, list[Card]] = {}
    published: dict[str, list[SourceLink]] = {}
    for record in sorted(index.dossier.records, key=lambda record: (record.kind != "event", id_key(record.id))):
        if record.date:
            cards.setdefault(record.date, []).append(desk.card(record))
    for source in index.dossier.sources:
        if source.published:
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
        desk.cards(record for record in index.kinds["event"] if not record.date),
    )
