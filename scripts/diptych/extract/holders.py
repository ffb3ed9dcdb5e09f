"""Who holds an office that a text speaks of without the name: the chief pilot, Corrow's chair, the boss of the bank."""

from __future__ import annotations

import re

from diptych.extract.affiliation import Affiliations
from diptych.extract.identity import SMALL
from diptych.extract.offices import offices, words_of
from diptych.extract.titles import one_of
from diptych.lexicons import wordset
from diptych.values import PartyRole

_SINGULAR = re.compile(r"^(?:an?|some|many|most|several|two|another|one)\s", re.IGNORECASE)
_CUT = re.compile(r",|\s(?:of|for|at|in|from|who|whose|which|that)\s")
#: Heads of phrases that say nothing of the office: the official, the football chief.
_ANY = frozenset(
    ("official", "man", "woman", "leader", "speaker", "expert", "veteran", "head", "chief", "boss", "member", "officer")
)
#: What papers call whoever is at the top of a body, and what such a person's office is.
_TOP = frozenset(("boss", "chief", "head", "leader", "supremo", "chieftain"))
_HIGHEST = frozenset(
    ("president", "chair", "executive", "owner", "founder", "rector", "chancellor", "vice-chancellor", "bishop")
)
#: Whose minister, which every article knows without being told: Larland's transport minister.
_COUNTRY = re.compile(r"[A-Z][\w-]+['’]s?\s+")


class Holders:
    """The named persons of a dossier by their offices; those whom one article names go first."""

    def __init__(self, affiliations: Affiliations, text: str) -> None:
        self._affiliations = affiliations
        self._here = frozenset(affiliations.likely(text))
        self._text = text

    def may_be(self, name: str, mention: str) -> bool:
        """Whether a person may be whom an office means: nothing tells of another office."""
        wanted = words_of(_CUT.split(mention.strip(), maxsplit=1)[0])
        if not wanted or wanted[-1] in _ANY:
            return True
        held = self._affiliations.titles(name)
        if not held or held & frozenset(one_of(wanted[-1:])):
            return True
        known = offices()
        trade = wanted[-1] in known.learned or not known.office_in(wanted[-1])
        return trade and not any(known.office_in(phrase) for phrase in self._told(name))

    def titled(self, mention: str, name: str) -> str | None:
        """The one person whom the article calls by a noun alone, where it does not call somebody (`name`) so."""
        words = frozenset(one_of(words_of(mention)[1:]))
        if len(words) != 1 or words & _ANY or words & self._affiliations.titles(name):
            return None
        found = [one for one in sorted(self._here) if words & frozenset(one_of(words_of(" ".join(self._told(one)))))]
        return found[0] if len(found) == 1 else None

    def _told(self, name: str) -> list[str]:
        """What the article itself calls somebody."""
        evidence = self._affiliations.evidence(name)
        return [one.phrase for one in evidence if self._text.startswith(name, one.at)]

    def of(self, mention: str, party: PartyRole | None, own: frozenset[str]) -> str | None:
        """The one person who holds the office of a definite mention; `own` are words of the party's names."""
        if _SINGULAR.match(mention) or set(words_of(mention)) & (offices().past | offices().outsiders):
            return None
        wanted = self._core(mention, own)
        country = _COUNTRY.match(mention)
        if country and offices().office_in(mention[country.end() :]) == "state":
            wanted = self._core(mention[country.end() :], own)
        plain = words_of(_CUT.split(mention, maxsplit=1)[0])
        if party in ("reporting", "responding") and plain[-1:] and plain[-1] in _TOP and set(plain[:-1]) <= own | SMALL:
            return self._highest(party)
        if (
            not wanted
            or wanted <= _ANY
            or (party is None and wanted <= wordset("words", "trades"))
            or not offices().office_in(" ".join(wanted))
        ):
            return None
        return self._affiliations.holder(wanted, party, self._here)

    def _highest(self, party: PartyRole) -> str | None:
        """The one person at the top of a party whom the article names."""
        found = [
            name
            for name in sorted(self._here)
            if self._party(name) == party and self._affiliations.titles(name) & _HIGHEST
        ]
        return found[0] if len(found) == 1 else None

    def _party(self, name: str) -> PartyRole | None:
        found = self._affiliations.party(name)
        return found.party if found else None

    @staticmethod
    def _core(mention: str, own: frozenset[str]) -> frozenset[str]:
        """The words of the office itself."""
        words = words_of(_CUT.split(mention.strip(), maxsplit=1)[0])
        return frozenset(one_of(word for word in words if word not in SMALL and word not in own))
