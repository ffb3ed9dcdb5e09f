"""Findings that an article tells in nobody's name, and another gives as somebody's: their figures and words tell.

One outlet writes that a third of the meters ran fast, another that this is what the inspectors found.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from diptych.drafts import Article, Statement
from diptych.pair.numerals import figures
from diptych.pair.words import content
from diptych.spans import Span

#: Whole figures below this are in too many sentences to tell anything, and so are those of more findings than that.
_TELLING, _MOST = 10, 40
#: So many stems two sentences share at the least, and so alike are their words, where 1 is the same: those that share
#: one figure, and those that share more.
_STEMS, _ONE, _MORE = 2, 0.3, 0.1


@dataclass(frozen=True)
class _Said:
    """A stretch of an article with figures that tell something, each with the stems of what it counts."""

    article: int
    span: Span
    text: str
    values: Mapping[float, frozenset[str]]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of what carries meaning."""
        return frozenset(content(self.text))


def echoed(articles: Sequence[Article], statements: Iterable[Statement]) -> list[Statement]:
    """The statements, with the findings that one article tells in nobody's name and another gives as a party's."""
    held: dict[int, list[Statement]] = defaultdict(list)
    for one in statements:
        held[one.article].append(one)
    known: list[tuple[Statement, _Said]] = []
    for number in sorted(held, key=lambda number: articles[number].order):
        for one in held[number]:
            said = _said(number, articles[number], one.span) if one.kind == "claim" else None
            if said is not None:
                known.append((one, said))
    bare = [said for number, article in enumerate(articles) for said in _bare(number, article, held[number])]
    weights = _weights([*(said for _, said in known), *bare])
    by_value: dict[float, list[int]] = defaultdict(list)
    for place, (_, said) in enumerate(known):
        for value in said.values:
            by_value[value].append(place)
    for said in bare:
        telling = [value for value in said.values if len(by_value[value]) <= _MOST]
        shared = Counter(place for value in telling for place in by_value[value])
        found = [(*alike, place) for place, n in shared.items() if (alike := _alike(said, known[place][1], n, weights))]
        if found:
            one = known[max(found)[-1]][0]
            why = (*one.why, "another article says whose it is")
            made = replace(one, article=said.article, span=said.span, mode="indirect", cue=None, rule="echo", why=why)
            held[said.article].append(made)
    return sorted((one for some in held.values() for one in some), key=lambda one: one.place)


def _same(one: _Said, other: _Said) -> bool:
    """Whether one figure that two sentences share may count the same in them: 70 hours, 70 of them; not 70 euros."""
    counted = [(one.values[value], other.values[value]) for value in one.values if value in other.values]
    return any(not (ours and theirs) or not ours.isdisjoint(theirs) for ours, theirs in counted)


def _alike(one: _Said, other: _Said, figures: int, weights: Mapping[str, float]) -> tuple[int, float, str] | None:
    """The figures that two sentences share, how alike they are, and the other's text; None where that tells nothing."""
    common = one.stems & other.stems
    if one.article == other.article or len(common) < _STEMS or (figures == 1 and not _same(one, other)):
        return None
    weight, ours, theirs = (sum(weights[stem] for stem in sorted(stems)) for stems in (common, one.stems, other.stems))
    alike = weight / math.sqrt(ours * theirs)
    return (figures, alike, other.text) if alike >= (_ONE if figures == 1 else _MORE) else None


def _weights(some: Sequence[_Said]) -> dict[str, float]:
    """What each stem tells: the more, the fewer have it."""
    count = Counter(stem for said in some for stem in said.stems)
    return {stem: math.log(1 + len(some) / held) for stem, held in count.items()}


def _said(number: int, article: Article, span: Span) -> _Said | None:
    """A stretch of an article with its figures; None where these tell nothing."""
    text = span.of(article.seed.text)
    read = (one for one in figures(text) if not one.vague)
    values: dict[float, frozenset[str]] = {}
    for one in read:
        if one.value >= _TELLING or one.value % 1:
            values[one.value] = values.get(one.value, frozenset()) | frozenset(one.units)
    return _Said(number, span, text, values) if values else None


def _bare(number: int, article: Article, held: Sequence[Statement]) -> Iterator[_Said]:
    """The sentences of an article that nobody says, and that hold such figures."""
    if article.kind == "copy":
        return
    spans = [one.span for one in held]
    for sentence in article.sentences:
        span = sentence.span
        if sentence.use == "noise" or not span.of(article.seed.text).rstrip(" ”’\"')").endswith("."):
            continue
        if not any(map(span.overlap, spans)) and (said := _said(number, article, span)):
            yield said
