"""What the ledger of permalinks promises, and whether the dossier still keeps it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cached_property

from diptych.records import PLURALS, Dossier, Passage, Record
from diptych.spans import Span

#: The addresses of the contract that name a thing of the dossier: its page, and a place on that page.
_PAGE = re.compile(rf"({'|'.join(PLURALS.values())}|sources|themes|actors)/([^/#]+)/(?:#p([1-9][0-9]*))?")
#: A place that is named after what stands there: a record's row, its passage on a source's page, a discrepancy.
_PLACE = re.compile(r"(?:side-by-side|sources/[^/#]+|discrepancies)/#([A-Z][1-9][0-9]*)(?:-p([1-9][0-9]*))?")
_NOTED = re.compile(r"(S[1-9][0-9]*):([0-9]+)-([0-9]+):([0-9a-f]{8})")


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
            "themes": frozenset(one.id for one in dossier.themes),
            "actors": frozenset(one.id for one in dossier.actors) | frozenset(dossier.parties.values()),
        }

    def settled(self, address: str) -> bool:
        """Whether the ledger says where it went, or why it is gone: the place itself, or the page that it is on."""
        page = address.partition("#")[0]
        return any(one in self.moved or one in self.gone for one in (address, page))

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
                return any(one.id == given for one in self.dossier.discrepancies)
            return given in self._records and (number is None or self.passage(given, int(number)) is not None)
        return None

    def passage(self, record: str, number: int) -> Passage | None:
        """A record's passage by its number."""
        found = self._records.get(record)
        return dict(found.numbered).get(number) if found else None


def fingerprint(passage: Passage) -> str:
    """What the ledger notes of a passage: its place and the first of its text's SHA-256, `S1:120-260:9f8e7d6c`."""
    return f"{passage.source}:{passage.start}-{passage.end}:{_digest(passage)}"


def same(passage: Passage, noted: str) -> bool:
    """Whether a passage may go by the number of one that was noted: it has that one's words, or lies where that lay."""
    match = _NOTED.fullmatch(noted)
    if not match or match[1] != passage.source:
        return False
    return match[4] == _digest(passage) or passage.span.overlap(Span(int(match[2]), int(match[3]))) > 0


def _digest(passage: Passage) -> str:
    return hashlib.sha256(passage.text.encode("utf-8")).hexdigest()[:8]
