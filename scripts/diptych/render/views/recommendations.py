"""What the report asks, by who is asked."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.render.divided.items import Item, Only, Step, everything
from diptych.render.index import Index
from diptych.render.links import Link, actor_link
from diptych.render.views.shared import Desk, Row


@dataclass(frozen=True, slots=True)
class Asked:
    """The recommendations to one addressee; where they are `brief`, without their passages."""

    anchor: str
    addressee: Link
    party: str
    rows: tuple[Row, ...]
    brief: bool


def recommendations(desk: Desk, only: Only = everything) -> tuple[Asked, ...]:
    """One group an addressee, in the order in which each is first addressed; those to nobody named last."""
    index, steps = desk.index, _steps(desk.index)
    groups: dict[str, list[Row]] = {}
    for record in index.kinds["recommendation"]:
        if only(steps[record.addressee or ""].slug, record.id):
            groups.setdefault(record.addressee or "", []).append(desk.row(record))
    return tuple(
        Asked(
            step.anchor,
            actor_link(index.actors[addressee], index.language) if addressee else Link(step.title, ""),
            index.actors[addressee].party if addressee else "third",
            tuple(groups[addressee]),
            desk.weights.brief,
        )
        for addressee, step in steps.items()
        if addressee in groups
    )


def recommendation_items(desk: Desk) -> tuple[Item, ...]:
    """What stands on the page, for dividing it: by who is asked, and these by their numbers."""
    return tuple(
        Item.of(step.slug, record.id, desk.weights.row(record), step, anchors=(record.id,))
        for addressee, step in _steps(desk.index).items()
        for record in desk.index.kinds["recommendation"]
        if (record.addressee or "") == addressee
    )


def _steps(index: Index) -> dict[str, Step]:
    """The headings by who is asked, in the order of the page; "" for nobody named."""
    asked = dict.fromkeys(record.addressee or "" for record in index.kinds["recommendation"])
    found = {one: Step(f"to-{one}", index.actors[one].name, f"to-{one}", index.language.own) for one in asked if one}
    if "" in asked:
        found[""] = Step("to-nobody", index.language.text("recommendations.to_nobody"), "to-nobody")
    return found
