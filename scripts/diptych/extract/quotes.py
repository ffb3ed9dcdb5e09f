"""Quotation spans: which marks open and close, what nests in what, and what was never closed.

Works on the marks of one paragraph at a time, in one pass with a stack; a mark's neighbours say which way it faces, so
that a missing mark spoils one quotation and not the rest of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from diptych.extract.lexicon import Lexicon
from diptych.extract.tokens import Tokens
from diptych.spans import Span

Facing = Literal["open", "close", "either", "apostrophe"]

_DOUBLE = frozenset(('"', "“", "”", "„", "‟", "''", "``", "«", "»"))
_OPENERS = frozenset("“„«‹`‘‚‛")
_CLOSERS = frozenset("”»›’")
_STOPS = frozenset(".,!?…")
_OPEN_SIDE = frozenset("([{-–—―/")
_DEEPEST = 6
_BREAKS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")


#: A single quotation mark before a word, and one after a word that is no apostrophe within it.
_SINGLE = re.compile(r"(?<!\w)‘(?=\w)")
_SINGLE_END = re.compile(r"(?<=\S)’(?!\w)")


@dataclass(slots=True)
class Quote:
    """A quotation: `first` and `last` are its marks (`last` is the last token within where it was never closed).

    `outer` is the quotation that it stands in, by place in the list. `carries_on` says that the paragraph ends within
    it and the next one opens with the same mark: one speech over several paragraphs.
    """

    first: int
    last: int
    closed: bool
    double: bool
    outer: int = -1
    carries_on: bool = False

    def span(self, tokens: Tokens) -> Span:
        """From the opening mark to the closing one, both included."""
        return Span(tokens.start[self.first], tokens.end[self.last])

    def inner(self) -> range:
        """The tokens between the marks."""
        return range(self.first + 1, self.last if self.closed else self.last + 1)


def paragraphs(text: str, tokens: Tokens) -> list[range]:
    """The token ranges that line breaks part."""
    found: list[range] = []
    first = 0
    for place in range(1, len(tokens)):
        gap_start, gap_end = tokens.end[place - 1], tokens.start[place]
        if gap_end > gap_start + 1:
            broken = not _BREAKS.isdisjoint(text[gap_start:gap_end])
        else:
            broken = gap_end > gap_start and text[gap_start] in _BREAKS
        if broken:
            found.append(range(first, place))
            first = place
    if len(tokens):
        found.append(range(first, len(tokens)))
    return found


def _facing(text: str, tokens: Tokens, place: int) -> Facing:
    mark = tokens.word[place]
    before = text[tokens.start[place] - 1 : tokens.start[place]]
    after = text[tokens.end[place] : tokens.end[place] + 1]
    space_before = not before or before.isspace() or before in _OPEN_SIDE
    space_after = not after or after.isspace()
    double = mark in _DOUBLE
    if before.isalnum() and after.isalnum() and not double:
        return "apostrophe"
    if space_before and not space_after:
        if not double and after.isdigit() and mark in "'’":
            return "apostrophe"
        return "open" if double or mark in "'‘‚‛‹" else "apostrophe"
    if space_after and not space_before:
        return "close"
    if (before.isalnum() or before in _STOPS) and not after.isalnum():
        return "close"
    if mark in _OPENERS or mark == "``":
        return "open"
    if mark in _CLOSERS:
        return "close"
    if not after.isalnum() and before and not before.isspace() and before not in _OPEN_SIDE:
        return "close"
    if (before in "\"'“‘" or not before.isalnum()) and after.isalnum():
        return "open"
    return "either"


def _strong(text: str, tokens: Tokens, place: int) -> bool:
    """Whether a single mark surely closes: no plural's apostrophe stands after a mark, or before one."""
    before = text[tokens.start[place] - 1 : tokens.start[place]]
    after = text[tokens.end[place] : tokens.end[place] + 1]
    return not before.isalnum() or before not in "sSnz" or (bool(after) and not after.isspace())


def _pair_singles(text: str, tokens: Tokens, marks: list[tuple[int, Facing]]) -> dict[int, int]:
    """Which single mark closes which: the first sure closer before the next opener, else the last that may be one."""
    pairs: dict[int, int] = {}
    opener, weak = -1, -1
    for place, facing in marks:
        if tokens.word[place] in _DOUBLE:
            continue
        if facing == "open" or (facing == "either" and opener < 0):
            if opener >= 0 and weak >= 0:
                pairs[opener] = weak
            elif opener >= 0 and tokens.word[opener] == "‘":
                # A curly opener that nothing has closed yet keeps its claim: what comes now may nest in it.
                continue
            opener, weak = place, -1
        elif facing in ("close", "either") and opener >= 0:
            if _strong(text, tokens, place):
                pairs[opener] = place
                opener, weak = -1, -1
            else:
                weak = place
    if opener >= 0 and weak >= 0:
        pairs[opener] = weak
    return pairs


def _next_opens(text: str, tokens: Tokens, following: range | None) -> bool:
    """Whether the next paragraph opens with a mark, be it another than the one before."""
    if not following:
        return False
    place = following.start
    return tokens.tag[place] == "q" and _facing(text, tokens, place) == "open"


