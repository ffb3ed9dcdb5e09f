"""The themes and what stands under each."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.records import Record, Theme
from diptych.render import words
from diptych.render.divided.items import Item, Only, Step, everything
from diptych.render.index import Index
from diptych.render.links import Link, theme_link
from diptych.render.views.shared import Card, Desk, Row
from diptych.values import ANSWERABLE, PLURALS, Kind

_ORDER: tuple[Kind, ...] = ("claim", "recommendation", "response", "reaction", "event")


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme in the list, with how much stands under it."""

    link: Link
    summary: str


@dataclass(frozen=True, slots=True)
class ThemePage:
    """Everything under one theme, whichever theme of a record it is; where that is `brief`, without the passages."""

    title: str
    terms: tuple[str, ...]
    proposed: bool
    rows: tuple[Row, ...]
    asked: tuple[Row, ...]
    others: tuple[Card, ...]
    reactions: tuple[Card, ...]
    events: tuple[Card, ...]
    summary: str
    brief: bool


def theme_lines(index: Index) -> tuple[ThemeLine, ...]:
    """The list of themes."""
    return tuple(theme_line(index, theme) for theme in index.dossier.themes)


def theme_page(desk: Desk, theme: Theme, only: Only = everything) -> ThemePage:
    """The page of a theme, or what a part of it keeps."""
    found = {
        kind: [record for record in records if only(PLURALS[kind], record.id)]
        for kind, records in _under(desk, theme).items()
    }
    return ThemePage(
        title=theme.title,
        terms=theme.terms,
        proposed=theme.status == "proposed",
        rows=tuple(desk.row(record) for record in found["claim"]),
        asked=tuple(desk.row(record) for record in found["recommendation"]),
        others=desk.cards(found["response"]),
        reactions=desk.cards(found["reaction"]),
        events=desk.cards(found["event"]),
        summary=theme_summary(desk, theme),
        brief=desk.weights.brief,
    )


def theme_summary(desk: Desk, theme: Theme) -> str:
    """How much stands under a theme, counted once for all its pages."""
    return desk.once(f"summary {theme.id}", lambda: theme_line(desk.index, theme).summary)


def theme_items(desk: Desk, theme: Theme) -> tuple[Item, ...]:
    """What stands on the page of a theme, for dividing it: by kinds, and these by their numbers."""
    return tuple(
        Item.of(
            PLURALS[kind],
            record.id,
            desk.weights.row(record) if kind in ANSWERABLE else desk.weights.card(record),
            step,
            anchors=(record.id,) if kind in ANSWERABLE else (),
        )
        for kind, records in _under(desk, theme).items()
        for step in (_step(desk.index, kind),)
        for record in records
    )


def theme_steps(index: Index) -> tuple[Step, ...]:
    """The headings of a theme's page."""
    return tuple(_step(index, kind) for kind in _ORDER)


def _step(index: Index, kind: Kind) -> Step:
    """The heading of a kind."""
    named = {"response": "theme.others", "reaction": "third_parties"}.get(kind, f"kinds.{kind}")
    return Step(PLURALS[kind], index.language.text(named), PLURALS[kind])


def _under(desk: Desk, theme: Theme) -> dict[Kind, list[Record]]:
    """The records under a theme, found once for all the pages that show some of them."""
    return desk.once(f"under {theme.id}", lambda: _found(desk.index, theme))


def _found(index: Index, theme: Theme) -> dict[Kind, list[Record]]:
    """The records under a theme, in the order of the page; a response that stands beside what it answers only there."""
    found: dict[Kind, list[Record]] = {kind: [*index.under(theme.id, kind)] for kind in _ORDER}
    beside = {reply.id for kind in ANSWERABLE for record in found[kind] for reply, _ in index.answers_to(record.id)}
    found["response"] = [record for record in found["response"] if record.id not in beside]
    return found


def theme_line(index: Index, theme: Theme) -> ThemeLine:
    """A theme with how much stands under it; where there are no claims, what else there is, responses among it."""
    claims = index.under(theme.id, "claim")
    answered = sum(1 for record in claims if index.answers_to(record.id))
    further: tuple[Kind, ...] = ("recommendation", "reaction", "event")
    parts = [words.answered(index.language, len(claims), answered)]
    for kind in further if claims else ("response", *further):
        number = len(index.under(theme.id, kind))
        if number:
            parts.append(index.language.text(f"count.{kind}", n=number))
    told = parts if claims else parts[1:] or parts
    return ThemeLine(theme_link(theme, index.language), index.language.text("semicolon").join(told))
