"""The models of the published dataset, `diptych/1`, from which its JSON Schema is made.

The keys and their order are a promise to every reader of the dataset; new keys are added at the end.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from diptych.records import Answer, Cited, Model, Reported
from diptych.values import (
    ActorKind,
    Address,
    Date,
    DiscrepancyId,
    DiscrepancyKind,
    Kind,
    PartyRole,
    RecordId,
    Revision,
    Sha256,
    Slug,
    SourceId,
    SourceKind,
    Status,
    Tag,
    Use,
)


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
    address: Address | None = Field(description="The outlet's own page")
    archived: Address | None = Field(description="A copy of that page in a web archive")
    language: Tag | None = Field(description="The article's, where it is not the dossier's")
    found: dict[str, str] = Field(default_factory=dict, description="What the file says beside the text, and where")


class PublishedPassage(Reported):
    """A passage; `number` is that of its address, `#p1` on its record's page."""

    number: int = Field(ge=1)


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
    passages: tuple[PublishedPassage, ...] = Field(min_length=1)
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
    passages: tuple[Cited, ...] = Field(min_length=2)
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
    date: Date | None = Field(description="That of this version")
    authors: tuple[str, ...] = Field(description="Who made the dossier")
    publisher: str
