"""The word lists and weights of pairing, read from the package."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache
from operator import mul

from diptych.lexicons import begun, lexicon, wordset
from diptych.pair.words import stem


@cache
def word_list(name: str) -> tuple[str, ...]:
    """One list of pairing.yml, in its order."""
    return tuple(lexicon("pairing")[name].split())


@cache
def stems_of(name: str) -> frozenset[str]:
    """The stems of one list of pairing.yml."""
    return frozenset(map(stem, word_list(name)))


@cache
def weights(name: str) -> dict[str, float]:
    """One table of weights of pairing.yml."""
    return {evidence: float(weight) for evidence, weight in lexicon("pairing")[name].items()}


def odds(pieces: Mapping[str, float], weigh: Mapping[str, float]) -> float:
    """The sum of pieces of evidence by their weights: a logarithm of odds, as in logistic regression."""
    return weigh.get("base", 0.0) + math.fsum(map(mul, map(weigh.__getitem__, pieces), pieces.values()))


@cache
def phrases(name: str) -> re.Pattern[str]:
    """A pattern that finds one of the words and phrases of a list of pairing.yml in a text of small letters.

    `_` joins the words of a phrase, and `word*` stands for every word that starts so.
    """
    return re.compile(rf"\b{begun(wordset('pairing', name))}\b")
