"""What stands out among others: likenesses as shares of the greatest."""

from __future__ import annotations

from collections.abc import Sequence


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
