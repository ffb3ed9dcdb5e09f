"""Quotations of articles, and whether two of them are the same words, altered words, or different quotations."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain

from diptych.ingest.words import folded, spelled
from diptych.spans import Span

_DOUBLE = re.compile(r"[“\"]([^“”\"\n\r]{1,800})(?:[”\"]|(?=[\n\r])|\Z)")
_SINGLE = re.compile(r"(?<!\w)‘([^‘“”\"\n\r]{15,800}?)’(?!\w)")
_LEFT_OUT = re.compile(r"\[[^\[\]]{0,80}\]|\([^()]{0,80}\)|…|\.\.\.")
#: Shorter pieces recur by chance; of longer ones the beginning is enough.
_FEWEST, _MOST = 5, 80
#: A word in more quotations than this finds nothing.
_WIDESPREAD = 50
#: Of the quotations that share words with one, so many of the nearest are compared.
_NEAREST = 8
#: The share of the shorter quotation's words that must recur in order for both to be one quotation.
_SAME = 0.65

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """One quotation (its place in the list) and another article's, which agree or are in altered words."""

    mine: int
    other: int
    agrees: bool


def quoted(text: str, within: Span) -> list[Words]:
    """The quotations of a stretch of text as folded words, cut where something was left out or put in."""
    found: list[tuple[int, Words]] = []
    for pattern in (_DOUBLE, _SINGLE):
        for match in pattern.finditer(text, within.start, within.end):
            for piece in _LEFT_OUT.split(match[1]):
                words = spelled(folded(piece))[:_MOST]
                if len(words) >= _FEWEST:
                    found.append((match.start(), words))
    return [words for _, words in sorted(found)]


def matches(quotes: Sequence[tuple[int, Words]]) -> list[Match]:
    """Which quotations (article, words) of different articles are one quotation; each pair is given both ways."""
    index: dict[str, list[int]] = defaultdict(list)
    content = [frozenset(word for word in words if len(word) > 3) for _, words in quotes]
    for place, telling in enumerate(content):
        for word in telling:
            if len(index[word]) < _WIDESPREAD:
                index[word].append(place)
    pairs = sorted({pair for place in range(len(quotes)) for pair in _near(place, quotes, content, index)})
    made = []
    for one, two in pairs:
        agrees = agree(quotes[one][1], quotes[two][1])
        if agrees is not None:
            made += [Match(one, two, agrees), Match(two, one, agrees)]
    return made


@lru_cache(maxsize=4096)
def agree(one: Words, two: Words) -> bool | None:
    """Whether one quotation holds the other word for word; None where they are different quotations.

    One word in twelve may differ: papers mend grammar and drop an article.
    """
    short, long = sorted((one, two), key=lambda words: (len(words), words))
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()[:-1]
    matched = sum(block.size for block in blocks)
    if not blocks or matched < _SAME * len(short):
        return None
    inserted = blocks[-1].b + blocks[-1].size - blocks[0].b - matched
    if inserted > max(2, len(short) // 2):
        return None
    # What one paper quotes before or after the words that the other quotes is no alteration.
    before = blocks[0].a if blocks[0].b == 0 else 0
    after = len(short) - blocks[-1].a - blocks[-1].size if blocks[-1].b + blocks[-1].size == len(long) else 0
    return max(len(short) - matched - before - after, inserted) <= len(short) // 12


def _near(
    place: int, quotes: Sequence[tuple[int, Words]], content: Sequence[frozenset[str]], index: dict[str, list[int]]
) -> Iterator[tuple[int, int]]:
    """The pairs of a quotation and those of other articles that share half of the telling words of either, and two.

    `content` holds the telling words of each quotation, `index` where those stand.
    """
    article = quotes[place][0]
    shared = Counter(chain.from_iterable(index[word] for word in content[place]))
    near = [(-count, other) for other, count in shared.items() if count >= 2 and quotes[other][0] != article]
    for count, other in sorted(near)[:_NEAREST]:
        if -2 * count >= min(len(content[place]), len(content[other])):
            yield min(place, other), max(place, other)
