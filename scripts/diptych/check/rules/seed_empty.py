"""A seed without words holds no article: most often the file was not saved whole."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.drafts import Seed
from diptych.problems import Problem
from diptych.yamlio import MARK

CODE = "seed-empty"


def check(context: Context) -> Iterator[Problem]:
    """Yields the seeds that hold nothing but white space."""
    for seed in context.seeds.values():
        if isinstance(seed, Seed) and not seed.text.removeprefix(MARK).strip():
            yield Problem(
                seed.file, 0, 0, CODE, "this seed holds no words", "save it again, or take it away", "warning"
            )
