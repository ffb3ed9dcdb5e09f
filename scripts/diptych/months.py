"""The months, by the names that `months` of lexicons/words.yml gives them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from diptych.lexicons import either, lexicon


@cache
def full() -> tuple[str, ...]:
    """Their twelve names in the order of the year, with a capital."""
    return tuple(name.capitalize() for name in lexicon("words")["months"].split()[:12])


@cache
def numbers() -> Mapping[str, int]:
    """The number of a month, from 1, by its names in small letters; a short one begins as the name does."""
    names = lexicon("words")["months"].split()
    whole = {name: number for number, name in enumerate(names[:12], 1)}
    short = {name: number for name in names[12:] for month, number in whole.items() if month.startswith(name)}
    return short | whole


@cache
def named() -> str:
    """A regular expression for the name of a month, whole or short, in small letters."""
    return either(numbers())
