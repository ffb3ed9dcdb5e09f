"""What the report asks, by who is asked."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.render.index import Index
from diptych.render.links import Link, actor_link
from diptych.render.views.shared import Desk, Row


@dataclass(frozen=True, slots=True)
class Asked:
    """The recommendations to one addressee."""

    anchor: str
    addressee: Link
    party: str
    rows: tuple[Row, ...]


def recommendations(index: Index, desk: Desk) -> tuple[Asked, ...]:
    """One group an addressee, in the order in which each is first addressed; those to nobody named last."""
    groups: dict[str, list[Row]] = {}
    for record in index.kinds["recommendation"]:
        groups.setdefault(record.addressee or "", []).append(desk.row(record))
    named = tuple(
        Asked(
            f"to-{addressee}",
            actor_link(index.actors[addressee], index.language),
            index.actors[addressee].party,
            tuple(rows),
        )
        for addressee, rows in groups.items()
        if addressee
    )
    if "" not in groups:
        return named
    nobody = Link(index.language.text("recommendations.to_nobody"), "")
    return (*named, Asked("to-nobody", nobody, "third", tuple(groups[""])))
