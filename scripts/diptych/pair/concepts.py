"""Words that news writes one for another, read from the package's lexicon."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from diptych.lexicons import lexicon
from diptych.pair.words import stem


@cache
def _concepts() -> dict[str, tuple[str, ...]]:
    """For every stem the names of the lists that hold it."""
    found: dict[str, dict[str, None]] = {}
    for concept, told in lexicon("concepts").items():
        for word in told.split():
            found.setdefault(stem(word), {})[f"~{concept}"] = None
    return {word: tuple(lists) for word, lists in found.items()}


def concepts(stems: Iterable[str]) -> list[str]:
    """The lists that some stems are on, each once for every stem."""
    known = _concepts()
    return [concept for one in stems for concept in known.get(one, ())]
