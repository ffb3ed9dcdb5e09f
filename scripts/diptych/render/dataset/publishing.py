"""How a dossier becomes the published dataset: what is derived, and nobody writes, is worked out here."""

from __future__ import annotations

import json

from diptych.dossier import Dossier
from diptych.records import Actor, Record, Reported
from diptych.render.addresses import record_path, short
from diptych.render.dataset.ledger import ledger
from diptych.render.dataset.published import (
    Published,
    PublishedActor,
    PublishedDiscrepancy,
    PublishedParties,
    PublishedPassage,
    PublishedRecord,
    PublishedSource,
    PublishedTheme,
)
from diptych.render.frozen_paths import short_digest

#: What is no part of what a record says: by what its passages are found again.
_UNSAID = {"passages": {"__all__": {"prefix", "suffix", "number"}}}
_REPORTED = tuple(Reported.model_fields)


def published(dossier: Dossier) -> Published:
    """A dossier as it is published."""
    records, sentences = map(published_record, dossier.records), ledger(dossier)
    return surroundings(dossier).model_copy(update={"records": tuple(records), "sentences": tuple(sentences)})


def surroundings(dossier: Dossier) -> Published:
    """The same without its records and sentences, which are nearly all of it."""
    return Published(
        title=dossier.file.title,
        version=dossier.file.version,
        date=dossier.file.date,
        authors=dossier.file.authors,
        publisher=dossier.file.publisher,
        parties=PublishedParties(**dossier.parties),
        actors=tuple(PublishedActor(**actor.model_dump(exclude={"status"})) for actor in everybody(dossier)),
        themes=tuple(PublishedTheme(id=theme.id, title=theme.title) for theme in dossier.themes),
        sources=tuple(PublishedSource(**source.model_dump(exclude={"sentences"})) for source in dossier.sources),
        records=(),
        sentences=(),
        discrepancies=tuple(PublishedDiscrepancy(**dict(item)) for item in dossier.discrepancies),
    )


def everybody(dossier: Dossier) -> list[Actor]:
    """The actors by id, the two parties among them even where actors.yml does not hold them."""
    actors = {actor.id: actor for actor in (*dossier.party_actors, *dossier.actors)}
    return [actors[given] for given in sorted(actors)]


def revision(record: Record) -> str:
    """What tells two states of a record apart: the first 12 hexadecimal digits of the SHA-256 of its content.

    The content is the record's published keys without those that equal their defaults, as JSON with sorted keys and no
    spaces; a passage has its number only where that is not the next in order.
    """
    content = record.model_dump(mode="json", exclude_defaults=True, exclude=_UNSAID)
    before = 0
    for (number, _), passage in zip(record.numbered, content["passages"], strict=True):
        if number != before + 1:
            passage["number"] = number
        before = number
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return short_digest(canonical.encode("utf-8"))


def revision_of(published: PublishedRecord) -> str:
    """The revision that a published record ought to have, worked out from what it says."""
    return revision(Record.model_validate(published.model_dump(exclude={"kind", "url", "revision"})))


def published_record(record: Record) -> PublishedRecord:
    """A record as it is published."""
    url = short(record_path(record.id))
    passages = tuple(
        PublishedPassage(**{key: getattr(passage, key) for key in _REPORTED}, number=number)
        for number, passage in record.numbered
    )
    content = dict(record) | {"passages": passages}
    return PublishedRecord(**content, kind=record.kind, url=url, revision=revision(record))
