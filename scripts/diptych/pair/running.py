"""Quotations that run over several sentences, one sentence of which differs as the one before it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from diptych.drafts import Article
from diptych.pair.cluster import home
from diptych.pair.quotations import Quotation
from diptych.spans import Span

#: In so many articles one sentence must follow the other for both to be one quotation.
_TWICE = 2


def continued(articles: Sequence[Article], sets: Iterable[Sequence[Quotation]]) -> list[Sequence[Quotation]]:
    """The sets, with those as one whose quotations go on in each other in two articles or more.

    What follows at once in an article is one stretch of it from there on.
    """
    whole = dict(enumerate(sets))
    ends = {(one.article, one.span.end): place for place, members in whole.items() for one in members}
    starts = {(one.article, _before(articles, one)): place for place, members in whole.items() for one in members}
    links = Counter((ends[at], place) for at, place in starts.items() if at in ends)
    into = list(whole)
    for before, place in sorted(link for link, number in links.items() if number >= _TWICE):
        after = home(into, place)
        if before in whole and before != after:
            whole[after] = _together(articles, whole.pop(before), whole[after])
            into[before] = after
    return list(whole.values())


def _before(articles: Sequence[Article], one: Quotation) -> int:
    """Where what stands before a quotation ends, but for space."""
    text, at = articles[one.article].seed.text, one.span.start
    while at and text[at - 1] == " ":
        at -= 1
    return at


def _together(
    articles: Sequence[Article], some: Sequence[Quotation], others: Sequence[Quotation]
) -> Sequence[Quotation]:
    ends = {(one.article, one.span.end): one for one in some}
    made: list[Quotation] = []
    for other in others:
        one = ends.pop((other.article, _before(articles, other)), None)
        made.append(_joined(one, other) if one else other)
    return [*made, *ends.values()]


def _joined(one: Quotation, other: Quotation) -> Quotation:
    return replace(
        one,
        span=Span(one.span.start, other.span.end),
        words=(*one.words, *other.words),
        stems=(*one.stems, *other.stems),
    )
