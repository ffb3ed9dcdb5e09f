"""Figures that should agree and do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from diptych.drafts import Article
from diptych.pair.ages import AGE
from diptych.pair.align import Rewrites, facing
from diptych.pair.counted import shared_units, with_unit
from diptych.pair.dates import DATE
from diptych.pair.mentions import SMALL, Mention, mentions
from diptych.pair.vectors import cosine

#: How alike the sentences must be for two different figures to be held for one thing, and how near the figures.
_CONTEXT = 0.12
_NEAR = 0.4
#: The same where the figures are nearer, and for spans of time, which every article has many of.
_NEARER = 0.7
_CONTEXT_IF_NEARER = 0.045
_CONTEXT_OF_TIME = 0.16
#: The same for figures of things called differently.
_CONTEXT_OF_UNNAMED = 0.16
#: The same for ages, and for shares told in small numbers.
_CONTEXT_OF_ROUGH = 0.3
#: The same for dates.
_CONTEXT_OF_DATE = 0.1
#: Two figures nearer than this are the same for all a reader cares (90 days, three months).
_EQUAL = 0.985
#: The same for shares told in small numbers (37 percent, four in ten).
_ROUGHLY = 0.92
#: What so many figures have in common, or so many of things called differently, tells nothing.
_COMMON = 60
_COMMON_UNNAMED = 20
#: What rounding may take from a bound.
_ROUNDED = 1e-9


def disagreeing(articles: Sequence[Article], made_from: Rewrites) -> list[list[Mention]]:
    """Sets of figures that are about one thing and do not all agree.

    Figures come together by their unit, the likeness of their sentences and their nearness, the surest pairs first;
    figures at the same place of a rewritten sentence are one. No set holds two different values of one article: what an
    article itself tells apart is not one thing.
    """
    held = mentions(articles)
    scored = [*_in_rewrites(made_from, held), *_alike(held)]
    sets = [[number] for number in range(len(held))]
    values = [{one.article: one} for one in held]
    where = list(range(len(held)))
    for _, a, b in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        one, other = sorted((where[a], where[b]), key=lambda place: (-len(sets[place]), place))
        if one != other and _compatible(values[one], values[other]):
            for number in sets[other]:
                where[number] = one
            sets[one] += sets[other]
            values[one] |= values[other]
            sets[other], values[other] = [], {}
    found = [[held[i] for i in sorted(members)] for members in sets if members]
    return [members for members in found if _disagree(members)]


def _in_rewrites(made_from: Rewrites, held: Sequence[Mention]) -> list[tuple[float, int, int]]:
    """Figures of a sentence with those of what a rewrite made of it: equal ones, then the rest in their order.

    A rewriter may turn a sentence around: so those of one unit come before those of none in common.
    """
    by_article: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(held):
        by_article[one.article].append(number)
    found: list[tuple[float, int, int]] = []
    for theirs, ours in facing(made_from, by_article, lambda number: held[number].figure.span):
        for alike in (_same, _of_one_unit):
            for a in list(theirs):
                b = next((b for b in ours if alike(held[a], held[b])), None)
                if b is not None:
                    found.append((2.0, a, b))
                    theirs.remove(a)
                    ours.remove(b)
        if len(ours) == len(theirs):
            found += [(2.0, a, b) for a, b in zip(theirs, ours, strict=True)]
    return found


def _of_one_unit(one: Mention, other: Mention) -> bool:
    return bool(one.unit & other.unit)


def _alike(held: Sequence[Mention]) -> list[tuple[float, int, int]]:
    """Pairs of figures of different articles that may be about one thing, with how sure that is."""
    of_unit: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(held):
        for unit in (*one.unit, "") if one.bare else one.unit:
            of_unit[unit].append(number)
    pairs: set[tuple[int, int]] = set()
    for unit, numbers in of_unit.items():
        near, common = (_NEAR, _COMMON) if unit else (_NEARER, _COMMON_UNNAMED)
        posted: dict[str, list[int]] = defaultdict(list)
        for number in numbers:
            for term in held[number].context:
                posted[term].append(number)
            if unit:
                posted[f"={held[number].value}"].append(number)
            if unit == "@pages":
                posted["="].append(number)
        for places in posted.values():
            if 1 < len(places) <= common:
                pairs.update(_comparable(held, places, near))
    found: list[tuple[float, int, int]] = []
    for a, b in sorted(pairs):
        score = _score(held[a], held[b])
        if score > 0:
            found.append((score, a, b))
    return found


def _comparable(held: Sequence[Mention], places: Sequence[int], near: float) -> list[tuple[int, int]]:
    """Pairs of some figures of different articles that are at least so near, or may be misprints of each other."""
    known = [(place, held[place].value, held[place].article, held[place].digits) for place in places]
    found: list[tuple[int, int]] = []
    for i, (place, value, article, digits) in enumerate(known, 1):
        least, most = value * near * (1 - _ROUNDED), value / near * (1 + _ROUNDED)
        tenfold = value * 10
        found += [
            (place, other)
            for other, its, of, written in known[i:]
            if (least <= its <= most or (digits and (digits == written or its == tenfold or its * 10 == value)))
            and of != article
        ]
    return found


def _score(one: Mention, other: Mention) -> float:
    """How sure it is that two figures are about one thing; 0 where it is not."""
    named = bool(one.unit & other.unit)
    near = min(one.value, other.value) / max(one.value, other.value, 1e-9)
    if not named and not (one.bare and other.bare):
        return 0.0
    misprinted = near < _EQUAL and _misprinted(one, other)
    if near < (_NEAR if named else _NEARER) and not misprinted:
        return 0.0
    context = cosine(one.context, other.context)
    if misprinted:
        return context + near / 2 if context > _CONTEXT_IF_NEARER else 0.0
    if not named:
        return context + near / 2 if context > _CONTEXT_OF_UNNAMED else 0.0
    if _same(one, other) and DATE not in one.unit:
        uneven = one.value > SMALL and one.figure.value % 10 != 0
        return 1.0 + context if uneven or context >= _CONTEXT / 2 else 0.0
    if DATE in one.unit:
        least = _CONTEXT_OF_DATE
    elif "@time" in one.unit:
        exact = min(one.figure.value, other.figure.value) > SMALL and one.figure.units[:1] == other.figure.units[:1]
        least = _CONTEXT / 2 if exact else _CONTEXT_OF_TIME
    elif one.figure.units == other.figure.units == (AGE,):
        least = _CONTEXT_OF_UNNAMED
    elif one.rough or other.rough or AGE in one.unit:
        least = _CONTEXT_OF_ROUGH
    elif "@pages" in one.unit and near >= _NEARER:
        least = 0.0
    else:
        least = _CONTEXT_IF_NEARER if near >= _NEARER else _CONTEXT
    return context + near / 2 if context > least else 0.0


def _misprinted(one: Mention, other: Mention) -> bool:
    """Whether two figures are written with the same digits, in another order or with a nought more or less."""
    if not one.digits or not other.digits or one.written == other.written:
        return False
    return one.digits == other.digits or max(one.value, other.value) == 10 * min(one.value, other.value)


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
