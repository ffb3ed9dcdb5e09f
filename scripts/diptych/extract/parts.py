"""Where one sentence says several things: its coordinated clauses, and the single asks of a list."""

from __future__ import annotations

import re

from diptych.spans import Span

_OPENING = '“‘"'
_CLOSING = '”’"'
#: Between clauses that each say something of their own.
_CLAUSES = re.compile(
    r";\s+(?:and\s+|but\s+)?|,?\s+(?:and|but)\s+(?=that\s)|,\s+that\s+(?=the\s|its\s|it\s|he\s|she\s|they\s)"
    r"|,\s+(?:and|but|while|whereas)\s+|,\s+(?=(?:describing|leaving|including|adding|causing|forcing)\s)"
    r"|(?:,?\s+and|,)\s+(?=\w{2,}ed\s)"
)
#: Between asks: a list's semicolons, a further infinitive, a further clause with a modal verb.
_ASKS = re.compile(
    r";\s+(?:and\s+)?|,?\s+and\s+(?=to\s)|,\s+(?=to\s)|,\s+(?:and|while|but)\s+|,\s+(?=no\s)"
    r"|\s+and\s+(?=that\s)"
)


def clauses(text: str, span: Span) -> list[Span]:
    """The coordinated clauses of a sentence that reports several things; the whole where there is but one."""
    return _cut(text, span, _CLAUSES, 3)


def asks(text: str, span: Span) -> list[Span]:
    """The single asks of a sentence."""
    return _cut(text, span, _ASKS, 2)


def _cut(text: str, span: Span, at: re.Pattern[str], least: int) -> list[Span]:
    """Cuts a span where the pattern finds a joint, so that every piece keeps at least `least` words."""
    pieces: list[Span] = []
    start = span.start
    for match in at.finditer(text, span.start, span.end):
        if _words(text[start : match.start()]) < least or _words(text[match.end() : span.end]) < least:
            continue
        if _inside_quotation(text, span.start, match.start()):
            continue
        pieces.append(Span(start, match.start()))
        start = match.end()
    pieces.append(Span(start, span.end))
    return [piece.trimmed(text) for piece in pieces]


def _words(text: str) -> int:
    return len(re.findall(r"\w+", text))


def _inside_quotation(text: str, start: int, at: int) -> bool:
    before = text[start:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
