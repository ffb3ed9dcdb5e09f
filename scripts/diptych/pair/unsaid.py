"""What an article tells in nobody's name, and another has somebody say: what speaks for its being theirs.

One outlet writes that the vests were old, another that this is what the inspectors found. Most of what several outlets
tell is background, told by none as anybody's words.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from heapq import nsmallest

from diptych.drafts import Article, Speaker, Statement
from diptych.pair.align import Rewrites
from diptych.pair.evidence import likeness
from diptych.pair.group import closest
from diptych.pair.items import Item, Spaces, ground, itemised, tell
from diptych.pair.lexicon import weights
from diptych.spans import Span

#: Of no more statements than this all are looked at; among more, another in like words is soon found by chance.
SMALL = 1500
#: A sentence is somebody's from these odds on, as a logarithm.
LEAST = 0.0
#: A sentence is compared with so many of those that share its rare words, of those words that no more sentences have.
_NEAREST = 12
_COMMON = 60
#: What begins an article and what ends it, as a share of it; and a long sentence, in words.
_EARLY, _LATE, _LONG = 0.15, 0.8, 15


@dataclass(frozen=True, slots=True)
class Likest:
    """The statement most like a sentence that nobody says, and what speaks for the sentence saying the same.

    `sentence` is the statement that the sentence then is, by the `speaker` of what stands before it in its paragraph,
    where that is of one kind with it, or by the other's.
    """

    sentence: Statement
    other: Statement
    evidence: dict[str, float]


def overheard(
    articles: Sequence[Article],
    speakers: Mapping[str, Speaker],
    statements: Sequence[Statement],
    known: Spaces,
    made_from: Rewrites,
) -> list[Statement]:
    """The statements, with the sentences that nobody says and that are what another article has somebody say.

    The pieces of evidence are added, each with its weight of pairing.yml, as in logistic regression.
    """
    weigh = _weights()
    found = [
        one.sentence
        for one in likest(articles, speakers, statements, known, made_from)
        if weigh["base"] + math.fsum(weigh[piece] * value for piece, value in one.evidence.items()) > LEAST
    ]
    return sorted([*statements, *found], key=_place)


def likest(
    articles: Sequence[Article],
    speakers: Mapping[str, Speaker],
    statements: Sequence[Statement],
    known: Spaces,
    made_from: Rewrites,
) -> Iterator[Likest]:
    """The evidence for each sentence that nobody says and that is like any statement; rewrites are left out."""
    held = [one for one in statements if one.article not in made_from]
    if len(held) > SMALL:
        return
    bare = {one for number, article in enumerate(articles) if number not in made_from for one in _bare(number, article)}
    bare -= {one for one in bare if any(one.span.overlap(other.span) for other in held if other.article == one.article)}
    told = tell(articles, sorted([*held, *bare], key=_place))
    items = itemised(articles, speakers, told, ground(told, known))
    pairs = sorted(set(_pairs(items, bare)))
    alike: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), share in zip(pairs, closest(items, pairs), strict=True):
        value = likeness(_as_claim(items[a]), _as_claim(items[b]), share)
        alike[a].append((value, b))
        alike[b].append((value, a))
    befores = _last_said(items, range(len(items)), bare)
    afters = _last_said(items, reversed(range(len(items))), bare)
    for place, before in befores.items():
        others = sorted(alike[place], reverse=True)
        said = [(value, items[other]) for value, other in others if items[other].statement not in bare]
        said = [(value, other) for value, other in said if other.kind != "event"]
        if said:
            one, (value, other) = items[place], said[0]
            nobodys = (value for value, place in others if items[place].statement in bare)
            further = (v for v, third in said if third.kind == other.kind and third.article != other.article)
            text = articles[one.article].seed.text
            found = _told(one, text) | {"alike": value, "second": next(further, 0.0), "nobody": next(nobodys, 0.0)}
            found |= _beside(one.statement, other, before, afters[place], text)
            made = replace(
                one.statement,
                kind=other.statement.kind,
                speaker=before.speaker if before is not None and found["before"] else other.speaker,
                why=("another article says whose it is",),
            )
            yield Likest(made, other.statement, found)


def _told(one: Item, text: str) -> dict[str, float]:
    """What a sentence looks like and where it stands; `text` is its article's."""
    said = one.statement.span.of(text)
    return {
        "depth": one.depth,
        "early": float(one.depth < _EARLY),
        "late": float(one.depth > _LATE),
        "long": float(len(said.split()) >= _LONG),
        "question": float(said.rstrip(" ”’\"')").endswith("?")),
        "quoting": float(any(mark in said for mark in '“"‘')),
    }


def _beside(
    one: Statement, other: Item, before: Statement | None, after: Statement | None, text: str
) -> dict[str, float]:
    """Whether what is said before and after a sentence is of the other's kind."""
    follows = before is not None and before.kind == other.kind and "\n" not in text[before.span.end : one.span.start]
    leads = after is not None and after.kind == other.kind
    return {
        "before": float(follows),
        "after": float(leads),
        "beside": float(leads and after is not None and "\n" not in text[one.span.end : after.span.start]),
    }


def _last_said(items: Sequence[Item], places: Iterable[int], bare: Set[Statement]) -> dict[int, Statement | None]:
    """For the places of what nobody says, the last statement of its article before it, as the places come."""
    last: Statement | None = None
    found: dict[int, Statement | None] = {}
    for place in places:
        one = items[place].statement
        if last is not None and last.article != one.article:
            last = None
        if one in bare:
            found[place] = last
        else:
            last = one
    return found


def _bare(number: int, article: Article) -> Iterator[Statement]:
    """The sentences of an article that may tell something, as statements of nobody's."""
    for sentence in article.sentences if article.kind != "copy" else ():
        if sentence.use != "noise":
            yield Statement(number, sentence.span, "indirect", "claim", None, None, "echo")


def _as_claim(item: Item) -> Item:
    """The item for a comparison with those of any kind."""
    return replace(item, statement=replace(item.statement, kind="claim"))


def _pairs(items: Sequence[Item], bare: Set[Statement]) -> Iterator[tuple[int, int]]:
    """What nobody says with what is nearest to it in other articles, by rare words."""
    posted: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        for term in item.rare:
            posted[term].append(place)
    for place, item in enumerate(items):
        shared: dict[int, float] = defaultdict(float)
        for term, weight in item.rare.items() if item.statement in bare else ():
            if len(posted[term]) <= _COMMON:
                for other in posted[term]:
                    if items[other].article != item.article:
                        shared[other] += weight
        for other in nsmallest(_NEAREST, shared, key=lambda other: (-shared[other], other)):
            yield min(place, other), max(place, other)


def _place(one: Statement) -> tuple[int, Span, str]:
    return one.article, one.span, one.kind


@cache
def _weights() -> dict[str, float]:
    return weights("unsaid")
