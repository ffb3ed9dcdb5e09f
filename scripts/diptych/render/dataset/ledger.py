"""The ledger: what became of every sentence of every source."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.dossier import Dossier
from diptych.records import Source
from diptych.render.dataset.published import PublishedSentence
from diptych.uses import Taken, taken_in, uses
from diptych.values import id_key


def ledger(dossier: Dossier) -> Iterator[PublishedSentence]:
    """Every sentence of every source, in order."""
    taken = taken_in(dossier.records)
    for source in dossier.sources:
        yield from ledger_of(source, taken)


def ledger_of(source: Source, taken: Taken) -> Iterator[PublishedSentence]:
    """Every sentence of a source, in order."""
    for span, use, records in uses(source, taken):
        yield PublishedSentence(
            source=source.id,
            start=span.start,
            end=span.end,
            use=use,
            records=tuple(sorted(records, key=id_key)),
        )
