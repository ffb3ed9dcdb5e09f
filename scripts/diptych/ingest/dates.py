"""Dates as pages write them, as ISO dates."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from diptych.months import named, numbers

_ISO = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")


def date_in(said: str) -> str | None:
    """The first full date in a short text, or None. 3/4/2020 is none: it may be a day of March or of April."""
    if match := _ISO.search(said):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    for pattern in _named():
        if match := pattern.search(said):
            return _iso(int(match["year"]), numbers()[match["month"].casefold()], int(match["day"]))
    if match := _NUMBERS.search(said):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        if first > 12 or first == second:
            return _iso(year, second, first)
        if second > 12:
            return _iso(year, first, second)
    return None


@cache
def _named() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Dates with the name of a month: 4 March 2026, then March 4, 2026."""
    day, month, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", rf"(?P<month>{named()})\.?", r"(?P<year>\d{4})(?!\d)"
    return (
        re.compile(rf"(?<!\d){day}(?: of)?[ -]{month},?[ -]{year}", re.IGNORECASE),
        re.compile(rf"\b{month} {day},? {year}", re.IGNORECASE),
    )


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
