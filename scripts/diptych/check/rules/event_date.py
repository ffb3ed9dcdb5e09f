"""An event without a date has no place on the timeline."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem

CODE = "event-date"


def check(context: Context) -> Iterator[Problem]:
    """Yields the events that have none."""
    for record in context.records:
        if record.kind == "event" and record.date is None:
            hint = "add date: with a day, a month or a year, as much as is known"
            yield context.problem(CODE, record.id, (), f"{record.id}: this event has no date", hint, "warning")
