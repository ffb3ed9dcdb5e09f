"""The persons of a dossier by what the articles call them: words of offices, one for all that mean the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from diptych.extract.offices import words_of

#: Words for one and the same office.
_SAME = {
    **dict.fromkeys(("chairman", "chairwoman", "chairperson", "chairs", "chaired"), ("chair",)),
    **dict.fromkeys(("founded", "co-founded", "co-founder"), ("founder",)),
    **dict.fromkeys(("boss", "ceo"), ("chief", "executive")),
    **dict.fromkeys(("spokesman", "spokeswoman"), ("spokesperson",)),
    "ambassador": ("ambassador", "envoy", "diplomat"),
    "consul": ("consul", "envoy", "diplomat"),
    "envoy": ("envoy", "diplomat"),
    "cfo": ("chief", "financial", "officer"),
    "coo": ("chief", "operating", "officer"),
    "finance": ("financial",),
    "operations": ("operating",),
    "headmaster": ("headteacher",),
    "headmistress": ("headteacher",),
}


def one_of(words: Iterable[str]) -> Iterable[str]:
    """Words with one for each office that has several."""
    for word in words:
        yield from _SAME.get(word, (word,))


class Titles:
    """The words of the phrases that persons are called by, and who has which."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        self._of = {
            name: frozenset(one_of(word for phrase in some for word in words_of(phrase)))
            for name, some in phrases.items()
        }
        self._having: dict[str, set[str]] = defaultdict(set)
        for name, words in self._of.items():
            for word in words:
                self._having[word].add(name)

    def of(self, name: str) -> frozenset[str]:
        """The words that somebody is called by."""
        return self._of.get(name, frozenset())

    def having(self, words: frozenset[str]) -> list[str]:
        """The names of those who are called by all of some words, in order; of no words, nobody's."""
        held = sorted((self._having.get(word, set()) for word in words), key=len)
        return sorted(held[0].intersection(*held[1:])) if held else []
