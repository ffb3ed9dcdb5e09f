"""Lists: the items under a line that ends in a colon or under a heading, each with the line that it hangs on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diptych.records import Sentence
from diptych.spans import Span

#: The mark before an item: a bullet, a dash, a number, a letter.
MARK = re.compile(r"(?:[•●▪◦*·]\s*|(?:[–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+)")
#: Lines over lists of demands and of findings that need no colon.
_DEMANDS = re.compile(
    r"(?:\d+\.\s+)?(?:(?:Key|Main|The|Its|Our|All|Full|Summary of|List of)\s+)*(?:[\w-]+\s+)?"
    r"(?:[Rr]ecommendations|RECOMMENDATIONS|[Dd]emands)(?:\s+(?:in full|in brief|at a glance|made))?:?"
    r"|What\s+(?:the\s+)?[\w ]{3,40}\s+(?:recommends?|asks?\s+for|wants?|proposes?|calls?\s+for|demands?)"
    r"(?:\s+(?:done|changed|now|next|instead|to\s+(?:happen|change|see)))?[:?]?"
)
_FOUND = re.compile(
    r"(?:(?:Key|Main|The|Its|Our|Summary of)\s+)*(?:[Ff]indings|FINDINGS)(?:\s+(?:in brief|at a glance))?:?"
    r"|(?:Key|Main)\s+(?:points|findings|facts|figures)\s+(?:from|of|in)\s+[^.:]{3,60}:?"
    r"|What\s+(?:the\s+)?[\w ]{3,40}\s+(?:found|finds|says|concluded)[:?]?"
)
#: A line that says for whom the items under it are.
_WHOM = re.compile(r"(?:To|For)\s+[^.:]{2,80}:$")
_QUOTE = ("“", '"', "‘", "«")
_LONGEST = 60  # words of an item that has no mark


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence that belongs to an item: where the item's line starts after its mark, and the line over the list."""

    start: int
    lead: int


class _Reader:
    """Goes through the sentences of one article, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lead: int | None = None
        self.items = 0
        self.marked = False
        self.end = 0
        self.start: int | None = None  # of the item that is being read

    def sentence(self, span: Span) -> int | None:
        """Where the item starts that a sentence belongs to, None where it belongs to none."""
        between = self.text[self.end : span.start]
        own = span.of(self.text)
        if "\n" in between or not self.end:
            self.start = self.line(span, own, "\n\n" in between.replace("\r", ""))
        self.end = span.end
        if own.endswith(":") and self.start is None and not (self.lead is not None and _WHOM.match(own)):
            self.lead, self.items = span.start, 0
        return self.start

    def line(self, span: Span, own: str, apart: bool) -> int | None:
        """Where an item that fills a line starts; the list is over where the line is none."""
        if self.lead is None or _WHOM.match(own):
            return None
        mark = MARK.match(own)
        before = MARK.search(self.text, max(0, span.start - 8), span.start)
        marked = mark is not None or (before is not None and before.end() == span.start)
        if not self.items:
            self.marked = marked
        plain = not own.startswith(_QUOTE) and len(own.split()) <= _LONGEST
        follows = not self.marked and plain and (own[0].islower() or not apart)
        if not marked and not follows:
            self.lead = None
            return None
        self.items += 1
        return span.start + mark.end() if mark else span.start


def demands(line: str) -> bool:
    """Whether a line is a heading over demands."""
    return bool(_DEMANDS.fullmatch(_lowered(line)))


def findings(line: str) -> bool:
    """Whether a line is a heading over findings."""
    return bool(_FOUND.fullmatch(_lowered(line)))


def _lowered(line: str) -> str:
    """A line that is set in capitals as it would stand in a text."""
    return line.capitalize() if line.isupper() else line


def items(text: str, sentences: Sequence[Sentence]) -> dict[int, Item]:
    """The items of the lists of an article, by the start of each of their sentences."""
    reader = _Reader(text)
    found: dict[int, Item] = {}
    for one in sentences:
        line = one.span.of(text)
        if demands(line) or findings(line):
            reader.lead, reader.items, reader.start, reader.end = one.start, 0, None, one.end
        elif one.use != "noise":
            start = reader.sentence(one.span)
            if start is not None and reader.lead is not None:
                found[one.start] = Item(start, reader.lead)
    return found
