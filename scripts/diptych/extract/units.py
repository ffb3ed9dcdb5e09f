"""Sentences as rules see them: every quotation collapsed into one item, so that a quotation is never narration."""

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

    The class `Q` is a collapsed quotation that ends with a mark, `K` one that ends without (it may be part of a phrase);
    its place in the list of quotations stands in `quote` (-1 for other items).
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


def _speaks(tokens: Tokens, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a sentence only says who spoke the quotation before it: Jones asked."""
    for at in range(first, min(stop, first + 12)):
        if tokens.tag[at] in "VW" and tokens.word[at] in lexicon.verbs:
            quotes = any(form.cue is not None and "quote" in form.cue.frames for form in lexicon.verbs[tokens.word[at]])
            return quotes and at > first and (at + 1 >= stop or tokens.tag[at + 1] in ".,;YIOTB")
        if tokens.tag[at] in "AVvqGIH":
            return False
    return False


def _joins(
    tokens: Tokens, quotes: dict[int, int], first: int, last: int, stop: int, text: str, lexicon: Lexicon
) -> bool:
    """Whether what starts at `last` goes on with the sentence `[first, last)`: a segmenter cut it in two."""
    if tokens.tag[last] in ",;:)%-" or text[tokens.start[last]].islower():
        return tokens.tag[last - 1] not in ":" or text[tokens.start[last]].islower()
    if tokens.tag[last - 1] == "q" and quotes.get(last - 1, -1) >= 0 and tokens.word[last - 2] in ("?", "!", ","):
        return _speaks(tokens, last, stop, lexicon)
    return False


def _top(read: Read, sentences: Sequence[Span]) -> list[Unit]:
    """The sentences of the text, joined where a quotation spans several, and cut where a paragraph ends."""
    tokens, quotes, parts = read.tokens, read.quotes, read.parts
    at = {quote.first: index for index, quote in enumerate(quotes) if quote.outer < 0}
    ends = {quote.last: index for index, quote in enumerate(quotes) if quote.closed}
    closes = sorted((quote.first, quote.last) for quote in quotes if quote.outer < 0)
    edges = [(bisect_left(tokens.start, span.start), bisect_left(tokens.start, span.end)) for span in sentences]
    edges = [(first, stop) for first, stop in edges if first < stop]
    units: list[Unit] = []
    part = quote_at = place = 0
    while place < len(edges):
        first, stop = edges[place]
        place += 1
        while part < len(parts) and parts[part].stop <= first:
            part += 1
        limit = parts[part].stop if part < len(parts) else stop
        while True:
            while quote_at < len(closes) and closes[quote_at][0] < min(stop, limit):
                stop = max(stop, closes[quote_at][1] + 1)
                quote_at += 1
            if place < len(edges) and edges[place][0] < limit:
                # within a quotation that is still open, or cut in two
                if edges[place][0] < stop:
                    stop = max(stop, edges[place][1])
                    place += 1
                    continue
                if _joins(tokens, ends, first, edges[place][0], edges[place][1], read.text, read.lexicon):
                    stop = edges[place][1]
                    place += 1
                    continue
            break
        while first < stop:
            # A sentence never runs over the end of a paragraph.
            end = min(stop, parts[part].stop) if part < len(parts) else stop
            units.append(_unit(tokens, quotes, at, first, end, part, 0))
            first = end
            part += first < stop
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


def _retag_headlines(tokens: Tokens, parts: list[range], lexicon: Lexicon) -> None:
    """Gives the verbs of headlines in Title Case back their class."""
    for part in parts:
        if not 4 <= len(part) <= 30:
            continue
        letters = [tag for tag in tokens.tag[part.start : part.stop] if tag.isalpha() and tag not in "qDIC"]
        if len(letters) < 4 or 10 * letters.count("X") < 7 * len(letters):
            continue
        for at in range(part.start + 1, part.stop):
            known = lexicon.tags.get(tokens.word[at])
            if tokens.tag[at] == "X" and known is not None and known in "VWvGE":
                tokens.tag[at] = known


def read(text: str, sentences: Sequence[Span], lexicon: Lexicon) -> Read:
    """Cuts a text into tokens, quotations and units; `sentences` are in order and do not overlap."""
    tokens = tokenise(text, lexicon)
    parts = paragraphs(text, tokens)
    _retag_headlines(tokens, parts, lexicon)
    quotes = quotations(text, tokens, parts, lexicon)
    prepared = Read(text, tokens, parts, quotes, [], lexicon)
    prepared.units = _top(prepared, sentences)
    prepared.units += _nested(tokens, quotes, parts)
    return prepared
