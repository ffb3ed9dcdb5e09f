"""The articles of a seed: where each begins, and the header that belongs to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from diptych.ingest.clutter import clutter, is_heading
from diptych.ingest.headers import Header, headers
from diptych.ingest.paragraphs import lines
from diptych.spans import Span

#: A line with fewer words may stand above an article: a masthead, a headline, a byline.
_BODY_WORDS = 12
#: One repeated line of this many words is enough to tell that an article is repeated; else the next must follow too.
_SURE_WORDS = 60
#: So many lines may stand between a repeated masthead and the byline or date line under it.
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Part:
    """One article's place in its seed, and its header."""

    span: Span
    header: Header | None


def parts(text: str) -> list[Part]:
    """The articles of a seed in order; together their spans hold all of it but white space at their edges.

    A new article begins at every header that has text after it, where the first paragraph of an article is repeated,
    and at a repeated masthead with a byline or a date line near.
    """
    found = lines(text, Span(0, len(text)))
    if not found:
        return []
    heads = _with_text(text, headers(text, found))
    starts = {found[0].start, *(head.span.start for head in heads)}
    for segment in _segments(found, starts):
        starts.update(_repeats(text, segment), _mastheads(text, segment))
    edges = [*sorted(starts), len(text)]
    by_start = {head.span.start: head for head in heads}
    return [Part(Span(start, end).trimmed(text), by_start.get(start)) for start, end in pairwise(edges)]


def _with_text(text: str, heads: list[Header]) -> list[Header]:
    """The headers that have text: one that another follows at once is part of it, one at the end is no article."""
    merged: list[Header] = []
    for head in heads:
        if merged and not text[merged[-1].span.end : head.span.start].strip():
            before = merged.pop()
            merged.append(Header(Span(before.span.start, head.span.end), {**head.values, **before.values}))
        else:
            merged.append(head)
    if merged and not text[merged[-1].span.end :].strip():
        merged.pop()
    return merged


def _segments(found: list[Span], starts: Iterable[int]) -> list[list[Span]]:
    """The lines between one start and the next."""
    cuts = set(starts)
    made: list[list[Span]] = []
    for line in found:
        if line.start in cuts or not made:
            made.append([])
        made[-1].append(line)
    return made


def _repeats(text: str, segment: list[Span]) -> list[int]:
    """Where the article that the lines hold begins again."""
    long = [place for place, line in enumerate(segment) if _words(text, line) >= _BODY_WORDS]
    if len(long) < 2:
        return []
    first, second = long[0], long[1]
    opening = _plain(text, segment[first])
    follows = _plain(text, segment[second])
    found = []
    for nth, place in enumerate(long[1:], 1):
        if _plain(text, segment[place]) != opening:
            continue
        after = long[nth + 1] if nth + 1 < len(long) else None
        if len(opening.split()) >= _SURE_WORDS or (after is not None and _plain(text, segment[after]) == follows):
            found.append(segment[_above(text, segment, first, place)].start)
    return found


def _above(text: str, segment: list[Span], first: int, place: int) -> int:
    """The first of the lines above a repeated paragraph that also stood above it the first time."""
    while first > 0 and place > 0 and _plain(text, segment[first - 1]) == _plain(text, segment[place - 1]):
        first, place = first - 1, place - 1
    return place


def _mastheads(text: str, segment: list[Span]) -> list[int]:
    """Where the first line stands again with a byline or a date line near, as it did the first time."""
    masthead = _plain(text, segment[0])
    if not is_heading(masthead) or clutter(segment[0].of(text)) or not _dated(text, segment, 0):
        return []
    again = [place for place, line in enumerate(segment) if place and _plain(text, line) == masthead]
    return [segment[place].start for place in again if _dated(text, segment, place)]


def _dated(text: str, segment: list[Span], place: int) -> bool:
    near = (clutter(line.of(text)) for line in segment[place + 1 : place + 1 + _NEAR] if line.end - line.start < 200)
    return any(kind is not None and kind.name in ("byline", "furniture") for kind in near)


def _words(text: str, line: Span) -> int:
    return len(text[line.start : min(line.end, line.start + 600)].split())


def _plain(text: str, line: Span) -> str:
    return " ".join(line.of(text).split())
