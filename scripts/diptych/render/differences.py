"""Word for word, where versions of one text differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

from diptych.render.words import UNSPACED
from diptych.spans import Span

#: Letters and digits, with what joins them; each sign by itself in scripts that put no space between words.
_LETTER = rf"[^\W{UNSPACED}]"
_WORD = re.compile(rf"{_LETTER}+(?:[’'.,-]{_LETTER}+)*|(?=\w)[{UNSPACED}]")


def differing(texts: Sequence[str]) -> tuple[tuple[Span, ...], ...]:
    """For each text the stretches of words that the first has not, and for the first those that some other has not.

    Case, punctuation and the shape of quotation marks are no difference.
    """
    words = [[Span(*match.span()) for match in _WORD.finditer(text)] for text in texts]
    plain = [[_plain(span.of(text)) for span in spans] for text, spans in zip(texts, words, strict=True)]
    odd: list[set[int]] = [set() for _ in texts]
    for other in range(1, len(texts)):
        matcher = SequenceMatcher(None, plain[0], plain[other], autojunk=False)
        for kind, start, end, other_start, other_end in matcher.get_opcodes():
            if kind != "equal":
                odd[0].update(range(start, end))
                odd[other].update(range(other_start, other_end))
    return tuple(_stretches(spans, places) for spans, places in zip(words, odd, strict=True))


def _plain(word: str) -> str:
    return "".join(sign for sign in word.casefold() if unicodedata.category(sign)[0] in "LNM")


def _stretches(words: Sequence[Span], places: set[int]) -> tuple[Span, ...]:
    """The words at some places, neighbours together."""
    found: list[Span] = []
    for place in sorted(places):
        if found and place - 1 in places:
            found[-1] = Span(found[-1].start, words[place].end)
        else:
            found.append(words[place])
    return tuple(found)
