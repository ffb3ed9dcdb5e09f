"""Days of a month in running text."""

from __future__ import annotations

import re

from diptych.pair.lexicon import word_list
from diptych.pair.numerals import Figure
from diptych.spans import Span

#: What a date is a figure of.
DATE = "@date"
#: In the order of the year; a month's short forms begin as its name does.
_MONTHS = [name[:3] for name in word_list("months")[:12]]
_MONTH = "(?:" + "|".join(name.capitalize() for name in word_list("months")) + ")"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_DATE = re.compile(rf"(?<![\w.,])(?:{_DAY} (?:of )?{_MONTH}|{_MONTH}\.? {_DAY})\b(?![,.]\d)")
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(_MONTH)
#: Every month is given so many days, so that no two dates have one value; the base keeps all dates near each other.
_DAYS = 32
_BASE = 10_000


def dates(text: str, within: Span) -> list[Figure]:
    """The dates in a stretch of text, in order, the year left out; the value tells the day of the year."""
    found: list[Figure] = []
    for match in _DATE.finditer(text, within.start, within.end):
        day = int(_NUMBER.findall(match[0])[0])
        month = _MONTHS.index(_NAME.findall(match[0])[0][:3].lower())
        if 0 < day < _DAYS:
            found.append(Figure(Span(*match.span()), float(_BASE + _DAYS * month + day), (DATE,)))
    return found
