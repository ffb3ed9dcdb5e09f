"""The published dataset, `diptych/1`: its models, from which its JSON Schema is made, and how a dossier becomes it.

The keys and their order are a promise to every reader of the dataset; new keys are added at the end.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from diptych.records import (
    PLURALS,
    Actor,
    ActorKind,
    Answer,
    Date,
    DiscrepancyId,
    DiscrepancyKind,
    Dossier,
    Kind,
    Model,
    PartyRole,
    Passage,
    Quoted,
    Record,
    RecordId,
    Sha256,
    Slug,
    Source,
    SourceId,
    SourceKind,
    Status,
    Use,
    id_key,
)
from diptych.spans import Span, lies_on

Revision = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]


class PublishedParties(Model):
    """The actor ids of the two parties."""

    reporting: Slug
    responding: Slug


class PublishedActor(Model):
    """Anybody who speaks."""

    id: Slug
    name: str
    kind: ActorKind
    role: str | None
    affiliation: Slug | None
    party: PartyRole
    aliases: tuple[str, ...]


class PublishedTheme(Model):
    """A heading under which statements of both parties stand."""

    id: Slug
    title: str


class PublishedSource(Model):
    """One article: a file of seeds/, or the part of one from `start` to `end`; `sha256` is that of the file's bytes."""

    id: SourceId
    file: str
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    sha256: Sha256
    title: str
    publisher: str | None
    authors: tuple[str, ...]
    published: Date | None
    copy_of: SourceId | None
    kind: SourceKind
    label: str
    added: dict[str, str] = Field(description="What a person filled in that the file does not show, with the reason")
    note: str
    status: Status


class PublishedRecord(Model):
    """One statement, made by one party, and the passages that report it. `url` is relative to the site's root."""

    id: RecordId
    kind: Kind
    statement: str
    themes: tuple[Slug, ...]
    actor: Slug
    addressee: Slug | None
    answers: tuple[Answer, ...]
    status: Status
    url: str
    revision: Revision
    passages: tuple[Passage, ...] = Field(min_length=1)
    date: Date | None
    note: str


class PublishedSentence(Model):
    """One sentence of a source and what became of it; `records` are those with a passage on it."""

    source: SourceId
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    use: Use
    records: tuple[RecordId, ...]


class PublishedDiscrepancy(Model):
    """Passages that should agree and do not."""

    id: DiscrepancyId
    kind: DiscrepancyKind
    what: str
    passages: tuple[Quoted, ...] = Field(min_length=2)
    status: Status
    note: str


class Published(Model):
    """A dossier: a contested report and the answer to it. Offsets count code points of the files, read as UTF-8."""

    form: Literal["diptych/1"] = Field(default="diptych/1", alias="schema")
    title: str
    version: str
    parties: PublishedParties
    actors: tuple[PublishedActor, ...]
    themes: tuple[PublishedTheme, ...]
    sources: tuple[PublishedSource, ...]
    records: tuple[PublishedRecord, ...]
    sentences: tuple[PublishedSentence, ...]
    discrepancies: tuple[PublishedDiscrepancy, ...]


def published(dossier: Dossier) -> Published:
    """A dossier as it is published."""
    return Published(
        title=dossier.file.title,
        version=dossier.file.version,
        parties=PublishedParties(**dossier.parties),
        actors=tuple(PublishedActor(**actor.model_dump(exclude={"status"})) for actor in everybody(dossier)),
        themes=tuple(PublishedTheme(id=theme.id, title=theme.title) for theme in dossier.themes),
        sources=tuple(PublishedSource(**source.model_dump(exclude={"sentences"})) for source in dossier.sources),
        records=tuple(_record(record) for record in dossier.records),
        sentences=tuple(_ledger(dossier)),
        discrepancies=tuple(PublishedDiscrepancy(**dict(item)) for item in dossier.discrepancies),
    )


def everybody(dossier: Dossier) -> list[Actor]:
    """The actors by id, the two parties among them even where actors.yml does not hold them."""
    actors = {actor.id: actor for actor in dossier.actors}
    for role, given in dossier.parties.items():
        if given not in actors:
            party = getattr(dossier.file.parties, role)
            actors[given] = Actor(
                id=given, name=party.name, kind="organisation", party=role, aliases=party.aliases, status="proposed"
            )
    return [actors[given] for given in sorted(actors)]


def revision(record: Record) -> str:
    """What tells two states of a record apart: the first 12 hexadecimal digits of the SHA-256 of its content.

    The content is the record's keys without those that equal their defaults, as JSON with sorted keys and no spaces.
    """
    content = record.model_dump(mode="json", exclude_defaults=True)
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()[:12]


def _record(record: Record) -> PublishedRecord:
    url = f"{PLURALS[record.kind]}/{record.id}/"
    return PublishedRecord(**dict(record), kind=record.kind, url=url, revision=revision(record))


def _ledger(dossier: Dossier) -> Iterator[PublishedSentence]:
    """Every sentence of every source, in order."""
    cited: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for record in dossier.records:
        for passage in record.passages:
            cited[passage.source].append((passage.span, record.id))
    for source in dossier.sources:
        spans = sorted((sentence.span, sentence.use) for sentence in source.sentences)
        on = _on([span for span, _ in spans], cited[source.id])
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


def _on(sentences: list[Span], cited: list[tuple[Span, str]]) -> list[set[str]]:
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
