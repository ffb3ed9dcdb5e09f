"""Word for word, where versions of one text differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from diptych.spans import Span
from diptych.values import UNSPACED

#: Letters and digits, with what joins them; each sign by itself in scripts that put no space between words.
_LETTER = rf"[^\W{UNSPACED}]"
_WORD = re.compile(rf"{_LETTER}+(?:[’'.,-]{_LETTER}+)*|(?=\w)[{UNSPACED}]")


class Change(NamedTuple):
    """Words of one text (`here`) in whose place another has others (`there`); one of the two may be empty."""

    here: Span
    there: Span


class Compared(NamedTuple):
    """The changes from one text to another in order, and the share of their words, 0 to 1, that both have."""

    changes: tuple[Change, ...]
    shared: float


def compared(here: str, there: str) -> Compared:
    """What is in the place of what; case, punctuation and the shape of quotation marks are no difference.

    An empty stretch stands before the next word, or after the last.
    """
    words = _words(here), _words(there)
    plain = [[_plain(span.of(text)) for span in spans] for text, spans in zip((here, there), words, strict=True)]
    opcodes = _opcodes(*plain)
    same = sum(end - start for kind, start, end, _, _ in opcodes if kind == "equal")
    found = tuple(
        Change(_stretch(words[0], here, start, end), _stretch(words[1], there, other_start, other_end))
        for kind, start, end, other_start, other_end in opcodes
        if kind != "equal"
    )
    return Compared(found, 2 * same / max(1, len(plain[0]) + len(plain[1])))


def differing(texts: Sequence[str]) -> tuple[tuple[Span, ...], ...]:
    """For each text the stretches of words that the first has not, and for the first those that some other has not.

    Case, punctuation and the shape of quotation marks are no difference.
    """
    words = [_words(text) for text in texts]
    plain = [[_plain(span.of(text)) for span in spans] for text, spans in zip(texts, words, strict=True)]
    odd: list[set[int]] = [set() for _ in texts]
    for other in range(1, len(texts)):
        for kind, start, end, other_start, other_end in _opcodes(plain[0], plain[other]):
            if kind != "equal":
                odd[0].update(range(start, end))
                odd[other].update(range(other_start, other_end))
    return tuple(_stretches(spans, places) for spans, places in zip(words, odd, strict=True))


def _words(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def _opcodes(here: list[str], there: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, here, there, autojunk=False).get_opcodes()


def _stretch(words: Sequence[Span], text: str, start: int, end: int) -> Span:
    """From the first to the last of some words."""
    if start < end:
        return Span(words[start].start, words[end - 1].end)
    at = words[start].start if start < len(words) else len(text)
    return Span(at, at)


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
