"""What stands in brackets, with which the text around it does not go on."""

from __future__ import annotations


def bracketed(text: str, at: int) -> bool:
    """Whether a place stands in brackets that its paragraph opened before it: (Larch, which made it, says no.)."""
    start = text.rfind("\n", 0, at) + 1
    return text.rfind("(", start, at) > text.rfind(")", start, at)
