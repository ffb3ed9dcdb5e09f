"""Words as pairing compares them: lower case, without endings, common words apart."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from sys import intern

from diptych.lexicons import wordset

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")

_ENDINGS = (
    ("izations", "iz"), ("isations", "iz"), ("ization", "iz"), ("isation", "iz"), ("ations", "at"), ("ation", "at"),
    ("ingly", ""), ("edly", ""), ("iness", "i"), ("ments", "ment"), ("ings", ""), ("ised", "iz"), ("ized", "iz"),
    ("ises", "iz"), ("izes", "iz"), ("ising", "iz"), ("izing", "iz"), ("ies", "i"), ("ied", "i"), ("ying", "i"),
    ("ing", ""), ("ed", ""), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("ly", ""), ("s", ""),
)  # fmt: skip

#: The words of so many texts are remembered: of all, they would take more memory than the statements.
_LAST = 1 << 12
#: The length of a run of characters.
_GRAM = 4


@lru_cache(maxsize=_LAST)
def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text in lower case, with straight apostrophes.

    They are remembered, for several things are asked of a sentence one after the other.
    """
    return tuple(map(_lower, _WORD.findall(text.replace("’", "'"))))


@lru_cache(maxsize=1 << 16)
def _lower(word: str) -> str:
    return intern(word.lower())


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its ending: enough to bring the forms of one word together, not a root."""
    word = word.split("'")[0] if word.endswith(("'s", "s'")) else word.replace("'", "")
    if len(word) > 3 and word[0].isalpha():
        for ending, put in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 3 and not (ending == "s" and word.endswith("ss")):
                word = word[: -len(ending)] + put
                break
        if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
            word = word[:-1]
        if len(word) > 3 and word[-1] == "e":
            word = word[:-1]
        if len(word) > 2 and word[-1] == "y":
            word = word[:-1] + "i"
    return word


def stop() -> frozenset[str]:
    """Words that say nothing about what a statement is about."""
    return wordset("pairing", "stop")


@lru_cache(maxsize=_LAST)
def content(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning, in order."""
    return tuple(filter(None, map(_meant, words(text))))


@lru_cache(maxsize=1 << 16)
def _meant(word: str) -> str:
    """The stem of a word; empty where it carries no meaning."""
    return stem(word) if word not in stop() and (len(word) > 1 or word.isdigit()) else ""


def grams(text: str) -> list[str]:
    """The runs of four characters of every word that carries meaning, with its edges marked."""
    return list(chain.from_iterable(map(_grams, words(text))))


@lru_cache(maxsize=1 << 16)
def _grams(word: str) -> tuple[str, ...]:
    if word in stop():
        return ()
    marked = f" {word} "
    return tuple([intern(marked[i : i + _GRAM]) for i in range(max(1, len(marked) - _GRAM + 1))])
