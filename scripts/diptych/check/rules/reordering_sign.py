"""A sign of the direction of writing can make a line read as what it does not say."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem
from diptych.signs import REORDERING, named

CODE = "reordering-sign"


def check(context: Context) -> Iterator[Problem]:
    """Yields the texts with signs that embed, override or isolate a direction."""
    for written in context.written:
        signs = sorted(set(REORDERING.findall(written.text)))
        if signs:
            said = f"this text holds {', '.join(map(named, signs))}: it may read otherwise than it is written"
            hint = "pages show it by its number" + ("" if written.quoted else "; take it out")
            yield context.problem_in(written.file, CODE, written.path, said, hint, "warning")
