"""What a sentence is used for: clutter of the page is noise, all else is context until a record lies on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from diptych.ingest.clutter import LONGEST, clutter, is_dated, is_heading, is_item, is_question, is_related
from diptych.ingest.paragraphs import ends_sentence, paragraphs
from diptych.ingest.segment import sentences
from diptych.records import Sentence
from diptych.spans import Span

#: A paragraph of more code points than this is no caption, though a credit stands at its end.
_CAPTION = 400
#: Clutter in which a full stop ends no sentence.
_NO_SENTENCES = frozenset(("furniture", "byline", "label"))

_BULLETS = frozenset("•●▪◦*·–—-")
#: How a paragraph starts in which a paper corrects itself.
_CORRECTS = ("correction", "clarification", "corrections")

Use = Literal["context", "noise"]


def ledger(text: str, article: Span, header: Span | None, headline: Span | None) -> tuple[Sentence, ...]:
    """Every sentence of an article with its use; a header is one sentence for each of its lines.

    `headline` stays context: it may state who said what. So do the items of a list after a line that ends in a colon.
    """
    found: list[Sentence] = []
    if header is not None:
        found.extend(_used(paragraphs(text, header), "noise"))
    listing = related = False
    for paragraph in paragraphs(text, Span(header.end if header else article.start, article.end)):
        line = paragraph.of(text) if paragraph.end - paragraph.start <= LONGEST else ""
        heading = is_heading(line)
        spans = sentences(text, paragraph)
        related = is_related(line) or (related and line[:1] in _BULLETS)
        if paragraph == headline:
            found.extend(_used(spans, "context"))
        elif related or (heading and not listing and not is_dated(line)) or _is_clutter(line, len(spans)):
            if found and _captions(line, text, found[-1]):
                found[-1] = replace(found[-1], use="noise")
            found.extend(_used(spans, "noise"))
        elif len(spans) <= 1 + line[:1].isdigit() and is_question(line):
            found.extend(_used(spans, "noise"))
        else:
            found.extend(_each(text, paragraph, spans))
        over = text[paragraph.end - 1] == ":" and found[-1].use == "context"
        listing = over or (listing and (heading or is_item(line)))
    return tuple(found)


def _captions(credit: str, text: str, before: Sentence) -> bool:
    """Whether a line of one sentence is the caption of the picture that the line right under it credits."""
    kind = clutter(credit)
    first = text.rfind("\n", 0, before.start) + 1
    under = text[before.end : text.find(credit, before.end)]
    alone = not text[first : before.start].strip() and under.strip(" \t\r") == "\n"
    quoted = any(mark in text[before.start : before.end] for mark in '“"')
    return kind is not None and kind.caption and alone and not quoted and before.end - before.start <= _CAPTION


def _is_clutter(line: str, count: int) -> bool:
    """Whether a line of so many sentences is clutter as a whole; of several, only if it is of a kind that has none."""
    kind = clutter(line) if line else None
    return kind is not None and (count == 1 or kind.name in _NO_SENTENCES)


def _each(text: str, paragraph: Span, spans: list[Span]) -> list[Sentence]:
    """The sentences of a paragraph of text, each judged alone.

    All are noise where the last is a picture's credit, or the first an advert's or points to a title that goes on.
    """
    kinds = [clutter(span.of(text)) for span in spans]
    first, last = (kinds[0], kinds[-1]) if kinds else (None, None)
    titles = first is not None and first.name == "see-also" and not ends_sentence(spans[-1].of(text))
    whole = (last and last.caption) or (first and first.name == "advert") or titles
    if whole and paragraph.end - paragraph.start <= _CAPTION:
        return _used(spans, "noise")
    if kinds and kinds[0] and spans[0].of(text).casefold().startswith(_CORRECTS):
        return _used(spans, "noise")
    return [
        Sentence(start=span.start, end=span.end, use="noise" if kind else "context")
        for span, kind in zip(spans, kinds, strict=True)
    ]


def _used(spans: Iterable[Span], use: Use) -> list[Sentence]:
    return [Sentence(start=span.start, end=span.end, use=use) for span in spans]
