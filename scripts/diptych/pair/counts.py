"""Figures that should agree and do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from diptych.drafts import Article
from diptych.pair.align import Rewrites, facing
from diptych.pair.counted import shared_units, with_unit
from diptych.pair.dates import DATE
from diptych.pair.figured import likely
from diptych.pair.mentions import SMALL, Mention, mentions
from diptych.pair.vectors import cosine

#: Figures that may be about one thing are no further apart than this, as a share of the greater.
_NEAR = 0.4
#: How alike the sentences must be for equal figures to be held for one thing, and for those of things called
#: differently.
_CONTEXT = 0.06
_CONTEXT_OF_UNNAMED = 0.16
#: Different figures are one thing that disagrees from these odds on, as a logarithm.
LEAST = -0.5
#: Two figures nearer than this are the same for all a reader cares (90 days, three months).
_EQUAL = 0.985
#: The same for shares told in small numbers (37 percent, four in ten).
_ROUGHLY = 0.92
#: What so many figures have in common, or so many of things called differently, tells nothing.
_COMMON = 60
_COMMON_UNNAMED = 20


def disagreeing(articles: Sequence[Article], made_from: Rewrites) -> list[list[Mention]]:
    """Sets of figures that are about one thing and do not all agree.

    Figures at the same place of a rewritten sentence come together first, then the surest pairs. No set holds two
    different values of one article: what an article itself tells apart is not one thing.
    """
    held = mentions(articles)
    sets = [[number] for number in range(len(held))]
    values = [{one.article: one} for one in held]
    where = list(range(len(held)))
    for a, b in chain(_in_rewrites(made_from, held), _alike(held)):
        one, other = sorted((where[a], where[b]), key=lambda place: (-len(sets[place]), place))
        if one != other and _compatible(values[one], values[other]):
            for number in sets[other]:
                where[number] = one
            sets[one] += sets[other]
            values[one] |= values[other]
            sets[other], values[other] = [], {}
    found = [[held[i] for i in sorted(members)] for members in sets if members]
    return [members for members in found if _disagree(members)]


def _in_rewrites(made_from: Rewrites, held: Sequence[Mention]) -> list[tuple[int, int]]:
    """Figures of a sentence with those of what a rewrite made of it: equal ones, then the rest in their order.

    A rewriter may turn a sentence around: so those of one unit come before those of none in common.
    """
    by_article: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(held):
        by_article[one.article].append(number)
    found: list[tuple[int, int]] = []
    for theirs, ours in facing(made_from, by_article, lambda number: held[number].figure.span):
        for alike in (_same, _of_one_unit):
            for a in list(theirs):
                b = next((b for b in ours if alike(held[a], held[b])), None)
                if b is not None:
                    found.append((a, b))
                    theirs.remove(a)
                    ours.remove(b)
        if len(ours) == len(theirs):
            found += zip(theirs, ours, strict=True)
    return sorted(found)


def _of_one_unit(one: Mention, other: Mention) -> bool:
    return bool(one.unit & other.unit)


def _alike(held: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs of figures of different articles that are about one thing: equal ones, then others, the surest first."""
    different, equal = compared(held)
    alike = {(a, b): cosine(held[a].context, held[b].context) for a, b in equal}
    odds = dict(zip(different, likely(held, different, equal), strict=True))
    for sure in (alike, {pair: value for pair, value in odds.items() if value > LEAST}):
        yield from sorted(sure, key=lambda pair: (-sure[pair], pair))


def compared(held: Sequence[Mention]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The places of different figures that may be about one thing, and those of equal ones that are, in order."""
    different: list[tuple[int, int]] = []
    equal: list[tuple[int, int]] = []
    for a, b in _candidates(held):
        if not _same(held[a], held[b]):
            different.append((a, b))
        elif _told_twice(held[a], held[b]):
            equal.append((a, b))
    return different, equal


def _candidates(held: Sequence[Mention]) -> list[tuple[int, int]]:
    """Pairs of figures worth a comparison, in order: of one unit, or both large, and with a word in common."""
    of_unit: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(held):
        for unit in one.units:
            of_unit[unit].append(number)
    pairs: set[tuple[int, int]] = set()
    for unit, numbers in of_unit.items():
        common = _COMMON if unit else _COMMON_UNNAMED
        posted: dict[str, list[int]] = defaultdict(list)
        for number in numbers:
            for term in held[number].context:
                posted[term].append(number)
            if unit:
                posted[f"={held[number].value}"].append(number)
        for places in posted.values():
            if 1 < len(places) <= common:
                pairs.update(_comparable(held, places))
    return sorted(pairs)


def _comparable(held: Sequence[Mention], places: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of some figures of different articles that are near, or may be misprints of each other."""
    known = [(place, held[place].value, held[place].article, held[place].digits) for place in places]
    found: list[tuple[int, int]] = []
    for i, (place, value, article, digits) in enumerate(known, 1):
        least, tenfold = value * _NEAR, value * 10
        found += [
            (place, other)
            for other, its, of, written in known[i:]
            if (
                (least <= its and its * _NEAR <= value)
                or (digits and written and (digits == written or its == tenfold or its * 10 == value))
            )
            and of != article
        ]
    return found


def _told_twice(one: Mention, other: Mention) -> bool:
    """Whether two equal figures are about one thing: an uneven value of one unit hardly comes twice by chance."""
    if one.unit.isdisjoint(other.unit):
        return cosine(one.context, other.context) > _CONTEXT_OF_UNNAMED
    uneven = one.value > SMALL and one.figure.value % 10 != 0 and DATE not in one.unit
    return uneven or cosine(one.context, other.context) >= _CONTEXT


def _same(one: Mention, other: Mention) -> bool:
    if DATE in one.unit:
        return one.value == other.value
    equal = _ROUGHLY if one.rough or other.rough else _EQUAL
    return min(one.value, other.value) >= equal * max(one.value, other.value)


def _compatible(ours: Mapping[int, Mention], theirs: Mapping[int, Mention]) -> bool:
    """Whether no article has another value in one set than in the other."""
    return all(_same(one, ours[article]) for article, one in theirs.items() if article in ours)


def _disagree(members: Sequence[Mention]) -> bool:
    """Whether the values of different articles differ."""
    least, most = min(members, key=lambda one: one.value), max(members, key=lambda one: one.value)
    return least.article != most.article and not _same(least, most)


def with_units(articles: Sequence[Article], members: Sequence[Mention]) -> list[Mention]:
    """A set of figures, the span of each as far as what all of them count."""
    shared = shared_units([one.figure.units for one in members])
    return [
        one
        if DATE in one.unit
        else replace(one, span=with_unit(articles[one.article].seed.text, one.figure.span, one.sentence.end, shared))
        for one in members
    ]


def one_a_value(members: Sequence[Mention]) -> list[Mention]:
    """The first figure of each value."""
    found: list[Mention] = []
    for one in members:
        if not any(_same(one, other) for other in found):
            found.append(one)
    return found
