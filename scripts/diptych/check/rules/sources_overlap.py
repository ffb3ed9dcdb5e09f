"""Two articles of one seed share no text: it would have two publishers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from diptych.check.context import Context
from diptych.check.cover import overlaps
from diptych.problems import Problem
from diptych.records import Source

CODE = "sources-overlap"


def check(context: Context) -> Iterator[Problem]:
    """Yields the sources that begin before another of the same seed has ended."""
    within: dict[str, list[Source]] = defaultdict(list)
    for source in context.dossier.sources:
        within[source.file].append(source)
    for file, sources in within.items():
        for before, place in overlaps([source.span for source in sources]):
            one, other = sources[before], sources[place]
            said = f"{other.id} begins at {other.start} of {file}, before {one.id} ends at {one.end}"
            yield context.problem(CODE, other.id, ("start",), said, "let one end where the other begins")
