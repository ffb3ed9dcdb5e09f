"""The actors that records name and actors.yml does not hold yet, with those they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from diptych.dossier import Dossier
from diptych.drafts import Speaker
from diptych.records import Actor, Record

#: Who speaks where no rule found out who does, and whom an event concerns that names neither party.
UNNAMED = Actor(id="unnamed", name="Nobody named", kind="group", party="third", status="proposed")


def actors(
    dossier: Dossier, speakers: Mapping[str, Speaker], records: Iterable[Record], cited: Set[str]
) -> tuple[Actor, ...]:
    """The proposed actors, sorted by id: every one that a record or another actor names, or that was released."""
    held = {actor.id: actor for actor in dossier.actors}
    made: dict[str, Actor] = {}
    parties = {actor.id: actor for actor in dossier.party_actors}
    wanted = [*parties, *(actor.affiliation for actor in dossier.actors if actor.affiliation)]
    wanted += [actor.id for actor in dossier.actors if f"actors/{actor.id}/" in cited]
    for record in records:
        wanted += [record.actor, *filter(None, [record.addressee]), *(p.actor for p in record.passages if p.actor)]
    while wanted:
        given = wanted.pop()
        known = held.get(given)
        if given in made or (known and known.status == "reviewed"):
            continue
        if given in speakers:
            actor = _actor(speakers[given])
        elif known:
            actor = known
        elif given in parties:
            actor = parties[given]
        elif given == UNNAMED.id:
            actor = UNNAMED
        else:
            continue  # a reviewed record names somebody who is nowhere: the checks say so
        made[given] = actor
        wanted += filter(None, [actor.affiliation])
    return tuple(made[given] for given in sorted(made))


def _actor(speaker: Speaker) -> Actor:
    return Actor(
        id=speaker.id,
        name=speaker.name,
        kind=speaker.kind,
        role=speaker.role,
        affiliation=speaker.affiliation,
        party=speaker.party,
        aliases=speaker.aliases,
        status="proposed",
    )
