"""Who says something in the report, or as they make it known: Ada Lind, presenting the findings, said."""

from __future__ import annotations

import re
from functools import cache

from diptych.extract.offices import offices
from diptych.extract.times import WEEKDAY
from diptych.lexicons import either, wordset
from diptych.spans import Span

#: The report by its noun, and nobody else's.
DOCUMENT = (
    r"(?:the|its|this|her|his|their)\s+(?:[\w-]+\s+){0,2}?(?:report|study|findings|results|review|audit|inquiry|survey|paper)\b"
    r"(?!\s+(?:of|by|from|for)\s+[A-Z])"
)
#: In which document somebody says so, at the start of the sentence: In a report filed in Larch, | Ada Lind said.
_WITHIN = re.compile(
    r"(?:[Ii]n|[Ii]ntroducing)\s+(?:(?:the|a|her|his)\s+(?:foreword|preface|introduction|afterword|summary)\s+to\s+)?"
    r"(?:an?|the|its|his|her)\s+(?:[\w-]+\s+){0,3}?([a-z]+)\b([^“”\"\n;:]{0,70}?)(?:,\s+(?:[\w-]+\s+){0,3}|\s+)$"
)
_OF_OTHERS = re.compile(rf"\b(?:for|by|of|on\s+(?!{WEEKDAY})|against|last|earlier|\d{{4}})\b")
#: What somebody writes in the report, after the name: writes Ada Lind | in her foreword.
_IN_OWN = re.compile(
    r"(?:\s+(?:says?|said|writes?|wrote|notes?|noted|concludes?|concluded|observes?|observed))?,?\s+in\s+"
    r"(?:(?:her|his|the)\s+(?:own\s+)?(?:foreword|preface|afterword)|(?:her|his)\s+(?:[a-z-]+\s+){0,2}(?:report|findings|conclusions|judgment|audit|review))\b"
)
#: Whose the report is told to be: the study that | Ada Lind | wrote with four others.
_THAT = re.compile(
    r"\b(?:the|this|a)\s+(?:[a-z-]+\s+)?(?:report|study|paper|audit|review|survey)(?:,[^,]{2,40},)?\s+"
    r"(?:(?:that|which)\s+)?$"
)
_WROTE = re.compile(r"\s+(?:had\s+|has\s+)?(?:co-)?(?:wrote|written|led|compiled|signed|authored|published)\b")
_SAYS = re.compile(
    r"\s+(?:said|says|writes|wrote|calls|called|found|finds|argues|argued|concludes|concluded|told|warns|warned)\b"
)


def presents(told: str, span: Span) -> bool:
    """Whether somebody says something in the report, or as they make it known."""
    within = _WITHIN.match(told[: span.start])
    if within and within[1] in offices().documents and not _OF_OTHERS.search(within[2]) and _SAYS.match(told, span.end):
        return True
    if _THAT.search(told[: span.start]) and _WROTE.match(told, span.end):
        return True
    return bool(_presenting().match(told, span.end) or _IN_OWN.match(told, span.end))


@cache
def _presenting() -> re.Pattern[str]:
    """What follows who says something: said as she presented | the findings."""
    verbs = either(wordset("deeds", "presented"))
    return re.compile(
        rf"(?:\s+\w+(?:\s+\w+){{0,3}}?(?:\s+[A-Z]\w+)?)?(?:,\s+|\s+(?:as|when|while|after)\s+(?:he|she)\s+){verbs}\s+{DOCUMENT}"
    )
