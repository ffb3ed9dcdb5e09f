"""Statements that belong together before any comparison: run-on quotations, and the sentences of rewrites."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from diptych.drafts import Article, Statement
from diptych.pair.align import aligned, originals
from diptych.spans import Span


def must_links(articles: Sequence[Article], statements: Sequence[Statement]) -> list[int]:
    """For every statement, the place of the first one that it must stand with."""
    into = list(range(len(statements)))

    def root(one: int) -> int:
        while into[one] != one:
            into[one] = into[into[one]]
            one = into[one]
        return one

    for a, b in (*_run_on(articles, statements), *_rewritten(articles, statements)):
        first, second = sorted((root(a), root(b)))
        into[second] = first
    return [root(one) for one in range(len(statements))]


def _run_on(articles: Sequence[Article], statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """Neighbours in one paragraph that quote the same speaker without a word of the narrator's between."""
    places = sorted(range(len(statements)), key=lambda i: (statements[i].article, statements[i].span))
    found: list[tuple[int, int]] = []
    for a, b in pairwise(places):
        one, other = statements[a], statements[b]
        if one.article != other.article or one.kind != other.kind or one.speaker != other.speaker:
            continue
        if one.kind == "recommendation" or (one.kind != "reaction" and "indirect" in (one.mode, other.mode)):
            continue
        gap = articles[one.article].seed.text[one.span.end : other.span.start]
        if len(gap) <= 80 and "\n" not in gap:
            found.append((a, b))
    return found


def _rewritten(articles: Sequence[Article], statements: Sequence[Statement]) -> list[tuple[int, int]]:
    """Statements of the same kind on sentences that a rewrite took from its original."""
    by_article: dict[int, list[int]] = {}
    for place, one in enumerate(statements):
        by_article.setdefault(one.article, []).append(place)
    found: list[tuple[int, int]] = []
    for number, original in sorted(originals(articles).items()):
        for left, right in aligned(articles[original], articles[number]):
            ours = _on(right, by_article.get(number, []), statements)
            theirs = _on(left, by_article.get(original, []), statements)
            for kind in ("claim", "response", "recommendation", "reaction", "event"):
                before = [place for place in theirs if statements[place].kind == kind]
                after = [place for place in ours if statements[place].kind == kind]
                if len(before) == len(after):
                    found += list(zip(before, after, strict=True))
    return found


def _on(sentence: Span, places: Sequence[int], statements: Sequence[Statement]) -> list[int]:
    return [place for place in places if sentence.overlap(statements[place].span)]
