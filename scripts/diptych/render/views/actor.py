"""Everybody who speaks, by the side they stand on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.records import Actor, Record
from diptych.render.divided.items import Item, Only, Step, everything
from diptych.render.divided.weights import LINE, LINK, weight_of
from diptych.render.index import Index
from diptych.render.links import UNMARKED, Link, actor_link
from diptych.render.views.shared import Card, Desk, PassageView
from diptych.values import LETTERS, PARTIES, PLURALS


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor in the list."""

    link: Link
    about: str
    summary: str


@dataclass(frozen=True, slots=True)
class Side:
    """The actors of one party."""

    party: str
    name: str
    lines: tuple[ActorLine, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The passages of another's record in which an actor speaks."""

    card: Card
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class ActorPage:
    """One actor: who that is, the statements that are theirs, and the passages where they voice another's.

    A `brief` page shows where passages are and not their words.
    """

    name: str
    party: str
    party_name: str
    kind: str
    role: str
    affiliation: Link | None
    aliases: tuple[str, ...]
    proposed: bool
    members: tuple[Link, ...]
    groups: tuple[tuple[str, tuple[Card, ...]], ...]
    asked: tuple[Card, ...]
    spoken: tuple[Spoken, ...]
    brief: bool


def sides(index: Index, only: Only = everything) -> tuple[Side, ...]:
    """The actors of each party, those who speak most first, then by name."""
    return tuple(
        Side(
            party,
            index.party_name(party),
            tuple(
                _line(index, actor)
                for actor in sorted(
                    (actor for actor in index.dossier.actors if actor.party == party and only(party, actor.id)),
                    key=lambda actor: (-len(index.said_by(actor.id)), actor.name),
                )
            ),
        )
        for party in PARTIES
    )


def side_items(index: Index) -> tuple[Item, ...]:
    """What stands in the list of speakers, for dividing it: by parties, and these by the first letters of IDs."""
    found = []
    for party in PARTIES:
        step = Step(party, index.party_name(party), party, index.language.own if party != "third" else UNMARKED)
        for actor in sorted((one for one in index.dossier.actors if one.party == party), key=lambda one: one.id):
            letters = tuple(
                Step(actor.id[:n], actor.id[:n].upper(), "", within=n > 1) for n in (1, 2, 3) if len(actor.id) >= n
            )
            weight = LINE + LINK + weight_of(f"{actor.name} {actor.role or ''}")
            found.append(Item(party, actor.id, weight, "", 1, (step, *letters)))
    return tuple(found)


def actor_page(desk: Desk, actor: Actor, only: Only = everything) -> ActorPage:
    """The page of an actor, or what a part of it keeps."""
    index, language = desk.index, desk.language
    groups = (
        (step.title, desk.cards(record for record in records if only(step.slug, record.id)))
        for step, records in _groups(desk, actor)
    )
    return ActorPage(
        name=actor.name,
        party=actor.party,
        party_name=index.party_name(actor.party),
        kind=language.text(f"actor_kind.{actor.kind}"),
        role=actor.role or "",
        affiliation=actor_link(index.actors[actor.affiliation], language) if actor.affiliation else None,
        aliases=actor.aliases,
        proposed=actor.status == "proposed",
        members=tuple(actor_link(other, language) for other in index.dossier.actors if other.affiliation == actor.id),
        groups=tuple((title, cards) for title, cards in groups if cards),
        asked=desk.cards(record for record in index.asked_of(actor.id) if only("asked", record.id)),
        spoken=_spoken(desk, actor, only),
        brief=desk.weights.brief,
    )


def actor_items(desk: Desk, actor: Actor) -> tuple[Item, ...]:
    """What stands on the page of an actor, for dividing it: by kinds, and these by their numbers."""
    index, say, weights = desk.index, desk.language.text, desk.weights
    asked, spoken = Step("asked", say("actor.asked"), "asked"), Step("spoken", say("actor.spoken"), "spoken")
    found = [(step, record, weights.card(record)) for step, records in _groups(desk, actor) for record in records]
    found += [(asked, record, weights.card(record)) for record in index.asked_of(actor.id)]
    voiced: dict[str, int] = {}
    for place in index.said_by(actor.id):
        if place.record.actor != actor.id:
            before = voiced.get(place.record.id) or weights.line(place.record)
            voiced[place.record.id] = before + weights.passage(place.passage)
    found += [(spoken, index.records[given], weight) for given, weight in voiced.items()]
    return tuple(Item.of(step.slug, record.id, weight, step) for step, record, weight in found)


def actor_steps(index: Index) -> tuple[Step, ...]:
    """The headings that an actor's page may have."""
    say = index.language.text
    kinds = (Step(PLURALS[kind], say(f"kinds.{kind}"), PLURALS[kind]) for kind in LETTERS)
    return (*kinds, Step("asked", say("actor.asked"), "asked"), Step("spoken", say("actor.spoken"), "spoken"))


def _groups(desk: Desk, actor: Actor) -> list[tuple[Step, list[Record]]]:
    """An actor's own statements by kind, found once for all the pages that show some of them."""
    return desk.once(f"groups {actor.id}", lambda: list(_found(desk.index, actor)))


def _found(index: Index, actor: Actor) -> Iterator[tuple[Step, list[Record]]]:
    """An actor's own statements by kind, with the heading of each."""
    number = 0
    for kind in LETTERS:
        if records := [record for record in index.made_by(actor.id) if record.kind == kind]:
            number += 1
            yield Step(PLURALS[kind], index.language.text(f"kinds.{kind}"), f"group-{number}"), records


def _spoken(desk: Desk, actor: Actor, only: Only) -> tuple[Spoken, ...]:
    """Where an actor speaks for another, one entry a record."""
    found: dict[str, list[PassageView]] = {}
    for place in desk.index.said_by(actor.id):
        if place.record.actor != actor.id and only("spoken", place.record.id):
            passage = desk.passage(place.record, place.number, place.passage)
            found.setdefault(place.record.id, []).append(passage)
    return tuple(Spoken(desk.card(desk.index.records[record]), tuple(passages)) for record, passages in found.items())


def _line(index: Index, actor: Actor) -> ActorLine:
    language = index.language
    about = [actor.role or language.text(f"actor_kind.{actor.kind}")]
    if actor.affiliation and index.actors[actor.affiliation].name not in about[0]:
        about.append(index.actors[actor.affiliation].name)
    counts = []
    if own := len(index.made_by(actor.id)):
        counts.append(language.text("count.statements", n=own))
    if spoken := len(index.said_by(actor.id)):
        counts.append(language.text("speakers.speaks", n=spoken))
    if asked := len(index.asked_of(actor.id)):
        counts.append(language.text("speakers.asked", n=asked))
    return ActorLine(
        actor_link(actor, language), language.text("comma").join(about), language.text("semicolon").join(counts)
    )
