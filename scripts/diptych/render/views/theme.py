"""The themes and what stands under each."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.records import Kind, Theme
from diptych.render import words
from diptych.render.index import Index
from diptych.render.links import Link, theme_link
from diptych.render.views.shared import Card, Desk, Row


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme in the list, with how much stands under it."""

    link: Link
    summary: str


@dataclass(frozen=True, slots=True)
class ThemePage:
    """Everything under one theme, whichever theme of a record it is."""

    title: str
    terms: tuple[str, ...]
    proposed: bool
    rows: tuple[Row, ...]
    asked: tuple[Row, ...]
    others: tuple[Card, ...]
    reactions: tuple[Card, ...]
    events: tuple[Card, ...]
    summary: str


def theme_lines(index: Index) -> tuple[ThemeLine, ...]:
    """The list of themes."""
    return tuple(_line(index, theme) for theme in index.dossier.themes)


def theme_page(index: Index, desk: Desk, theme: Theme) -> ThemePage:
    """The page of a theme."""

    def under(kind: Kind) -> tuple[Card, ...]:
        return desk.cards(record for record in index.kinds[kind] if theme.id in record.themes)

    rows = tuple(desk.row(record) for record in index.kinds["claim"] if theme.id in record.themes)
    asked = tuple(desk.row(record) for record in index.kinds["recommendation"] if theme.id in record.themes)
    shown = {reply.card.id for row in (*rows, *asked) for reply in row.replies}
    return ThemePage(
        title=theme.title,
        terms=theme.terms,
        proposed=theme.status == "proposed",
        rows=rows,
        asked=asked,
        others=tuple(card for card in under("response") if card.id not in shown),
        reactions=under("reaction"),
        events=under("event"),
        summary=_line(index, theme).summary,
    )


def _line(index: Index, theme: Theme) -> ThemeLine:
    claims = [record for record in index.kinds["claim"] if theme.id in record.themes]
    answered = sum(1 for record in claims if index.answers_to(record.id))
    parts = [words.answered(index.language, len(claims), answered)]
    further: tuple[Kind, ...] = ("recommendation", "reaction", "event")
    for kind in further:
        number = sum(1 for record in index.kinds[kind] if theme.id in record.themes)
        if number:
            parts.append(index.language.text(f"count.{kind}", n=number))
    return ThemeLine(theme_link(theme, index.language), index.language.text("semicolon").join(parts))
