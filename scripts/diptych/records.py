"""The frozen models of everything that a dossier holds; the names are those of the published dataset."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, Literal, Protocol, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from diptych.spans import Span

Kind = Literal["claim", "response", "recommendation", "reaction", "event"]
PartyRole = Literal["reporting", "responding", "third"]
ActorKind = Literal["person", "organisation", "state", "group"]
Mode = Literal["direct", "indirect", "mixed"]
How = Literal["denies", "gives-another-account", "disputes-the-source", "rejects"]
Status = Literal["proposed", "reviewed"]
SourceKind = Literal["original", "copy", "rewrite"]
DiscrepancyKind = Literal["quotation", "figure"]
Use = Literal["record", "context", "noise", "copy"]

#: The letter that an ID of each kind starts with, in the order in which kinds are listed.
LETTERS: dict[Kind, str] = {
    "claim": "C",
    "response": "R",
    "recommendation": "A",
    "reaction": "T",
    "event": "E",
}
#: The folder of content/ and of the site that holds each kind.
PLURALS: dict[Kind, str] = {
    "claim": "claims",
    "response": "responses",
    "recommendation": "recommendations",
    "reaction": "reactions",
    "event": "events",
}
#: The kinds that an answer can go to.
ANSWERABLE: tuple[Kind, ...] = ("claim", "recommendation")
#: The sides, in the order in which they are listed; the index of the search counts them so.
PARTIES: tuple[PartyRole, ...] = get_args(PartyRole)
_KIND_OF: dict[str, Kind] = {letter: kind for kind, letter in LETTERS.items()}
_ORDER = {letter: place for place, letter in enumerate(LETTERS.values())}

#: Where an answer goes that answers the report as a whole.
REPORT = "report"

RecordId = Annotated[str, Field(pattern=r"^[CRATE][1-9][0-9]{0,8}$")]
SourceId = Annotated[str, Field(pattern=r"^S[1-9][0-9]{0,8}$")]
DiscrepancyId = Annotated[str, Field(pattern=r"^D[1-9][0-9]{0,8}$")]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
#: A day, a month or a year, as much as is known.
Date = Annotated[str, Field(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
#: A language as BCP 47 names it: `en`, `zh-Hans`, `pt-BR`.
Tag = Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", max_length=35)]
#: Where something stands on the web.
Address = Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$", max_length=2000)]
Revision = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
#: What a release is called: a word that is also part of an address.
ReleaseName = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def kind_of(record_id: str) -> Kind:
    """The kind that an ID's letter stands for; `KeyError` where it stands for none."""
    return _KIND_OF[record_id[:1]]


def id_key(given: str) -> tuple[str, int]:
    """Sorts C2 before C10."""
    match = re.fullmatch(r"([A-Z]+)(\d+)", given)
    return (match[1], int(match[2])) if match else (given, 0)


def record_key(record_id: str) -> tuple[int, int]:
    """Sorts records by kind, in the order of `LETTERS`, then by number."""
    return _ORDER[record_id[:1]], int(record_id[1:])


class Model(BaseModel):
    """Frozen, and closed to keys that nobody defined."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class _Bounded(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class Placed:
    """What has a start and an end in a seed."""

    @property
    def span(self: _Bounded) -> Span:
        """Where it stands in the seed."""
        return Span(self.start, self.end)


class Sentence(Placed, Model):
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
        """What lists call it."""
        return self.label or self.publisher or self.title


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


class Party(Model):
    """How dossier.yml names one of the two parties."""

    name: str = Field(min_length=1)
    short: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name for headings and columns."""
        return self.short or self.name


class Parties(Model):
    """Who made the report, and who it is about and answers."""

    reporting: Party
    responding: Party


class DossierFile(Model):
    """content/dossier.yml. `authors` (`Family, Given`, or a name as it is) made it; `date` is this version's."""

    title: str = Field(min_length=1)
    subtitle: str = ""
    description: str = ""
    version: str = "draft"
    date: Date | None = None
    authors: tuple[str, ...] = ()
    publisher: str = ""
    language: Tag = "en"
    parties: Parties


class VerbCues(Model):
    """Reporting verbs, and the frames that they stand in; the package's cues.yml says what each frame means."""

    frames: tuple[str, ...]
    verbs: tuple[str, ...]


class NounCues(Model):
    """Reporting nouns, and the frames that they stand in."""

    frames: tuple[str, ...]
    nouns: tuple[str, ...]


class PhraseCue(Model):
    """Words around a speaker that attribute without a verb."""

    before: str = Field(min_length=1)
    after: str = ""
    force: str


