"""A source as its passages in order: overlapping ones shown once, and what lies between them counted, not shown."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from diptych.records import Sentence, Source
from diptych.render import words
from diptych.render.addresses import passage_path, place_anchor
from diptych.render.divided.items import Only, everything
from diptych.render.index import Place
from diptych.render.language import Language
from diptych.render.links import Link
from diptych.render.quotations import Segment, between, segments
from diptych.render.views.shared import Card, Desk
from diptych.spans import Span, lies_on
from diptych.values import Mode, shortened


@dataclass(frozen=True, slots=True)
class Use:
    """A record that a stretch of a source is evidence for; `part` holds its own words where it takes only some."""

    anchor: str
    path: str
    card: Card
    statement: str
    speaker: Link | None
    mode: str
    part: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the source that one or more passages cover; `cut` says whether its sentence goes on before or after.

    Only the first (`segments`) and the last words (`ending`, empty for a short stretch) are shown: set in the order of
    the article, whole passages would come near to the article itself, which is not ours to publish.
    """

    segments: tuple[Segment, ...]
    ending: tuple[Segment, ...]
    cut_before: bool
    cut_after: bool
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """What is not shown between two stretches."""

    words: str


def stretches(
    source: Source, places: Sequence[Place], used: frozenset[int], desk: Desk, only: Only = everything
) -> tuple[Stretch | Gap, ...]:
    """The stretches of a source in the order of the article with the gaps between, from its first sentence to its last.

    `places` are sorted by span, and so are the source's sentences, which do not overlap; `used` are those of them that
    a passage lies on.
    """
    shown: list[Stretch | Gap] = []
    unshown = [sentence for place, sentence in enumerate(source.sentences) if place not in used]
    starts = [sentence.start for sentence in unshown]
    reached, kept = 0, False
    for group in merged(places):
        span = Span(group[0].passage.start, max(place.passage.end for place in group))
        before = bisect_left(starts, span.start)
        kept = only("", str(span.start))
        if kept:
            shown += _gap(desk.language, unshown[reached:before])
            shown.append(_stretch(span, group, source, desk))
        reached = before
    if kept:
        shown += _gap(desk.language, unshown[reached:])
    return tuple(shown)


def used_sentences(source: Source, places: Sequence[Place]) -> frozenset[int]:
    """Which of a source's sentences, counted from 0, a passage lies on."""
    starts = [sentence.start for sentence in source.sentences]
    used = set()
    for place in places:
        span = place.passage.span
        for at in range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)):
            if lies_on(span, source.sentences[at].span):
                used.add(at)
    return frozenset(used)


def _gap(language: Language, sentences: Sequence[Sentence]) -> list[Gap]:
    """The gap that sentences leave, in words; nothing where there are none."""
    noise = sum(1 for sentence in sentences if sentence.use == "noise")
    context = len(sentences) - noise
    parts = []
    if context:
        parts.append(language.text("source.context", n=context))
    if noise:
        parts.append(language.text("source.furniture", n=noise))
    return [Gap(language.text("source.gap", parts=language.listed(parts)))] if parts else []


def merged(places: Sequence[Place]) -> list[list[Place]]:
    """Passages that overlap, together."""
    groups: list[list[Place]] = []
    reached = -1
    for place in places:
        if place.passage.start < reached:
            groups[-1].append(place)
        else:
            groups.append([place])
        reached = max(reached, place.passage.end)
    return groups


def _inside(place: int, source: Source) -> bool:
    """Whether a place is within a sentence and not at its edges."""
    at = bisect_left(source.sentences, place, key=lambda sentence: sentence.start) - 1
    return at >= 0 and place < source.sentences[at].end


def _stretch(span: Span, group: Sequence[Place], source: Source, desk: Desk) -> Stretch:
    text, reached = "", span.start
    for place in group:
        passage = place.passage
        if passage.end > reached:
            text += passage.text[reached - passage.start :]
            reached = passage.end
    modes = {place.passage.mode for place in group}
    mode: Mode = modes.pop() if len(modes) == 1 else "mixed"
    first, last = words.excerpt(text)
    parts = segments(text, mode)
    return Stretch(
        segments=between(parts, 0, first),
        ending=between(parts, last, len(text)),
        cut_before=_inside(span.start, source),
        cut_after=_inside(span.end, source),
        uses=tuple(_use(place, span, desk) for place in group),
    )


def _use(place: Place, span: Span, desk: Desk) -> Use:
    record, passage = place.record, place.passage
    return Use(
        anchor=place_anchor(record.id, place.number),
        path=passage_path(record.id, place.number),
        card=desk.card(record),
        statement=shortened(record.statement, 200),
        speaker=desk.speaker(passage),
        mode=desk.language.text(f"mode.{passage.mode}"),
        part="" if passage.span == span else shortened(passage.text.strip('“”"'), 48),
    )
