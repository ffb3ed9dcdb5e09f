"""The words of a source that are most like a quotation which does not stand there as it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from diptych.check.distance import nearest_ends, nearest_span
from diptych.spans import Span

#: Lengths of the shared stretches by which candidates are found, the surest first.
_STRETCHES = (20, 10, 5, 3)
#: A stretch that the text holds more often than this says nothing about the place.
_COMMON = 12
#: How many stretches of the needle, and how many candidates, are tried.
_TRIED, _CANDIDATES = 32, 4
#: A text up to this long is read through whole where no candidate is near enough.
_SHORT = 100_000
#: The share of the needle's characters that may differ: in a candidate that ends the search, and in any look-alike.
_NEAR, _FAR = 0.1, 0.4

_QUOTES = dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛‹›′`", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_SPACES = dict.fromkeys("\t\n\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000", " ")
_SPACES |= {chr(code): " " for code in range(0x2000, 0x200B)}
_FOLDS = str.maketrans(_QUOTES | _DASHES | _SPACES)


@lru_cache(maxsize=8)
def folded(text: str) -> str:
    """The text in lower case, with one form of each quotation mark, dash and space; every place stays the same."""
    plain = text.translate(_FOLDS)
    lower = plain.lower()
    return lower if len(lower) == len(plain) else plain


def occurrences(needle: str, text: str, most: int) -> list[int]:
    """Where `needle` stands in `text` exactly, the first `most` places."""
    found: list[int] = []
    place = text.find(needle)
    while place >= 0 and len(found) < most:
        found.append(place)
        place = text.find(needle, place + 1)
    return found


def nearest(needle: str, text: str, stated: int) -> Span | None:
    """Where the words of `text` most like `needle` stand; None where more than four tenths of its characters differ.

    `stated` is where they were said to be, from 0 on: it is looked at first, and of words equally near those closer to
    it are taken. Case and the form of quotation marks, dashes and spaces do not count for where the look-alike is.
    A text of more than 100,000 characters is searched only around the stretches that it shares with the needle.
    """
    if not needle or not text:
        return None
    sought, held = folded(needle), folded(text)
    fewest, ends = len(needle) + 1, [0]
    for window in _windows(sought, held, stated):
        edits, found = nearest_ends(sought, window, held, stated)
        if edits < fewest:
            fewest, ends = edits, found
        if fewest <= _NEAR * len(needle):
            break
    if fewest > _FAR * len(needle):
        return None
    # The window may have cut off a part of the words: look at all that can belong to them.
    fewest, ends = nearest_ends(sought, _around(ends[0] - len(sought), len(sought), sought, held), held, stated)
    return _whole_words(nearest_span(sought, fewest, ends, held, stated), sought, held)


def _windows(sought: str, held: str, stated: int) -> Iterator[Span]:
    """Stretches of the text worth comparing, the likeliest first, then the whole of it if it is short."""
    slack = len(sought) // 4 + 8
    if stated < len(held):
        yield _around(stated, slack, sought, held)
    seen: set[int] = set()
    for stretch in _STRETCHES:
        for start in _starts(sought, held, stretch, slack, stated):
            if start not in seen:
                seen.add(start)
                yield _around(start, slack, sought, held)
    if len(held) <= _SHORT:
        yield Span(0, len(held))


def _whole_words(span: Span, sought: str, held: str) -> Span:
    """The span without spaces at its edges, and with the rest of a word cut where the needle has another letter."""
    start, end = span.trimmed(held) if sought == sought.strip() else span
    if start < end and sought[0] != held[start]:
        while start > 0 and _joins(held[start - 1], held[start]):
            start -= 1
    if start < end and sought[-1] != held[end - 1]:
        while end < len(held) and _joins(held[end - 1], held[end]):
            end += 1
    return Span(start, end)


def _joins(left: str, right: str) -> bool:
    """Whether two neighbours are letters of one word, in a script that parts words (as those with small letters do)."""
    return left.islower() and right.islower()


def _around(start: int, slack: int, sought: str, held: str) -> Span:
    return Span(max(0, start - slack), min(len(held), max(0, start) + len(sought) + 2 * slack))


def _starts(sought: str, held: str, stretch: int, slack: int, stated: int) -> list[int]:
    """Where the needle would start if most of its rare stretches stood where the text has them, in steps of `slack`."""
    last = len(sought) - stretch
    votes: Counter[int] = Counter()
    for place in range(0, last + 1, max(1, last // _TRIED)):
        hits = occurrences(sought[place : place + stretch], held, _COMMON + 1)
        if len(hits) <= _COMMON:
            votes.update((hit - place) // slack * slack for hit in hits)
    return sorted(votes, key=lambda start: (-votes[start], abs(start - stated), start))[:_CANDIDATES]
