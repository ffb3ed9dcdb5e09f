"""What speaks for two different figures being about one thing, and how much: the odds of a few pieces of evidence."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from diptych.pair.dates import DATE
from diptych.pair.lexicon import odds, weights
from diptych.pair.mentions import SMALL, Mention
from diptych.pair.neighbours import shares
from diptych.pair.vectors import cosine

#: Two dates are never near each other by their values: all count as this near.
_DATES = 0.9


def likely(
    held: Sequence[Mention], pairs: Sequence[tuple[int, int]], equal: Sequence[tuple[int, int]]
) -> Iterator[float]:
    """How likely each two of some different figures of two articles are about one thing, as a logarithm of odds.

    `pairs` are the places of the figures, and `equal` those of equal figures that are about one thing.
    """
    return (odds(pieces, weights("figure")) for pieces in evidence(held, pairs, equal))


def evidence(
    held: Sequence[Mention], pairs: Sequence[tuple[int, int]], equal: Sequence[tuple[int, int]]
) -> Iterator[dict[str, float]]:
    """What the figures of each pair have in common, by the names of the weights in pairing.yml."""
    told: dict[int, set[int]] = defaultdict(set)  # the other articles that a figure's value is told in as well
    for a, b in equal:
        told[a].add(held[b].article)
        told[b].add(held[a].article)
    number = Counter((one.article, unit) for one in held for unit in one.units)
    alike = [(cosine(held[a].context, held[b].context), cosine(held[a].beside, held[b].beside)) for a, b in pairs]
    closest = shares([one.article for one in held], pairs, [context + beside for context, beside in alike])
    for (a, b), (context, beside), share in zip(pairs, alike, closest, strict=True):
        one, other = held[a], held[b]
        of_unit = (number[one.article, unit] + number[other.article, unit] for unit in one.units & other.units)
        is_date = DATE in one.unit
        yield {
            "sentence": context,
            "beside": beside,
            "closest": share,
            "near": _DATES if is_date else min(one.value, other.value) / max(one.value, other.value),
            "misprint": float(_misprinted(one, other)),
            "apart": abs(one.depth - other.depth),
            "rivals": math.log(min(of_unit)),
            "taken": float(other.article in told[a] or one.article in told[b]),
            "supported": float(bool(told[a]) != bool(told[b])),
            "small": float(max(one.figure.value, other.figure.value) <= SMALL),
            "date": float(is_date),
        }


def _misprinted(one: Mention, other: Mention) -> bool:
    """Whether two figures are written with the same digits, in another order or with a nought more or less."""
    if not one.digits or not other.digits or one.written == other.written:
        return False
    return one.digits == other.digits or max(one.value, other.value) == 10 * min(one.value, other.value)
