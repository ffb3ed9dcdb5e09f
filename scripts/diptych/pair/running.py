"""Quotations that run over several sentences, one sentence of which differs as the one before it does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import starmap

from diptych.drafts import Article
from diptych.pair.quotations import Quotation
from diptych.spans import Span

#: In so many articles one sentence must follow the other for both to be one quotation.
_TWICE = 2


def continued(articles: Sequence[Article], sets: Iterable[list[Quotation]]) -> list[list[Quotation]]:
    """The sets, with those as one whose quotations go on in each other in two articles or more.

    What follows at once in an article is one stretch of it from there on.
    """
    found: list[list[Quotation]] = []
    for members in sets:
        before = found.pop() if found else []
        runs = [(a, b) for a in before for b in members if _goes_on(articles, a, b)]
        if len({one.article for one, _ in runs}) < _TWICE:
            found += [before, members] if before else [members]
            continue
        joined = {id(one) for run in runs for one in run}
        apart = (one for one in (*before, *members) if id(one) not in joined)
        found.append([*starmap(_joined, runs), *apart])
    return found


def _goes_on(articles: Sequence[Article], one: Quotation, other: Quotation) -> bool:
    """Whether nothing but space stands between two quotations of a paragraph."""
    if one.article != other.article or one.span.end > other.span.start:
        return False
    return not articles[one.article].seed.text[one.span.end : other.span.start].strip(" ")


def _joined(one: Quotation, other: Quotation) -> Quotation:
    return replace(
        one,
        span=Span(one.span.start, other.span.end),
        words=(*one.words, *other.words),
        stems=(*one.stems, *other.stems),
    )
