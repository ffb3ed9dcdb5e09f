"""A passage's number is its address, so that two of one record can't share one."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem

CODE = "passage-number"


def check(context: Context) -> Iterator[Problem]:
    """Yields the passages whose number an earlier one of the record has."""
    for record in context.records:
        taken: set[int] = set()
        for place, (number, passage) in enumerate(record.numbered):
            if number in taken:
                said = f"{record.id}: another passage has number {number} already"
                hint = f"`number: {max(n for n, _ in record.numbered) + 1}` is free"
                path = ("passages", place, "number") if passage.number else ("passages", place)
                yield context.problem(CODE, record.id, path, said, hint)
            taken.add(number)
