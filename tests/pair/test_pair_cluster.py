"""Average-link clustering."""

from __future__ import annotations

from diptych.pair.cluster import agglomerate


def graph(edges: dict[tuple[int, int], float]) -> dict[int, dict[int, float]]:
    near: dict[int, dict[int, float]] = {}
    for (a, b), weight in edges.items():
        near.setdefault(a, {})[b] = weight
        near.setdefault(b, {})[a] = weight
    return near


def test_a_chain_does_not_pull_its_ends_together() -> None:
    into = agglomerate(dict.fromkeys(range(4), 1), graph({(0, 1): 0.9, (1, 2): 0.4, (2, 3): 0.9}), 0.3)
    assert into[0] == into[1]
    assert into[2] == into[3]
    assert into[0] != into[2]


def test_nothing_below_the_threshold() -> None:
    assert agglomerate({0: 1, 1: 1}, graph({(0, 1): 0.2}), 0.3) == {0: 0, 1: 1}


def test_size_counts() -> None:
    into = agglomerate({0: 4, 1: 1}, graph({(0, 1): 1.0}), 0.3)
    assert into[0] != into[1]
