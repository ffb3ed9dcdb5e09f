"""Words as pairing compares them: lower case, without endings, common words apart."""

from __future__ import annotations

import re
from functools import lru_cache
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


def words(text: str) -> list[str]:
    """The words and numbers of a text in lower case, with straight apostrophes."""
    return list(_words(text))


@lru_cache(maxsize=_LAST)
def _words(text: str) -> tuple[str, ...]:
    """Several things are asked of a sentence one after the other."""
    return tuple(map(intern, map(str.lower, _WORD.findall(text.replace("’", "'")))))


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


def content(text: str) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    return list(_content(text))


@lru_cache(maxsize=_LAST)
def _content(text: str) -> tuple[str, ...]:
    small = stop()
    return tuple([stem(word) for word in words(text) if word not in small and (len(word) > 1 or word.isdigit())])


def grams(text: str, size: int = 4) -> list[str]:
    """The runs of `size` characters of every word that carries meaning, with its edges marked."""
    found: list[str] = []
    small = stop()
    for word in words(text):
        if word not in small:
            found += _grams(word, size)
    return found


@lru_cache(maxsize=1 << 16)
def _grams(word: str, size: int) -> tuple[str, ...]:
    marked = f" {word} "
    return tuple([intern(marked[i : i + size]) for i in range(max(1, len(marked) - size + 1))])
