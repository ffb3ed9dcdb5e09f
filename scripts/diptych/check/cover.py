"""What spans cover, twice or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diptych.spans import Span, without

#: A byte order mark counts as white space where nothing but white space may be left out.
_MARK = "\ufeff"


def gaps(spans: Sequence[Span], within: Span, text: str) -> Iterator[Span]:
    """The stretches of `within` that no span covers and that hold more than white space, trimmed."""
    for left in without([within], spans):
        trimmed = left.trimmed(text)
        if trimmed.of(text).strip(_MARK):
            yield trimmed


def overlaps(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Places of (an earlier span, a later one) that share text, one pair for each span that starts too early."""
    order = sorted(range(len(spans)), key=lambda place: spans[place])
    furthest = -1
    for place in order:
        if furthest >= 0 and spans[place].overlap(spans[furthest]):
            yield furthest, place
        if furthest < 0 or spans[place].end > spans[furthest].end:
            furthest = place
