"""Persons whose names a party is called by: Ada Lind, of the Lind Review; of what an editor calls Ms Lind's office."""

from __future__ import annotations

import re

from diptych.extract.offices import offices, words_of
from diptych.extract.parties import Parties
from diptych.topic import SIDES
from diptych.values import PartyRole

_CALLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Dame|Sir|Lord|Lady|Baroness|Judge|Justice|Professor|Prof)\.?\s+([A-Z]\w*(?:[\s-][A-Z]\w*)*)"
)


#: What follows the name of whose a house is: the Lind company, Lind & Sons.
_HOUSE = r"(?:company|family|firm|group|brothers|Brothers|Bros|(?:&|and)\s+(?:Sons?|Daughters?|Brothers|Co)\b)"


def bears(name: str, parties: Parties) -> bool:
    """Whether the inquiry is called by somebody's surname: Ada Lind, of the Lind Review."""
    known = offices()
    return any(
        re.search(rf"\b{re.escape(name.split()[-1])}(?:['’]s)?\s+[\w-]+$", given) is not None
        and words_of(given)[-1] in known.reporting
        for given in parties.party("reporting").names
    )


def eponym(name: str, parties: Parties) -> PartyRole | None:
    """The party that one of its given names calls by somebody with a title: Mrs Lind; Dame Ada's inspectors."""
    first, *_, last = name.split()
    for side in SIDES:
        for given in parties.party(side).names:
            if re.search(rf"\b{re.escape(last)}\s+{_HOUSE}", given):
                return side
            called = _CALLED.search(given)
            if called and (called[1] in (first, last) or name.endswith(f" {called[1]}")):
                return side
    return None
