"""Words of a text in the forms in which two texts are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’]\w+)*")
_TOKEN = re.compile(r"\w+(?:['’.\-]\w+)*|[:|/()©?>,\[\]#]")
_DIGITS = re.compile(r"\d+")


def folded(text: str) -> Iterator[str]:
    """The words of a text without case, accents, apostrophes and the full stops of abbreviations, in order."""
    return filter(None, map(_fold, _WORD.findall(text)))


def spelled(words: Iterable[str]) -> tuple[str, ...]:
    """Folded words with the commonest differences between British and American spelling taken out."""
    return tuple(_spell(word) for word in words)


def tokens(text: str) -> list[str]:
    """Lower-case words and the marks that clutter is known by; every run of digits is 0."""
    plain = text.replace("’", "'").casefold()
    return _TOKEN.findall(_DIGITS.sub("0", plain))


@lru_cache(maxsize=65536)
def _fold(word: str) -> str:
    plain = word.casefold().replace("'", "").replace("’", "").replace(".", "")
    if plain.isascii():
        return plain
    parts = unicodedata.normalize("NFKD", plain)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


@lru_cache(maxsize=65536)
def _spell(word: str) -> str:
    if len(word) < 5:
        return word
    same = word.replace("z", "s").replace("our", "or").replace("ll", "l")
    stem, plural = (same[:-1], "s") if same.endswith("s") else (same, "")
    return f"{stem[:-3]}ter{plural}" if stem.endswith("tre") else same
