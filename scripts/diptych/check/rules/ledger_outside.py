"""The ledger of a source lists its own sentences."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem

CODE = "ledger-outside"


def check(context: Context) -> Iterator[Problem]:
    """Yields the sentences that are empty or reach out of their source."""
    for source in context.articles:
        for place, sentence in enumerate(source.sentences):
            if sentence.end <= sentence.start or not source.span.covers(sentence.span):
                said = f"{source.id}: the sentence {sentence.start}–{sentence.end} is not within "
                said += f"{source.start}–{source.end}"
                yield context.problem(CODE, source.id, ("sentences", place), said, "correct its place, or take it away")
