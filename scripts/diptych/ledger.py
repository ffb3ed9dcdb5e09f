"""What the ledger of permalinks promises, and whether the dossier still keeps it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from diptych.dossier import Dossier
from diptych.history import PermalinksFile
from diptych.records import Passage, Record
from diptych.spans import Span
from diptych.values import ITEM_ID, PLURALS, SOURCE_ID, kind_of

#: The addresses of the contract that name a thing of the dossier: its page, and a place on that page.
_PAGE = re.compile(rf"({'|'.join(PLURALS.values())}|sources|themes|actors)/([^/#]+)/(?:#p([1-9][0-9]*))?")
#: A place on any page that is named after what it shows: a record, a passage of one, a discrepancy, a source.
_PLACE = re.compile(rf"[^#]*#({ITEM_ID}|{SOURCE_ID})(?:-p([1-9][0-9]*))?")
_NOTED = re.compile(rf"({SOURCE_ID}):([0-9]+)-([0-9]+):([0-9a-f]{{8}})")


@dataclass(frozen=True, slots=True)
class Fate:
    """What the ledger says of an address: where it is now, or why it is gone."""

    was: str
    now: str = ""
    why: str = ""


class Ledger:
    """The addresses that were released, and what has become of each.

    Only those that name a thing of the dossier are judged here; whether any other page is still there shows when the
    site is built.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.moved = {one.was: one.now for one in dossier.permalinks.moved}
        self.gone = {one.was: one.why for one in dossier.permalinks.gone}

    @cached_property
    def _records(self) -> Mapping[str, Record]:
        return {record.id: record for record in self.dossier.records}

    @cached_property
    def _things(self) -> Mapping[str, frozenset[str]]:
        dossier = self.dossier
        kinds = {PLURALS[kind]: frozenset(r.id for r in dossier.records if r.kind == kind) for kind in PLURALS}
        return kinds | {
            "sources": frozenset(one.id for one in dossier.sources),
            "discrepancies": frozenset(one.id for one in dossier.discrepancies),
            "themes": frozenset(one.id for one in dossier.themes),
            "actors": frozenset(one.id for one in dossier.actors) | frozenset(dossier.parties.values()),
        }

    def settled(self, address: str) -> bool:
        """Whether the ledger says where it went, or why it is gone."""
        return self.fate(address) is not None

    def fate(self, address: str) -> Fate | None:
        """What became of an address that is no more: of the place itself, of what it is named after, or of its page.

        Where it moved to a place that is no more either, what became of that one counts.
        """
        said = first = self._said(address)
        seen = {address}
        while said is not None and said.now and said.now not in seen and self.stands(said.now) is False:
            seen.add(said.now)
            further = self._said(said.now)
            if further is None:
                break
            said = further
        return Fate(first.was, said.now, said.why) if first and said else None

    def home(self, address: str) -> str:
        """The page or place that a place is named after, where that stands: `claims/C4/#p2` for `…/#C4-p2`."""
        place = _PLACE.fullmatch(address)
        found = _named(place[1], place[2]) if place else []
        return found[0] if found and found[0] != address and self.stands(found[0]) else ""

    def _said(self, address: str) -> Fate | None:
        for one in _also(address):
            if one in self.moved:
                return Fate(one, now=self.end(one))
            if one in self.gone:
                return Fate(one, why=self.gone[one])
        return None

    def end(self, address: str) -> str:
        """Where an address leads, from redirect to redirect; itself where that never ends."""
        if self.circular(address):
            return address
        while address in self.moved:
            address = self.moved[address]
        return address

    def circular(self, address: str) -> bool:
        """Whether following an address from redirect to redirect never ends."""
        seen = {address}
        while address in self.moved:
            address = self.moved[address]
            if address in seen:
                return True
            seen.add(address)
        return False

    def stands(self, address: str) -> bool | None:
        """Whether what an address names is in the dossier; None where it names nothing of it."""
        if page := _PAGE.fullmatch(address):
            folder, given, number = page.groups()
            return given in self._things[folder] and (number is None or self.passage(given, int(number)) is not None)
        if place := _PLACE.fullmatch(address):
            given, number = place.groups()
            if given.startswith("D"):
                return given in self._things["discrepancies"]
            if given.startswith("S"):
                return given in self._things["sources"]
            return given in self._records and (number is None or self.passage(given, int(number)) is not None)
        return None

    def number(self, address: str, noted: str) -> int | None:
        """The number that a noted passage has on the page of a record; None where it is not there."""
        page = _PAGE.fullmatch(address)
        record = self._records.get(page[2]) if page else None
        return next((number for number, one in record.numbered if same(one, noted)), None) if record else None

    def passage(self, record: str, number: int) -> Passage | None:
        """A record's passage by its number."""
        found = self._records.get(record)
        return dict(found.numbered).get(number) if found else None


def cited_addresses(permalinks: PermalinksFile) -> Iterator[str]:
    """Every address that was released, and every one that any of those leads on to: each has to answer."""
    for released in permalinks.released:
        yield released.address
        yield from (f"{released.address}#{anchor}" for anchor in released.anchors)
    for moved in permalinks.moved:
        yield from (moved.was, moved.now)
    for gone in permalinks.gone:
        yield gone.was


def fingerprint(passage: Passage) -> str:
    """What the ledger notes of a passage: its place and the first of its text's SHA-256, `S1:120-260:9f8e7d6c`."""
    return f"{passage.source}:{passage.start}-{passage.end}:{_digest(passage)}"


def same(passage: Passage, noted: str) -> bool:
    """Whether a passage may go by the number of one that was noted: it has that one's words, or lies where that lay."""
    match = _NOTED.fullmatch(noted)
    if not match or match[1] != passage.source:
        return False
    return match[4] == _digest(passage) or passage.span.overlap(Span(int(match[2]), int(match[3]))) > 0


def at_odds(noted: str, other: str) -> bool:
    """Whether two notes of one place can't be of one passage: their words differ, and so do their places."""
    one, two = _NOTED.fullmatch(noted), _NOTED.fullmatch(other)
    if not one or not two or one[4] == two[4]:
        return False
    spans = [Span(int(match[2]), int(match[3])) for match in (one, two)]
    return one[1] != two[1] or not spans[0].overlap(spans[1])


def _also(address: str) -> list[str]:
    """An address, and what decides on it where the ledger does not name it: what it is named after, then its page."""
    place = _PLACE.fullmatch(address)
    return list(dict.fromkeys([address, *(_named(place[1], place[2]) if place else []), address.partition("#")[0]]))


def _named(given: str, number: str | None) -> list[str]:
    """The addresses of what a place is named after, the narrowest first."""
    if given.startswith("D"):
        return [f"discrepancies/#{given}"]
    if given.startswith("S"):
        return [f"sources/{given}/"]
    page = f"{PLURALS[kind_of(given)]}/{given}/"
    return [*([f"{page}#p{number}"] if number else []), page]


def _digest(passage: Passage) -> str:
    return hashlib.sha256(passage.text.encode("utf-8")).hexdigest()[:8]
