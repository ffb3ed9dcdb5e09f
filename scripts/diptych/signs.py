"""Characters that deceive a reader: controls, signs that reorder a line, letters that look like other ones.

None is taken out of anybody's words: where they stand, they are told of and shown by their number.
"""

from __future__ import annotations

import re
import unicodedata

#: What no page, feed or terminal can hold: controls but for white space, and what is no character at all.
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
#: What makes a line read in another order than it is written (Unicode Standard Annex 9, 2.1 to 2.5).
REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
#: Letters of other scripts, each with the Latin one that it looks like (the common ones of Unicode's confusables).
_CYRILLIC = ("аАВсСеЕԍһНіІјЈкКԛМոоОрРԚѕЅТуУхХԜЗ", "aABcCeEGhHiIjJkKqMnoOpPQsSTyYxXW3")
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
_PARTS = re.compile(r"<script\b.*?</script>|<[^>]*+>|[^<]++|<", re.DOTALL)


def numbered(sign: str) -> str:
    """A character by its number: `U+202E`."""
    return f"U+{ord(sign):04X}"


def named(sign: str) -> str:
    """The same with its name in Unicode, where it has one."""
    return f"{numbered(sign)} {unicodedata.name(sign, '')}".rstrip()


def mixed(text: str) -> list[tuple[str, str]]:
    """The words that mix scripts so that one seems to be the other, each with the first letter that does."""
    if text.isascii() or not _BESIDE.search(text):
        return []
    found: dict[str, str] = {}
    for word in _WORD.findall(text):
        if one := _BESIDE.search(word):
            found.setdefault(word, one[0])
    return list(found.items())


def deceives(text: str) -> bool:
    """Whether a text, or the texts in some JSON, may hold a sign that `marked` would show."""
    if CONTROLS.search(text) or _ESCAPED.search(text):
        return True
    return not text.isascii() and bool(REORDERING.search(text) or (_ANY.search(text) and _BESIDE.search(text)))


def marked(html: str) -> str:
    """A page on which what deceives is shown by its number: `[U+202E]` in its stead, `с[U+0441]` behind a look-alike.

    Look-alikes are marked in the text alone and stay as they are within tags, since addresses live there.
    """
    html = CONTROLS.sub(_instead, REORDERING.sub(_instead, html))
    if not (_ANY.search(html) and _BESIDE.search(html)):
        return html
    return _PARTS.sub(lambda found: found[0] if found[0][0] == "<" else _BESIDE.sub(_behind, found[0]), html)


def _instead(found: re.Match[str]) -> str:
    return f"[{numbered(found[0])}]"


def _behind(found: re.Match[str]) -> str:
    return f"{found[0]}[{numbered(found[0])}]"
