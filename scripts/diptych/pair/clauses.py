"""Where one sentence says several things: its coordinated clauses."""

from __future__ import annotations

import re

from diptych.spans import Span

_JOINT = re.compile(
    r";\s+(?:and\s+|but\s+)?|,?\s+(?:and|but)\s+(?=that\s)|,\s+that\s+(?=the\s|its\s|it\s|he\s|she\s|they\s)"
    r"|,\s+(?:and|but|while|whereas)\s+|,\s+(?=(?:describing|leaving|including|adding|causing|forcing)\s)"
    r"|(?:,?\s+and|,)\s+(?=\w{2,}ed\s)"
)
_LEAST = 3


def clauses(text: str, span: Span) -> list[Span]:
    """The coordinated clauses of a passage that says several things; nothing where there is but one."""
    pieces: list[Span] = []
    start = span.start
    for match in _JOINT.finditer(text, span.start, span.end):
        if _words(text[start : match.start()]) < _LEAST or _words(text[match.end() : span.end]) < _LEAST:
            continue
        before = text[span.start : match.start()]
        if before.count("“") > before.count("”") or before.count('"') % 2 == 1:
            continue
        pieces.append(Span(start, match.start()).trimmed(text))
        start = match.end()
    return [*pieces, Span(start, span.end).trimmed(text)] if pieces else []


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))
