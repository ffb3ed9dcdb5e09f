"""Who asked that a report be held back: no friend of it, where nothing tells whose they are."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from diptych.lexicons import either, wordset

_NAME = r"(?P<name>(?:[A-Z][\w’'-]+\s+){1,3}?[A-Z][\w’'-]+)"
#: One of many, or somebody of others: a member of the opposition, lawyer for the widows.
_OF_OTHERS = re.compile(r"(?:an?|one|another)\s|.*\sfor\s", re.IGNORECASE)


@lru_cache(maxsize=8)
def delaying(text: str) -> frozenset[str]:
    """The names of those whom a text tells to have asked that the report be held back."""
    return frozenset(match["name"] for match in _who().finditer(text))


@cache
def _who() -> re.Pattern[str]:
    """Fleet director Ada Lind asked the panel to hold back publication; a letter from Ada Lind wanting it put off."""
    some = {key: either(wordset("delaying", key)) for key in ("papers", "publishing", "delays", "delayed", "asked")}
    paper = rf"(?:{some['publishing']}|(?:(?:the|its|his|her|their)\s+)?(?:whole\s+)?{some['papers']})\b"
    delay = rf"(?:{some['delays']}\s+{paper}|{paper}\s+(?:to\s+be\s+|be\s+)?{some['delayed']}\b)"
    return re.compile(
        rf"\b{_NAME}(?:,\s[^,.;:?!\n]{{2,60}},)?\s+(?:had\s+|has\s+)?(?:also\s+|twice\s+|then\s+)?{some['asked']}\s+"
        rf"(?:that\s+)?(?:[\w’'-]+\s+){{0,8}}?(?:to\s+)?{delay}"
    )


def of_others(phrase: str) -> bool:
    """Whether a phrase tells that somebody is one of many, or acts for others, who may want it held back as well."""
    return _OF_OTHERS.match(phrase) is not None
