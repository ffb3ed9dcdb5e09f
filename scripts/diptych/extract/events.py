"""Dated happenings that a narrator tells: what happened, and when, as far as the text says."""

from __future__ import annotations

import re
from functools import cache

from diptych.extract.people import narration
from diptych.months import named, numbers
from diptych.spans import Span

_YEAR = r"(?P<year>(?:18|19|20)\d\d)"
#: What happened, happened: a verb in the past, with no "would" or "will" before it.
_PAST = re.compile(
    r"\b(?:was|were|had been|\w{2,}ed|took|began|became|came|went|left|sank|broke|bought|sold|built|fell|fought|found"
    r"|gave|grew"
    r"|held|led|lost|made|met|paid|rose|ran|set|shut|signed|sent|spent|stood|struck|won|wrote)\b"
)
#: A date after one of these dates something else than what the sentence is about.
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|that|where)\s")
_NOT_YET = re.compile(r"\b(?:will|would|should|must|may|might|expected|due|scheduled|slated)\b")


def happened(text: str, sentence: Span) -> str | None:
    """The date of what a sentence says happened: a day, a month or a year in ISO form; None where it tells none."""
    told = narration(text, sentence)
    if told != sentence.of(text) or not _PAST.search(told) or _NOT_YET.search(told):
        return None
    for pattern in _dates():
        match = pattern.search(told)
        if match:
            return None if _RELATIVE.search(told, 0, match.start()) else _iso(match)
    return None


@cache
def _dates() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<month>{named()})\.?"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?{month}\s+{_YEAR}\b",
            rf"\b{month}\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s+{_YEAR}\b",
            rf"\b{month}\s+(?:of\s+)?{_YEAR}\b",
            rf"\b(?:in|by|during|since)\s+(?:early\s+|late\s+|mid-)?{_YEAR}\b",
        )
    )


def _iso(match: re.Match[str]) -> str:
    found = match.groupdict()
    parts = [found["year"]]
    if found.get("month"):
        parts.append(f"{numbers()[found['month'].lower()]:02}")
        day = int(found.get("day") or 0)
        if 1 <= day <= 31:
            parts.append(f"{day:02}")
    return "-".join(parts)
