"""Only a response answers: a claim that did would stand on both sides of the page."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem

CODE = "answer-not-response"


def check(context: Context) -> Iterator[Problem]:
    """Yields the records that have answers and are no responses."""
    for record in context.records:
        if record.answers and record.kind != "response":
            said = f"{record.id}: a {record.kind} has no answers, only a response has"
            yield context.problem(
                CODE, record.id, ("answers",), said, "move the answers to the response that gives them"
            )
