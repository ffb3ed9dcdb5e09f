"""Characters that deceive a reader: controls, signs that reorder a line, letters that look like other ones.

None is taken out of anybody's words: where they stand, they are told of and shown by their number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

#: What no page, feed or terminal can hold: controls but for white space, and what is no character at all.
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
#: What makes a line read in another order than it is written (Unicode Standard Annex 9, 2.1 to 2.5).
REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
#: Letters of other scripts, each with the Latin one that it looks like (the common ones of Unicode's confusables).
_CYRILLIC = ("аАВсСеЕԍԁһНіІӀјЈкКԛМոоОрРԚѕЅТуУүҮѵѴхХԝԜЗ", "aABcCeEGdhHiIIjJkKqMnoOpPQsSTyYyYvVxXwW3")
_GREEK = ("ΑΒΕΖΗΙΚΜΝνΟοΡΤΥΧ", "ABEZHIKMNvOoPTYX")  # TNFα is a word: small letters that sciences use are none here
LOOKALIKES: dict[str, str] = {
    sign: like for signs, likes in (_CYRILLIC, _GREEK) for sign, like in zip(signs, likes, strict=True)
}
_LATIN, _LIKE = "A-Za-z\u00c0-\u024f", "".join(LOOKALIKES)
#: Within a word: such a letter right beside a Latin one.
_BESIDE = re.compile(f"(?<=[{_LATIN}])[{_LIKE}]|[{_LIKE}](?=[{_LATIN}])")
#: The same anywhere, which is sooner looked for; and what JSON writes for a control.
_ANY, _ESCAPED = re.compile(f"[{_LIKE}]"), re.compile(r"\\(?:u00[01]|b)")
_WORD = re.compile(r"[^\W\d_]+")
#: A word of nothing else, which may be one of another language.
_WHOLE = re.compile(rf"(?<![^\W\d_])[{_LIKE}]++(?![^\W\d_])")
_LATIN_WORD = re.compile(f"[{_LATIN}]")
_REFERENCE = re.compile(r"&#?\w+;")
_PARTS = re.compile(r"<script\b.*?</script>|<[^>]*+>|[^<]++|<", re.DOTALL)


def numbered(sign: str) -> str:
    """A character by its number: `U+202E`."""
    return f"U+{ord(sign):04X}"


def named(sign: str) -> str:
    """The same with its name in Unicode, where it has one."""
    return f"{numbered(sign)} {unicodedata.name(sign, '')}".rstrip()


def latin(text: str) -> bool:
    """Whether a text has a Latin letter."""
    return bool(_LATIN_WORD.search(text))


def mixed(text: str, amid: bool) -> list[tuple[str, str]]:
    """The words that seem to be Latin ones and are not, each with the first letter that is of another script.

    They mix scripts, or consist of look-alikes alone and stand amid Latin words. `amid` says that words stand there
    around the text.
    """
    if text.isascii() or not _ANY.search(text):
        return []
    found: dict[str, str] = {}
    words = [] if not _WHOLE.search(text) else list(_WORD.finditer(text))
    whole = {words[number][0] for number in _disguised([word[0] for word in words], amid)}
    for word in _WORD.findall(text):
        if word in whole:
            found.setdefault(word, word[0])
        elif one := _BESIDE.search(word):
            found.setdefault(word, one[0])
    return list(found.items())


def _disguised(words: list[str], amid: bool) -> Iterator[int]:
    """The numbers of the words that consist of look-alikes and stand amid Latin ones.

    Beside a word of their own script they are of its language, as in a quotation of it. Greek letters that stand alone
    are symbols.
    """
    at = 0
    while at < len(words):
        script = _script(words[at])
        end = at + 1
        while end < len(words) and _script(words[end]) == script:
            end += 1
        around = [words[one] for one in (at - 1, end) if 0 <= one < len(words)]
        latin = any(map(_LATIN_WORD.match, around)) or (amid and not around)
        if script and latin and all(map(_WHOLE.fullmatch, words[at:end])):
            yield from (one for one in range(at, end) if script != "GREEK" or len(words[one]) > 1)
        at = end


@lru_cache(maxsize=4096)
def _script(word: str) -> str:
    """The script of a word's first letter; nothing for Latin."""
    return "" if _LATIN_WORD.match(word) else unicodedata.name(word[0], "?").partition(" ")[0]


def deceives(text: str) -> bool:
    """Whether a text, or the texts in some JSON, may hold a sign that `marked` would show.

    As Markdown a text may name the sign by a character reference.
    """
    text = unescape(text)
    if CONTROLS.search(text) or _ESCAPED.search(text):
        return True
    if text.isascii():
        return False
    return bool(REORDERING.search(text) or (_ANY.search(text) and (_BESIDE.search(text) or _WHOLE.search(text))))


def marked(html: str) -> str:
    """A page on which what deceives is shown by its number: `[U+202E]` in its stead, `с[U+0441]` behind a look-alike.

    Look-alikes are marked in the text alone and stay as they are within tags, since addresses live there. A word of
    nothing but look-alikes has the number behind its first letter.
    """
    html = CONTROLS.sub(_instead, REORDERING.sub(_instead, html))
    if not _ANY.search(html):
        return html
    if _WHOLE.search(html):
        html = _unmasked(html)
    if not _BESIDE.search(html):
        return html
    return _PARTS.sub(lambda found: found[0] if found[0][0] == "<" else _BESIDE.sub(_behind, found[0]), html)


def _unmasked(html: str) -> str:
    """The page with the words marked that are look-alikes through and through; its words are those of all its text."""
    words = [
        (word[0], part.start() + word.start())
        for part in _PARTS.finditer(html)
        if part[0][0] != "<"
        for word in _WORD.finditer(_REFERENCE.sub(_blank, part[0]))
    ]
    made, last = [], 0
    for number in _disguised([word for word, _ in words], amid=False):
        word, start = words[number]
        made += [html[last:start], f"{word[0]}[{numbered(word[0])}]"]
        last = start + 1
    return "".join([*made, html[last:]])


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _instead(found: re.Match[str]) -> str:
    return f"[{numbered(found[0])}]"


def _behind(found: re.Match[str]) -> str:
    return f"{found[0]}[{numbered(found[0])}]"
