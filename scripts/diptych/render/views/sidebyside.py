"""The two columns: what was reported, and facing it what was answered."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.records import Record
from diptych.render import words
from diptych.render.addresses import theme_path
from diptych.render.index import Index
from diptych.render.links import Link
from diptych.render.views.shared import Card, Desk, Reply, Row


@dataclass(frozen=True, slots=True)
class Band:
    """Rows under one heading; `anchor` is its place on the page."""

    anchor: str
    heading: Link
    rows: tuple[Row, ...]

    @property
    def tally(self) -> str:
        """How many rows it has, and how many of them have an answer."""
        return words.answered(len(self.rows), sum(1 for row in self.rows if row.replies))


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
    claims = index.kinds["claim"]
    return SideBySide(
        report=desk.replies(index.to_report),
        bands=_bands(index, desk, claims),
        asked=tuple(desk.row(record) for record in index.kinds["recommendation"]),
        loose=desk.cards(record for record in index.kinds["response"] if not record.answers),
        kinds=tuple((words.HOW[how], words.HOW_MEANS[how]) for how in words.HOW),
        whole=words.listed(
            [words.counted(len(index.kinds[kind]), kind) for kind in ("claim", "recommendation") if index.kinds[kind]]
        ),
        claims=len(claims),
        answered=sum(1 for record in claims if index.answers_to(record.id)),
    )


def _bands(index: Index, desk: Desk, claims: tuple[Record, ...]) -> tuple[Band, ...]:
    """The claims under their first themes, in the order of the themes; those without a theme last."""
    found = [
        Band(
            anchor=f"theme-{theme.id}",
            heading=Link(theme.title, theme_path(theme.id)),
            rows=tuple(desk.row(record) for record in claims if record.themes[:1] == (theme.id,)),
        )
        for theme in index.dossier.themes
    ]
    rest = tuple(desk.row(record) for record in claims if not record.themes)
    found.append(Band("other", Link("Without a theme", ""), rest))
    return tuple(band for band in found if band.rows)
