"""The rows of the two columns before they are made: where each stands, what finds it, and how heavy it is."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from diptych.records import Record
from diptych.render.addresses import SIDE_BY_SIDE, short
from diptych.render.divided.items import Item, Step
from diptych.render.index import Index
from diptych.render.views.filters import Facets, Filter, facets, filters
from diptych.render.views.shared import Desk
from diptych.values import How

#: The headings that are no themes; what stands under the first and the last faces no single statement.
WHOLE, OTHER, ASKED, LOOSE = "report", "other", "recommendations", "loose"
ALONE = (WHOLE, LOOSE)
#: What the filters count.
COUNTED = ("claim", "recommendation", "report", "response")
#: So many rows are in one of the files that the filters ask.
ROWS = 4000


@dataclass(frozen=True, slots=True)
class Found:
    """A row before it is made: its record, the heading that it stands under, and how it answers the report."""

    record: Record
    kind: str
    step: Step
    how: How | None = None


def headings(index: Index) -> dict[str, Step]:
    """Every heading, by its slug, in the order of the page."""
    say, own = index.language.text, index.language.own
    whole = Step(WHOLE, say("side_by_side.whole"), "report")
    themes = [Step(f"theme-{theme.id}", theme.title, f"theme-{theme.id}", own) for theme in index.dossier.themes]
    others = (
        Step(OTHER, say("side_by_side.no_theme"), "other"),
        Step(ASKED, say("nav.recommendations"), "recommendations"),
        Step(LOOSE, say("side_by_side.loose"), "loose"),
    )
    return {one.slug: one for one in (whole, *themes, *others)}


def every_row(desk: Desk) -> tuple[Found, ...]:
    """Every row of the page, in its order."""
    return desk.once("side by side", lambda: tuple(_every_row(desk.index)))


def _every_row(index: Index) -> Iterable[Found]:
    steps = headings(index)
    for record, how in index.to_report:
        yield Found(record, "report", steps[WHOLE], how)
    under: dict[str, list[Record]] = {}
    for record in index.kinds["claim"]:
        under.setdefault(f"theme-{record.themes[0]}" if record.themes else OTHER, []).append(record)
    for slug, step in steps.items():
        for record in under.get(slug, ()):
            yield Found(record, "claim", step)
    for record in index.kinds["recommendation"]:
        yield Found(record, "recommendation", steps[ASKED])
    for record in index.kinds["response"]:
        if not record.answers:
            yield Found(record, "response", steps[LOOSE])


def facets_of(desk: Desk) -> tuple[Facets, ...]:
    """What each row is found by, in the same order."""
    answers = desk.index.answers_to
    return desk.once(
        "side by side, facets",
        lambda: tuple(
            facets(one.kind, one.record, answers(one.record.id), hows=(one.how,) if one.how else ())
            for one in every_row(desk)
        ),
    )


def filters_of(desk: Desk) -> tuple[Filter, ...]:
    """The filters of the whole page, those left out that have no values."""
    every = facets_of(desk)
    return desk.once(
        "side by side, filters",
        lambda: tuple(one for one in filters(desk.index, every) if any(group.values for group in one.groups)),
    )


def side_by_side_items(desk: Desk) -> tuple[Item, ...]:
    """What stands on the page, for dividing it: by themes, and these by the numbers of their claims."""
    weights = desk.weights
    return tuple(
        Item.of(
            one.step.slug,
            one.record.id,
            (weights.card if one.step.slug in ALONE else weights.row)(one.record),
            one.step,
            anchors=(one.record.id,),
        )
        for one in every_row(desk)
    )


def rows_files(desk: Desk) -> dict[str, str]:
    """What the filters of a page of contents ask, as scripts that hand it over; by their paths.

    Scripts, as a page that is read from disk may load nothing else. A row is its ID, its kind by its place in
    `COUNTED`, and the places of its themes, of its pairs of source and speaker (source · speakers + speaker) and of
    the ways in which it is answered, in the lists of the first file.
    """
    every = facets_of(desk)
    lists: dict[str, dict[str, None]] = {
        "themes": dict.fromkeys(theme for by in every for theme in by.themes),
        "sources": dict.fromkeys(source for by in every for source, _ in by.said),
        "speakers": dict.fromkeys(actor for by in every for _, actor in by.said),
        "hows": {how: None for by in every for how in by.hows},
    }
    place = {name: {value: at for at, value in enumerate(values)} for name, values in lists.items()}
    speakers = len(lists["speakers"])
    rows = [
        [
            one.record.id,
            COUNTED.index(one.kind),
            [place["themes"][theme] for theme in by.themes],
            [speakers * place["sources"][source] + place["speakers"][actor] for source, actor in by.said],
            [place["hows"][how] for how in by.hows],
        ]
        for one, by in zip(every_row(desk), every, strict=True)
    ]
    named: dict[str, list[str]] = {"kinds": list(COUNTED)} | {name: list(values) for name, values in lists.items()}
    return {
        rows_path(number): f"diptychRows({_json(named if number == 0 else {})},{_json(rows[first : first + ROWS])});\n"
        for number, first in enumerate(range(0, len(rows), ROWS))
    }


def rows_path(number: int) -> str:
    """One of the files that the filters of a page of contents ask; they count from 0."""
    return f"{short(SIDE_BY_SIDE)}rows-{number}.js"


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=True, separators=(",", ":"))
