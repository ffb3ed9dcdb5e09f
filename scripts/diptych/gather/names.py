"""Names that a seed may have on every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from diptych.values import reserved

#: In bytes of UTF-8; endings and numbers come on top, and 255 is what file systems take.
_LONGEST = 120
_RUN = re.compile("-{2,}")


def safe_name(stem: str, taken: Container[str]) -> str:
    """A name made of a file's name without its ending: letters and digits of any script, hyphens between them.

    It is none of those `taken` (in lower case), nor one that a system keeps for itself; `article` where none is left.
    """
    plain = unicodedata.normalize("NFC", stem[:1000])
    kept = "".join(sign if _stays(sign) else " " for sign in plain)
    words = _RUN.sub("-", "-".join(kept.split())).strip("-._")
    while words and not words[0].isalnum():  # a mark belongs to the letter before it
        words = words[1:]
    while len(words.encode("utf-8")) > _LONGEST:
        words = words[:-1].rstrip("-._")
    if reserved(words) or words.casefold() == "readme":
        words = f"article-{words}"
    name = first = words or "article"
    number = 1
    while name.casefold() in taken:
        number += 1
        name = f"{first}-{number}"
    return name


def _stays(sign: str) -> bool:
    """Letters, digits, the marks that belong to letters, and the few signs that mean nothing to any system."""
    return sign in "-._" or unicodedata.category(sign)[0] in "LNM"
