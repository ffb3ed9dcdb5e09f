"""Which article another one follows sentence for sentence, in its own words or in others."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from diptych.drafts import Article
from diptych.pair.sequence import in_order
from diptych.pair.vectors import Space, Vector, cosine, total
from diptych.pair.words import content

#: Two articles at least this alike as wholes are compared sentence by sentence.
_ALIKE = 0.35
#: One follows the other where its sentences, taken in order, are on average at least this like the other's: two reports
#: of one event reach 0.2, an article of which every sentence was reworded 0.35.
_FOLLOWS = 0.25
#: So many sentences must be alike, and so large a part of the shorter article: of reports of one event half are at the
#: most, of a rewrite two thirds at the least. Those less alike than the last number do not count.
_FEWEST = 6
_PART = 0.6
_LEAST = 0.1
#: Words that more articles have do not tell what to compare; so many of the likest articles are compared.
_COMMON = 6
#: One who rewords an article keeps its names: of two reports on like matters one sentence in so many has others, of
#: what was reworded, and translated, hardly one in three.
_OTHERS = 2
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’-]+(?: [A-Z][\w’-]+)*")
_NEAREST = 3


def originals(articles: Sequence[Article]) -> dict[int, int]:
    """For every article that follows another one, or that is said to be its rewrite, the place of that; no copies.

    Of articles that follow each other one is the original: one that is not known for a rewrite, and of these the one
    most like all the others, for whoever rewords an article takes words that nobody else has.
    """
    order = sorted((n for n, one in enumerate(articles) if one.kind != "copy"), key=lambda n: articles[n].order)
    texts = {
        n: [one.span.of(articles[n].seed.text) for one in articles[n].sentences if one.use != "noise"] for n in order
    }
    told = {text: content(text) for n in order for text in texts[n]}
    space = Space((text for n in order for text in texts[n]), told.__getitem__)
    whole = {n: space.whole(texts[n]) for n in order}
    family = {n: [n] for n in order}
    named = [(n, of) for n in order if (of := articles[n].copy_of) is not None and of in family]
    for one, other in [*named, *_near(whole)]:
        if family[one] is not family[other] and ((one, other) in named or _follows(space, texts[one], texts[other])):
            family[one] += family[other]
            family |= dict.fromkeys(family[other], family[one])
    every = total(whole.values())
    found: dict[int, int] = {}
    for n, held in family.items():
        if len(held) > 1:
            first = min(held, key=lambda one: (articles[one].kind == "rewrite", -_apart(whole, every, one, held)))
            if n != first:
                found[n] = first
    return found


def _near(whole: Mapping[int, Vector]) -> list[tuple[int, int]]:
    """Pairs of articles worth a comparison, by their rarer words."""
    posted: dict[str, list[int]] = defaultdict(list)
    for n, vector in whole.items():
        for term in vector:
            posted[term].append(n)
    found: dict[tuple[int, int], None] = {}
    for n, vector in whole.items():
        alike: dict[int, float] = defaultdict(float)
        for term, weight in vector.items():
            if 1 < len(posted[term]) <= _COMMON:
                for other in posted[term]:
                    alike[other] += weight * whole[other][term]
        alike.pop(n, None)
        for other in sorted(alike, key=lambda one: -alike[one])[:_NEAREST]:
            if cosine(vector, whole[other]) >= _ALIKE:
                found[min(n, other), max(n, other)] = None
    return list(found)


def _follows(space: Space, some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the sentences of two articles, taken in order, are alike."""
    ours, theirs = ([space.vector(text) for text in texts] for texts in (some, others))
    alike = [[value if (value := cosine(a, b)) >= _LEAST else 0.0 for b in theirs] for a in ours]
    pairs = in_order(alike)
    if _OTHERS * sum(_of_others(some[i], others[j]) for i, j in pairs) > len(pairs):
        return False
    found = [alike[i][j] for i, j in pairs]
    shorter = min(len(some), len(others))
    return len(found) >= max(_FEWEST, _PART * shorter) and math.fsum(found) >= _FOLLOWS * shorter


def _of_others(one: str, other: str) -> bool:
    """Whether each of two sentences names somebody, or a day, that the other does not."""
    ours, theirs = ({found[0] for found in _NAME.finditer(text)} for text in (one, other))
    return bool(ours - theirs) and bool(theirs - ours)


def _apart(whole: Mapping[int, Vector], every: Vector, one: int, family: Sequence[int]) -> float:
    """The sum of an article's likenesses to all articles but those of its family; `every` is the sum of all."""
    return cosine(whole[one], every) - math.fsum(cosine(whole[one], whole[other]) for other in family)
