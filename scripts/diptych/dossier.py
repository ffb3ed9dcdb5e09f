"""The models of a dossier's own file and cues, and of everything that a dossier holds."""

from __future__ import annotations

from pydantic import Field

from diptych.history import PermalinksFile, Rejected, Release
from diptych.records import Actor, Discrepancy, Item, Model, Record, Source, Theme
from diptych.values import Date, PartyRole, Tag, slug


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


def party_actor(party: Party, actors: tuple[Actor, ...]) -> str:
    """The id of the actor who is a party: the one of that name, else the one that the name would get."""
    return next((actor.id for actor in actors if actor.name == party.name), slug(party.name))
