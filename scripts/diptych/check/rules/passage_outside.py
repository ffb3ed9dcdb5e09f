"""A passage lies within its source: words that stand before or behind the article are somebody else's."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.check.whereabouts import whereabouts
from diptych.problems import Problem

CODE = "passage-outside"


def check(context: Context) -> Iterator[Problem]:
    """Yields the passages that reach out of their source."""
    for quotation in context.quotations:
        quoted = quotation.quoted
        source = context.sources.get(quoted.source)
        if source is None or (source.start <= quoted.start and quoted.end <= source.end):
            continue
        if context.article(source.id) is None:
            continue
        found = whereabouts(quoted, source, context)
        said = (
            f"{quotation.name}: {quoted.start}–{quoted.end} is not within {source.id}, "
            f"which is {source.start}–{source.end} of {source.file}; {found.said}"
        )
        yield context.problem(CODE, quotation.owner, (*quotation.path, "start"), said, found.hint)
