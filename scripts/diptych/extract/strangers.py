"""Somebody without a name with whom a sentence begins, whom "he" or "she" then means: a man in yellow stopped."""

from __future__ import annotations

import re

from diptych.extract.lexicon import lexicon
from diptych.extract.offices import offices
from diptych.extract.speakable import agentive
from diptych.spans import Span

#: What may stand before it: Then; At the gate; A minute later.
_LEADS = re.compile(
    r"[\s“”\"'‘’]*(?:(?:Then|Later|Soon|Now|And|But|Nearby|Outside|Inside|Meanwhile|Next|Afterwards|[^,.;:\n]{3,30}\slater)"
    r"\s*,?\s+|(?:At|In|On|By|Outside|Inside|Near|Behind|From|Across|Beside|Under|Down|Up|Among|After)"
    r"\s(?:(?!\b(?:[Aa]n?|one|another)\s)[^,.;:!?“”\"\n]){3,50}?,?\s(?=an?\s|one\s|another\s))?"
)
_SOMEBODY = re.compile(
    r"(?:(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he)\s+(?:[\w'’-]+\s+){0,3}?([a-z][\w-]+)|([Ss]ome(?:one|body)))(?=[\s,])"
)
_LONG = 5  # words
_WORD = re.compile(r"\s+([a-z][\w-]+)(?=[\s,])")
#: What follows where it is the subject: in a jacket stopped; who …; had.
_GOES_ON = re.compile(r",?\s+(?:in|with|from|at|on|of|outside|behind|near|who|whose)\s|,\s|\s+(\w+)")


def stranger(told: str) -> Span | None:
    """The words for somebody without a name who is the subject of a sentence, of its narration."""
    leads = _LEADS.match(told)
    start = leads.end() if leads else 0
    match = _SOMEBODY.match(told, start)
    while match is not None:
        if (match[1] is None or _person(match[1])) and _acts(told, match.end()):
            return Span(start, match.end())
        match = _WORD.match(told, match.end()) if len(told[start : match.end()].split()) < _LONG else None
    return None


def _person(noun: str) -> bool:
    return agentive(noun) and offices().office_in(noun) not in ("state", "inquiry")


def _acts(told: str, end: int) -> bool:
    """Whether what follows may be told of a subject."""
    found = _GOES_ON.match(told, end)
    return found is not None and (found[1] is None or lexicon().tags.get(found[1].lower(), "N")[0] in "VvEAYW")
