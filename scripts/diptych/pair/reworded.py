"""Which statement of a rewrite repeats which of its original."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from diptych.pair.align import Rewrites
from diptych.pair.items import Item
from diptych.pair.sequence import in_order
from diptych.pair.vectors import cosine
from diptych.spans import Span


def reworded(made_from: Rewrites, items: Sequence[Item]) -> dict[int, int]:
    """For the places of statements in rewrites, those of the statements that they repeat.

    What a sentence states, the sentence made from it states in the same order; where one of the two states more, those
    are one that are most alike.
    """
    held: dict[int, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        held[item.article].append(place)
    found: dict[int, int] = {}
    for number, (original, sentences) in made_from.items():
        for left, right in sentences:
            theirs, ours = _by_kind(left, held[original], items), _by_kind(right, held[number], items)
            for kind in theirs.keys() & ours.keys():
                found |= {b: a for a, b in _paired(theirs[kind], ours[kind], items)}
    return found


def _by_kind(sentence: Span, places: Sequence[int], items: Sequence[Item]) -> dict[str, list[int]]:
    """What a sentence states."""
    found: dict[str, list[int]] = defaultdict(list)
    for place in places:
        if sentence.overlap(items[place].statement.span):
            found[items[place].kind].append(place)
    return found


def _paired(theirs: Sequence[int], ours: Sequence[int], items: Sequence[Item]) -> list[tuple[int, int]]:
    if len(theirs) == len(ours):
        return list(zip(theirs, ours, strict=True))
    alike = [[1.0 + cosine(items[a].grams, items[b].grams) for b in ours] for a in theirs]
    return [(theirs[i], ours[j]) for i, j in in_order(alike)]
