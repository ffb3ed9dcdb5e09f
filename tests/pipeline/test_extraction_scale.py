"""Time and memory of extraction grow with the articles, on generated ones."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from support import ROOT

from diptych.pair import group
from diptych.pipeline import extraction

sys.path.insert(0, str(ROOT / "tests/measure"))

import scale
import scale_articles

FEWER, MORE = 30, 120
#: Noise of a machine that does other things too.
SLACK = 1.5


def test_time_grows_as_n_log_n_and_memory_stays_bounded(tmp_path: Path) -> None:
    first = scale.cost(scale_articles.write(tmp_path / "fewer", FEWER), 2)
    last = scale.cost(scale_articles.write(tmp_path / "more", MORE), 2)
    assert scale.growth(first.processor, last.processor, FEWER, MORE) < SLACK
    assert last.memory < 400 * 2**20


def test_statements_are_compared_with_a_bounded_number_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted and not timed, so that no other work of the machine shows: twice the articles, twice the comparisons."""
    compared = [0]
    likeness = group.likeness

    def counting(*given: Any) -> float:
        compared[0] += 1
        return likeness(*given)

    monkeypatch.setattr(group, "likeness", counting)
    found = []
    for number in (FEWER * 2, MORE):
        compared[0] = 0
        extraction.extract(scale_articles.write(tmp_path / str(number), number))
        found.append(compared[0])
    assert 0 < found[1] < 2.2 * found[0], found


def test_articles_are_the_same_every_time_and_none_is_another() -> None:
    made = scale_articles.articles(40)
    assert made == scale_articles.articles(40)
    assert len(set(made.values())) == len(made)
    assert made != scale_articles.articles(40, seed=2)
