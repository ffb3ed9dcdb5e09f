"""The views that many pages share: a link, a passage, a record's card and a row of the two columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from diptych.records import How, Passage, Record
from diptych.render import words
from diptych.render.addresses import passage_anchor, passage_path, place_path, record_path, short, theme_path
from diptych.render.dates import long_date
from diptych.render.index import Index
from diptych.render.links import Link, actor_link, source_link
from diptych.render.quotations import Segment, segments
from diptych.render.templating import Kept


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A source with its article's title and what kind of source it is."""

    link: Link
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class When:
    """A date for people and for machines; `iso` is empty where no date is known."""

    iso: str
    words: str


@dataclass(frozen=True, slots=True)
class PassageView:
    """One passage: its words, who reports and who speaks, and its `place` on its source's page."""

    anchor: str
    path: str
    segments: tuple[Segment, ...]
    mode: str
    speaker: Link | None
    outlet: Link
    when: When
    place: str
    found: str
    rewrite: bool
    start: int
    end: int
    kept: Kept = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Card:
    """A record as lists show it: `voices` are those who speak, other than the party itself, `at` its short address."""

    id: str
    kind: str
    label: str
    statement: str
    path: str
    at: str
    actor: Link
    voices: tuple[Link, ...]
    addressee: Link | None
    party: str
    party_name: str
    when: When | None
    themes: tuple[Link, ...]
    proposed: bool
    outlets: tuple[Link, ...]
    passages: tuple[PassageView, ...]
    kept: Kept = field(default_factory=dict, compare=False, repr=False)

    @property
    def evidence(self) -> str:
        """How much reports it: passages and the outlets they are in."""
        count = words.counted(len(self.passages), "passage")
        return f"{count} in {words.listed([outlet.text for outlet in self.outlets])}"


@dataclass(frozen=True, slots=True)
class Reply:
    """A record that answers another, and how; `means` says the kind of answer in a few words more."""

    how: str
    means: str
    card: Card


@dataclass(frozen=True, slots=True)
class Row:
    """One record of the reporting party and what answers it, facing."""

    card: Card
    replies: tuple[Reply, ...]


def date_view(date: str | None) -> When:
    """A date, or the plain words that there is none."""
    return When(date, long_date(date)) if date else When("", words.NO_DATE)


class Desk:
    """Makes the shared views of one dossier, each card once."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._cards: dict[str, Card] = {}

    def card(self, record: Record) -> Card:
        """The card of a record."""
        if record.id not in self._cards:
            self._cards[record.id] = self._make(record)
        return self._cards[record.id]

    def cards(self, records: Iterable[Record]) -> tuple[Card, ...]:
        """The cards of several records, in their order."""
        return tuple(self.card(record) for record in records)

    def replies(self, answers: Iterable[tuple[Record, How]]) -> tuple[Reply, ...]:
        """Answers with the words for how they answer."""
        return tuple(Reply(words.HOW[how], words.HOW_MEANS[how], self.card(record)) for record, how in answers)

    def row(self, record: Record) -> Row:
        """A record with its answers beside it."""
        return Row(self.card(record), self.replies(self.index.answers_to(record.id)))

    def passage(self, record: Record, number: int, passage: Passage) -> PassageView:
        """One passage of a record; numbers count from 1."""
        source = self.index.sources[passage.source]
        return PassageView(
            anchor=passage_anchor(number),
            path=passage_path(record.id, number),
            segments=segments(passage.text, passage.mode),
            mode=words.MODE[passage.mode],
            speaker=self.speaker(passage),
            outlet=source_link(source),
            when=date_view(source.published),
            place=place_path(source.id, record.id, number),
            found=words.found_by(passage.rule),
            rewrite=source.kind == "rewrite",
            start=passage.start,
            end=passage.end,
        )

    def speaker(self, passage: Passage) -> Link | None:
        """Who speaks in a passage; None where the outlet tells it in its own voice or names nobody."""
        return actor_link(self.index.actors[passage.actor]) if passage.actor else None

    def _voices(self, record: Record) -> tuple[Link, ...]:
        """Whose statement it is and who voices it, without the party that its column names; an event is nobody's."""
        if record.kind == "event":
            return ()
        heard = dict.fromkeys((record.actor, *(passage.actor for passage in record.passages if passage.actor)))
        return tuple(actor_link(self.index.actors[actor]) for actor in heard if actor not in self.index.principals)

    def _make(self, record: Record) -> Card:
        index = self.index
        party = index.party(record)
        outlets = dict.fromkeys(passage.source for passage in record.passages)
        return Card(
            id=record.id,
            kind=record.kind,
            label=words.KIND[record.kind],
            statement=record.statement,
            path=record_path(record.id),
            at=short(record_path(record.id)),
            actor=actor_link(index.actors[record.actor]),
            voices=self._voices(record),
            addressee=actor_link(index.actors[record.addressee]) if record.addressee else None,
            party=party,
            party_name=index.party_name(party),
            when=date_view(record.date) if record.date else None,
            themes=tuple(Link(index.themes[theme].title, theme_path(theme)) for theme in record.themes),
            proposed=record.status == "proposed",
            outlets=tuple(source_link(index.sources[source]) for source in outlets),
            passages=tuple(self.passage(record, number, passage) for number, passage in enumerate(record.passages, 1)),
        )
