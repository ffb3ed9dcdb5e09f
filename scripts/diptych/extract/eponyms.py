"""Persons whose names a party is called by: Ada Lind, of the Lind Review; of what an editor calls Ms Lind's office."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from diptych.extract.offices import offices
from diptych.extract.parties import Parties
from diptych.topic import SIDES
from diptych.values import PartyRole

_CALLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Dame|Sir|Lord|Lady|Baroness|Judge|Justice|Professor|Prof)\.?\s+"
    r"([A-Z]\w*(?:[\s-][A-Z]\w*)*)"
)
#: Whose house it is: the Lind company, Lind & Sons.
_HOUSE = re.compile(
    r"([A-Z][\w-]+)\s+"
    r"(?:(?:company|family|firm|group|brothers|Brothers|Bros)\b|(?:&|and)\s+(?:Sons?|Daughters?|Brothers|Co)\b)"
)
#: Who chairs inquiries bears such a title; a fisherman of that name does not.
_CHAIR = (
    r"\b(?:Lord|Lady|Sir|Dame|Baron|Baroness|[Jj]udge|Justice|Professor|Prof\.?|Dr\.?|[Cc]hair\w*)\s+(?:[\w-]+\s+){0,2}"
)
_OF_LAW = re.compile(r"\b(?:KC|QC|SC|[Jj]udge|[Jj]ustice|[Cc]ourt|[Bb]arrister|[Jj]urist|[Pp]rofessor)\b")
_LAST_TWO = re.compile(r"([A-Z][\w-]+)(?:['’]s)?\s+([\w-]+)$")


def eponym(name: str, text: str, parties: Parties) -> PartyRole | None:
    """The party that is called by somebody whom a text names: with a title, as Dame Ada's inspectors, or as a house.

    An inquiry that bears a surname is only that of whom the text gives a title: Judge Lind, of the Lind Review.
    """
    words, called = name.split(), _called(parties)
    if words[-1] in _inquirers(parties) and re.search(_CHAIR + re.escape(words[-1]), text):
        return "reporting"
    return next((called[one] for one in (words[0], words[-1], " ".join(words[1:])) if one in called), None)


def chairs(name: str, told: Iterable[str], parties: Parties) -> bool:
    """Whether an inquiry bears the surname of somebody whom articles tell to be of the law: Ada Lind, a KC."""
    return name.split()[-1] in _inquirers(parties) and any(map(_OF_LAW.search, told))


@lru_cache(maxsize=8)
def _inquirers(parties: Parties) -> frozenset[str]:
    found = (_LAST_TWO.search(given) for given in parties.party("reporting").names)
    return frozenset(match[1] for match in found if match and match[2].lower() in offices().reporting)


@lru_cache(maxsize=8)
def _called(parties: Parties) -> dict[str, PartyRole]:
    return {
        match[1]: side
        for side in SIDES
        for given in parties.party(side).names
        for match in (_CALLED.search(given), _HOUSE.search(given))
        if match
    }
