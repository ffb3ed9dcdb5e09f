"""Ages in running text that count nothing: of those under 16, aged 13 to 15, as young as 12."""

from __future__ import annotations

import re
from functools import cache

from diptych.lexicons import either, wordset
from diptych.pair.numerals import Figure, figures, number_words
from diptych.spans import Span

#: What an age is a figure of.
AGE = "@age"


def ages(text: str, within: Span) -> list[Figure]:
    """The ages in a stretch of text, in order; both ends of a range are one.

    A number that only has a bound is an age where somebody is bound by it: people over 40, and not what rose over 40.
    """
    found: list[Figure] = []
    for match in _age().finditer(text, within.start, within.end):
        for group in ("first", "age"):
            value = next((one.value for one in figures(match[group] or "")), 0.0)
            if value:
                found.append(Figure(Span(*match.span(group)), value, (AGE,)))
    return found


@cache
def _age() -> re.Pattern[str]:
    number = rf"(?:\d\d?|(?:{either(number_words())})(?:-(?:{either(number_words())}))?)"
    bound = r"(?:[Uu]nder|[Oo]ver|[Aa]bove|[Bb]elow)"
    told = r"\b(?:[Aa]ged?(?:\s(?:just|only|between|from))?|as (?:young|old) as|[Aa]ge of|[Aa]ges(?: of)?)[ -]"
    somebody = rf"\b(?:{either(wordset('pairing', 'of_an_age'))}|{either(wordset('pairing', 'persons'))})\s"
    first = rf"(?:(?P<first>{number})(?:\s(?:to|and|or)\s|[-–](?=\d)))?"
    after = rf"(?=[.,;:)\]”’\"']|$|\s{either(wordset('pairing', 'after_ages'))}\b(?!(?<=to)\s\d))"
    before = rf"(?:{told}{first}|(?i:{somebody})(?:aged\s)?{bound}[ -]|\b{bound}(?:-|[ ](?={number}s\b)))"
    return re.compile(rf"{before}(?P<age>{number})(?:s\b|{after})")
