"""What is near what: by the rare terms that things share, and by how alike others are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest

#: Neighbours are found by so many of a thing's rarest terms, of those that no more of the things have.
_RAREST = 8
_COMMON = 60
#: Of no more statements than this every two are compared; among more, likeness in words alone is soon chance.
FEW = 1500


def neighbours(
    weighed: Sequence[Mapping[str, float]], nearest: int, rarest: int = _RAREST, common: int = _COMMON
) -> Iterator[dict[int, float]]:
    """For each of some things the places of so many others that are nearest to it, in that order, with how near.

    A thing has weights by its terms. Others are near by the sum of the weights of those that they share with it, of its
    `rarest` terms that no more than `common` of the things have.
    """
    having: dict[str, list[int]] = defaultdict(list)
    for place, held in enumerate(weighed):
        for term in held:
            having[term].append(place)
    for place, held in enumerate(weighed):
        shared: dict[int, float] = defaultdict(float)
        usable = [(number, term) for term in held if 1 < (number := len(having[term])) <= common]
        for _, term in sorted(usable)[:rarest]:
            for other in having[term]:
                shared[other] += held[term]
        shared.pop(place, None)
        near = nsmallest(nearest, shared, key=lambda other: (-shared[other], other))
        yield {other: shared[other] for other in near}


def shares(of: Sequence[int], pairs: Sequence[tuple[int, int]], alike: Sequence[float]) -> list[float]:
    """How alike each pair is, as a share of the most that either of the two is to anything in the other's article.

    `of` has the article of each of those that `pairs` are of, and `alike` how alike each pair is.
    """
    most: list[dict[int, float]] = [{} for _ in of]
    for (i, j), value in zip(pairs, alike, strict=True):
        for one, there in ((i, of[j]), (j, of[i])):
            if value > most[one].get(there, 0.0):
                most[one][there] = value
    found: list[float] = []
    for (i, j), value in zip(pairs, alike, strict=True):
        best = max(most[i].get(of[j], 0.0), most[j].get(of[i], 0.0))
        found.append(value / best if best else 0.0)
    return found
