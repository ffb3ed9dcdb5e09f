"""Text of a seed that belongs to no source can't be cited and is in no ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from diptych.check.context import Context
from diptych.check.cover import gaps
from diptych.check.difference import excerpt
from diptych.problems import Problem
from diptych.records import Source
from diptych.spans import Span

CODE = "seed-gap"


def check(context: Context) -> Iterator[Problem]:
    """Yields the stretches that no source covers, of the seeds that some source names; not of changed ones."""
    held: dict[str, list[Source]] = defaultdict(list)
    for source in context.dossier.sources:
        held[source.file].append(source)
    for file, sources in held.items():
        text = context.text(file)
        if text is None or any(context.pinned(source) is None for source in sources):
            continue
        for left in gaps([source.span for source in sources], Span(0, len(text)), text):
            line = text.count("\n", 0, left.start) + 1
            column = left.start - text.rfind("\n", 0, left.start)
            said = f"{left.start}–{left.end} belongs to no source: {excerpt(left.of(text))}"
            hint = "widen a source, or add one, so that it is listed in a ledger"
            yield Problem(file, line, column, CODE, said, hint, "warning")
