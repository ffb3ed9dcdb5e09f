"""Where a passage stands in its article: by sentence, and on a line as long as the article."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from diptych.records import Passage, Source
from diptych.render.index import Index
from diptych.spans import Span, union

#: How long the line is that an article is drawn as.
LENGTH = 600


class Where(NamedTuple):
    """A passage's place: `words` tell it, `start` and `width` are its stretch of the line, `others` all that are there.

    `others` is the path of an SVG: what this dossier takes from the article, the passage itself among it.
    """

    words: str
    start: int
    width: int
    others: str


class Whereabouts:
    """The places of a dossier's passages; each article's line is drawn once."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._lines: dict[str, str] = {}
        self._starts: dict[str, list[int]] = {}

    def of(self, passage: Passage) -> Where:
        """Where a passage stands."""
        source = self.index.sources[passage.source]
        start, width = _stretch(source, passage.span)
        return Where(self._words(source, passage), start, width, self._line(source))

    def _words(self, source: Source, passage: Passage) -> str:
        if source.id not in self._starts:
            self._starts[source.id] = [one.start for one in source.sentences if one.use != "noise"]
        starts = self._starts[source.id]
        number = bisect_right(starts, passage.start)
        if not number:  # in what is not the article, or the article's sentences are not known
            return self.index.language.text("passage.place")
        return self.index.language.text("passage.sentence", number=number, total=len(starts))

    def _line(self, source: Source) -> str:
        if source.id not in self._lines:
            drawn = (_stretch(source, place.passage.span) for place in self.index.places(source.id))
            # Stretches that meet are drawn as one: of an article that is told whole there is one line, however often.
            spans = union(Span(start, start + width) for start, width in drawn)
            self._lines[source.id] = "".join(f"M{span.start} 5h{span.end - span.start}" for span in spans)
        return self._lines[source.id]


def _stretch(source: Source, span: Span) -> tuple[int, int]:
    """The start and the width on the line; what is very short still shows."""
    scale = LENGTH / max(1, source.end - source.start)
    width = max(3, round((span.end - span.start) * scale))
    return min(round((span.start - source.start) * scale), LENGTH - width), width
