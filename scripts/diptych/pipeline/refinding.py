"""Where passages stand in a text that has changed: by their exact words and what stood around them, or nowhere.

The method is that of a `TextQuoteSelector` (W3C Web Annotation Data Model, 4.2.4): the quoted words, with a prefix and
a suffix of the text around them. An annotation may attach to what is most alike; here nothing that is merely alike will
do, since a passage at a wrong place is a false quotation.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile
from typing import Literal

from diptych.records import Quoted
from diptych.spans import Span

#: How many code points of a seed are kept before and behind a passage.
AROUND = 32
#: Without them, words shorter than this may stand anywhere: once is not enough to know them by.
_TELLING = 24

Finding = Literal["unchanged", "moved", "lost", "ambiguous"]


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a passage: its place now, or (ambiguous) those of its exact words, the likeliest first."""

    finding: Finding
    place: Span | None = None
    others: tuple[Span, ...] = ()

    @property
    def places(self) -> tuple[Span, ...]:
        """Where it is, or may be."""
        return (self.place,) if self.place else self.others


def context(text: str, span: Span) -> tuple[str, str]:
    """What stands before and behind a span: its prefix and its suffix."""
    return text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]


def cited(source: str, span: Span, text: str) -> Quoted:
    """A stretch of a source with what stands around it."""
    prefix, suffix = context(text, span)
    return Quoted(source=source, start=span.start, end=span.end, text=span.of(text), prefix=prefix, suffix=suffix)


def refound(passages: Sequence[Quoted], text: str, within: Span) -> list[Found]:
    """Where each passage of one source stands in the present text of its seed, of which `within` is its article.

    With context, a passage is where its words stand between the same code points as before; where that is so at several
    places, the order among the passages that are sure decides. Without, its words must stand in the article once, and
    in that order. Words that stand there, but not so, are ambiguous: a person has to look.
    """
    places = [_occurrences(one.text, text, within) for one in passages]
    likely = [_likely(one, text, held) for one, held in zip(passages, places, strict=True)]
    sure = [_noted(one) and len(held) == 1 for one, held in zip(passages, likely, strict=True)]
    order = _Order((one.start, held[0].start) for one, held, safe in zip(passages, likely, sure, strict=True) if safe)
    settled: list[Span | None] = []
    for one, held, safe in zip(passages, likely, sure, strict=True):
        fits = held if safe else [place for place in held if order.holds(one.start, place.start)]
        settled.append(fits[0] if len(fits) == 1 else None)
    every = _Order((one.start, place.start) for one, place in zip(passages, settled, strict=True) if place)
    found: list[Found] = []
    for one, place, safe, others in zip(passages, settled, sure, places, strict=True):
        if place and (safe or every.holds(one.start, place.start)):
            found.append(Found("unchanged" if place == one.span else "moved", place))
        else:
            held = sorted(others, key=lambda place: (-_alike(one, text, place), place))
            found.append(Found("ambiguous", None, tuple(held)) if held else Found("lost"))
    return found


def _noted(passage: Quoted) -> bool:
    """Whether it was written down what stands around a passage."""
    return passage.prefix is not None and passage.suffix is not None


def _occurrences(words: str, text: str, within: Span) -> list[Span]:
    """Every place of some words in a stretch of a text, overlapping ones too."""
    found: list[Span] = []
    at = text.find(words, within.start, within.end)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + 1, within.end)
    return found


def _likely(passage: Quoted, text: str, places: list[Span]) -> list[Span]:
    """The places that may be the passage's by what stands around them; a short prefix is the start of the seed."""
    prefix, suffix = passage.prefix, passage.suffix
    if prefix is None or suffix is None:
        known = len(places) == 1 and (len(passage.text) >= _TELLING or places[0] == passage.span)
        return places if known else []
    return [
        place
        for place in places
        if text.endswith(prefix, 0, place.start)
        and text.startswith(suffix, place.end)
        and (len(prefix) >= AROUND or place.start == len(prefix))
        and (len(suffix) >= AROUND or place.end + len(suffix) == len(text))
    ]


def _alike(passage: Quoted, text: str, place: Span) -> int:
    """How many code points next to a place are those that stood next to the passage, on both sides."""
    before, behind = context(text, place)
    pairs = (
        zip(before[::-1], (passage.prefix or "")[::-1], strict=False),
        zip(behind, passage.suffix or "", strict=False),
    )
    return sum(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], some)) for some in pairs)


class _Order:
    """Where passages stood and stand, to ask whether another keeps its place among them; all are starts."""

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        self._pairs = sorted(set(pairs))
        self._old = [old for old, _ in self._pairs]
        new = [place for _, place in self._pairs]
        self._highest = list(accumulate(new, max))
        self._lowest = list(accumulate(reversed(new), min))[::-1]

    def holds(self, old: int, new: int) -> bool:
        """Whether what stood before `old` stands before `new`, what stood behind it behind, and what was there here."""
        first, last = bisect_left(self._old, old), bisect_right(self._old, old)
        return (
            (first == 0 or self._highest[first - 1] <= new)
            and (last == len(self._old) or self._lowest[last] >= new)
            and all(place == new for _, place in self._pairs[first:last])
        )
