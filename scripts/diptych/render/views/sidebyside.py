"""The two columns: what was reported, and facing it what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from diptych.records import How, Kind, Record
from diptych.render import words
from diptych.render.index import Index
from diptych.render.links import Link, theme_link
from diptych.render.views.shared import Card, Desk, Reply, Row


@dataclass(frozen=True, slots=True)
class Band:
    """Rows under one heading; `anchor` is its place on the page, `tally` says how many there are and are answered."""

    anchor: str
    heading: Link
    rows: tuple[Row, ...]
    tally: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The facing-page edition.

    `report` holds the answers to the report as a whole, `loose` the responses that answer nothing in particular, and
    `kinds` the ways to answer with what each means.
    """

    report: tuple[Reply, ...]
    bands: tuple[Band, ...]
    asked: tuple[Row, ...]
    loose: tuple[Card, ...]
    kinds: tuple[tuple[str, str], ...]
    whole: str
    claims: int
    answered: int


def side_by_side(index: Index, desk: Desk) -> SideBySide:
    """Every claim once, under the first of its themes, and every response at least once."""
    claims, say = index.kinds["claim"], index.language.text
    counted: tuple[Kind, ...] = ("claim", "recommendation")
    hows: tuple[How, ...] = get_args(How)
    return SideBySide(
        report=desk.replies(index.to_report),
        bands=_bands(index, desk, claims),
        asked=tuple(desk.row(record) for record in index.kinds["recommendation"]),
        loose=desk.cards(record for record in index.kinds["response"] if not record.answers),
        kinds=tuple((say(f"how.{how}"), say(f"how_means.{how}")) for how in hows),
        whole=index.language.listed(
            [say(f"count.{kind}", n=len(index.kinds[kind])) for kind in counted if index.kinds[kind]]
        ),
        claims=len(claims),
        answered=sum(1 for record in claims if index.answers_to(record.id)),
    )


def _bands(index: Index, desk: Desk, claims: tuple[Record, ...]) -> tuple[Band, ...]:
    """The claims under their first themes, in the order of the themes; those without a theme last."""
    found = [
        _band(
            index,
            f"theme-{theme.id}",
            theme_link(theme, index.language),
            tuple(desk.row(record) for record in claims if record.themes[:1] == (theme.id,)),
        )
        for theme in index.dossier.themes
    ]
    rest = tuple(desk.row(record) for record in claims if not record.themes)
    found.append(_band(index, "other", Link(index.language.text("side_by_side.no_theme"), ""), rest))
    return tuple(band for band in found if band.rows)


def _band(index: Index, anchor: str, heading: Link, rows: tuple[Row, ...]) -> Band:
    answered = sum(1 for row in rows if row.replies)
    return Band(anchor, heading, rows, words.answered(index.language, len(rows), answered))
