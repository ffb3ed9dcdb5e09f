"""English verb forms, by rule and a table of irregular ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from diptych.lexicons import wordset

Feature = Literal["base", "s", "past", "part", "ing"]

_VOWELS = "aeiou"


def _doubles(verb: str) -> bool:
    if verb in wordset("words", "doubling"):
        return True
    plain = verb.replace("qu", "q")
    return (
        sum(letter in _VOWELS for letter in plain) == 1
        and len(plain) > 2
        and plain[-1] not in "aeiouwxy"
        and plain[-2] in _VOWELS
        and plain[-3] not in _VOWELS
    )


def forms(verb: str, irregular: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Feature]]:
    """Each form of a verb with what it is; `irregular` gives past and participle where rules do not.

    Verbs in -l give both spellings (signaled, signalled).
    """
    yield verb, "base"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield verb + "es", "s"
    elif verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        yield verb[:-1] + "ies", "s"
    else:
        yield verb + "s", "s"
    stems = [verb]
    if _doubles(verb):
        stems = [verb + verb[-1], *([verb] if verb.endswith("l") else [])]
    for stem in stems:
        if verb.endswith("ie"):
            yield verb[:-2] + "ying", "ing"
        elif verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
            yield verb[:-1] + "ing", "ing"
        else:
            yield stem + "ing", "ing"
    if verb in irregular:
        past, part = irregular[verb]
        yield past, "past"
        yield part, "part"
        return
    for stem in stems:
        if verb.endswith("e"):
            past = verb + "d"
        elif verb.endswith("y") and verb[-2:-1] not in _VOWELS:
            past = verb[:-1] + "ied"
        else:
            past = stem + "ed"
        yield past, "past"
        yield past, "part"
