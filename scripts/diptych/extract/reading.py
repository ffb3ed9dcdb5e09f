"""Cuts a text into tokens, quotations and units."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from diptych.extract.lexicon import Lexicon
from diptych.extract.quotes import Quote, paragraphs, quotations
from diptych.extract.tokens import Tokens, tokenise
from diptych.extract.units import Read, Unit
from diptych.spans import Span

#: No sentence is longer in words: what is gets cut, so that no text costs more than its length.
_LONGEST = 300
_STOPS = frozenset((".", "?", "!"))


def _ends_speech(tokens: Tokens, quote: Quote) -> bool:
    """Whether a quotation ends as speech does: with a mark of its own, or never."""
    last = next((at for at in reversed(quote.inner()) if tokens.tag[at] != "q"), -1)
    return not quote.closed or (last >= 0 and tokens.tag[last] in ",.-")


class _Cutter:
    """Makes the units of a text."""

    def __init__(self, read: Read) -> None:
        self.read = read
        self.tokens = read.tokens
        self.quotes = read.quotes
        self.last = {quote.last: index for index, quote in enumerate(read.quotes) if quote.closed}

    def unit(self, at: dict[int, int], first: int, stop: int, paragraph: int, depth: int) -> Unit:
        """The tokens `[first, stop)` with the quotations `at` (first token → place in the list) collapsed."""
        tokens = self.tokens
        unit = Unit([], [], [], [], [], self.read.lexicon, paragraph, depth)
        place = first
        while place < stop:
            index = at.get(place, -1)
            end = self.quotes[index].last if index >= 0 else place
            if index >= 0:
                unit.tag.append("Q" if _ends_speech(tokens, self.quotes[index]) else "K")
                unit.word.append("")
            else:
                unit.tag.append(tokens.tag[place])
                unit.word.append(tokens.word[place])
            unit.start.append(tokens.start[place])
            unit.end.append(tokens.end[end])
            unit.quote.append(index)
            place = end + 1
        return unit

    def cut(self, at: dict[int, int], first: int, stop: int, paragraph: int, depth: int) -> list[Unit]:
        """The same as several units, where a segmenter left sentences together or one is too long to be one."""
        units: list[Unit] = []
        place = first
        while place < stop:
            index = at.get(place, -1)
            place = self.quotes[index].last + 1 if index >= 0 else place + 1
            if place < stop and (place - first >= _LONGEST or self.parts(place)):
                units.append(self.unit(at, first, place, paragraph, depth))
                first = place
        return [*units, self.unit(at, first, stop, paragraph, depth)] if first < stop else units

    def parts(self, place: int) -> bool:
        """Whether a sentence ends before a token: a full stop, white space, then a capital or a quotation mark."""
        tokens = self.tokens
        if tokens.word[place - 1] not in _STOPS or tokens.start[place] == tokens.end[place - 1]:
            return False
        capital = self.read.text[tokens.start[place]].isupper()
        return tokens.tag[place] == "q" or (tokens.word[place - 1] == "." and capital)

    def top(self, sentences: Sequence[Span]) -> list[Unit]:
        """The sentences of the text, joined where a quotation spans several, and cut where a paragraph ends."""
        parts = self.read.parts
        outer = [quote for quote in self.quotes if quote.outer < 0]
        at = {quote.first: index for index, quote in enumerate(self.quotes) if quote.outer < 0}
        starts = self.tokens.start
        edges = [(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in sentences]
        edges = [(first, stop) for first, stop in edges if first < stop]
        units: list[Unit] = []
        part = quote = place = reached = 0
        while place < len(edges):
            first, stop = edges[place]
            first = max(first, reached)
            place += 1
            while part < len(parts) and parts[part].stop <= first:
                part += 1
            limit = parts[part].stop
            while True:
                while quote < len(outer) and outer[quote].first < min(stop, limit):
                    stop = max(stop, outer[quote].last + 1)
                    quote += 1
                if place == len(edges) or edges[place][0] >= limit:
                    break
                if edges[place][0] >= stop and not self.goes_on(edges[place][0], edges[place][1]):
                    break
                stop = max(stop, edges[place][1])
                place += 1
            stop = min(stop, limit)
            if first < stop:
                units += self.cut(at, first, stop, part, 0)
            reached = stop
        return units

    def goes_on(self, first: int, stop: int) -> bool:
        """Whether a sentence goes on with the one before: a segmenter cut it in two, or it only names a speaker."""
        tokens = self.tokens
        lower = self.read.text[tokens.start[first]].islower()
        if lower or (tokens.tag[first] in ",;:)%-" and tokens.tag[first - 1] != ":"):
            return True
        if first - 1 in self.last and tokens.word[first - 2] in ("?", "!", ","):
            return self.speaks(first, stop)
        return False

    def speaks(self, first: int, stop: int) -> bool:
        """Whether a sentence only says who spoke the quotation before it: Jones asked."""
        tokens, verbs = self.tokens, self.read.lexicon.verbs
        for at in range(first, min(stop, first + 12)):
            if tokens.tag[at] in "VW" and tokens.word[at] in verbs:
                quotes = any(form.cue is not None and "quote" in form.cue.frames for form in verbs[tokens.word[at]])
                return quotes and at > first and (at + 1 >= stop or tokens.tag[at + 1] in ".,;YIOTB")
            if tokens.tag[at] in "AVvqGIH":
                return False
        return False

    def nested(self) -> list[Unit]:
        """The sentences within quotations that hold quotations."""
        tokens = self.tokens
        held: dict[int, dict[int, int]] = {}
        for index, quote in enumerate(self.quotes):
            if quote.outer >= 0:
                held.setdefault(quote.outer, {})[quote.first] = index
        stops = [part.stop for part in self.read.parts]
        units: list[Unit] = []
        for holder, at in sorted(held.items()):
            inner = self.quotes[holder].inner()
            paragraph = bisect_left(stops, inner.start + 1)
            first = inner.start
            closing = 0
            for place in inner:
                if place in at:
                    closing = self.quotes[at[place]].last
                if place >= closing and (tokens.tag[place] == "." or place == inner.stop - 1):
                    units += self.cut(at, first, place + 1, paragraph, 1)
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


def _retag_that(tokens: Tokens) -> None:
    """Reads "that" before a noun and its verb at the start of a sentence as a determiner: That inquiry found …"""
    for at, word in enumerate(tokens.word[:-2]):
        starts = word == "that" and (at == 0 or tokens.tag[at - 1] == ".")
        if starts and tokens.tag[at + 1] in "NWv" and tokens.tag[at + 2] in "AV":
            tokens.tag[at] = "D"


def _mark_possessives(tokens: Tokens, quotes: list[Quote]) -> None:
    """Reads marks that no quotation uses: after a plural they are possessives (the owners' claim)."""
    used = {quote.first for quote in quotes} | {quote.last for quote in quotes if quote.closed}
    for at, tag in enumerate(tokens.tag):
        if tag == "q" and at not in used:
            plural = at > 0 and tokens.end[at - 1] == tokens.start[at] and tokens.word[at - 1].endswith("s")
            tokens.tag[at] = "Z" if plural and tokens.word[at] in "'’" else "%"


def read(text: str, sentences: Sequence[Span], lexicon: Lexicon) -> Read:
    """Prepares a text for the rules; `sentences` are in order and do not overlap."""
    tokens = tokenise(text, lexicon)
    parts = paragraphs(text, tokens)
    _retag_headlines(tokens, parts, lexicon)
    quotes = quotations(text, tokens, parts, lexicon)
    _mark_possessives(tokens, quotes)
    _retag_that(tokens)
    prepared = Read(text, tokens, parts, quotes, [], lexicon)
    cutter = _Cutter(prepared)
    prepared.units = cutter.top(sentences) + cutter.nested()
    return prepared
