"""Statements whose kind was misread: other articles give the same, in like words, as what a party says.

One outlet tells who says it, the next has it behind a sentence on somebody else. What such a statement says two other
articles have a party say in like words, and none has anybody say whose it was read to be.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import nsmallest
from itertools import chain

from diptych.drafts import Article, Speaker, Statement
from diptych.pair.align import Rewrites, facing
from diptych.pair.evidence import likeness
from diptych.pair.group import closest
from diptych.pair.items import Ground, Item, Told, itemised
from diptych.values import Kind

#: How alike two of other articles must be, on average, for a statement to be of their kind, by its own: what a third
#: party is read to say may more easily be a party's than what one party says the other's.
_ENOUGH: Mapping[tuple[Kind, Kind], float] = {
    ("reaction", "claim"): 5.0,
    ("reaction", "response"): 5.0,
    ("claim", "response"): 6.5,
    ("response", "claim"): 6.5,
}
#: The less alike of the two must be this.
_LEAST = 2.0
_KINDS = frozenset(chain.from_iterable(_ENOUGH))
#: Of a person who is named beside what is said it is another's only where that is the same person: these name nobody.
_NAMELESS = frozenset(("continued", "goes-on", "own-words", "quotation"))
#: Of no more statements than this all are looked at; among more, two others in like words are soon found by chance.
SMALL = 1500
#: A statement is compared with so many of those that share its rare words, of those words that no more statements have,
#: and so much of what these weigh.
_NEAREST = 12
_COMMON = 60
_SHARED = 0.15


def settled(
    articles: Sequence[Article],
    speakers: Mapping[str, Speaker],
    told: Sequence[Told],
    known: Ground,
    made_from: Rewrites,
) -> list[Told]:
    """The statements, those that were misread with the kind and the speaker of the one most like them."""
    if len(told) > SMALL:
        return list(told)
    held = sorted(
        (one for one in told if one.statement.kind in _KINDS and one.statement.article not in made_from),
        key=lambda one: (articles[one.statement.article].order, one.statement.span, one.statement.kind),
    )
    near = dict(_near(held, known))
    looked_at = sorted({*near, *chain.from_iterable(near.values())})
    item_of = {
        item.statement: item for item in itemised(articles, speakers, [held[place] for place in looked_at], known)
    }
    items = [item_of[held[place].statement] for place in looked_at]
    at = {place: n for n, place in enumerate(looked_at)}
    pairs = sorted({(min(at[a], at[b]), max(at[a], at[b])) for a, others in near.items() for b in others})
    alike: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), share in zip(pairs, closest(items, pairs), strict=True):
        value = likeness(items[a], items[b], share)
        alike[a].append((value, b))
        alike[b].append((value, a))
    meant = {
        items[one].statement: other
        for one, others in alike.items()
        if (other := _meant(items, one, others)) is not None
    }
    brought = {one: _of(other, one) for one, other in meant.items()}
    brought |= _repeated(brought, told, made_from)
    return [one._replace(statement=brought.get(one.statement, one.statement)) for one in told]


def _repeated(
    brought: Mapping[Statement, Statement], told: Sequence[Told], made_from: Rewrites
) -> dict[Statement, Statement]:
    """What rewrites of misread sentences say, with the kind and the speaker that these have now."""
    of_article: dict[int, list[Statement]] = defaultdict(list)
    for one in told:
        of_article[one.statement.article].append(one.statement)
    return {
        ours: replace(ours, kind=brought[one].kind, speaker=brought[one].speaker, why=brought[one].why)
        for theirs, others in facing(made_from, of_article, lambda one: one.span)
        for one in theirs
        for ours in others
        if one in brought and (one.kind, one.speaker) == (ours.kind, ours.speaker)
    }


def _near(told: Sequence[Told], known: Ground) -> Iterator[tuple[int, list[int]]]:
    """For statements that two others of one other kind may contradict, the places of those that share rare words."""
    weights = [known.rare.weigh(one.stems) for one in told]
    posted: dict[str, list[int]] = defaultdict(list)
    for place, held in enumerate(weights):
        for term in held:
            posted[term].append(place)
    for place, held in enumerate(weights):
        one = told[place].statement
        shared: dict[int, float] = defaultdict(float)
        for term, weight in held.items():
            if len(posted[term]) <= _COMMON:
                for other in posted[term]:
                    if told[other].statement.article != one.article:
                        shared[other] += weight
        least = _SHARED * math.fsum(held.values())
        nearest = nsmallest(
            _NEAREST, (o for o, weight in shared.items() if weight >= least), key=lambda other: (-shared[other], other)
        )
        articles: dict[Kind, set[int]] = defaultdict(set)
        for other in nearest:
            articles[told[other].statement.kind].add(told[other].statement.article)
        if any((one.kind, kind) in _ENOUGH and len(some) > 1 for kind, some in articles.items()):
            yield place, nearest


def _meant(items: Sequence[Item], one: int, others: Sequence[tuple[float, int]]) -> Item | None:
    """The statement most like one, where that and another article's are of a kind that it must then be of."""
    best: dict[Kind, dict[int, tuple[float, int]]] = defaultdict(dict)
    for value, other in others:
        of_kind = best[items[other].statement.kind]
        of_kind[items[other].article] = max(of_kind.get(items[other].article, (0.0, other)), (value, other))
    own = items[one].statement.kind
    most = max((value for value, _ in best[own].values()), default=0.0)
    found: list[tuple[float, int]] = []
    for kind, of_article in best.items():
        if (own, kind) in _ENOUGH and len(of_article) > 1:
            (first, other), (second, _) = sorted(of_article.values(), reverse=True)[:2]
            mean = (first + second) / 2
            if second >= _LEAST and mean >= _ENOUGH[own, kind] and mean > most:
                found.append((mean, other))
    return items[max(found)[1]] if found and _may_be(items[one], items[max(found)[1]]) else None


def _may_be(one: Item, other: Item) -> bool:
    """Whether the speaker of one statement may be misread for that of the other."""
    return not one.person or one.statement.rule in _NAMELESS or one.speaker == other.speaker


def _of(other: Item, one: Statement) -> Statement:
    why = (*one.why, "two other articles give it as a party's")
    return replace(one, kind=other.statement.kind, speaker=other.statement.speaker, why=why)
