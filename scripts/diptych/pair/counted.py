"""A figure as a discrepancy shows it: with what it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diptych.pair.numerals import SHARE, number_words
from diptych.pair.words import stem, stop
from diptych.spans import Span

#: A word behind a figure, of several parts perhaps.
_WORD = re.compile(r"[ -](?P<word>[^\W\d_]+(?:[-'’][^\W\d_]+)*)")
#: What is counted stands at most so many words behind its number.
_FAR = 3


def with_unit(text: str, figure: Span, end: int, shared: frozenset[str] = frozenset()) -> Span:
    """The figure with what it counts, where that follows at once: as far as the last of `shared` stems, else one word.

    What carries no meaning is not counted: before such a word the figure stands alone.
    """
    share = SHARE.match(text, figure.end, end)
    if share:
        return Span(figure.start, share.end())
    first, last, at = figure.end, 0, figure.end
    for place in range(_FAR):
        found = _WORD.match(text, at, end)
        if found is None or found["word"].lower() in stop() | number_words():
            break
        at = found.end()
        first = first if place else at
        last = at if stem(found["word"].lower()) in shared else last
    return Span(figure.start, last or first)


def shared_units(units: Sequence[Sequence[str]]) -> frozenset[str]:
    """The stems that all figures of a set count."""
    return frozenset.intersection(*map(frozenset, units)) if units else frozenset()
