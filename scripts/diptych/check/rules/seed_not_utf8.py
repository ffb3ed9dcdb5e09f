"""Offsets count the code points of UTF-8: in any other encoding they mean nothing."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem

CODE = "seed-not-utf8"


def check(context: Context) -> Iterator[Problem]:
    """Yields the seeds that are not UTF-8, at their first wrong byte."""
    for seed in context.seeds.values():
        if isinstance(seed, Problem):
            yield seed
