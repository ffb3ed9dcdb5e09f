"""Ages in running text that count nothing: of those under 16, aged 13 to 15, as young as 12."""

from __future__ import annotations

import re
from functools import cache

from diptych.lexicons import either
from diptych.pair.numerals import Figure, figures, number_words
from diptych.spans import Span

#: What an age is a figure of.
AGE = "@age"


def ages(text: str, within: Span) -> list[Figure]:
    """The ages in a stretch of text, in order."""
    found: list[Figure] = []
    for match in _age().finditer(text, within.start, within.end):
        span = Span(*match.span("age"))
        value = next((one.value for one in figures(match["age"])), 0.0)
        if value:
            found.append(Figure(span, value, (AGE,)))
    return found


@cache
def _age() -> re.Pattern[str]:
    number = rf"\d\d?|(?:{either(number_words())})(?:-(?:{either(number_words())}))?"
    before = r"(?:\b[Uu]nder|\b[Oo]ver|\b[Aa]bove|\b[Bb]elow|\b[Aa]ged?|as (?:young|old) as|\b[Aa]ge of)[ -]"
    after = r"s?(?=[.,;:)\]”’\"']|$|\s(?:and|or|to|who|in|were|are|was|is|had|have|at|with|by|on|should|must|for)\b)"
    return re.compile(rf"{before}(?P<age>{number}){after}")
