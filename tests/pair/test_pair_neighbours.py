"""Neighbours by rare terms, and likenesses as shares of the greatest."""

from __future__ import annotations

from diptych.pair.neighbours import neighbours, shares

THINGS = [{"valve": 2.0, "rust": 1.0}, {"valve": 2.0}, {"rust": 1.0, "quay": 3.0}, {"gull": 1.0}]


def test_nearest_are_those_that_share_most() -> None:
    assert list(neighbours(THINGS, nearest=5)) == [{1: 2.0, 2: 1.0}, {0: 2.0}, {0: 1.0}, {}]
    assert next(neighbours(THINGS, nearest=1)) == {1: 2.0}


def test_the_rarest_terms_are_looked_at_and_common_ones_are_not() -> None:
    things = [*THINGS, {"valve": 2.0}]
    assert next(neighbours(things, nearest=5, rarest=1)) == {2: 1.0}
    assert next(neighbours(things, nearest=5, common=2)) == {2: 1.0}


def test_of_things_as_near_as_each_other_the_first_come_first() -> None:
    assert [list(near) for near in neighbours([{"valve": 1.0}] * 4, nearest=2)] == [[1, 2], [0, 2], [0, 1], [0, 1]]


def test_shares_are_of_the_most_with_the_others_article() -> None:
    pairs = [(0, 1), (0, 2), (0, 3)]
    assert shares([0, 1, 1, 2], pairs, [0.25, 0.5, 0.1]) == [0.5, 1.0, 1.0]
    assert shares([0, 1], [(0, 1)], [0.0]) == [0.0]
