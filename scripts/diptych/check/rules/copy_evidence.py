"""A copy is no second witness: what it holds is cited from the source that it copies."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem

CODE = "copy-evidence"


def check(context: Context) -> Iterator[Problem]:
    """Yields the passages taken from a source of kind copy."""
    for quotation in context.quotations:
        source = context.sources.get(quotation.quoted.source)
        if source and source.kind == "copy":
            said = f"{quotation.name} is taken from {source.id}, a copy of {source.copy_of or 'another source'}"
            hint = "cite the source that was copied"
            yield context.problem(CODE, quotation.owner, (*quotation.path, "source"), said, hint, "warning")
