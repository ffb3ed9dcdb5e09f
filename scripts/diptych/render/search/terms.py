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
_UNSPACED_SIGN = re.compile(rf"[{_UNSPACED}]")
_WORD = re.compile(r"[^\W_]+")


def terms(text: str) -> list[str]:
    """The terms of a text in order: words in lower case without accents; in scripts without spaces each two neighbours.

    The last character of such a run is a term too, so that every character starts one.
    """
    text = plain(text)
    if "'" in text or "’" in text:
        text = _POSSESSIVE.sub("", text)
    if not _UNSPACED_SIGN.search(text):
        return _WORD.findall(text)
    found: list[str] = []
    for run in _RUN.findall(text):
        if _UNSPACED_SIGN.match(run):
            found += [run[place : place + 2] for place in range(len(run))]
        else:
            found.append(run)
    return found


def plain(text: str) -> str:
    """A text without accents and other marks, in lower case."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text).translate(_MARKS).lower()


class _Marks(dict[int, int | None]):
    """What `str.translate` makes of each character: nothing of a mark."""

    def __missing__(self, sign: int) -> int | None:
        self[sign] = made = None if unicodedata.category(chr(sign))[0] == "M" else sign
        return made


_MARKS = _Marks()
