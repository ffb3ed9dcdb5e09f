"""What one stage of extraction hands to the next before it is a record: slotted values that are never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from diptych.records import Sentence
from diptych.spans import Span
from diptych.values import ActorKind, DiscrepancyKind, How, Kind, Mode, PartyRole, SourceKind


@dataclass(frozen=True, slots=True)
class Seed:
    """A file of seeds/ as it came: `file` is the path from the dossier's root, `sha256` that of its bytes."""

    file: str
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article found in a seed. All offsets are those of the seed.

    `copy_of` is the place of the copied article in the list it came in. `evidence` says what made it a copy or a
    rewrite.
    """

    seed: Seed
    span: Span
    sentences: tuple[Sentence, ...]
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    kind: SourceKind = "original"
    copy_of: int | None = None
    evidence: str = ""

    @property
    def order(self) -> tuple[str, Span]:
        """The order in which articles are taken: told by their words alone, not by what their files are called."""
        return self.seed.sha256, self.span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what, in which words, exactly where.

    `source` is the mention of the speaker in the text, `cue` the reporting words, `content` what is said (one or more
    spans, in order), `quotes` the quotations within it, with their marks. `force` is the cue's: says, denies, demands,
    concludes, alleges … `speaker` is the full name that the mention means in this text, and `resolved_by` the rule that
    found it; None where nobody is named.
    """

    content: tuple[Span, ...]
    mode: Mode
    rule: str
    force: str = "says"
    source: Span | None = None
    cue: Span | None = None
    speaker: str | None = None
    resolved_by: str = ""
    quotes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks in the articles, and where they belong; `id` is unique among all speakers of a dossier."""

    id: str
    name: str
    kind: ActorKind
    party: PartyRole
    role: str | None = None
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One passage with its kind: what an attribution becomes when it is known who speaks.

    `article` is the place in the list of articles, `speaker` an id among the speakers. `named` is whether a reporting
    word and the speaker's own name tell who says it. `why` lists, for `explain`, what decided the kind.
    """

    article: int
    span: Span
    mode: Mode
    kind: Kind
    speaker: str | None
    cue: str | None
    rule: str
    force: str = "says"
    addressee: str | None = None
    date: str | None = None
    why: tuple[str, ...] = ()
    named: bool = False

    @property
    def place(self) -> tuple[int, Span, Kind]:
        """What statements are put in order by."""
        return self.article, self.span, self.kind


@dataclass(frozen=True, slots=True)
class Group:
    """Statements that say the same: what will be one record. `answers` holds (place of a group or "report", how).

    `beside` are statements of other groups that say this as well: a first sentence sums up what several groups tell.
    """

    kind: Kind
    statements: tuple[Statement, ...]
    themes: tuple[str, ...] = ()
    answers: tuple[tuple[int | str, How], ...] = ()
    beside: tuple[Statement, ...] = ()

    @property
    def every(self) -> tuple[Statement, ...]:
        """All that says it, its own statements first."""
        return self.statements + self.beside


@dataclass(frozen=True, slots=True)
class Difference:
    """Spans that should agree and do not: (place of the article, span)."""

    kind: DiscrepancyKind
    what: str
    spans: tuple[tuple[int, Span], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that extraction found in the articles."""

    articles: tuple[Article, ...]
    speakers: Mapping[str, Speaker] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    themes: tuple[tuple[str, str, tuple[str, ...]], ...] = ()  # id, title, defining words
    differences: tuple[Difference, ...] = ()
