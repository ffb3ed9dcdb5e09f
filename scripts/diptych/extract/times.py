"""When somebody says something, and how long somebody has: spans of time in running text."""

from __future__ import annotations

import re
from functools import cache

from diptych.lexicons import either, wordset
from diptych.months import full

#: A regular expression for a day of the week.
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


@cache
def spans() -> str:
    """A regular expression for spans of which several are counted: days, weeks."""
    return either(f"{one}s" for one in wordset("times", "spans"))


@cache
def when() -> re.Pattern[str]:
    """When somebody says something, before who does: last month the firm's lawyers; on 6 May the company."""
    month, which, later = either(full()), either(wordset("times", "which")), either(wordset("times", "from"))
    counted = either(wordset("times", "spans"))
    span = rf"(?:time|{either(wordset('times', 'spans') | wordset('times', 'parts'))}|{month}|[A-Z][a-z]+day)"
    often = r"[A-Z]?[a-z]+(?:\s[a-z]+)?\s+times|[Tt]ime\s+and\s+(?:time\s+)?again|[Aa]gain\s+and\s+again"
    return re.compile(
        rf"(?:(?:On\s+)?(?i:{which})\s+{span}|[A-Z]?[\w-]+\s+{counted}s?\s+{later}|{often}"
        rf"|(?:On\s+)?(?:{month}\s+\d{{1,2}}|\d{{1,2}}\s+{month})),?\s+(?=(?:the|its|their|his|her|a|an)\s|[A-Z])"
    )


@cache
def since() -> re.Pattern[str]:
    """Since when somebody is what they are, at the end of a phrase: chief executive in May; its head since 2019."""
    month, which = either(full()), either(wordset("times", "which"))
    span = either(wordset("times", "spans") | wordset("times", "parts"))
    return re.compile(
        rf"\s+(?:(?:in|since|from|as\s+of)\s+(?:early\s+|late\s+)?(?:{month}|\d{{4}}\b)|{which}\s+{span}\b)[^,]*$"
    )
