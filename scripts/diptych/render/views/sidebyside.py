"""The two columns: what was reported, and facing it what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from diptych.render import words
from diptych.render.divided.items import Only, everything, nothing
from diptych.render.index import Index
from diptych.render.links import Link, theme_link
from diptych.render.views.filters import Facets, Filter
from diptych.render.views.rows import ASKED, COUNTED, LOOSE, Found, every_row, facets_of, filters_of
from diptych.render.views.shared import Card, Desk, Row
from diptych.values import ANSWERABLE, How


@dataclass(frozen=True, slots=True)
class Shown:
    """A row with what it is found by."""

    row: Row
    facets: Facets


@dataclass(frozen=True, slots=True)
class Single:
    """A response that faces no single statement, with what it is found by and how it answers the report, if it does."""

    card: Card
    facets: Facets
    how: str = ""
    means: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """Rows under one heading; `anchor` is its place on the page, `tally` says how many there are and are answered."""

    anchor: str
    heading: Link
    rows: tuple[Shown, ...]
    tally: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The facing-page edition.

    `report` holds the answers to the report as a whole, `loose` the responses that answer nothing in particular, and
    `kinds` the ways to answer with what each means. `counts` says how much of what is shown, with `{claim}`,
    `{recommendation}`, `{report}` and `{response}` for the numbers that filters leave, and `everything` when they leave
    all. Where it is `brief`, its rows lead to their passages.
    """

    report: tuple[Single, ...]
    bands: tuple[Band, ...]
    asked: tuple[Shown, ...]
    loose: tuple[Single, ...]
    kinds: tuple[tuple[str, str], ...]
    differ: bool
    whole: str
    claims: int
    answered: int
    filters: tuple[Filter, ...]
    counts: str
    everything: str
    brief: bool


def side_by_side(desk: Desk, only: Only = everything) -> SideBySide:
    """Every claim once, under the first of its themes, and every response at least once; of a part, what that keeps.

    The filters are those of the whole, so that what is chosen can be taken from part to part; a page of contents, which
    keeps nothing, counts the whole as well.
    """
    index, say = desk.index, desk.language.text
    hows: tuple[How, ...] = get_args(How)
    rows = list(zip(every_row(desk), facets_of(desk), strict=True))
    kept = [(one, by) for one, by in rows if only is nothing or only(one.step.slug, one.record.id)]
    claims = [one.record for one, _ in kept if one.kind == "claim"]
    shown = [] if only is nothing else kept
    bands, asked = _bands(desk, shown), _shown(desk, [row for row in shown if row[0].step.slug == ASKED])
    loose = tuple(Single(desk.card(one.record), by) for one, by in shown if one.step.slug == LOOSE)
    whole = tuple(
        Single(desk.card(one.record), by, say(f"how.{one.how}"), say(f"how_means.{one.how}"))
        for one, by in shown
        if one.how
    )
    totals = {kind: sum(1 for one, _ in kept if one.kind == kind) for kind in COUNTED}
    return SideBySide(
        report=whole,
        bands=bands,
        asked=asked,
        loose=loose,
        kinds=tuple((say(f"how.{how}"), say(f"how_means.{how}")) for how in hows),
        differ=bool(index.dossier.discrepancies),
        whole=index.language.listed(
            [say(f"count.{kind}", n=len(index.kinds[kind])) for kind in ANSWERABLE if index.kinds[kind]]
        ),
        claims=len(claims),
        answered=sum(1 for record in claims if index.answers_to(record.id)),
        filters=filters_of(desk),
        counts=index.language.listed(
            [say(f"filter.count.{kind}", n=n, shown=f"{{{kind}}}") for kind, n in totals.items() if n]
        ),
        everything=index.language.listed(
            [say(f"filter.count.{kind}", n=n, shown=n) for kind, n in totals.items() if n]
        ),
        brief=desk.weights.brief,
    )


def _bands(desk: Desk, shown: Sequence[tuple[Found, Facets]]) -> tuple[Band, ...]:
    """The claims under their first themes, in the order of the themes; those without a theme last."""
    index = desk.index
    under: dict[str, list[tuple[Found, Facets]]] = {}
    for row in shown:
        if row[0].kind == "claim":
            under.setdefault(row[0].step.slug, []).append(row)
    themes = {f"theme-{theme.id}": theme_link(theme, index.language) for theme in index.dossier.themes}
    nowhere = Link(index.language.text("side_by_side.no_theme"), "")
    return tuple(_band(index, slug, themes.get(slug, nowhere), _shown(desk, rows)) for slug, rows in under.items())


def _shown(desk: Desk, rows: Iterable[tuple[Found, Facets]]) -> tuple[Shown, ...]:
    return tuple(Shown(desk.row(one.record), by) for one, by in rows)


def _band(index: Index, anchor: str, heading: Link, rows: tuple[Shown, ...]) -> Band:
    answered = sum(1 for one in rows if one.row.replies)
    return Band(anchor, heading, rows, words.answered(index.language, len(rows), answered))
