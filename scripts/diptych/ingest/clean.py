"""What a sentence is used for: clutter of the page is noise, all else is context until a record lies on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from diptych.ingest.clutter import LONGEST, clutter, is_heading
from diptych.ingest.paragraphs import paragraphs
from diptych.ingest.segment import sentences
from diptych.records import Sentence
from diptych.spans import Span

#: A paragraph of more code points than this is no caption, though a credit stands at its end.
_CAPTION = 400

Use = Literal["context", "noise"]


def ledger(text: str, article: Span, header: Span | None, headline: Span | None) -> tuple[Sentence, ...]:
    """Every sentence of an article with its use; a header is one sentence for each of its lines.

    `headline` stays context: it may state who said what. So do the items of a list after a line that ends in a colon.
    """
    found: list[Sentence] = []
    if header is not None:
        found.extend(_used(paragraphs(text, header), "noise"))
    listing = False
    for paragraph in paragraphs(text, Span(header.end if header else article.start, article.end)):
        line = paragraph.of(text) if paragraph.end - paragraph.start <= LONGEST else None
        heading = line is not None and is_heading(line)
        if paragraph == headline:
            found.extend(_used(sentences(text, paragraph), "context"))
        elif line is not None and (clutter(line) or (heading and not listing)):
            found.extend(_used(sentences(text, paragraph), "noise"))
        else:
            found.extend(_paragraph(text, paragraph))
        listing = text[paragraph.end - 1] == ":" or (listing and heading)
    return tuple(found)


def _paragraph(text: str, paragraph: Span) -> Iterable[Sentence]:
    spans = sentences(text, paragraph)
    kinds = [clutter(span.of(text)) if span.end - span.start <= LONGEST else None for span in spans]
    last = kinds[-1] if kinds else None
    if last and last.caption and paragraph.end - paragraph.start <= _CAPTION:
        return _used(spans, "noise")
    return [
        Sentence(start=span.start, end=span.end, use="noise" if kind else "context")
        for span, kind in zip(spans, kinds, strict=True)
    ]


def _used(spans: Iterable[Span], use: Use) -> list[Sentence]:
    return [Sentence(start=span.start, end=span.end, use=use) for span in spans]
