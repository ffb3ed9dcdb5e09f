"""Text of a seed that belongs to no source can't be cited and is in no ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from diptych.check.context import Context
from diptych.check.cover import gaps
from diptych.check.difference import excerpt
from diptych.problems import Problem
from diptych.records import Dossier
from diptych.spans import Span

CODE = "seed-gap"


def check(dossier: Dossier, context: Context) -> Iterator[Problem]:
    """Yields the stretches of a seed that no source covers, though some source names the file."""
    held: dict[str, list[Span]] = defaultdict(list)
    for source in dossier.sources:
        held[source.file].append(source.span)
    for file, spans in held.items():
        text = context.text(file)
        if text is None:
            continue
        for left in gaps(spans, Span(0, len(text)), text):
            line = text.count("\n", 0, left.start) + 1
            column = left.start - text.rfind("\n", 0, left.start)
            said = f"{left.start}–{left.end} belongs to no source: {excerpt(left.of(text))}"
            hint = "widen a source, or add one, so that it is listed in a ledger"
            yield Problem(file, line, column, CODE, said, hint, "warning")
