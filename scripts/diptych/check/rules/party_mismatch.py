"""The two columns are the two parties: a statement stands on the side of whoever made it."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem
from diptych.records import Record
from diptych.values import Kind, PartyRole
from diptych.yamlio import Path

CODE = "party-mismatch"

#: Whose statement a record of each kind is; an event may be told by anybody.
_OWN: dict[Kind, PartyRole] = {
    "claim": "reporting",
    "recommendation": "reporting",
    "response": "responding",
    "reaction": "third",
}


def check(context: Context) -> Iterator[Problem]:
    """Yields the parties' own actors of another party, and the records and passages whose actor is of another.

    In a passage anybody of the third party may speak: a witness, whom the record's party quotes.
    """
    party_of = {actor.id: actor.party for actor in context.dossier.actors}
    for role, given in context.dossier.parties.items():
        if party_of.get(given, role) != role:
            said = f"{given} is the {role} party of dossier.yml, but an actor of party {party_of[given]}"
            yield context.problem(CODE, given, ("party",), said, f"write party: {role}")
    for record in context.records:
        own = _OWN.get(record.kind)
        for path, actor in _speakers(record):
            party = party_of.get(actor)
            witness = party == "third" and path != ("actor",)
            if party and own and party != own and not witness:
                said = f"{record.id}: a {record.kind} is the {own} party's, but {actor!r} belongs to the {party} party"
                hint = "give the record another kind, or the actor another party"
                yield context.problem(CODE, record.id, path, said, hint, "warning")


def _speakers(record: Record) -> Iterator[tuple[Path, str]]:
    yield ("actor",), record.actor
    for place, passage in enumerate(record.passages):
        if passage.actor and passage.actor != record.actor:
            yield ("passages", place, "actor"), passage.actor
