"""Text → the terms it is found by; `assets/search/find.js` reads a query in the same way, which a test holds."""

from __future__ import annotations

import re
import unicodedata

#: Scripts that are written without spaces between words: Thai and Lao, Myanmar, Khmer, kana and Han.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
)
_RUN = re.compile(rf"[{_UNSPACED}]+|(?:(?![{_UNSPACED}])[^\W_])+")
_POSSESSIVE = re.compile(r"['’]s(?![^\W_])")
_UNSPACED_START = re.compile(rf"[{_UNSPACED}]")


def terms(text: str) -> list[str]:
    """The terms of a text in order: words in lower case without accents; in scripts without spaces each two neighbours.

    The last character of such a run is a term too, so that every character starts one.
    """
    found: list[str] = []
    for run in _RUN.findall(_POSSESSIVE.sub("", plain(text))):
        if _UNSPACED_START.match(run):
            found += [run[place : place + 2] for place in range(len(run))]
        else:
            found.append(run)
    return found


def plain(text: str) -> str:
    """A text without accents and other marks, in lower case."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if unicodedata.category(letter)[0] != "M").lower()
