"""Which statement of a rewrite repeats which of its original."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from diptych.pair.align import Rewrites, facing
from diptych.pair.items import Item
from diptych.pair.sequence import in_order
from diptych.pair.vectors import cosine


def reworded(made_from: Rewrites, items: Sequence[Item]) -> dict[int, int]:
    """For the places of statements in rewrites, those of the statements that they repeat.

    What a sentence states, the sentence made from it states in the same order; where one of the two states more, those
    are one that are most alike.
    """
    held: dict[int, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        held[item.article].append(place)
    found: dict[int, int] = {}
    for theirs, ours in facing(made_from, held, lambda place: items[place].statement.span):
        for kind in {items[place].kind for place in ours}:
            some, others = ([place for place in places if items[place].kind == kind] for places in (theirs, ours))
            found |= {b: a for a, b in _paired(some, others, items)}
    return found


def _paired(theirs: Sequence[int], ours: Sequence[int], items: Sequence[Item]) -> list[tuple[int, int]]:
    alike = [[1.0 + cosine(items[a].grams, items[b].grams) for b in ours] for a in theirs]
    return [(theirs[i], ours[j]) for i, j in in_order(alike)]
