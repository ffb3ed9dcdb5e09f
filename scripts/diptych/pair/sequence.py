"""The best alignment of two lists whose order holds."""

from __future__ import annotations

from collections.abc import Sequence


def in_order(alike: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs (row, column) of highest total likeness, in order and none used twice (Needleman and Wunsch 1970).

    Going past an item costs nothing; pairs that are not at all alike are none.
    """
    rows, columns = len(alike), len(alike[0]) if alike else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + alike[i][j])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < rows and j < columns:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs
