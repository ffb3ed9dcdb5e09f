"""Time and memory of extraction grow with the articles, on generated ones."""

from __future__ import annotations

import os
import pickle
import re
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import scale
import scale_articles

from diptych.pair import group
from diptych.pipeline import extraction
from diptych.pipeline.shared import Filed
from diptych.pipeline.workers import workers
from diptych.progress import unshown

FEWER, MORE = 30, 120
#: Noise of a machine that does other things too.
SLACK = 1.5
#: What an article more takes at the most, in counts of the words of two hundred; it takes one to two of them.
COUNTS = 3.0


def counting() -> float:
    """Seconds of a processor that it takes here and now to count the words of two hundred articles."""
    texts, times = list(scale_articles.articles(40).values()), 50
    began = time.process_time()
    for text in texts * times:
        Counter(word.lower() for word in re.findall(r"[^\W\d_]+", text))
    return (time.process_time() - began) * 200 / (len(texts) * times)


def test_time_grows_as_n_log_n_and_an_article_takes_no_more_than_it_may(tmp_path: Path) -> None:
    before = counting()
    first = scale.cost(scale_articles.write(tmp_path / "fewer", FEWER), 2)
    last = scale.cost(scale_articles.write(tmp_path / "more", MORE), 2)
    assert scale.growth(first.processor, last.processor, FEWER, MORE) < SLACK
    each = (last.processor - first.processor) / (MORE - FEWER)
    assert each < COUNTS * max(before, counting()), (each, before)
    assert last.memory < 360 * 2**20


def test_workers_have_what_is_shared_once(tmp_path: Path) -> None:
    """As the first piece of work finds it, so do the others of a process, and it does not come with them."""
    with workers(2, unshown) as others:
        shared = others.share(list(range(10**5)))
        assert len(pickle.dumps(shared)) < 10**3
        found = list(others.each(partial(place_of, shared), range(64), 1))
    places = {process: {place for one, place in found if one == process} for process, _ in found}
    assert all(len(one) == 1 for one in places.values()), places


def test_what_no_file_can_hold_comes_along(tmp_path: Path) -> None:
    held = Filed.of([1, 2], tmp_path / "not-there" / "1")
    assert pickle.loads(pickle.dumps(held))() == [1, 2]


def place_of(shared: Callable[[], list[int]], number: int) -> tuple[int, int]:
    """The process that this is asked of, and where in its memory the value is."""
    assert shared()[number] == number
    return os.getpid(), id(shared())


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
