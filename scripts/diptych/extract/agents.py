"""Names beside a party's: bodies called after it that are none of it, and those whom it hires to speak for it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Protocol

from diptych.extract.identity import common
from diptych.extract.offices import offices, words_of
from diptych.lexicons import either, wordset
from diptych.values import PartyRole


class _Named(Protocol):
    """A party's name in a text, as far as it is looked at here."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def party(self) -> PartyRole: ...


_NAME = r"(?<![\w.’-])((?:[A-Z][A-Za-z\u00c0-\u024f.’-]*)(?:\s+(?:&\s+|and\s+(?=[A-Z]))?[A-Z][\w.’-]*){0,3})(?!\w)"
_APPOSED = r"(?:,\s+(?:an?|the)\s+[^,.;:“”\"\n]{3,70}?)?"
_WORDS = r"([^,.;:“”\"\n]{2,50})"
_PIECE = re.compile(r"[^,.;:“”\"\n]{2,50}$")
_RUN = re.compile(r"((?:\s+(?:(?:of|for|and|&)\s+)?[A-Z][\w-]*['’]?){1,3})")
_OF = re.compile(r"\b(?:of|at|for|from|in|on|by)\s+(?:the\s+)?$")
#: What people form who are affected by somebody, or who work for them.
UNIONS = frozenset(
    (
        *("association", "union", "guild", "federation", "society", "campaign", "coalition", "alliance", "forum"),
        *("network", "charity", "club", "league"),
    )
)
#: What is called after its city.
_SCHOOLS = frozenset(("university", "college", "polytechnic"))


@cache
def _hired() -> str:
    return either(wordset("deeds", "hired") | wordset("deeds", "paid"))


@cache
def _after() -> tuple[re.Pattern[str], ...]:
    """An agent and what names the party: Moor Penn, (a consultancy,) which the bank had hired; hired by; acting for."""
    acting = either(wordset("deeds", "speaks") | wordset("deeds", "speaking") - {"for", "on behalf of"})
    patterns = (
        rf",\s+(?:for\s+)?(?:which|whom|who)\s+{_WORDS}?\s(?:had\s+|has\s+|have\s+)?{_hired()}\b",
        rf",?\s+(?:(?:which|who)\s+(?:was|were|had\s+been|is|are)\s+)?{_hired()}\s+by\s+{_WORDS}",
        rf",?\s+(?:who\s+|which\s+)?{acting}\s+{_WORDS}",
    )
    return tuple(re.compile(rf"{_NAME}{_APPOSED}{pattern}") for pattern in patterns)


@cache
def _before() -> tuple[re.Pattern[str], ...]:
    """What follows a party before its agent: the bank | 's lawyers, Moor Penn; the bank | hired the firm Moor Penn."""
    patterns = (
        r"['’]s?\s+(?:[a-z-]+\s+){0,2}(?:lawyers?|solicitors?|attorneys?|barristers?|counsel|consultants?|consultancy"
        r"|advis[eo]rs?|accountants?|lobbyists?|agency|firm|agents?|insurers?),?\s+",
        rf"\s(?:had\s+|has\s+|have\s+|also\s+|then\s+){{0,2}}{_hired()}\s+(?!by\s)(?:(?:an?|the)\s+)?(?:[a-z-]+\s+){{0,6}}?"
        r"(?:(?:from|by)\s+)?",
    )
    return tuple(re.compile(pattern + _NAME) for pattern in patterns)


def namesake(text: str, end: int, own: frozenset[str]) -> bool:
    """Whether a party's name that ends at an offset begins the name of another body: the Moor Bank Customers' Forum.

    `own` are the words of the party's names: of a city and its council, Larch University is neither.
    """
    run = _RUN.match(text, end)
    if run is None:
        return False
    words = words_of(run[1])
    return words[-1] in UNIONS | _SCHOOLS - own or bool(set(words) & offices().outsiders)


def agents(texts: Sequence[str], named: Callable[[str], Sequence[_Named]]) -> Iterable[tuple[str, PartyRole]]:
    """Those whom one party alone hires, pays or sends, by name, with the party; `named` finds the parties' names."""
    found: dict[str, set[PartyRole]] = defaultdict(set)
    for text in texts:
        told = [
            (match[1], _itself(match[2], named(match[2])[:1]))
            for one in _after()
            for match in one.finditer(text)
            if match[2]
        ]
        for one in _before():
            for match in one.finditer(text):
                piece = _PIECE.search(text[max(0, match.start() - 50) : match.start()])
                told += [(match[1], _itself(piece[0], named(piece[0])[-1:]))] if piece else []
        for written, whose in told:
            name = written.rstrip(".’")
            if whose and not named(name) and not set(words_of(name)) & (common() | offices().outsiders):
                found[name].add(whose[0].party)
    return [(name, next(iter(held))) for name, held in sorted(found.items()) if len(held) == 1]


def affected(before: str) -> bool:
    """Whether what stands before a body's name is for those whom it affects, or who work there: passengers of the."""
    return bool(_OF.search(before) and set(words_of(before)) & (offices().outsiders | offices().givers))


def _itself(phrase: str, names: Sequence[_Named]) -> Sequence[_Named]:
    """The names that a phrase holds, and none where it means others: passengers of the line."""
    return () if names and affected(phrase[: names[0].start]) else names
