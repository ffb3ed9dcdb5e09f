"""Killed at any moment: what was there stands or what was to be is there, and one more run ends as if undisturbed.

`python tests/measure/kills.py 200` does the same at as many random moments as it is told.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from killing import Bench

#: How often each command is killed, at times and at steps drawn from its whole run.
_KILLS = [("extract", 2, 4), ("build", 1, 0), ("rebuild", 0, 1), ("release", 0, 1), ("add", 0, 1), ("review", 0, 2)]


@pytest.mark.parametrize(("name", "times", "steps"), _KILLS, ids=[name for name, *_ in _KILLS])
def test_a_run_that_is_killed_loses_nothing_and_leaves_nothing_to_mend(
    tmp_path: Path, water_read: Path, name: str, times: int, steps: int
) -> None:
    bench, chance = Bench(name, tmp_path, water_read), random.Random(name)
    for _ in range(times):
        bench.at_time(chance.random())
    for _ in range(steps):
        assert bench.at_step(chance.randint(1, bench.steps))
