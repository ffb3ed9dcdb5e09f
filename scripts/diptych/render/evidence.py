"""How much of what was taken from the sources stands in quotation marks there, and how much is the outlets' own."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from diptych.records import Passage, Source
from diptych.render.quotations import segments
from diptych.spans import Span, covered, union, without

#: A word, with the apostrophes and hyphens in it, or a number with its points.
_WORD = re.compile(r"\w+(?:[-’'‐‑]\w+|(?<=\d)[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Amount:
    """Words or code points within quotation marks and outside, of passages; what several of them hold counts once."""

    quoted: int
    reported: int

    @property
    def taken(self) -> int:
        """Both together."""
        return self.quoted + self.reported


@dataclass(frozen=True, slots=True)
class Shares:
    """A source's code points by what they are here: in all, `length`."""

    length: int
    quoted: int
    reported: int
    furniture: int

    @property
    def context(self) -> int:
        """What is left: sentences that no statement was taken from, and the white space between."""
        return self.length - self.quoted - self.reported - self.furniture


def count_words(text: str) -> int:
    """How many words a text has; a wide letter, of writing without spaces, is one by itself."""
    if text.isascii():  # no letter is wide
        return len(_WORD.findall(text))
    total = 0
    for found in _WORD.finditer(text):
        wide = sum(1 for letter in found[0] if unicodedata.east_asian_width(letter) in "WF")
        total += wide + (wide < len(found[0]))
    return total


def quoted_spans(passage: Passage) -> list[Span]:
    """Where a passage stands in quotation marks, the marks included, as places in its seed."""
    spans, at = [], passage.start
    for segment in segments(passage.text, passage.mode):
        if segment.quoted:
            spans.append(Span(at, at + len(segment.text)))
        at += len(segment.text)
    return spans


def words_of(passages: Iterable[Passage]) -> Amount:
    """The words of passages, from any sources, in quotation marks in one of them and outside in all."""
    by_source: dict[str, list[Passage]] = {}
    for passage in passages:
        by_source.setdefault(passage.source, []).append(passage)
    quoted = taken = 0
    for found in by_source.values():
        marked = [span for passage in found for span in quoted_spans(passage)]
        text = _Text(found)
        quoted += sum(count_words(text.of(span)) for span in union(marked))
        taken += sum(count_words(text.of(span)) for span in without([one.span for one in found], marked))
    return Amount(quoted, taken)


def shares_of(source: Source, passages: Iterable[Passage]) -> Shares:
    """What a source's code points are here, given its passages."""
    found = list(passages)
    spans = [passage.span for passage in found]
    quoted = covered(span for passage in found for span in quoted_spans(passage))
    noise = [sentence.span for sentence in source.sentences if sentence.use == "noise"]
    return Shares(
        length=source.end - source.start,
        quoted=quoted,
        reported=covered(spans) - quoted,
        furniture=covered([*spans, *noise]) - covered(spans),
    )


class _Text:
    """The text of a source where passages show it."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._starts: list[int] = []
        pieces: list[list[str]] = []
        reached = -1
        for passage in sorted(passages, key=lambda passage: passage.start):
            if passage.start > reached:
                self._starts.append(passage.start)
                pieces.append([])
                reached = passage.start
            pieces[-1].append(passage.text[reached - passage.start :])
            reached = max(reached, passage.end)
        self._texts = ["".join(piece) for piece in pieces]

    def of(self, span: Span) -> str:
        """The exact slice."""
        at = bisect_right(self._starts, span.start) - 1
        return self._texts[at][span.start - self._starts[at] : span.end - self._starts[at]]
