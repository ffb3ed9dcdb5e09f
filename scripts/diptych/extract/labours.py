"""Whose somebody may be of whom nothing else is told: who took samples, who built it, who presented the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from diptych.extract.offices import offices, words_of
from diptych.extract.parties import Parties
from diptych.extract.people import narration
from diptych.lexicons import either, wordset
from diptych.spans import Span
from diptych.values import PartyRole

#: What is told of somebody before what they did: Ada Lind, a chemist turned baker, who …
_BESIDES = r"(?:,\s+(?!who\b|whose\b)[^,.;:!?“”\"\n—]{2,90})?"
_REST = r"(?P<rest>[^.;:!?“”\"()\n—]{0,90})"
#: What somebody did for themselves or for others, or had done to them.
_NOT_ITS = re.compile(
    r"\b(?:own|for\s+(?:the|(?:an?|his|her)\s(?!living\b)|[A-Z])|(?:of|with)\s+(?:his|her|their)|as\s+an?)\b"
)
_DOCUMENT = (
    r"(?:the|its|this|her|his|their)\s+(?:[\w-]+\s+){0,2}?(?:report|study|findings|results|review|audit|inquiry|survey|paper)\b"
    r"(?!\s+(?:of|by|from|for)\s+[A-Z])"
)
#: What was made, as everybody knows it: the brand, the health product.
_THING = re.compile(
    r"(?:it\b|(?:the|its)\s+((?:[a-z-]+\s+){0,2}?[a-z-]+)(?=\s+(?:and|with|in|at|from|to|after|when|that)\b|[,.]|\s*$))"
)
#: In which document somebody says so, at the start of the sentence: In a report filed in Larch, | Ada Lind said.
_WITHIN = re.compile(
    r"(?:[Ii]n|[Ii]ntroducing)\s+(?:(?:the|a|her|his)\s+(?:foreword|preface|introduction|afterword|summary)\s+to\s+)?"
    r"(?:an?|the|its|his|her)\s+(?:[\w-]+\s+){0,3}?([a-z]+)\b([^“”\"\n;:]{0,70}?)(?:,\s+(?:[\w-]+\s+){0,3}|\s+)$"
)
_OF_OTHERS = re.compile(
    r"\b(?:for|by|of|on\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|against|last|earlier|\d{4})\b"
)
#: What somebody writes in the report, after the name: writes Ada Lind | in her foreword.
_IN_OWN = re.compile(
    r"(?:\s+(?:says?|said|writes?|wrote|notes?|noted|concludes?|concluded|observes?|observed))?,?\s+in\s+"
    r"(?:(?:her|his|the)\s+(?:own\s+)?(?:foreword|preface|afterword)|(?:her|his)\s+(?:[a-z-]+\s+){0,2}(?:report|findings|conclusions|judgment|audit|review))\b"
)
_SAYS = re.compile(
    r"\s+(?:said|says|writes|wrote|calls|called|found|finds|argues|argued|concludes|concluded|told|warns|warned)\b"
)


def labours(
    text: str, sentences: Sequence[Span], places: Sequence[tuple[Span, str]], parties: Parties
) -> Iterable[tuple[int, str, str, PartyRole, bool]]:
    """Whose persons are by what a text tells that they did: the offset, name, words and party, and whether it is sure.

    `places` are where persons are named, in order. What isn't sure is of use where nothing else tells whose they are.
    """
    at = 0
    for sentence in sentences:
        while at < len(places) and places[at][0].start < sentence.start:
            at += 1
        told = ""
        while at < len(places) and places[at][0].start < sentence.end:
            told = told or narration(text, sentence)
            span, name = places[at][0].shifted(-sentence.start), places[at][1]
            if _presents(told, span):
                yield places[at][0].start, name, told[: span.end], "reporting", True
            party = "reporting" if _at_launch().match(told, span.end) else _did(told, span.end, parties)
            if party is not None:
                yield places[at][0].start, name, "", party, False
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


def _presents(told: str, span: Span) -> bool:
    """Whether somebody says something in the report, or as they make it known."""
    within = _WITHIN.match(told[: span.start])
    if within and within[1] in offices().documents and not _OF_OTHERS.search(within[2]) and _SAYS.match(told, span.end):
        return True
    return bool(_presenting().match(told, span.end) or _IN_OWN.match(told, span.end))


@cache
def _doing() -> re.Pattern[str]:
    """What follows a name: , who | scraped | two million records."""
    probed, made = either(wordset("deeds", "probed")), either(wordset("deeds", "made_it"))
    return re.compile(rf"{_BESIDES},?\s+who\s+(?:has\s+|had\s+)?(?:(?P<probed>{probed})|{made})\s+{_REST}")


@cache
def _presenting() -> re.Pattern[str]:
    """What follows who says something: said as she presented | the findings."""
    verbs = either(wordset("deeds", "presented"))
    return re.compile(
        rf"(?:\s+\w+(?:\s+\w+){{0,3}}?(?:\s+[A-Z]\w+)?)?(?:,\s+|\s+(?:as|when|while|after)\s+(?:he|she)\s+){verbs}\s+{_DOCUMENT}"
    )


@cache
def _at_launch() -> re.Pattern[str]:
    """What follows who says something: told reporters at the launch of | the report."""
    nouns = either(wordset("deeds", "presentation"))
    return re.compile(
        rf"\s+\w+(?:\s+[\w.]+){{0,4}}?\s+at\s+(?:the|its)\s+(?:[a-z]+\s+)?{nouns}\s+(?:here\s+)?of\s+{_DOCUMENT}"
    )
