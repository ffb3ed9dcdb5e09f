"""Whose somebody may be of whom nothing else is told: who took samples, who built it, who was at the launch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from diptych.extract.offices import offices, words_of
from diptych.extract.parties import Parties
from diptych.extract.people import narration
from diptych.extract.presenting import DOCUMENT
from diptych.lexicons import either, wordset
from diptych.spans import Span
from diptych.values import PartyRole

#: What is told of somebody before what they did: Ada Lind, a chemist turned baker, who …
_BESIDES = r"(?:,\s+(?!who\b|whose\b)[^,.;:!?“”\"\n—]{2,90})?"
_REST = r"(?P<rest>[^.;:!?“”\"()\n—]{0,90})"
#: What somebody did for themselves or for others, or had done to them.
_NOT_ITS = re.compile(
    r"\b(?:own\b|for\s+(?:the\b|(?:an?|his|her)\s(?!living\b)|[A-Z])|(?:of|with)\s+(?:his|her|their)\b|as\s+an?\b)"
)
#: What was made, as everybody knows it: the brand, the health product.
_THING = re.compile(
    r"(?:it\b|(?:the|its)\s+((?:[a-z-]+\s+){0,2}?[a-z-]+)(?=\s+(?:and|with|in|at|from|to|after|when|that)\b|[,.]|\s*$))"
)


def labours(
    text: str, sentences: Sequence[Span], places: Sequence[tuple[Span, str]], parties: Parties
) -> Iterable[tuple[str, PartyRole]]:
    """Whose persons may be by what a text tells that they did: the name and the party.

    `places` are where persons are named, in order. It is of use where nothing else tells whose somebody is.
    """
    at = 0
    for sentence in sentences:
        while at < len(places) and places[at][0].start < sentence.start:
            at += 1
        told = ""
        while at < len(places) and places[at][0].start < sentence.end:
            told = told or narration(text, sentence)
            end, name = places[at][0].end - sentence.start, places[at][1]
            party = "reporting" if _at_launch().match(told, end) else _did(told, end, parties)
            if party is not None:
                yield name, party
            at += 1


def _did(told: str, end: int, parties: Parties) -> PartyRole | None:
    """The party whose somebody is who found something out, or made something."""
    match = _doing().match(told, end)
    if match is None or parties.names(match["rest"]):
        return None
    if match["probed"]:
        return None if _NOT_ITS.search(match["rest"]) or not match["rest"].strip() else "reporting"
    thing = _THING.match(match["rest"])
    if thing is None:
        return None
    words = set(words_of(thing[1] or ""))
    known = offices()
    others = known.outsiders | known.documents | known.efforts | known.inquirers
    return None if words & others else "responding"


@cache
def _doing() -> re.Pattern[str]:
    """What follows a name: , who | scraped | two million records."""
    probed, made = either(wordset("deeds", "probed")), either(wordset("deeds", "made_it"))
    return re.compile(rf"{_BESIDES},?\s+who\s+(?:has\s+|had\s+)?(?:(?P<probed>{probed})|{made})\s+{_REST}")


@cache
def _at_launch() -> re.Pattern[str]:
    """What follows who says something: told reporters at the launch of | the report."""
    nouns = either(wordset("deeds", "presentation"))
    return re.compile(
        rf"\s+\w+(?:\s+[\w.]+){{0,4}}?\s+at\s+(?:the|its)\s+(?:[a-z]+\s+)?{nouns}\s+(?:here\s+)?of\s+{DOCUMENT}"
    )
