"""A recommendation asks somebody: who that is may stand in the source, and belongs in the record then."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem

CODE = "recommendation-addressee"


def check(context: Context) -> Iterator[Problem]:
    """Yields the recommendations that name nobody."""
    for record in context.records:
        if record.kind == "recommendation" and record.addressee is None:
            said = f"{record.id}: this recommendation does not say who is asked"
            yield context.problem(CODE, record.id, (), said, "add addressee: if the source says it", "note")
