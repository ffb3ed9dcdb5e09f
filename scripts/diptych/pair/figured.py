"""What speaks for two different figures being about one thing, and how much: the odds of a few pieces of evidence."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from diptych.pair.dates import DATE
from diptych.pair.lexicon import weights
from diptych.pair.mentions import SMALL, Mention
from diptych.pair.vectors import cosine

#: Two dates are never near each other by their values: all count as this near.
_DATES = 0.9


def likely(
    held: Sequence[Mention], pairs: Sequence[tuple[int, int]], equal: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], float]]:
    """How likely different figures of two articles are about one thing, as a logarithm of odds.

    `pairs` are the places of the figures, and `equal` those of equal figures that are about one thing. The pieces of
    evidence are added, each with its weight of pairing.yml, as in logistic regression.
    """
    weigh = _weights()
    for pair, found in evidence(held, pairs, equal):
        yield pair, weigh["base"] + math.fsum(weigh[piece] * value for piece, value in found.items())


def evidence(
    held: Sequence[Mention], pairs: Sequence[tuple[int, int]], equal: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], dict[str, float]]]:
    """What different figures have in common, by the names of the weights in pairing.yml."""
    told: dict[int, set[int]] = defaultdict(set)  # the other articles that a figure's value is told in as well
    for a, b in equal:
        told[a].add(held[b].article)
        told[b].add(held[a].article)
    number = Counter((one.article, unit) for one in held for unit in _units(one))
    alike = [(cosine(held[a].context, held[b].context), cosine(held[a].beside, held[b].beside)) for a, b in pairs]
    most: dict[tuple[int, int], float] = {}
    for (a, b), (context, beside) in zip(pairs, alike, strict=True):
        for there in ((a, held[b].article), (b, held[a].article)):
            most[there] = max(most.get(there, 0.0), context + beside)
    for (a, b), (context, beside) in zip(pairs, alike, strict=True):
        one, other = held[a], held[b]
        best = max(most[a, other.article], most[b, one.article])
        of_unit = (number[one.article, unit] + number[other.article, unit] for unit in _units(one) & _units(other))
        is_date = DATE in one.unit
        yield (
            (a, b),
            {
                "sentence": context,
                "beside": beside,
                "closest": (context + beside) / best if best else 0.0,
                "near": _DATES if is_date else min(one.value, other.value) / max(one.value, other.value),
                "misprint": float(misprinted(one, other)),
                "apart": abs(one.depth - other.depth),
                "rivals": math.log(min(of_unit)),
                "taken": float(other.article in told[a] or one.article in told[b]),
                "supported": float(bool(told[a]) != bool(told[b])),
                "small": float(max(one.figure.value, other.figure.value) <= SMALL),
                "date": float(is_date),
            },
        )


def _units(one: Mention) -> frozenset[str]:
    return one.unit | {""} if one.bare else one.unit


def misprinted(one: Mention, other: Mention) -> bool:
    """Whether two figures are written with the same digits, in another order or with a nought more or less."""
    if not one.digits or not other.digits or one.written == other.written:
        return False
    return one.digits == other.digits or max(one.value, other.value) == 10 * min(one.value, other.value)


@cache
def _weights() -> dict[str, float]:
    return weights("figure")
