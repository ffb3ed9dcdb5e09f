"""Days of a month in running text."""

from __future__ import annotations

import re
from functools import cache

from diptych.lexicons import either
from diptych.months import numbers
from diptych.pair.numerals import Figure
from diptych.spans import Span

#: What a date is a figure of.
DATE = "@date"
#: Every month is given so many days, so that no two dates have one value; the base keeps all dates near each other.
_DAYS = 32
_BASE = 10_000


def dates(text: str, within: Span) -> list[Figure]:
    """The dates in a stretch of text, in order, the year left out; the value tells the day of the year."""
    found: list[Figure] = []
    for match in _date().finditer(text, within.start, within.end):
        day = int(match["day"] or match["after"])
        month = numbers()[(match["month"] or match["before"]).lower()] - 1
        if 0 < day < _DAYS:
            found.append(Figure(Span(*match.span()), float(_BASE + _DAYS * month + day), (DATE,)))
    return found


@cache
def _date() -> re.Pattern[str]:
    """A day and its month, in either order."""
    month = either(name.capitalize() for name in numbers())
    first = rf"(?P<day>[0-3]?\d)(?:st|nd|rd|th)? (?:of )?(?P<month>{month})"
    last = rf"(?P<before>{month})\.? (?P<after>[0-3]?\d)(?:st|nd|rd|th)?"
    return re.compile(rf"(?<![\w.,])(?:{first}|{last})\b(?![,.]\d)")
