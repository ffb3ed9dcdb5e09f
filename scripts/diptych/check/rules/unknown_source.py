"""What names a source must name one that is there, or nothing can be looked up."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem, did_you_mean
from diptych.yamlio import Path

CODE = "unknown-source"


def check(context: Context) -> Iterator[Problem]:
    """Yields the passages, copies and rejections that name a source which content/sources/ does not hold."""
    for owner, path, named in _named(context):
        if named not in context.sources and named not in context.broken:
            said = f"{owner}: there is no source {named}"
            yield context.problem(
                CODE, owner, path, said, did_you_mean(named, context.sources) or "name a source that is there"
            )
    for number, one in enumerate(context.dossier.rejected):  # which stay when their source has gone
        if (
            one.source not in context.sources
            and one.source not in context.broken
            and one.source not in context.dossier.given
        ):
            said = f"{one.id}, rejected: there is no source {one.source}"
            hint = did_you_mean(one.source, context.sources) or "name a source that is there"
            yield context.problem_in("content/rejected.yml", CODE, ("rejected", number, "source"), said, hint)


def _named(context: Context) -> Iterator[tuple[str, Path, str]]:
    for quotation in context.quotations:
        yield quotation.owner, (*quotation.path, "source"), quotation.quoted.source
    for source in context.dossier.sources:
        if source.copy_of:
            yield source.id, ("copy_of",), source.copy_of
