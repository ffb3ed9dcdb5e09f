"""Average-link clustering on a sparse graph."""

from __future__ import annotations

import heapq
from collections.abc import Mapping


def agglomerate(size: dict[int, int], near: dict[int, dict[int, float]], threshold: float) -> dict[int, int]:
    """Joins the two clusters of highest mean likeness, again and again, down to a threshold (Sokal and Michener 1958).

    `size` holds the members of each cluster, `near[a][b]` the sum of the likenesses between the members of a and of b;
    what is not there is nought. Returns for each cluster the one it ends in. Ties go to the lowest numbers.
    """
    _part(size, near, threshold)
    heap = [
        (-total / (size[a] * size[b]), a, b)
        for a in sorted(near)
        for b, total in near[a].items()
        if a < b and total / (size[a] * size[b]) >= threshold
    ]
    heapq.heapify(heap)
    into = {one: one for one in size}
    while heap:
        score, a, b = heapq.heappop(heap)
        if into[a] != a or into[b] != b or b not in near[a] or -near[a][b] / (size[a] * size[b]) != score:
            continue
        into[b] = a
        size[a] += size[b]
        for other, total in near.pop(b).items():
            near[other].pop(b, None)
            if other != a:
                near[a][other] = near[other][a] = near[a].get(other, 0.0) + total
        near[a].pop(b, None)
        for other, total in near[a].items():
            mean = total / (size[a] * size[other])
            if mean >= threshold:  # most are not, and are never looked at again unless one of the two grows
                heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
    return {one: home(into, one) for one in into}


def _part(size: Mapping[int, int], near: Mapping[int, dict[int, float]], threshold: float) -> None:
    """Forgets the likenesses between clusters that no chain of pairs as alike as the threshold leads between.

    Such two are never joined, nor what they are joined with: a mean is no higher than the highest of what it is of.
    """
    into = {one: one for one in size}
    for a, others in near.items():
        for b, total in others.items():
            if a < b and total / (size[a] * size[b]) >= threshold:
                first, second = sorted((home(into, a), home(into, b)))
                into[second] = first
    homes = {one: home(into, one) for one in size}
    for a, others in near.items():
        here = homes[a]
        for b in [b for b in others if homes[b] != here]:
            del others[b]


def home(into: dict[int, int] | list[int], one: int) -> int:
    """The one of its set that stands for all of it; `into` leads from each there, and shorter from now on."""
    while into[one] != one:
        into[one] = into[into[one]]
        one = into[one]
    return one
