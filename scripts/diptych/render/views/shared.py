"""The views that many pages share: a link, a passage, a record's card and a row of the two columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeVar, cast

from markupsafe import Markup

from diptych.records import Passage, Record
from diptych.render import words
from diptych.render.addresses import (
    discrepancy_path,
    passage_anchor,
    passage_path,
    place_path,
    record_path,
    short,
)
from diptych.render.divided.weights import Weights
from diptych.render.index import Index
from diptych.render.language import Language
from diptych.render.links import Kept, Link, actor_link, source_link, theme_link
from diptych.render.quotations import Segment, segments, split
from diptych.render.site import HEAVY
from diptych.render.views.whereabouts import Where, Whereabouts
from diptych.render.wording import Wording, Wordings, odd
from diptych.values import How

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A source with its article's title and what kind of source it is; `said` is the word for that."""

    link: Link
    title: str
    marked: Markup
    kind: str
    said: str


class When(NamedTuple):
    """A date for people and for machines; `iso` is empty where no date is known."""

    iso: str
    words: str


@dataclass(frozen=True, slots=True)
class PassageView:
    """One passage: its words, who reports and who speaks, and its `place` on its source's page.

    `marked` says of what language the words are, where that is not the interface's, `at` is its short address, and
    `wordings` say what other outlets have in the place of its words.
    """

    anchor: str
    path: str
    at: str
    segments: tuple[Segment, ...]
    marked: Markup
    mode: str
    speaker: Link | None
    outlet: Link
    when: When
    place: str
    found: str
    rewrite: bool
    start: int
    end: int
    wordings: tuple[Wording, ...] = ()
    kept: Kept = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Card:
    """A record as lists show it.

    `voices` are those who speak, other than the party itself, `at` its short address, `evidence` says how much
    reports it: passages and the outlets they are in, and `differ` leads to where these do not agree. Where it is
    `brief`, it leads to its passages and has none of them.
    """

    id: str
    kind: str
    name: str
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
    evidence: str
    differ: tuple[Link, ...]
    brief: bool = False
    kept: Kept = field(default_factory=dict, compare=False, repr=False)


class Reply(NamedTuple):
    """A record that answers another, and how; `means` says the kind of answer in a few words more."""

    how: str
    means: str
    card: Card


class Row(NamedTuple):
    """One record of the reporting party and what answers it, facing."""

    card: Card
    replies: tuple[Reply, ...]


def date_view(language: Language, date: str | None) -> When:
    """A date, or the plain words that there is none."""
    return When(date, language.date(date)) if date else When("", language.text("no_date"))


