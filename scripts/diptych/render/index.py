"""A dossier with its ways worked out once: what answers what, what lies on which source, who speaks where."""

from __future__ import annotations

from collections import defaultdict, deque
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from diptych.dossier import Dossier
from diptych.records import Actor, Discrepancy, Passage, Record, Source, Theme
from diptych.render.addresses import discrepancy_path, record_path, source_path
from diptych.render.language import Language
from diptych.render.links import Link, Menu, Named, source_link
from diptych.values import LETTERS, REPORT, How, Kind, PartyRole

#: So many sources are named where nothing was found in them; more would be a long list in every cell.
NAMED = 8


class Place(NamedTuple):
    """One passage with the record it belongs to; numbers count from 1."""

    record: Record
    number: int
    passage: Passage


#: The order of the article.
_IN_ORDER = attrgetter("passage.start", "passage.end")


class Searched(NamedTuple):
    """How many sources were read, and which; these are not named where they are more than `NAMED`."""

    n: int
    links: tuple[Link, ...]


class Index:
    """Every look-up that the pages need, in the dossier's order; with the language that they speak."""

    def __init__(self, dossier: Dossier, language: Language) -> None:
        self.dossier = dossier
        self.language = language
        self.records: dict[str, Record] = {record.id: record for record in dossier.records}
        self.actors: dict[str, Actor] = {actor.id: actor for actor in dossier.actors}
        self.themes: dict[str, Theme] = {theme.id: theme for theme in dossier.themes}
        self.sources: dict[str, Source] = {source.id: source for source in dossier.sources}
        kinds: dict[Kind, list[Record]] = {kind: [] for kind in LETTERS}
        for record in dossier.records:
            kinds[record.kind].append(record)
        self.kinds: dict[Kind, tuple[Record, ...]] = {kind: tuple(some) for kind, some in kinds.items()}
        #: The place of each record among those of its kind, and of each source among the sources.
        self.order: dict[str, int] = {
            record.id: place for records in self.kinds.values() for place, record in enumerate(records)
        } | {source.id: place for place, source in enumerate(dossier.sources)}
        #: The actors who are the parties themselves.
        self.principals = frozenset(dossier.parties.values())
        #: The menus that pages have shown, each once: by their pages, and by which of these was current.
        self.menus: dict[tuple[tuple[Named, ...], tuple[Named, ...], tuple[str, ...]], Menu] = {}
        self._addresses: dict[str, dict[str, str]] = {}

    @cached_property
    def _answers(self) -> dict[str, list[tuple[Record, How]]]:
        found: dict[str, list[tuple[Record, How]]] = defaultdict(list)
        for record in self.dossier.records:
            for answer in record.answers:
                found[answer.to].append((record, answer.how))
        return found

    @cached_property
    def _places(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = defaultdict(list)
        for record in self.dossier.records:
            for number, passage in record.numbered:
                found[passage.source].append(Place(record, number, passage))
        for places in found.values():
            places.sort(key=_IN_ORDER)
        return found

    @cached_property
    def _said(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = defaultdict(list)
        for record in self.dossier.records:
            for number, passage in record.numbered:
                if passage.actor:
                    found[passage.actor].append(Place(record, number, passage))
        return found

    @cached_property
    def _made(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.dossier.records:
            if record.kind != "event":  # which concerns its actor and is nobody's statement
                found[record.actor].append(record)
        return found

    @cached_property
    def _asked(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = defaultdict(list)
        for record in self.dossier.records:
            if record.addressee:
                found[record.addressee].append(record)
        return found

    @cached_property
    def _under(self) -> dict[tuple[str, Kind], list[Record]]:
        found: dict[tuple[str, Kind], list[Record]] = defaultdict(list)
        for kind, some in self.kinds.items():
            for record in some:
                for theme in dict.fromkeys(record.themes):
                    found[theme, kind].append(record)
        return found

    @cached_property
    def _copies(self) -> dict[str, list[Source]]:
        found: dict[str, list[Source]] = defaultdict(list)
        for source in self.dossier.sources:
            if source.kind == "copy" and source.copy_of:
                found[source.copy_of].append(source)
        return found

    @cached_property
    def _disagree(self) -> dict[str, list[Discrepancy]]:
        found: dict[str, list[Discrepancy]] = defaultdict(list)
        for discrepancy in self.dossier.discrepancies:
            for touched in self._touched(discrepancy):
                found[touched].append(discrepancy)
        return found

    def _touched(self, discrepancy: Discrepancy) -> list[str]:
        """The records with a passage that the discrepancy's passages overlap, each once."""
        found: dict[str, None] = {}
        for quoted in discrepancy.passages:
            for place in self.places(quoted.source):
                if place.passage.span.overlap(quoted.span):
                    found[place.record.id] = None
        return list(found)

    def addresses(self, root: str) -> dict[str, str]:
        """Where everything that has an ID stands, as links from a page that `root` leads from to the site's root."""
        if root in self._addresses:
            return self._addresses[root]
        found = {given: record_path(given) for given in self.records}
        found |= {given: source_path(given) for given in self.sources}
        found |= {one.id: discrepancy_path(one.id) for one in self.dossier.discrepancies}
        self._addresses[root] = {given: f"{root}{path}" for given, path in found.items()}
        return self._addresses[root]

    @cached_property
    def searched(self) -> Searched:
        """The sources that were read, for the places where nothing was found; copies repeat what another holds."""
        read = [source for source in self.dossier.sources if source.kind != "copy"]
        named = read if len(read) <= NAMED else []
        return Searched(len(read), tuple(source_link(source, self.language) for source in named))

    def answers_to(self, target: str) -> tuple[tuple[Record, How], ...]:
        """The responses to a record, or to `report`, and how each answers."""
        return tuple(self._answers.get(target, ()))

    @property
    def to_report(self) -> tuple[tuple[Record, How], ...]:
        """The responses to the report as a whole."""
        return self.answers_to(REPORT)

    def places(self, source: str) -> tuple[Place, ...]:
        """The passages of a source in the order of the article."""
        return tuple(self._places.get(source, ()))

    def made_by(self, actor: str) -> tuple[Record, ...]:
        """The records that are an actor's statements; an event is nobody's."""
        return tuple(self._made.get(actor, ()))

    def said_by(self, actor: str) -> tuple[Place, ...]:
        """The passages in which an actor speaks, as the passage names them."""
        return tuple(self._said.get(actor, ()))

    def asked_of(self, actor: str) -> tuple[Record, ...]:
        """What an actor is asked to do."""
        return tuple(self._asked.get(actor, ()))

    def under(self, theme: str, kind: Kind) -> tuple[Record, ...]:
        """The records of a kind that have a theme, whichever of theirs it is."""
        return tuple(self._under.get((theme, kind), ()))

    def copies(self, source: str) -> tuple[Source, ...]:
        """The copies of a source."""
        return tuple(self._copies.get(source, ()))

    def discrepancies(self, record: str) -> tuple[Discrepancy, ...]:
        """The discrepancies that touch a record's passages."""
        return tuple(self._disagree.get(record, ()))

    def party(self, record: Record) -> PartyRole:
        """The side a record stands on: that of whose statement it is."""
        return self.actors[record.actor].party

    def party_name(self, party: PartyRole) -> str:
        """What a party is called."""
        parties = self.dossier.file.parties
        return {
            "reporting": parties.reporting.label,
            "responding": parties.responding.label,
            "third": self.language.text("third_parties"),
        }[party]


#: Holds the last index made and no more: a server that builds again and again has a new dossier each time.
_last: deque[Index] = deque(maxlen=1)


def index_of(dossier: Dossier, language: Language) -> Index:
    """The index of a dossier, made once for all the pages that one build asks for."""
    found = next((index for index in _last if index.dossier is dossier and index.language is language), None)
    if found is None:
        found = Index(dossier, language)
        _last.append(found)
    return found
