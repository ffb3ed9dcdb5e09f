"""Whose a letter is: by who is said to have written it, or by whom it goes to."""

from __future__ import annotations

import re
from functools import cache

from diptych.extract.offices import offices, words_of
from diptych.extract.times import WEEKDAY
from diptych.lexicons import either
from diptych.months import full

#: What somebody did in a letter of their own: she had written to the panel, according to the letter.
WROTE = re.compile(r"\b(?:wrote|written|writes|asked|demanded|urged|warned|told|offered|threatened|complained)\b")
#: Those whom a body writes to as its own: its staff, its members, its customers and owners.
_OWN_PEOPLE = re.compile(
    r"(?:(?:all|its|the|their|his|her|our|most|some)\s+){0,2}(?:[a-z-]+\s+)?(?:staff|employees|workers|members|managers"
    r"|colleagues|crews?"
    r"|pilots|drivers|nurses|teachers|doctors|miners|players|students|parents|parishioners|priests|clergy|faculty|shareholders"
    r"|investors|bondholders|customers|clients|users|suppliers|partners|patients|residents|subscribers|supporters|fans)\b"
)
_TO_OWN = re.compile(r"\bto\s+" + _OWN_PEOPLE.pattern)
_FAR = 250  # code points before a letter is spoken of in which it may be said whom it went to


#: Who asked or told somebody what their letter is then said to hold: In May, lawyers for the line asked ….
_ASKED = re.compile(
    r"(?:[^,.;:“”\"]{3,50},\s+)?((?:[\w’'-]+\s+){1,6}?)(?:had\s+|has\s+)?(?:wrote|written|asked|demanded|urged|warned|told"
    r"|offered|threatened|complained|pressed|objected)\s"
)


def asked(opens: str) -> re.Match[str] | None:
    """Who, by the first words of a sentence that a letter is the source of, wrote it: its first group."""
    return _ASKED.match(opens)


@cache
def written_by() -> re.Pattern[str]:
    """Who wrote a letter; not when: the letter of 2 May, of May 2."""
    return re.compile(rf"\b(?:by|from|of)\s+(?!(?:{either(full())}|{WEEKDAY})\b)(?=(?:the\s+)?[A-Z])")


@cache
def from_some() -> re.Pattern[str]:
    """By whom a letter is that has no name: from the bank, by 40 residents; on the bank's | website."""
    some = (
        r"(?:the|an?|its|their|his|her|some|several|dozens|hundreds|two|three|four|five|six|seven|eight|nine|ten"
        r"|(?!(?:19|20)\d\d\b)\d+(?:,\d{3})*)"
    )
    website = r"\bon\s+(?=[^,.;:]{2,40}?['’]s?\s+(?:website|site|page|blog|intranet)\b)"
    return re.compile(rf"\b(?:by|from)\s+(?={some}\s+[a-z])|{website}")


def to_own(mention: str, told: str, around: str) -> bool:
    """Whether a letter is to a body's own people: a memo to staff; an e-mail that told employees.

    `told` is what follows the verb of which the letter is the subject, `around` its sentence and what stands before.
    """
    if _OWN_PEOPLE.match(told) or _TO_OWN.search(mention):
        return True
    words = [word for word in words_of(mention) if word in offices().letters]
    return any(
        re.search(rf"\b{re.escape(word)}\b[^.;\n]{{0,40}}?\s{_TO_OWN.pattern}", around[-2 * _FAR :]) for word in words
    )


def circular(told: str) -> bool:
    """Whether a sentence starts with such a letter: a memo that went to all staff."""
    return bool(_TO_OWN.search(told)) and bool(set(words_of(told)[:6]) & offices().letters)
