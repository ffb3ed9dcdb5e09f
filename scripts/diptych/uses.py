"""What became of every sentence of a source: derived from what is stored of it and from what records take from it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from diptych.records import Record, Source
from diptych.spans import Span, lies_on
from diptych.values import Use

#: The passages of each source: the place of each, and its record.
Taken = Mapping[str, Sequence[tuple[Span, str]]]


def taken_in(records: Iterable[Record]) -> Taken:
    """What records take from the sources; each is looked at once."""
    taken: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for record in records:
        for passage in record.passages:
            taken[passage.source].append((passage.span, record.id))
    return taken


def uses(source: Source, taken: Taken) -> Iterator[tuple[Span, Use, set[str]]]:
    """Every sentence of a source, in order: where it is, what it is used for, and the records that lie on it."""
    spans = sorted((sentence.span, sentence.use) for sentence in source.sentences)
    on = _on([span for span, _ in spans], taken.get(source.id, ()))
    for (span, stored), records in zip(spans, on, strict=True):
        yield span, _use(source, stored, bool(records)), records


def _use(source: Source, stored: Use, taken: bool) -> Use:
    if source.kind == "copy":
        return "copy"
    return "record" if taken else stored


def _on(sentences: list[Span], taken: Sequence[tuple[Span, str]]) -> list[set[str]]:
    """For each sentence, in order and sharing no text, the records with a passage that lies on it."""
    ends = [sentence.end for sentence in sentences]
    found: list[set[str]] = [set() for _ in sentences]
    for passage, record in taken:
        place = bisect_right(ends, passage.start)
        while place < len(sentences) and sentences[place].start < passage.end:
            if lies_on(passage, sentences[place]):
                found[place].add(record)
            place += 1
    return found
