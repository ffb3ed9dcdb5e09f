"""A passage's own quotation marks: which of its words the outlet quotes, and which are the outlet's framing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from diptych.spans import Span
from diptych.values import Mode

_OPENING = {"“": "”", "„": "”", "«": "»", "「": "」", "『": "』"}
_CLOSING = frozenset("”»」』")
#: Straight and curly marks are mixed in some articles.
_ALSO_CLOSES = {"”": '"', '"': "”"}
_SINGLE = {"‘": "’", "'": "'"}
#: Every mark that opens or closes; what lies between them changes nothing.
_MARK = re.compile(r"""[“”„«»「」『』‘’"']""")


class Segment(NamedTuple):
    """A stretch of a passage, within quotation marks (marks included) or outside.

    `differs` marks words that another version of the passage has otherwise.
    """

    text: str
    quoted: bool
    differs: bool = False


@lru_cache(maxsize=65_536)  # a passage is shown on several pages, cited and counted
def segments(text: str, mode: Mode = "mixed") -> tuple[Segment, ...]:
    """The passage cut at its quotation marks; joined again, the segments are the text.

    A closing mark that nothing opened ends a quotation that began before the passage; an opening one that nothing
    closes runs on to its end. A direct passage without marks is quoted throughout.
    """
    spans = _quoted(text)
    if not spans and mode == "direct":
        spans = [Span(0, len(text))]
    found, reached = [], 0
    for span in spans:
        if span.start > reached:
            found.append(Segment(text[reached : span.start], quoted=False))
        found.append(Segment(span.of(text), quoted=True))
        reached = span.end
    if reached < len(text):
        found.append(Segment(text[reached:], quoted=False))
    return tuple(found)


def between(cut: tuple[Segment, ...], start: int, end: int) -> tuple[Segment, ...]:
    """The part of the segments from `start` to `end`, counted in the text that they make together."""
    found, at = [], 0
    for segment in cut:
        part = segment.text[max(0, start - at) : max(0, end - at)]
        if part:
            found.append(segment._replace(text=part))
        at += len(segment.text)
    return tuple(found)


def split(cut: tuple[Segment, ...], differing: tuple[Span, ...]) -> tuple[Segment, ...]:
    """The segments cut again at the stretches that differ, given in order as spans of the whole text."""
    found: list[Segment] = []
    at = 0
    stretches = list(differing)
    for segment in cut:
        reached, end = at, at + len(segment.text)
        while stretches and stretches[0].start < end:
            start, stop = max(stretches[0].start, reached), min(stretches[0].end, end)
            found.append(Segment(segment.text[reached - at : start - at], segment.quoted))
            found.append(Segment(segment.text[start - at : stop - at], segment.quoted, differs=True))
            reached = stop
            if stretches[0].end > end:
                break
            stretches.pop(0)
        found.append(Segment(segment.text[reached - at :], segment.quoted))
        at = end
    return tuple(segment for segment in found if segment.text)


def _quoted(text: str) -> list[Span]:
    """The quotations in order; those within another are part of it."""
    spans: list[Span] = []
    opened, closing, whole = -1, "", False
    last = {single: _last_closing(text, single) for single in _SINGLE.values()}
    for found in _MARK.finditer(text):
        place, mark = found.start(), found[0]
        if opened >= 0:
            if mark in (closing, _ALSO_CLOSES.get(closing)) and _closes(text, place, mark):
                spans.append(Span(opened, place + 1))
                opened, whole = -1, whole or closing not in last
        elif mark in _OPENING:
            opened, closing = place, _OPENING[mark]
        elif mark in _CLOSING or (mark == '"' and _ends_word(text, place) and not _begins_word(text, place)):
            if not whole:
                spans, whole = [Span(0, place + 1)], True
        elif mark == '"':
            opened, closing = place, mark
        elif mark in _SINGLE and _begins_word(text, place) and last[_SINGLE[mark]] > place:
            opened, closing = place, _SINGLE[mark]
    if opened >= 0:
        spans.append(Span(opened, len(text)))
    return spans


def _closes(text: str, place: int, mark: str) -> bool:
    """Whether a mark that may close does so here: one that is an apostrophe too, or opens too, must end a word."""
    return mark not in ("’", "'", '"') or _ends_word(text, place)


def _begins_word(text: str, place: int) -> bool:
    """Whether a mark stands before a word and not within or after one."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return not before.isalnum() and before not in (".", ",", "!", "?", "…") and bool(after) and not after.isspace()


def _ends_word(text: str, place: int) -> bool:
    """Whether a mark stands after a word and not within or before one."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return bool(before) and not before.isspace() and not after.isalnum()


def _last_closing(text: str, mark: str) -> int:
    """The last place where a single mark ends a word, which an apostrophe within one does not; -1 if there is none."""
    place = text.rfind(mark)
    while place >= 0 and not _ends_word(text, place):
        place = text.rfind(mark, 0, place)
    return place
