"""A source is a part of its seed: beyond the file's end there is nothing to cite."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem

CODE = "source-outside"


def check(context: Context) -> Iterator[Problem]:
    """Yields the sources whose span is empty or reaches beyond their seed."""
    for source in context.dossier.sources:
        text = context.text(source.file)
        if source.end <= source.start:
            said = f"{source.id}: {source.start}–{source.end} is no stretch of text"
            yield context.problem(CODE, source.id, ("end",), said)
        elif text is not None and source.end > len(text):
            said = f"{source.id} ends at {source.end}, but {source.file} has {len(text)} characters"
            yield context.problem(CODE, source.id, ("end",), said, f"write end: {len(text)} or less")
