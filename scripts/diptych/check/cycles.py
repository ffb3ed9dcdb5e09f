"""Chains that lead back to where they began."""

from __future__ import annotations

from collections.abc import Mapping


def cycles(following: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Every circle of a graph in which each node leads to one other, each once and from its first id on."""
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in sorted(following):
        chain: dict[str, None] = {}
        here = start
        while here in following and here not in done and here not in chain:
            chain[here] = None
            here = following[here]
        if here in chain:
            ring = list(chain)[list(chain).index(here) :]
            first = ring.index(min(ring))
            found.append(tuple(ring[first:] + ring[:first]))
        done.update(chain)
    return found
