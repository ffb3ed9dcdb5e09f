"""The ledger: what became of every sentence of every source."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from diptych.dossier import Dossier
from diptych.records import Source
from diptych.render.dataset.published import PublishedSentence
from diptych.spans import Span, lies_on
from diptych.values import Use, id_key

#: The passages of each source: the place of each, and its record.
Cited = Mapping[str, Sequence[tuple[Span, str]]]


def ledger(dossier: Dossier) -> Iterator[PublishedSentence]:
    """Every sentence of every source, in order."""
    cited = cited_in(dossier)
    for source in dossier.sources:
        yield from ledger_of(source, cited)


def cited_in(dossier: Dossier) -> Cited:
    """What records take from the sources."""
    cited: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for record in dossier.records:
        for passage in record.passages:
            cited[passage.source].append((passage.span, record.id))
    return cited


def ledger_of(source: Source, cited: Cited) -> Iterator[PublishedSentence]:
    """Every sentence of a source, in order."""
    spans = sorted((sentence.span, sentence.use) for sentence in source.sentences)
    on = _on([span for span, _ in spans], cited.get(source.id, ()))
    for (span, stored), records in zip(spans, on, strict=True):
        yield PublishedSentence(
            source=source.id,
            start=span.start,
            end=span.end,
            use=_use(source, stored, bool(records)),
            records=tuple(sorted(records, key=id_key)),
        )


def _use(source: Source, stored: Use, cited: bool) -> Use:
    if source.kind == "copy":
        return "copy"
    return "record" if cited else stored


def _on(sentences: list[Span], cited: Sequence[tuple[Span, str]]) -> list[set[str]]:
    """For each sentence, in order and sharing no text, the records with a passage that lies on it."""
    ends = [sentence.end for sentence in sentences]
    found: list[set[str]] = [set() for _ in sentences]
    for passage, record in cited:
        place = bisect_right(ends, passage.start)
        while place < len(sentences) and sentences[place].start < passage.end:
            if lies_on(passage, sentences[place]):
                found[place].add(record)
            place += 1
    return found