def _starts_speech(text: str, tokens: Tokens, place: int, paragraph: range) -> bool:
    """Whether a single mark that nothing closes opens a speech: at the start of a paragraph, or after a colon."""
    if place + 1 >= paragraph.stop or not text[tokens.start[place + 1]].isupper():
        return False
    return place == paragraph.start or tokens.word[place - 1] == ":"


class _Nest:
    """The quotations open at a mark, outermost first, and never more than `_DEEPEST`."""

    def __init__(self, tokens: Tokens, found: list[Quote]) -> None:
        self.tokens = tokens
        self.found = found
        self.open: list[int] = []

    def innermost(self, mark: str) -> int:
        """The depth of the innermost quotation that `mark` may close, or -1: a double mark closes any double one."""
        for depth in range(len(self.open) - 1, -1, -1):
            if self.found[self.open[depth]].double == (mark in _DOUBLE):
                return depth
        return -1

    def same(self, mark: str) -> int:
        """The depth of the innermost quotation opened by the very same mark, or -1."""
        for depth in range(len(self.open) - 1, -1, -1):
            if self.tokens.word[self.found[self.open[depth]].first] == mark:
                return depth
        return -1

    def push(self, place: int, double: bool) -> None:
        """Opens a quotation, unless too many are open."""
        if len(self.open) < _DEEPEST:
            self.found.append(Quote(place, place, False, double, self.open[-1] if self.open else -1))
            self.open.append(len(self.found) - 1)

    def pop(self, depth: int, place: int, closed: bool) -> None:
        """Ends the quotation at `depth` with the mark at `place`; those within it were never closed and end before."""
        for index in reversed(self.open[depth:]):
            self.found[index].last = max(self.found[index].first, place - 1)
        quote = self.found[self.open[depth]]
        if closed:
            quote.last, quote.closed = place, True
        else:
            quote.last = _first_stop(self.tokens, quote.first, place - 1)
        del self.open[depth:]


def _first_stop(tokens: Tokens, first: int, last: int) -> int:
    """Where a sentence ends first in a quotation that nothing closed."""
    return next((place for place in range(first + 1, last) if tokens.tag[place] == "."), last)


def _of_paragraph(
    text: str, tokens: Tokens, marks: list[int], paragraph: range, following: range | None, found: list[Quote]
) -> None:
    faced = [(place, _facing(text, tokens, place)) for place in marks]
    singles = _pair_singles(text, tokens, faced)
    ends = {close: opener for opener, close in singles.items()}
    nest = _Nest(tokens, found)
    for place, facing in faced:
        mark = tokens.word[place]
        if mark not in _DOUBLE:
            if place in singles:
                nest.push(place, double=False)
            elif place in ends:
                depth = nest.innermost(mark)
                if depth >= 0 and found[nest.open[depth]].first == ends[place]:
                    nest.pop(depth, place, closed=True)
            elif facing == "open" and not nest.open and _starts_speech(text, tokens, place, paragraph):
                nest.push(place, double=False)
            continue
        depth = nest.innermost(mark)
        if facing == "close" or (facing == "either" and depth >= 0):
            if depth >= 0:
                nest.pop(depth, place, closed=True)
            continue
        again = nest.same(mark)
        if again >= 0:
            # The same mark opens twice: the first was never closed.
            nest.pop(again, place, closed=False)
        nest.push(place, double=True)
    for index in nest.open:
        quote = found[index]
        quote.last = paragraph.stop - 1
        quote.carries_on = quote.outer < 0 and _next_opens(text, tokens, following)


def _said_after(tokens: Tokens, quote: Quote, lexicon: Lexicon) -> int:
    """Where a quotation ends that nothing closed before its speaker is named (…, said the mayor), or its last token."""
    for place in range(quote.first + 1, quote.last - 1):
        if tokens.tag[place] == "," and tokens.tag[place + 1] == "V" and tokens.tag[place + 2] in "DXNJ":
            forms = lexicon.verbs.get(tokens.word[place + 1], ())
            if any(form.cue is not None and "quote" in form.cue.frames for form in forms):
                return place
    return quote.last


def quotations(text: str, tokens: Tokens, parts: list[range], lexicon: Lexicon) -> list[Quote]:
    """All quotations in order of their opening marks; `parts` are the paragraphs."""
    found: list[Quote] = []
    marks = [place for place, tag in enumerate(tokens.tag) if tag == "q"]
    position = 0
    for number, part in enumerate(parts):
        first = position
        while position < len(marks) and marks[position] < part.stop:
            position += 1
        if position > first:
            following = parts[number + 1] if number + 1 < len(parts) else None
            before = len(found)
            _of_paragraph(text, tokens, marks[first:position], part, following, found)
            for quote in found[before:]:
                if not quote.closed and not quote.carries_on and quote.outer < 0:
                    quote.last = _said_after(tokens, quote, lexicon)
    return found


def opened(text: str) -> bool:
    """Whether a sentence ends within a quotation that starts in it."""
    curly, straight = text.rfind("“"), text.rfind('"')
    if curly >= 0:
        return "”" not in text[curly:]
    if straight >= 0:
        return (
            text.count('"') % 2 == 1
            and not text[straight - 1 : straight].strip()
            and text[straight + 1 : straight + 2].isalnum()
        )
    single = max((match.start() for match in _SINGLE.finditer(text)), default=-1)
    return single >= 0 and _SINGLE_END.search(text, single + 1) is None
