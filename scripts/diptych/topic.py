"""What a dossier's files say about its topic, frozen: who the parties are, who is known, which themes are given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from diptych.dossier import Dossier, DossierFile, Party, party_actor
from diptych.records import Actor, Theme

Side = Literal["reporting", "responding"]
#: Both of them, the reporting party first.
SIDES: tuple[Side, ...] = ("reporting", "responding")


@dataclass(frozen=True, slots=True)
class PartyNames:
    """One of the two parties: the id of its actor, and every name that dossier.yml or actors.yml has for it."""

    id: str
    name: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """The two parties, the actors a person has vouched for, and the themes that are given (none: propose some)."""

    title: str
    reporting: PartyNames
    responding: PartyNames
    actors: tuple[Actor, ...] = ()
    themes: tuple[Theme, ...] = ()

    def party(self, side: Side) -> PartyNames:
        """The party on that side."""
        return self.reporting if side == "reporting" else self.responding


def topic_of(dossier: Dossier) -> Topic:
    """The topic of a dossier; actors and themes that are only proposed say nothing about it."""
    return make_topic(dossier.file, dossier.actors, dossier.themes)


def make_topic(file: DossierFile, actors: Iterable[Actor] = (), themes: Iterable[Theme] = ()) -> Topic:
    """The topic that dossier.yml, actors.yml and themes.yml describe."""
    known = tuple(actor for actor in actors if actor.status == "reviewed")
    return Topic(
        file.title,
        _party(file.parties.reporting, known),
        _party(file.parties.responding, known),
        known,
        tuple(theme for theme in themes if theme.status == "reviewed"),
    )


def _party(party: Party, actors: tuple[Actor, ...]) -> PartyNames:
    given = party_actor(party, actors)
    more = next((actor.aliases for actor in actors if actor.id == given), ())
    names = dict.fromkeys(name for name in (party.name, party.short, *party.aliases, *more) if name)
    return PartyNames(given, party.name, tuple(names))
