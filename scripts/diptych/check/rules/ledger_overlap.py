"""Every sentence is listed once: text that two entries hold would be counted twice."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.check.cover import overlaps
from diptych.problems import Problem

CODE = "ledger-overlap"


def check(context: Context) -> Iterator[Problem]:
    """Yields the sentences that begin before an earlier one has ended."""
    for source in context.articles:
        spans = [sentence.span for sentence in source.sentences]
        for before, place in overlaps(spans):
            one, other = spans[before], spans[place]
            said = f"{source.id}: the sentences {one.start}–{one.end} and {other.start}–{other.end} overlap"
            yield context.problem(CODE, source.id, ("sentences", place), said, "let one end where the other begins")