class CuesFile(Model):
    """content/cues.yml: reporting words of a dossier's own, by force; they go before those of the package."""

    verbs: dict[str, tuple[VerbCues, ...]] = Field(default_factory=dict)
    nouns: dict[str, tuple[NounCues, ...]] = Field(default_factory=dict)
    phrases: tuple[PhraseCue, ...] = ()


class Released(Model):
    """A page that a release made citable, by its address from the site's root, and the places on it.

    `anchors` gives for each place the passage that stands there, as `S1:120-260:9f8e7d6c`, or nothing where it is none.
    """

    address: str = Field(min_length=1)
    anchors: dict[str, str] = Field(default_factory=dict)


class Moved(Model):
    """Where a released page, or a place on one (`claims/C4/#p2`), is found now."""

    was: str = Field(min_length=1)
    now: str = Field(min_length=1)


class Gone(Model):
    """A released page or place that was taken away, and why."""

    was: str = Field(min_length=1)
    why: str = Field(min_length=1)


class PermalinksFile(Model):
    """content/permalinks.yml, append-only: every ID ever given, in order, and every address ever released."""

    given: tuple[str, ...] = ()
    released: tuple[Released, ...] = ()
    moved: tuple[Moved, ...] = ()
    gone: tuple[Gone, ...] = ()


class Rejected(Quoted):
    """A passage that a person has said is no statement of that kind, or no such discrepancy; `id` is what it was in."""

    id: Annotated[str, Field(pattern=r"^[CRATED][1-9][0-9]{0,8}$")]
    kind: Literal[Kind, DiscrepancyKind]
    because: str = ""


class RejectedFile(Model):
    """content/rejected.yml: what is never proposed again, append-only."""

    rejected: tuple[Rejected, ...] = ()


class Release(Model):
    """What a release froze: the revision of each record that was new or other than in the release before.

    `pages` are the SHA-256 of the frozen pages that it made, in as many hexadecimal digits as a revision has; `former`
    are the addresses that moved or were taken away since the release before.
    """

    name: ReleaseName
    date: Date
    revisions: dict[RecordId, Revision] = Field(default_factory=dict)
    pages: dict[RecordId, Revision] = Field(default_factory=dict)
    former: tuple[str, ...] = ()


class ReleasesFile(Model):
    """content/releases.yml: every release, in order, append-only."""

    releases: tuple[Release, ...] = ()


#: What has an ID, a status and passages.
Item = Record | Discrepancy


class Dossier(Model):
    """Everything that content/ holds, sorted by ID; themes in the order of themes.yml."""

    file: DossierFile
    actors: tuple[Actor, ...]
    themes: tuple[Theme, ...]
    sources: tuple[Source, ...]
    records: tuple[Record, ...]
    discrepancies: tuple[Discrepancy, ...]
    permalinks: PermalinksFile = PermalinksFile()
    releases: tuple[Release, ...] = ()
    cues: CuesFile = CuesFile()
    rejected: tuple[Rejected, ...] = ()

    @property
    def given(self) -> tuple[str, ...]:
        """Every ID ever given, in order."""
        return self.permalinks.given

    @property
    def items(self) -> tuple[Item, ...]:
        """The records and the discrepancies: all that quotes."""
        return (*self.records, *self.discrepancies)

    @property
    def parties(self) -> dict[PartyRole, str]:
        """The actor id of each party."""
        return {
            "reporting": party_actor(self.file.parties.reporting, self.actors),
            "responding": party_actor(self.file.parties.responding, self.actors),
        }

    @property
    def party_actors(self) -> tuple[Actor, ...]:
        """The two parties as actors, as far as dossier.yml tells of them."""
        named = [(role, given, getattr(self.file.parties, role)) for role, given in self.parties.items()]
        return tuple(
            Actor(id=given, name=one.name, kind="organisation", party=role, aliases=one.aliases, status="proposed")
            for role, given, one in named
        )


#: What Windows keeps for its devices, whatever the ending and the case.
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"))
)


def reserved(name: str) -> bool:
    """Whether Windows keeps a file's name for a device."""
    return name.partition(".")[0].rstrip().casefold() in _DEVICES


def slug(name: str) -> str:
    """An id made of a name's letters and digits; `x` where it has none in ASCII. No device of Windows has it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain)[:80].strip("-") or "x"
    return f"x-{made}" if reserved(made) else made


def party_actor(party: Party, actors: tuple[Actor, ...]) -> str:
    """The id of the actor who is a party: the one of that name, else the one that the name would get."""
    return next((actor.id for actor in actors if actor.name == party.name), slug(party.name))
