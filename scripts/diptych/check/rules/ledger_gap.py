"""Nothing of a source is dropped in silence: every word of it stands in a sentence of the ledger, noise included."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.check.cover import gaps
from diptych.check.difference import excerpt
from diptych.problems import Problem
from diptych.spans import Span

CODE = "ledger-gap"


def check(context: Context) -> Iterator[Problem]:
    """Yields the sources with text in no sentence, once each, at the first such stretch; a changed seed has others."""
    for source in context.articles:
        text = context.pinned(source)
        if text is None:
            continue
        within = Span(source.start, min(source.end, len(text)))
        left = list(gaps([sentence.span for sentence in source.sentences], within, text))
        if left:
            first, more = left[0], len(left) - 1
            others = f" and {more} more stretch{'' if more == 1 else 'es'} stand" if more else " stands"
            said = f"{source.id}: {first.start}–{first.end}{others} in no sentence: {excerpt(first.of(text))}"
            hint = f"add [{first.start}, {first.end}, context], or noise, to its sentences"
            yield context.problem(CODE, source.id, ("sentences",), said, hint)
