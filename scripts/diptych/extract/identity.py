"""Somebody who speaks, and what kind of noun phrase names whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from diptych.extract.lexicon import lexicon
from diptych.extract.offices import offices, words_of
from diptych.records import PartyRole

DETERMINER = re.compile(r"^(?:the|a|an|its|his|her|their|your|our|my|this|that|one|some|another)\s+", re.IGNORECASE)
NAME = re.compile(r"(?:[A-Z][\w.'’-]*)(?:\s+(?:(?:of|for|de|van|von|al|bin|&|the)\s+)*[A-Z][\w.'’-]*)*")


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody who speaks: `party` is None where nothing tells; `itself` says that it is the party that speaks."""

    party: PartyRole | None
    name: str | None
    itself: bool = False
    person: bool = False
    organisation: str | None = None
    why: tuple[str, ...] = ()


def is_document(phrase: str) -> bool:
    """Whether a noun phrase means a report, an answer to one, or a letter."""
    known = offices()
    head = re.split(r"\s(?:of|by|from|into|on|about)\s", DETERMINER.sub("", phrase.strip()).split(",")[0])[0]
    last = words_of(head)[-1:]
    return bool(set(last) & (known.documents | known.replies | known.letters))


@cache
def common() -> frozenset[str]:
    """Words that name nobody: of time, of place, of grammar."""
    known = lexicon()
    small = {word for word, tag in known.tags.items() if tag in "YBISDOPRAC"}
    return frozenset(small | known.times)
