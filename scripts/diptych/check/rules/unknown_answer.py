"""An answer must lead to a statement that is there, or the two sides do not meet."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem, did_you_mean
from diptych.values import REPORT

CODE = "unknown-answer"


def check(context: Context) -> Iterator[Problem]:
    """Yields the answers to records that content/ does not hold."""
    known = {record.id for record in context.dossier.records}
    for record in context.records:
        for place, answer in enumerate(record.answers):
            if answer.to != REPORT and answer.to not in known and answer.to not in context.broken:
                said = f"{record.id}: there is no record {answer.to} to answer"
                hint = did_you_mean(answer.to, known)
                yield context.problem(CODE, record.id, ("answers", place, "to"), said, hint)