class Desk:
    """Makes the shared views of one dossier, each card once; `heavy` is what records weigh before they are brief."""

    def __init__(self, index: Index, heavy: int = HEAVY) -> None:
        self.index = index
        self.language = index.language
        self.weights = Weights(index, heavy)
        self._once: dict[str, object] = {}
        self._cards: dict[str, Card] = {}
        self._wordings = Wordings(index)
        self._whereabouts = Whereabouts(index)

    def once(self, name: str, make: Callable[[], _Made]) -> _Made:
        """What several pages need, made when the first of them asks for it by its name."""
        if name not in self._once:
            self._once[name] = make()
        return cast(_Made, self._once[name])

    def card(self, record: Record) -> Card:
        """The card of a record."""
        if record.id not in self._cards:
            self._cards[record.id] = self._make(record)
        return self._cards[record.id]

    def whole(self, record: Record) -> Card:
        """The card of a record with its passages, also where lists show it without them."""
        card = self.card(record)
        return replace(card, passages=self._passages(record)) if card.brief else card

    def cards(self, records: Iterable[Record]) -> tuple[Card, ...]:
        """The cards of several records, in their order."""
        return tuple(self.card(record) for record in records)

    def replies(self, answers: Iterable[tuple[Record, How]]) -> tuple[Reply, ...]:
        """Answers with the words for how they answer."""
        say = self.language.text
        return tuple(Reply(say(f"how.{how}"), say(f"how_means.{how}"), self.card(record)) for record, how in answers)

    def row(self, record: Record) -> Row:
        """A record with its answers beside it."""
        return Row(self.card(record), self.replies(self.index.answers_to(record.id)))

    def passage(self, record: Record, number: int, passage: Passage) -> PassageView:
        """One passage of a record; numbers count from 1."""
        source = self.index.sources[passage.source]
        wordings = self._wordings.of(record, passage)
        return PassageView(
            anchor=passage_anchor(number),
            path=passage_path(record.id, number),
            at=f"{short(record_path(record.id))}#{passage_anchor(number)}",
            segments=split(segments(passage.text, passage.mode), odd(wordings)),
            marked=self.language.marked(source.language),
            mode=self.language.text(f"mode.{passage.mode}"),
            speaker=self.speaker(passage),
            outlet=source_link(source, self.language),
            when=date_view(self.language, source.published),
            place=place_path(source.id, record.id, number),
            found=self._found_by(passage.rule),
            rewrite=source.kind == "rewrite",
            start=passage.start,
            end=passage.end,
            wordings=wordings,
        )

    def _passages(self, record: Record) -> tuple[PassageView, ...]:
        return tuple(self.passage(record, number, passage) for number, passage in record.numbered)

    def where(self, passage: Passage) -> Where:
        """Where a passage stands in its article."""
        return self._whereabouts.of(passage)

    def _found_by(self, rule: str) -> str:
        """Who or what took a passage from its source; of a rule, what it looks for, or what rules of its family do."""
        if rule == "person":
            return self.language.text("record.by_person")
        said = self.language.text("record.by_rule", rule=rule)
        means = (self.language.constant(f"rule.{name}") for name in (rule, rule.partition("-")[0]))
        found = next((one.unescape() for one in means if one), "")
        return self.language.text("record.by_rule_for", said=said, means=found) if found else said

    def speaker(self, passage: Passage) -> Link | None:
        """Who speaks in a passage; None where the outlet tells it in its own voice or names nobody."""
        return self._actor(passage.actor) if passage.actor else None

    def _voices(self, record: Record) -> tuple[Link, ...]:
        """Whose statement it is and who voices it, without the party that its column names; an event is nobody's."""
        if record.kind == "event":
            return ()
        heard = dict.fromkeys((record.actor, *(passage.actor for passage in record.passages if passage.actor)))
        return tuple(self._actor(actor) for actor in heard if actor not in self.index.principals)

    def _make(self, record: Record) -> Card:
        index = self.index
        party = index.party(record)
        sources = dict.fromkeys(passage.source for passage in record.passages)
        outlets = tuple(source_link(index.sources[source], self.language) for source in sources)
        return Card(
            id=record.id,
            kind=record.kind,
            name=words.record_name(self.language, record.kind, record.id),
            statement=record.statement,
            path=record_path(record.id),
            at=short(record_path(record.id)),
            actor=self._actor(record.actor),
            voices=self._voices(record),
            addressee=self._actor(record.addressee) if record.addressee else None,
            party=party,
            party_name=index.party_name(party),
            when=date_view(self.language, record.date) if record.date else None,
            themes=tuple(theme_link(index.themes[theme], self.language) for theme in record.themes),
            proposed=record.status == "proposed",
            outlets=outlets,
            passages=() if self.weights.brief else self._passages(record),
            evidence=self.language.text(
                "item.evidence",
                n=len(record.passages),
                outlets=self.language.listed([outlet.text for outlet in outlets]),
            ),
            differ=tuple(
                Link(found.what, discrepancy_path(found.id), self.language.own)
                for found in index.discrepancies(record.id)
            ),
            brief=self.weights.brief,
        )

    def _actor(self, actor: str) -> Link:
        return actor_link(self.index.actors[actor], self.language)
