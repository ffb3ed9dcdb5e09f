"""Who belongs to whom is a tree: in a circle nobody could say where an actor belongs."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.check.cycles import cycles
from diptych.problems import Problem

CODE = "affiliation-cycle"


def check(context: Context) -> Iterator[Problem]:
    """Yields every circle of affiliations once."""
    for ring in cycles({actor.id: actor.affiliation for actor in context.dossier.actors if actor.affiliation}):
        said = "affiliations go in a circle: " + " → ".join((*ring, ring[0]))
        yield context.problem(CODE, ring[0], ("affiliation",), said, "leave one of them out")
