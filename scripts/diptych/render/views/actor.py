"""Everybody who speaks, by the side they stand on."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.records import LETTERS, PARTIES, Actor
from diptych.render.addresses import passage_anchor
from diptych.render.index import Index
from diptych.render.links import Link, actor_link
from diptych.render.views.shared import Card, Desk, PassageView


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
    """One actor: who that is, the statements that are theirs, and the passages where they voice another's."""

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


def sides(index: Index) -> tuple[Side, ...]:
    """The actors of each party, those who speak most first, then by name."""
    return tuple(
        Side(
            party,
            index.party_name(party),
            tuple(
                _line(index, actor)
                for actor in sorted(
                    (actor for actor in index.dossier.actors if actor.party == party),
                    key=lambda actor: (-len(index.said_by(actor.id)), actor.name),
                )
            ),
        )
        for party in PARTIES
    )


def actor_page(index: Index, desk: Desk, actor: Actor) -> ActorPage:
    """The page of an actor."""
    own = index.made_by(actor.id)
    language = index.language
    groups = (
        (language.text(f"kinds.{kind}"), desk.cards(record for record in own if record.kind == kind))
        for kind in LETTERS
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
        asked=desk.cards(index.asked_of(actor.id)),
        spoken=_spoken(index, desk, actor),
    )


def _spoken(index: Index, desk: Desk, actor: Actor) -> tuple[Spoken, ...]:
    """Where an actor speaks for another, one entry a record."""
    found: dict[str, list[PassageView]] = {}
    for place in index.said_by(actor.id):
        if place.record.actor != actor.id:
            card = desk.card(place.record)
            passage = next(one for one in card.passages if one.anchor == passage_anchor(place.number))
            found.setdefault(place.record.id, []).append(passage)
    return tuple(Spoken(desk.card(index.records[record]), tuple(passages)) for record, passages in found.items())


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
