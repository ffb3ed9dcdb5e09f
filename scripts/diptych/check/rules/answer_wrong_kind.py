"""What is answered is a claim, a recommendation or the report: a response to a response has no place to stand."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem
from diptych.values import ANSWERABLE, REPORT, kind_of

CODE = "answer-wrong-kind"


def check(context: Context) -> Iterator[Problem]:
    """Yields the responses' answers to anything else, themselves included."""
    for record in context.records:
        if record.kind != "response":
            continue
        for place, answer in enumerate(record.answers):
            if answer.to != REPORT and kind_of(answer.to) not in ANSWERABLE:
                what = "itself" if answer.to == record.id else f"the {kind_of(answer.to)} {answer.to}"
                said = f"{record.id} answers {what}"
                hint = f"an answer goes to a claim, a recommendation or {REPORT!r}"
                yield context.problem(CODE, record.id, ("answers", place, "to"), said, hint)
