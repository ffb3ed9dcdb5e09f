"""Sentences that many pages need, and texts made shorter."""

from __future__ import annotations

import re

from diptych.render.language import Language
from diptych.values import Kind

#: Scripts that put no space between words: Thai, Lao, Tibetan, Myanmar, Khmer, and those of Chinese and Japanese.
UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
#: A word, or two signs of such a script, which come near to one.
_WORD = re.compile(rf"[{UNSPACED}]{{1,2}}|[^\s{UNSPACED}]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")


def answered(language: Language, claims: int, number: int) -> str:
    """`5 claims, 2 of them answered`, and what one says of none, one and all."""
    if not claims:
        return language.text("count.claim", n=0)
    which = "none" if not number else "all" if number == claims else "some"
    return language.text(f"answered.{which}", n=claims, answered=number)


def record_name(language: Language, kind: Kind, given: str) -> str:
    """`Claim C1`."""
    return language.text("record_name", kind=language.text(f"kind.{kind}"), id=given)


def shortened(text: str, limit: int) -> str:
    """The text, or as many of its words as fit in `limit` code points, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    cut = head.rfind(" ")
    return f"{head if cut < 0 or _UNSPACED.search(head, cut) else head[:cut]}…"


def excerpt(text: str, head: int = 10, tail: int = 5) -> tuple[int, int]:
    """Where the first words of a text end and its last ones begin; the same place where too little lies between."""
    found = list(_WORD.finditer(text))
    if len(found) <= head + tail + 2:
        return len(text), len(text)
    return found[head - 1].end(), found[-tail].start()
