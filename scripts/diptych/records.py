"""The frozen models of statements and of all that they lean on: sources, speakers, themes, passages."""

from __future__ import annotations

from typing import Any, Literal, Protocol, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic.dataclasses import dataclass

from diptych.spans import Span
from diptych.values import (
    ActorKind,
    Address,
    Date,
    DiscrepancyId,
    DiscrepancyKind,
    How,
    Kind,
    Mode,
    PartyRole,
    RecordId,
    Sha256,
    Slug,
    SourceId,
    SourceKind,
    Status,
    Tag,
    kind_of,
    shortened,
)

#: So many code points of a title stand in a list for a source without a name.
_INCIPIT = 48
#: The sets of fields that were given, each once.
_GIVEN: dict[frozenset[str], set[str]] = {}


class Model(BaseModel):
    """Frozen, and closed to keys that nobody defined."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @model_validator(mode="after")
    def _share(self) -> Self:
        """Has things of which the same fields were given share the set of their names: a third of a passage."""
        given = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(given), given))
        return self


class _Bounded(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class Placed:
    """What has a start and an end in a seed."""

    __slots__ = ()

    @property
    def span(self: _Bounded) -> Span:
        """Where it stands in the seed."""
        return Span(self.start, self.end)


# There are more of these than of anything else: a `Model` would take four times the memory.
@dataclass(config=ConfigDict(extra="forbid"), frozen=True, slots=True)
class Sentence(Placed):
    """One sentence of a source and what became of it, as stored: `[start, end, use]`.

    Only `context` and `noise` are stored; that a record's passage lies on it, or that its source is a copy, is derived.
    """

    start: int = Field(ge=0)
    end: int = Field(gt=0)
    use: Literal["context", "noise"] = "context"

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, value: Any) -> Any:
        if isinstance(value, list) and len(value) == 3:
            return dict(zip(("start", "end", "use"), value, strict=True))
        return value


class Source(Placed, Model):
    """One article: a seed, or a part of one. What `added` names was filled in by a person, with the reason.

    What `found` names stands in the saved file, beside the article's text: where in it.
    `address` is the outlet's own page, `archived` a copy of it in a web archive; `language` is the article's, where it
    is not the dossier's.
    """

    id: SourceId
    file: str
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    sha256: Sha256
    title: str
    label: str = ""
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: Date | None = None
    address: Address | None = None
    archived: Address | None = None
    language: Tag | None = None
    kind: SourceKind = "original"
    copy_of: SourceId | None = None
    added: dict[str, str] = Field(default_factory=dict)
    found: dict[str, str] = Field(default_factory=dict)
    note: str = ""
    status: Status = "proposed"
    sentences: tuple[Sentence, ...] = ()

    @property
    def name(self) -> str:
        """What lists call it: its label, its publisher, else the beginning of its title in quotation marks."""
        return self.label or self.publisher or f"“{shortened(self.title, _INCIPIT)}”"


class Actor(Model):
    """Anybody who speaks."""

    id: Slug
    name: str
    kind: ActorKind
    role: str | None = None
    affiliation: Slug | None = None
    party: PartyRole
    aliases: tuple[str, ...] = ()
    status: Status = "reviewed"


class Theme(Model):
    """A heading under which statements of both parties stand; `terms` are the words that define it."""

    id: Slug
    title: str
    terms: tuple[str, ...] = ()
    status: Status = "reviewed"


class Cited(Placed, Model):
    """A span of a source with its exact text, as published."""

    source: SourceId
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    text: str = Field(min_length=1)

    @field_validator("end")
    @classmethod
    def _not_empty(cls, end: int, info: Any) -> int:
        if end <= info.data.get("start", -1):
            raise ValueError("must be greater than start")
        return end


class Reported(Cited):
    """Where a source reports a record's statement, who speaks there, and which rule (or `person`) found it."""

    mode: Mode
    actor: Slug | None = None
    cue: str | None = None
    rule: str


class Quoted(Cited):
    """A cited span as stored: with up to 32 code points of the seed before and behind it, by which it is found again.

    They are those of a `TextQuoteSelector` (W3C Web Annotation Data Model, 4.2.4). They are shorter only at the edges
    of a seed, and None where nobody noted them.
    """

    prefix: str | None = None
    suffix: str | None = None


class Passage(Quoted, Reported):
    """A passage of a record, as stored. `number` is written down where it is not the next in order.

    It is the passage's own for good, as an ID is: the address of a passage holds it.
    """

    number: int | None = Field(default=None, ge=1)


class Answer(Model):
    """What a response answers (`report` for the report as a whole) and how."""

    to: RecordId | Literal["report"]
    how: How


class Record(Model):
    """One statement, made by one party, that one or more passages report."""

    id: RecordId
    statement: str = Field(min_length=1)
    themes: tuple[Slug, ...] = ()
    actor: Slug
    addressee: Slug | None = None
    date: Date | None = None
    answers: tuple[Answer, ...] = ()
    status: Status
    note: str = ""
    passages: tuple[Passage, ...] = Field(min_length=1)

    @property
    def kind(self) -> Kind:
        """What its ID's letter says it is."""
        return kind_of(self.id)

    @property
    def numbered(self) -> tuple[tuple[int, Passage], ...]:
        """The passages with their numbers: from 1, and from each that has one written down, in order."""
        found: list[tuple[int, Passage]] = []
        number = 0
        for passage in self.passages:
            number = passage.number or number + 1
            found.append((number, passage))
        return tuple(found)


class Discrepancy(Model):
    """Passages that should agree and do not."""

    id: DiscrepancyId
    kind: DiscrepancyKind
    what: str = Field(min_length=1)
    status: Status = "proposed"
    note: str = ""
    passages: tuple[Quoted, ...] = Field(min_length=2)


#: What has an ID, a status and passages.
Item = Record | Discrepancy
