"""A span of a text and what can be asked of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch `[start, end)` of a text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The exact slice of `text`."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """How many code points both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly within."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same span of a text that has `by` more code points before it."""
        return Span(self.start + by, self.end + by)

    def trimmed(self, text: str) -> Span:
        """The same span without white space at its edges; empty at its start if there is nothing else."""
        start, end = self.start, self.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start, end)


def lies_on(passage: Span, sentence: Span) -> bool:
    """Whether a passage is part of a sentence: they share at least three tenths of the shorter one."""
    shared = passage.overlap(sentence)
    return shared > 0 and 10 * shared >= 3 * min(passage.end - passage.start, sentence.end - sentence.start)


def union(spans: Iterable[Span]) -> list[Span]:
    """The same places in order, none twice; spans that meet become one, and empty ones are none."""
    found: list[Span] = []
    for span in sorted(span for span in spans if span.end > span.start):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def covered(spans: Iterable[Span]) -> int:
    """How many code points the spans cover together, each counted once."""
    return sum(span.end - span.start for span in union(spans))


def without(spans: Iterable[Span], cut: Iterable[Span]) -> list[Span]:
    """What is in `spans` and not in `cut`, in order, each place once."""
    holes, found = union(cut), []
    starts, ends = [hole.start for hole in holes], [hole.end for hole in holes]
    for span in union(spans):
        reached = span.start
        for at in range(bisect_right(ends, span.start), bisect_left(starts, span.end)):
            hole = holes[at]
            if hole.start > reached:
                found.append(Span(reached, hole.start))
            reached = hole.end
        if reached < span.end:
            found.append(Span(reached, span.end))
    return found
