"""Texts as sparse TF-IDF vectors of word stems and character n-grams."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from operator import mul

from diptych.pair.words import content

Vector = dict[str, float]


class Space:
    """Weights of terms in a corpus of short texts.

    A term's weight is its frequency, damped by the logarithm, times the logarithm of how rare it is (Salton and
    Buckley 1988); vectors have length 1, so that their product is the cosine of the angle between them.
    """

    def __init__(self, texts: Iterable[str] = (), split: Callable[[str], Sequence[str]] = content) -> None:
        self._split = split
        self._idf = _Idf()
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        """Takes a text into the corpus."""
        self._idf.add(set(self._split(text)))

    def vector(self, text: str) -> Vector:
        """The text's vector, of length 1; empty where no word of it carries meaning."""
        return self._weighed(Counter(self._split(text)))

    def whole(self, texts: Iterable[str]) -> Vector:
        """The vector of several texts together."""
        return self._weighed(Counter(chain.from_iterable(map(self._split, texts))))

    def _weighed(self, counts: Counter[str]) -> Vector:
        idf = self._idf
        return unit({term: idf[term] if n == 1 else (1 + math.log(n)) * idf[term] for term, n in counts.items()})


class _Idf(dict[str, float]):
    """How much terms tell, each reckoned when it is first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._df: Counter[str] = Counter()
        self._size = 0

    def add(self, terms: Iterable[str]) -> None:
        """Takes a text of some different terms into the corpus."""
        self.clear()
        self._df.update(terms)
        self._size += 1

    def __missing__(self, term: str) -> float:
        told = self[term] = math.log((1 + self._size) / (1 + self._df.get(term, 0))) + 0.1
        return told


def unit(vector: Vector) -> Vector:
    """The vector at length 1, whatever the order of its terms."""
    length = math.sqrt(math.fsum(map(mul, vector.values(), vector.values())))
    return {term: w / length for term, w in vector.items()} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of the angle between two vectors of length 1.

    The sum is exactly rounded, so that it does not depend on the order in which a set gives the shared terms.
    """
    shared = one.keys() & other.keys()
    if not shared:
        return 0.0
    return math.fsum(map(mul, map(one.__getitem__, shared), map(other.__getitem__, shared)))


def total(vectors: Iterable[Vector]) -> Vector:
    """The sum of some vectors."""
    found: Vector = {}
    for vector in vectors:
        for term, weight in vector.items():
            found[term] = found.get(term, 0.0) + weight
    return found


def centre(vectors: Iterable[Vector]) -> Vector:
    """The mean direction of some vectors."""
    return unit(total(vectors))
