"""Words that news writes one for another, read from the package's lexicon."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from diptych import yamlio
from diptych.pair.words import stem


@cache
def _concepts() -> dict[str, tuple[str, ...]]:
    """For every stem the names of the lists that hold it."""
    name = "concepts.yml"
    loaded: dict[str, Any] = yamlio.load(files("diptych").joinpath("lexicons", name).read_text(encoding="utf-8"), name)
    found: dict[str, dict[str, None]] = {}
    for concept, told in loaded.items():
        for word in told.split():
            found.setdefault(stem(word), {})[f"~{concept}"] = None
    return {word: tuple(lists) for word, lists in found.items()}


def concepts(stems: list[str]) -> list[str]:
    """The lists that some stems are on, each once for every stem."""
    known = _concepts()
    return [concept for one in stems for concept in known.get(one, ())]
