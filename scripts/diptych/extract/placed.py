"""A party called by where it sits: the Larchfield company, the Larchfield-based platform."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from diptych.values import PartyRole

_NAME = r"(?:[A-Z][\w'’]+ ){0,2}[A-Z][\w'’]+"
_BODY = re.compile(rf"\b[Tt]he (({_NAME})(-based)? ([a-z]+))\b(?! [A-Z])")
#: Where an article was written, before the agency's name: LARCHFIELD (Agency) —.
_DATELINE = re.compile(
    r"^([A-Z][A-Z'’-]+(?: [A-Z'’-]+){0,2})(?:, [A-Z][\w .]{2,30})? (?:\([A-Z][\w .]{1,40}\) )?[—–-] ", re.MULTILINE
)
_IN = re.compile(rf"\b(?:in|near|outside) ({_NAME})\b")


class _Named(Protocol):
    """A party's name in a text, as far as it is looked at here."""

    @property
    def start(self) -> int: ...
    @property
    def party(self) -> PartyRole: ...


def placed(texts: Sequence[str], named: Callable[[str], Sequence[_Named]]) -> Iterable[tuple[str, PartyRole]]:
    """The phrases of a place and a noun that is one party's alone, with the party; `named` finds the parties' names."""
    found: dict[str, PartyRole] = {}
    for text in texts:
        for match in _BODY.finditer(text):
            phrase, place, based, noun = match.groups()
            whose = () if phrase in found or named(place) else named(f"the {noun}")
            if len(whose) == 1 and (based or _is_place(place, texts)):
                found[phrase] = whose[0].party
    return sorted(found.items())


def _is_place(name: str, texts: Sequence[str]) -> bool:
    """Whether a name is that of a place: articles come from there, or something is in it."""
    if any(match[1] == name.upper() for text in texts for match in _DATELINE.finditer(text)):
        return True
    return any(match[1] == name for text in texts for match in _IN.finditer(text))
