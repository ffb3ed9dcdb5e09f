"""Who led an inquiry: who chaired it, under whom it sat, whose name it bears."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from diptych.extract.eponyms import bears
from diptych.extract.offices import offices, words_of
from diptych.extract.parties import Parties

_LED = re.compile(
    r"(?:,\s+(?:an?|the)\s+[^,.;:\n]{3,60}?)?(?:,\s+who|,|\s+who)?\s+(\w+)\s+(?:the|this|its)\s+([\w\s-]{3,40})"
)
_LED_BY = re.compile(r"\b(?:(?:led|chaired|headed|run|written|compiled|authored|convened) by|under) ")
#: What stands first where the name comes last: Leading the panel was retired chemist Ada Lind.
_LEADING = re.compile(
    r"(?:Leading|Heading|Chairing|Running|Overseeing|At the (?:head|helm) of)\s+((?:the|its|this)\s+[\w\s-]{3,40}?)"
    r"\s+(?:is|was|were|are)\s"
)
#: What those who make a report do, and nobody else: The field work was (led by Ada Lind).
_FIELD = re.compile(r"^\s*(?:The|Its|Their)\s+(?:field\s*work|sampling|surveying)\s+(?:was|is)\s+$")
#: Whose the document is that was just spoken of: Ada Lind, who wrote it.
WROTE_IT = re.compile(
    r"who\s+(?:had\s+)?(?:wrote|written|led|authored|compiled|conducted|carried\s+out|signed)\s+it\b"
    r"(?!\s+(?:off|down|away|until|till|since|from|before|into|out\s+of)\b)"
)
#: Whose the work is: the review by Larch Consultants.
_BY_OTHERS = re.compile(r"\s(?:by|for)\s+[A-Z]")
_STOP = re.compile(r"[.;:\n]")
_PRESSED = re.compile(r"\b(?:from|by|over|to|after|with|for|on|as)\b")
#: Who chairs inquiries bears such a title; a fisherman of that name does not.
_CHAIR = (
    r"\b(?:Lord|Lady|Sir|Dame|Baron|Baroness|[Jj]udge|Justice|Professor|Prof\.?|Dr\.?|[Cc]hair\w*)\s+(?:[\w-]+\s+){0,2}"
)
_BETWEEN = 60  # code points between such words and the name


def leads(text: str, name: str, parties: Parties) -> bool:
    """Whether a text says that somebody led the inquiry of the reporting party."""
    known = offices()
    made = known.reporting | known.documents | known.efforts
    if bears(name, parties) and re.search(_CHAIR + re.escape(name.split()[-1]), text):
        return True
    for match in _followed(text, name):
        works = known.documents | known.efforts if match[1].startswith("overs") else made
        others = _BY_OTHERS.search(match[2]) and not parties.names(match[2])
        if match[1] in known.leads and set(words_of(match[2])[:4]) & works and not others:
            return True
    for match in _all(_LED_BY, text):
        if not _near(text, name, match.end()):
            continue
        if match[0] == "under " and _PRESSED.search(text, match.end(), text.find(name, match.end())):
            continue  # under fire from Ada Lind
        start = max(0, match.start() - 120)
        before = text[start : match.start()]
        before = before[max(before.rfind(mark) for mark in ".;\n") + 1 :]
        if _FIELD.search(before) and match[0].startswith("led"):
            return True
        names = parties.names(before)
        if names and names[-1].party == "reporting" and before[names[-1].end :].strip(" ,") in ("", "was", "is"):
            return True
    return any(set(words_of(match[1])) & made and _near(text, name, match.end()) for match in _all(_LEADING, text))


@lru_cache(maxsize=8)
def _all(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Where a text has a pattern, remembered: it is asked for everybody whom the text names."""
    return list(pattern.finditer(text))


def _near(text: str, name: str, start: int) -> bool:
    """Whether a name stands soon after an offset, in the same clause."""
    at = text.find(name, start, start + _BETWEEN + len(name))
    return at >= 0 and not _STOP.search(text, start, at)


def _followed(text: str, name: str) -> Iterable[re.Match[str]]:
    """What somebody did with something, right after the name."""
    start = text.find(name)
    while start >= 0:
        match = _LED.match(text, start + len(name))
        if match:
            yield match
        start = text.find(name, match.end() if match else start + 1)
