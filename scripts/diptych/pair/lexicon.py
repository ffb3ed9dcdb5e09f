"""The word lists and weights of pairing, read from the package."""

from __future__ import annotations

from functools import cache

from diptych.lexicons import lexicon


@cache
def word_list(name: str) -> tuple[str, ...]:
    """One list of pairing.yml, in its order."""
    return tuple(lexicon("pairing")[name].split())


@cache
def weights(name: str) -> dict[str, float]:
    """One table of weights of pairing.yml."""
    return {evidence: float(weight) for evidence, weight in lexicon("pairing")[name].items()}
