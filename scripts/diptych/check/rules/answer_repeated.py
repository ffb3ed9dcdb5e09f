"""One answer to one statement: said twice, in two manners, a reader could not tell which holds."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem

CODE = "answer-repeated"


def check(context: Context) -> Iterator[Problem]:
    """Yields the answers whose target the same record answers already."""
    for record in context.records:
        seen: set[str] = set()
        for place, answer in enumerate(record.answers):
            if answer.to in seen:
                said = f"{record.id} answers {answer.to} more than once"
                yield context.problem(CODE, record.id, ("answers", place, "to"), said, "keep one")
            seen.add(answer.to)
