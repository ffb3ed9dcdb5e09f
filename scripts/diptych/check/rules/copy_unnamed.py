"""A copy repeats a source, and says which: otherwise the same words would count as two witnesses."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem

CODE = "copy-unnamed"


def check(context: Context) -> Iterator[Problem]:
    """Yields the copies that name no source, and the originals that name one."""
    for source in context.dossier.sources:
        if source.kind == "copy" and source.copy_of is None:
            said = f"{source.id} is a copy, but copy_of does not say of what"
            yield context.problem(CODE, source.id, ("kind",), said, "add copy_of: and the source's ID")
        elif source.kind == "original" and source.copy_of is not None:
            said = f"{source.id} is an original, but copy_of says that it repeats {source.copy_of}"
            hint = "write kind: copy or kind: rewrite, or leave copy_of out"
            yield context.problem(CODE, source.id, ("copy_of",), said, hint)
