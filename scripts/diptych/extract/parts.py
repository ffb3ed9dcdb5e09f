"""The single asks of a sentence that asks for several things."""

from __future__ import annotations

import re
from functools import cache

from diptych.lexicons import either, wordset
from diptych.spans import Span

#: Between asks: a list's semicolons, a further infinitive, a further clause with a modal verb.
_ASKS = re.compile(
    r";\s+(?:and\s+)?|,?\s+and\s+(?=to\s)|,\s+(?=to\s)|,\s+(?:and|while|but)\s+|,\s+(?=no\s)"
    r"|\s+and\s+(?=that\s)"
)


def asks(text: str, span: Span) -> list[Span]:
    """The single asks of a sentence."""
    return [piece for part in _cut(text, span, _ASKS, 2) for piece in _cut(text, part, _verbs(), 2)]


@cache
def _verbs() -> re.Pattern[str]:
    """Before a further verb of asking in a list: withdraw the accounts, dismiss the head and publish the list."""
    verbs = either(wordset("asks", "imperatives"))
    return re.compile(rf",\s+(?:and\s+)?(?={verbs}\s)|\s+and\s+(?={verbs}\s+(?:the|a|an|all|its|their|every)\s)")


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


#: Between clauses of indirect speech that each start anew with "that".
_THAT = re.compile(r"(?<=[,;”’\"])\s+(?:and\s+)?(?=that\s)|,?\s+and\s+(?=that\s)")


def thats(text: str, span: Span) -> list[Span]:
    """The clauses of indirect speech where each has its "that"; the whole passage where there is but one."""
    if not text.startswith("that ", span.start):
        return [span]
    return _cut(text, span, _THAT, 3)
