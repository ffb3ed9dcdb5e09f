"""Sentences as rules see them: every quotation collapsed into one item, so that what is quoted cannot be mistaken for narration."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from diptych.extract.lexicon import Lexicon
from diptych.extract.quotes import Quote, paragraphs, quotations
from diptych.extract.tokens import Tokens, tokenise
from diptych.spans import Span


@dataclass(slots=True)
class Unit:
    """A sentence, or several that one quotation spans, as parallel lists of items.

    The class `Q` is a collapsed quotation that ends with a mark, `K` one that ends without (it may be part of a phrase); its place in the list of quotations stands in `quote` (-1 for other items).
    `paragraph` numbers the paragraph that the unit starts in; `depth` is 0, or 1 within a quotation.
    """

    tag: list[str]
    word: list[str]
    start: list[int]
    end: list[int]
    quote: list[int]
    paragraph: int
    depth: int = 0

    def __len__(self) -> int:
        return len(self.tag)

    def span(self, first: int, stop: int) -> Span:
        """The text of the items `[first, stop)`."""
        return Span(self.start[first], self.end[stop - 1])


@dataclass(slots=True)
class Read:
    """A text with all that the rules look at."""

    text: str
    tokens: Tokens
    parts: list[range]
    quotes: list[Quote]
    units: list[Unit]
    lexicon: Lexicon

    def quote_span(self, index: int) -> Span:
        """A quotation with its marks."""
        return self.quotes[index].span(self.tokens)


def _ends_speech(tokens: Tokens, quote: Quote) -> bool:
    """Whether a quotation ends as speech does: with a mark of its own, or never."""
    inner = quote.inner()
    return not quote.closed or bool(inner and tokens.tag[inner[-1]] in ",.-")


def _unit(
    tokens: Tokens, quotes: list[Quote], at: dict[int, int], first: int, stop: int, paragraph: int, depth: int
) -> Unit:
    unit = Unit([], [], [], [], [], paragraph, depth)
    place = first
    while place < stop:
        index = at.get(place, -1)
        if index >= 0:
            quote = quotes[index]
            unit.tag.append("Q" if _ends_speech(tokens, quote) else "K")
            unit.word.append("")
            unit.start.append(tokens.start[place])
            unit.end.append(tokens.end[quote.last])
            place = quote.last + 1
        else:
            unit.tag.append(tokens.tag[place])
            unit.word.append(tokens.word[place])
            unit.start.append(tokens.start[place])
            unit.end.append(tokens.end[place])
            place += 1
        unit.quote.append(index)
    return unit


def _top(tokens: Tokens, quotes: list[Quote], parts: list[range], sentences: Sequence[Span]) -> list[Unit]:
    at = {quote.first: index for index, quote in enumerate(quotes) if quote.outer < 0}
    closes = sorted((quote.first, quote.last) for quote in quotes if quote.outer < 0)
    units: list[Unit] = []
    part = quote_at = 0
    reached = 0
    for sentence in sentences:
        first = max(bisect_left(tokens.start, sentence.start), reached)
        stop = bisect_left(tokens.start, sentence.end)
        while quote_at < len(closes) and closes[quote_at][0] < stop:
            stop = max(stop, closes[quote_at][1] + 1)
            quote_at += 1
        while part < len(parts) and parts[part].stop <= first:
            part += 1
        # A sentence never runs over the end of a paragraph.
        at_part = part
        while first < stop:
            end = min(stop, parts[at_part].stop) if at_part < len(parts) else stop
            if first < end:
                units.append(_unit(tokens, quotes, at, first, end, at_part, 0))
            first, at_part = end, at_part + 1
        reached = max(reached, stop)
    return units


def _nested(tokens: Tokens, quotes: list[Quote], parts: list[range]) -> list[Unit]:
    """The sentences within quotations that hold quotations."""
    held: dict[int, dict[int, int]] = {}
    for index, quote in enumerate(quotes):
        if quote.outer >= 0:
            held.setdefault(quote.outer, {})[quote.first] = index
    stops = [part.stop for part in parts]
    units: list[Unit] = []
    for holder, at in sorted(held.items()):
        inner = quotes[holder].inner()
        paragraph = bisect_left(stops, inner.start + 1)
        first = inner.start
        closing = 0
        for place in inner:
            if place in at:
                closing = quotes[at[place]].last
            if place >= closing and (tokens.tag[place] == "." or place == inner.stop - 1):
                units.append(_unit(tokens, quotes, at, first, place + 1, paragraph, 1))
                first = place + 1
    return units


def read(text: str, sentences: Sequence[Span], lexicon: Lexicon) -> Read:
    """Cuts a text into tokens, quotations and units; `sentences` are in order and do not overlap."""
    tokens = tokenise(text, lexicon)
    parts = paragraphs(text, tokens)
    quotes = quotations(text, tokens, parts)
    units = _top(tokens, quotes, parts, sentences)
    units += _nested(tokens, quotes, parts)
    return Read(text, tokens, parts, quotes, units, lexicon)
