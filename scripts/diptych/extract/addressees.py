"""Who is asked to act: before a modal verb, after a verb of asking, before "have been asked"."""

from __future__ import annotations

import re

from diptych.spans import Span

_NOUNS = r"((?:[\w’'&-]+\s+){0,5}?[\w’'&-]+)"
_MODAL = re.compile(
    rf"^(?:and\s+|that\s+)*{_NOUNS}\s+(?:should|must|ought\s+to|needs?\s+to|ha(?:s|ve)\s+(?:got\s+)?to)\b"
)
_TOLD = re.compile(
    r"\b(?:urge[sd]?|tells?|told|asks?|asked|calls?\s+(?:up)?on|called\s+(?:up)?on|wants?|wanted|advise[sd]?"
    rf"|orders?|ordered|presse[sd])\s+{_NOUNS}\s+(?:to\b|not\s+to\b|immediately\b|should\b)"
)
_PASSIVE = re.compile(
    rf"^(?:and\s+|while\s+)?{_NOUNS}\s+(?:has|have|had|is|are|was|were)\s+(?:been\s+)?(?:asked|urged|given|called)\b"
)
_OTHERS = re.compile(r"\b(?:who|which|that|it|he|she|they|we|you|to|and|said|says)\b", re.IGNORECASE)


def addressee(text: str, sentence: Span, piece: Span) -> str | None:
    """The noun phrase of whom an ask is for; `piece` is the ask, one of those that its sentence holds."""
    own = piece.of(text).strip(" “‘\"'")
    for pattern in (_MODAL, _PASSIVE):
        match = pattern.match(own)
        if match:
            return _clean(match[1])
    match = _TOLD.search(sentence.of(text)) or _PASSIVE.match(sentence.of(text))
    if match and piece.start - sentence.start <= 400:
        return _clean(match[1])
    return None


def _clean(phrase: str) -> str | None:
    """A noun phrase, or nothing where the words are more or less than that."""
    words = phrase.split()
    if not words or _OTHERS.search(phrase):
        return None
    return phrase
