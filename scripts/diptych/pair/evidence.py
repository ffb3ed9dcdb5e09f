"""What speaks for two statements being one, and how much: one score out of a few pieces of evidence."""

from __future__ import annotations

import math
from functools import cache

from diptych.pair.items import Item
from diptych.pair.lexicon import weights
from diptych.pair.vectors import cosine

#: Two statements with evidence below this, as a logarithm of odds, are not at all alike.
LEAST = -4.0
#: Neighbours of one speaker stand this near each other, in code points.
NEAR = 120
#: A statement of so few telling words does not say by itself what it is about.
FEW = 3


def likeness(one: Item, other: Item, closest: float) -> float:
    """How alike two statements of one kind are: the logarithm of the odds that they are one, above LEAST; 0 below it.

    `closest` is how alike their words are, as a share of that of the two most alike that one of them makes with any
    statement in the other's article: what one article tells, another most likely tells once. The pieces of evidence are
    added, each with its weight of pairing.yml, as in naive Bayes.
    """
    if other.key < one.key:
        one, other = other, one
    weigh = _weights()
    odds = weigh["base"]
    odds += weigh["characters"] * (cosine(one.grams, other.grams) - (one.usual_grams + other.usual_grams) / 2)
    odds += weigh["rare"] * _shared(one.rare, other.rare)
    odds += weigh["figures"] * _shared(one.figures, other.figures)
    odds += weigh["quoted"] * (not one.quoted.isdisjoint(other.quoted))
    odds += weigh["aspect"] * (not one.aspects.isdisjoint(other.aspects))
    if one.kind == "reaction":
        odds += weigh["reaction"] + weigh["owner"] * (one.owner is not None and one.owner == other.owner)
    if one.article != other.article:
        context = max(cosine(one.words, other.context), cosine(other.words, one.context))
        odds += weigh["context"] * (context - max(one.usual_context, other.usual_context))
        odds += weigh["contexts"] * cosine(one.context, other.context) + weigh["closest"] * closest
    else:
        odds += _continued(one, other)
    return max(0.0, odds - LEAST)


def _continued(one: Item, other: Item) -> float:
    """What speaks for the later of two statements of an article carrying the earlier one on."""
    weigh = _weights()
    odds = 0.0
    if one.run == other.run:
        odds += weigh["run"] if other.place - one.place == 1 else weigh["run-on"]
    if one.speaker == other.speaker and other.key[1] - one.key[2] < NEAR:
        odds += weigh["anaphor"] * other.anaphoric + weigh["few"] * (min(one.telling, other.telling) <= FEW)
    return odds


def _shared(one: dict[str, float], other: dict[str, float]) -> float:
    """What two statements share of terms that are rare: a second such term tells less than the first."""
    return math.log1p(math.fsum(one[term] for term in one.keys() & other.keys()))


@cache
def _weights() -> dict[str, float]:
    return weights("same")
