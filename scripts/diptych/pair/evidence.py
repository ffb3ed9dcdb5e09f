"""What speaks for two statements being one, and how much: one score out of a few pieces of evidence."""

from __future__ import annotations

import math

from diptych.pair.items import Item
from diptych.pair.lexicon import odds, weights
from diptych.pair.vectors import cosine

#: Two statements with evidence below this, as a logarithm of odds, are not at all alike.
LEAST = -4.0
#: Neighbours of one speaker stand this near each other, in code points.
NEAR = 120
#: A statement of so few telling words does not say by itself what it is about.
FEW = 3


def likeness(one: Item, other: Item, closest: float) -> float:
    """How alike two statements of one kind are: the logarithm of the odds that they are one, above LEAST; 0 below it.

    What one sentence tells one after the other is not one, but for what a narrator's words part.
    """
    if (one.article, one.sentence) == (other.article, other.sentence) and one.run != other.run:
        return 0.0
    return max(0.0, odds(evidence(one, other, closest), weights("same")) - LEAST)


def evidence(one: Item, other: Item, closest: float) -> dict[str, float]:
    """What two statements of one kind have in common, by the names of the weights in pairing.yml.

    `closest` is how alike their words are, as a share of that of the two most alike that one of them makes with any
    statement in the other's article: what one article tells, another most likely tells once.
    """
    if other.key < one.key:
        one, other = other, one
    found = {
        "characters": cosine(one.grams, other.grams) - (one.usual_grams + other.usual_grams) / 2,
        "words": cosine(one.words, other.words),
        "rare": _second(one.rare, other.rare),
        "figures": math.log1p(math.fsum(one.figures[term] for term in one.figures.keys() & other.figures.keys())),
        "aspect": float(not one.aspects.isdisjoint(other.aspects)),
        "meaning": cosine(one.meaning, other.meaning),
        "synonyms": (_synonyms(one, other) + _synonyms(other, one)) / 2,
        "around": max(cosine(one.meaning, other.context_meaning), cosine(one.context_meaning, other.meaning)),
        "apart": abs(one.depth - other.depth),
        "length": math.log1p(min(one.telling, other.telling)),
    }
    if one.kind == "reaction":
        found |= {"reaction": 1.0, "owner": float(one.owner is not None and one.owner == other.owner)}
    if one.article == other.article:
        return found | _continued(one, other)
    found["contexts"] = cosine(one.context, other.context)
    found["closest"] = closest
    found["speaker"] = float(one.person and other.person and one.speaker == other.speaker)
    return found


def _continued(one: Item, other: Item) -> dict[str, float]:
    """What speaks for the later of two statements of an article carrying the earlier one on."""
    found: dict[str, float] = {}
    if one.run == other.run:
        found["run" if other.place - one.place == 1 else "run-on"] = 1.0
    if one.speaker == other.speaker and other.statement.span.start - one.statement.span.end < NEAR:
        found["few"] = float(min(one.telling, other.telling) <= FEW)
    return found


def _synonyms(one: Item, other: Item) -> float:
    """The share of a statement's words that the other has another word for, each by the square of its weight."""
    shared = one.lists.keys() & other.lists.keys()
    meant = {stem for concept in shared for stem in one.lists[concept] if stem not in other.words}
    return math.fsum(one.words[stem] ** 2 for stem in meant)


def _second(one: dict[str, float], other: dict[str, float]) -> float:
    """How rare the second rarest term is that two statements share: one such term may be chance."""
    first = second = 0.0
    for term in one.keys() & other.keys():
        rarity = one[term]
        if rarity > first:
            first, second = rarity, first
        elif rarity > second:
            second = rarity
    return second
