"""Who asked that a report be held back: no friend of it, where nothing tells whose they are."""

from __future__ import annotations

import re
from functools import lru_cache

_PAPER = (
    r"(?:publication|publishing|release|(?:(?:the|its|his|her|their)\s+)?(?:whole\s+)?(?:report|study|findings|audit"
    r"|review|inquiry|paper|results|publication|release|thing))\b"
)
_BACK = r"(?:held|put|pushed)\s+(?:back|off)|delayed|postponed|deferred|withheld|shelved"
#: To hold back publication, that the report be shelved, the whole thing put off.
_DELAY = (
    rf"(?:(?:hold|put|push)\s+(?:back|off)|hold\s+off(?:\s+on)?|delay|postpone|defer|withhold|shelve|sit\s+on)\s+{_PAPER}"
    rf"|{_PAPER}\s+(?:to\s+be\s+|be\s+)?(?:{_BACK})\b"
)
_ASKED = (
    r"(?:asked|asking|asks|urged|urging|pressed|pressing|begged|begging|requested|requesting|wanted|wanting|demanded"
    r"|demanding)"
)
_NAME = r"(?P<name>(?:[A-Z][\w’'-]+\s+){1,3}?[A-Z][\w’'-]+)"
#: Fleet director Ada Lind asked the panel to hold back publication; a letter from Ada Lind wanting it put off.
_WHO = re.compile(
    rf"\b{_NAME}(?:,\s[^,.;:?!\n]{{2,60}},)?\s+(?:had\s+|has\s+)?(?:also\s+|twice\s+|then\s+)?{_ASKED}\s+"
    rf"(?:that\s+)?(?:[\w’'-]+\s+){{0,8}}?(?:to\s+)?(?:{_DELAY})"
)
#: One of many, or somebody of others: a member of the opposition, lawyer for the widows.
_OF_OTHERS = re.compile(r"(?:an?|one|another)\s|.*\sfor\s", re.IGNORECASE)


@lru_cache(maxsize=8)
def delaying(text: str) -> frozenset[str]:
    """The names of those whom a text tells to have asked that the report be held back."""
    return frozenset(match["name"] for match in _WHO.finditer(text))


def of_others(phrase: str) -> bool:
    """Whether a phrase tells that somebody is one of many, or acts for others, who may want it held back as well."""
    return _OF_OTHERS.match(phrase) is not None
