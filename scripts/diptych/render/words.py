"""Sentences that many pages need, and where long texts are cut."""

from __future__ import annotations

import re

from diptych.render.language import Language
from diptych.values import UNSPACED, Kind

#: A word, or two signs of such a script, which come near to one.
_WORD = re.compile(rf"[{UNSPACED}]{{1,2}}|[^\s{UNSPACED}]+")


def answered(language: Language, claims: int, number: int) -> str:
    """`5 claims, 2 of them answered`, and what one says of none, one and all."""
    if not claims:
        return language.text("count.claim", n=0)
    which = "none" if not number else "all" if number == claims else "some"
    return language.text(f"answered.{which}", n=claims, answered=number)


def record_name(language: Language, kind: Kind, given: str) -> str:
    """`Claim C1`."""
    return language.text("record_name", kind=language.text(f"kind.{kind}"), id=given)


def excerpt(text: str, head: int = 10, tail: int = 5) -> tuple[int, int]:
    """Where the first words of a text end and its last ones begin; the same place where too little lies between."""
    found = list(_WORD.finditer(text))
    if len(found) <= head + tail + 2:
        return len(text), len(text)
    return found[head - 1].end(), found[-tail].start()
