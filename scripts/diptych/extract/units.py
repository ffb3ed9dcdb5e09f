"""What rules look at: a text with its tokens and quotations, cut into units in which a quotation is one item."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.extract.lexicon import Lexicon
from diptych.extract.quotes import Quote
from diptych.extract.tokens import Tokens
from diptych.spans import Span


@dataclass(slots=True)
class Unit:
    """A sentence, or several that one quotation spans, as parallel lists of items.

    The class `Q` is a collapsed quotation that ends with a mark, `K` one that ends without (it may be part of a
    phrase); its place in the list of quotations stands in `quote` (-1 for other items).
    `paragraph` numbers the paragraph that the unit starts in; `depth` is 0, or 1 within a quotation.
    """

    tag: list[str]
    word: list[str]
    start: list[int]
    end: list[int]
    quote: list[int]
    lexicon: Lexicon
    paragraph: int
    depth: int = 0

    def __len__(self) -> int:
        return len(self.tag)

    def span(self, first: int, stop: int) -> Span:
        """The text of the items `[first, stop)`."""
        return Span(self.start[first], self.end[stop - 1])

    def trimmed(self, first: int, stop: int, marks: str) -> Span:
        """The text of the items without `marks` (classes of items) at its end."""
        while stop > first + 1 and self.tag[stop - 1] in marks:
            stop -= 1
        return self.span(first, stop)


@dataclass(slots=True)
class Read:
    """A text with all that the rules look at; `parts` are the token ranges of its paragraphs."""

    text: str
    tokens: Tokens
    parts: list[range]
    quotes: list[Quote]
    units: list[Unit]
    lexicon: Lexicon
