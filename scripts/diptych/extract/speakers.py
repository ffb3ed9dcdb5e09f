"""The speakers of a dossier, each under one id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from diptych.drafts import Speaker, Statement
from diptych.extract.affiliation import Affiliations
from diptych.extract.identity import Identity
from diptych.extract.roles import told_role
from diptych.topic import SIDES, PartyNames, Side, Topic
from diptych.values import ActorKind, Kind, PartyRole, slug

#: What somebody of a party states, and whose a statement of a kind is.
KIND_OF: dict[PartyRole, Kind] = {"reporting": "claim", "responding": "response", "third": "reaction"}
PARTY_OF: dict[Kind, PartyRole] = {kind: party for party, kind in KIND_OF.items()} | {"recommendation": "reporting"}
_BELIEVED: tuple[PartyRole, ...] = ("reporting", "third", "responding")


class Register:
    """Gives every speaker an id, the same one for the same name, and knows what is told of each.

    A person and a company of the same name are two.
    """

    def __init__(self, topic: Topic, affiliations: Affiliations) -> None:
        self._affiliations = affiliations
        self._speakers: dict[str, Speaker] = {}
        self._ids: dict[tuple[str, str], str] = {}  # by the name in small letters, and of which kind alone, if of one
        self._bodies: set[str] = set()
        self._parties: dict[str | None, str] = {role: topic.party(role).id for role in SIDES}
        for role in SIDES:
            self._add_party(topic.party(role), role)
        for actor in topic.actors:
            if actor.id not in self._speakers:
                self._speakers[actor.id] = Speaker(
                    actor.id, actor.name, actor.kind, actor.party, actor.role, actor.affiliation, actor.aliases
                )
            for name in (actor.name, *actor.aliases):
                self._ids.setdefault((name.lower(), ""), actor.id)
                self._ids.setdefault(_key(name, actor.kind == "person"), actor.id)

    def _add_party(self, party: PartyNames, role: Side) -> None:
        self._speakers[party.id] = Speaker(party.id, party.name, "organisation", role, aliases=party.names[1:])
        for name in party.names:
            self._ids.setdefault((name.lower(), ""), party.id)

    def id(self, who: Identity) -> str | None:
        """The id of somebody who speaks."""
        if not who.name:
            return None
        key = (who.name.lower(), "")
        if key in self._ids and self._another(self._speakers[self._ids[key]], who):
            key = _key(who.name, who.person)
        if key not in self._ids:
            self._ids[key] = self._new(who)
        return self._ids[key]

    def _another(self, held: Speaker, who: Identity) -> bool:
        """Whether somebody is not who has the name already: one is a person, and the other a body."""
        if held.kind == "person":
            return who.body
        told = held.id in self._bodies or self._affiliations.role(who.name or "") is not None
        return who.person and told and held.kind in ("organisation", "state")

    def _new(self, who: Identity) -> str:
        assert who.name is not None
        base = slug(who.name)
        given, number = base, 1
        while given in self._speakers:
            held = self._speakers[given]
            if held.party == who.party and slug(held.name) == base and not self._another(held, who):
                return given
            number += 1
            given = f"{base[:76]}-{number}"
        kind: ActorKind = "person" if who.person else "organisation" if who.name[0].isupper() else "group"
        if who.body:
            self._bodies.add(given)
        of = who.organisation or ""
        owner = self._ids.get(_key(of, False)) or self._ids.get((of.lower(), ""))
        owner = owner or self._parties.get(who.party)
        phrase = None if who.body else self._affiliations.role(who.name)
        role = told_role(phrase) if phrase else None
        self._speakers[given] = Speaker(given, who.name, kind, who.party or "third", role, owner)
        return given

    def settle(self, given: str, party: PartyRole) -> None:
        """Has somebody be of a party whom the articles take for different ones'."""
        held = self._speakers[given]
        if held.party != party:
            self._speakers[given] = replace(held, party=party, affiliation=self._parties.get(party))

    def speakers(self, statements: Iterable[Statement]) -> dict[str, Speaker]:
        """Those who speak, and those they belong to."""
        wanted = {one.speaker for one in statements if one.speaker} | {
            one.addressee for one in statements if one.addressee
        }
        wanted |= {held for one in sorted(wanted) if (held := self._speakers[one].affiliation)}
        wanted.update(self._parties.values())
        return {given: held for given, held in sorted(self._speakers.items()) if given in wanted}


class Met:
    """Gives the speakers of one article ids, and keeps who they are."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self.met: dict[str, Identity] = {}

    def id(self, who: Identity) -> str | None:
        """The id of somebody who speaks."""
        given = self._register.id(who)
        if given is not None:
            self.met.setdefault(given, who)
        return given


@dataclass(frozen=True, slots=True)
class Stated:
    """The statements of one article; `met` are their speakers by ids that hold within it, as they came up."""

    statements: list[Statement]
    met: dict[str, Identity]


def named(
    topic: Topic, affiliations: Affiliations, told: Iterable[Stated]
) -> tuple[dict[str, Speaker], list[Statement]]:
    """The speakers of all articles, by id, and the statements; articles that are told of first name speakers first."""
    register = Register(topic, affiliations)
    statements: list[Statement] = []
    votes: dict[str, Counter[PartyRole]] = defaultdict(Counter)
    vouched = {topic.reporting.id, topic.responding.id, *(actor.id for actor in topic.actors)}
    for one in told:
        ids: dict[str | None, str | None] = {here: register.id(who) for here, who in one.met.items()}
        for here, who in one.met.items():
            given = ids[here]
            if given is not None and given not in vouched and who.person and who.party is not None:
                votes[given][who.party] += 1
        other = {here for here, given in ids.items() if here != given}
        statements += [
            replace(said, speaker=ids.get(said.speaker), addressee=ids.get(said.addressee))
            if said.speaker in other or said.addressee in other
            else said
            for said in one.statements
        ]
    settled = {given: _most(held) for given, held in votes.items() if len(held) > 1}
    for given, party in settled.items():
        register.settle(given, party)
    statements = [_of_party(said, settled[said.speaker]) if said.speaker in settled else said for said in statements]
    return register.speakers(statements), statements


def _most(votes: Counter[PartyRole]) -> PartyRole:
    """The party that most articles have somebody be of; of two, an office beside the report is least to be believed."""
    return max(votes, key=lambda party: (votes[party], _BELIEVED.index(party)))


def _of_party(said: Statement, party: PartyRole) -> Statement:
    """A statement as one by somebody of a party, whatever its article alone had them be."""
    same = PARTY_OF.get(said.kind, party) == party
    return said if same else replace(said, kind=KIND_OF[party], why=(*said.why, "most articles"))


def _key(name: str, person: bool) -> tuple[str, str]:
    """Under what a name is held where there is one of each kind."""
    return name.lower(), "person" if person else "body"
