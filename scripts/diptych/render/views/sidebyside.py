"""The two columns: what was reported, and facing it what was answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from diptych.records import ANSWERABLE, How, Record
from diptych.render import words
from diptych.render.index import Index
from diptych.render.links import Link, theme_link
from diptych.render.views.filters import Facets, Filter, facets, filters
from diptych.render.views.shared import Card, Desk, Row


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
    all.
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


def side_by_side(index: Index, desk: Desk) -> SideBySide:
    """Every claim once, under the first of its themes, and every response at least once."""
    claims, say = index.kinds["claim"], index.language.text
    hows: tuple[How, ...] = get_args(How)
    bands = _bands(index, desk, claims)
    asked = _shown(index, desk, index.kinds["recommendation"])
    loose = tuple(
        Single(desk.card(record), facets("response", record))
        for record in index.kinds["response"]
        if not record.answers
    )
    whole = tuple(
        Single(desk.card(record), facets("report", record, hows=(how,)), say(f"how.{how}"), say(f"how_means.{how}"))
        for record, how in index.to_report
    )
    rows = [
        *(one.facets for one in whole),
        *(one.facets for band in bands for one in band.rows),
        *(one.facets for one in asked),
        *(one.facets for one in loose),
    ]
    totals = {"claim": len(claims), "recommendation": len(asked), "report": len(whole), "response": len(loose)}
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
        filters=tuple(one for one in filters(index, rows) if any(group.values for group in one.groups)),
        counts=index.language.listed(
            [say(f"filter.count.{kind}", n=n, shown=f"{{{kind}}}") for kind, n in totals.items() if n]
        ),
        everything=index.language.listed(
            [say(f"filter.count.{kind}", n=n, shown=n) for kind, n in totals.items() if n]
        ),
    )


def _bands(index: Index, desk: Desk, claims: tuple[Record, ...]) -> tuple[Band, ...]:
    """The claims under their first themes, in the order of the themes; those without a theme last."""
    under: dict[str, list[Record]] = {}
    for record in claims:
        under.setdefault(record.themes[0] if record.themes else "", []).append(record)
    found = [
        _band(index, f"theme-{theme.id}", theme_link(theme, index.language), _shown(index, desk, under[theme.id]))
        for theme in index.dossier.themes
        if theme.id in under
    ]
    if "" in under:
        nowhere = Link(index.language.text("side_by_side.no_theme"), "")
        found.append(_band(index, "other", nowhere, _shown(index, desk, under[""])))
    return tuple(found)


def _shown(index: Index, desk: Desk, records: Iterable[Record]) -> tuple[Shown, ...]:
    return tuple(
        Shown(desk.row(record), facets(record.kind, record, index.answers_to(record.id))) for record in records
    )


def _band(index: Index, anchor: str, heading: Link, rows: tuple[Shown, ...]) -> Band:
    answered = sum(1 for one in rows if one.row.replies)
    return Band(anchor, heading, rows, words.answered(index.language, len(rows), answered))
