"""Where the words of a quotation really stand, or what stands there in their stead."""

from __future__ import annotations

from typing import NamedTuple

from diptych.check.context import Context
from diptych.check.difference import changes, named, shown
from diptych.check.lookalike import nearest, occurrences
from diptych.records import Quoted, Source
from diptych.spans import Span

#: How many places are listed, how many are looked for, and how many confusable characters are named.
_LISTED, _SOUGHT, _NAMED = 3, 50, 3

_CHANGED = "the seed has changed; if the new one is right, run `diptych review` or "


class Whereabouts(NamedTuple):
    """What to tell a person: the finding, what to write, and the key of the passage that is wrong."""

    said: str
    hint: str
    key: str


def whereabouts(quoted: Quoted, source: Source, context: Context) -> Whereabouts:
    """The places of the exact words in the source, else its nearest look-alike and the sources that have the words."""
    changed = "" if context.pinned(source) else _CHANGED
    if places := _places(quoted, source, context):
        said = f"the same words stand at {_listed(places)}"
        return Whereabouts(said, f"{changed}write {_written(places[0])}", "start")
    if changed and (places := _in_file(quoted, source, context)):
        said = f"the same words stand at {_listed(places)}, where {source.id} did not reach before the seed changed"
        return Whereabouts(said, "if the new seed is right, run `diptych review`, which finds them again", "start")
    elsewhere, moved = _elsewhere(quoted, source, context)
    said, hint = _lookalike(quoted, source, context) or (f"nothing like it stands in {source.id}", moved)
    return Whereabouts(said + elsewhere, changed + (hint or "take the passage out"), "text")


def _places(quoted: Quoted, source: Source, context: Context) -> list[Span]:
    """Where the source has the words exactly, the nearest to the stated place first."""
    return _found(quoted, context.article(source.id) or "", source.start)


def _in_file(quoted: Quoted, source: Source, context: Context) -> list[Span]:
    """Where the whole file has them: an article whose file has grown may end later than its record says."""
    return _found(quoted, context.text(source.file) or "", 0)


def _found(quoted: Quoted, text: str, begins: int) -> list[Span]:
    starts = (begins + start for start in occurrences(quoted.text, text, _SOUGHT))
    nearest_first = sorted(starts, key=lambda start: (abs(start - quoted.start), start))
    return [Span(start, start + len(quoted.text)) for start in nearest_first]


def _listed(places: list[Span]) -> str:
    told = [f"{span.start}–{span.end}" for span in places[:_LISTED]]
    more = len(places) - _LISTED
    if more > 0:
        return ", ".join(told) + (f" and {more} more places" if len(places) < _SOUGHT else " and many more places")
    return " and ".join(filter(None, [", ".join(told[:-1]), told[-1]]))


def _written(span: Span) -> str:
    return f"start: {span.start}, end: {span.end}"


def _elsewhere(quoted: Quoted, source: Source, context: Context) -> tuple[str, str]:
    for other in context.sources.values():
        if other.id != source.id and (places := _places(quoted, other, context)):
            said = f"; the same words stand in {other.id} at {_listed(places)}"
            return said, f"write source: {other.id}, {_written(places[0])}"
    return "", ""


def _lookalike(quoted: Quoted, source: Source, context: Context) -> tuple[str, str] | None:
    article = context.article(source.id) or ""
    found = nearest(quoted.text, article, max(0, quoted.start - source.start))
    if found is None:
        return None
    place = found.shifted(source.start)
    parts = changes(quoted.text, found.of(article))
    names = named(parts)
    told = "; ".join(names[:_NAMED]) + (f"; and {len(names) - _NAMED} more" if len(names) > _NAMED else "")
    said = f"the nearest words, at {place.start}–{place.end}, differ: {shown(parts)}" + (f" ({told})" if told else "")
    hint = "write the source's words, those in {+…+}"
    return said, hint if place == quoted.span else f"{hint}, and {_written(place)}"
