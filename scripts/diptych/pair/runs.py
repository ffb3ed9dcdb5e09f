"""Statements that belong together before any comparison: those of a run-on quotation."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.drafts import Article, Statement

_MARKS = {"“": "”", "‘": "’", '"': '"'}
#: A narrator's words between two parts of one quotation are no longer than this, in code points.
_GAP = 80


def run_on(articles: Sequence[Article], statements: Sequence[Statement]) -> list[tuple[Statement, ...]]:
    """The statements in runs: neighbours in one paragraph in the same speaker's own words, of one kind, make one.

    Demands never do.
    """
    runs: list[list[Statement]] = []
    for one in sorted(statements, key=lambda one: one.place):
        last = runs[-1][-1] if runs else None
        if last is not None and _follows(articles, last, one):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [tuple(run) for run in runs]


def _follows(articles: Sequence[Article], last: Statement, one: Statement) -> bool:
    if (last.article, last.kind, last.speaker) != (one.article, one.kind, one.speaker):
        return False
    text = articles[one.article].seed.text
    quotes = one.mode == "direct" or (one.mode == "mixed" and not text.startswith("that ", one.span.start))
    if one.kind == "recommendation" or not quotes or last.mode == "indirect":
        return False
    gap = text[last.span.end : one.span.start]
    return len(gap) <= _GAP and ("\n" not in gap or _left_open(text, last.span.end, one.span.start))


def _left_open(text: str, end: int, start: int) -> bool:
    """Whether a quotation is open where a paragraph ends and the next paragraph opens it again."""
    if text[end:start].strip() or text[start : start + 1] not in _MARKS:
        return False
    paragraph = text[text.rfind("\n", 0, end) + 1 : end]
    opening, closing = text[start], _MARKS[text[start]]
    if opening == closing:
        return paragraph.count(opening) % 2 == 1
    return not paragraph.rstrip().endswith(closing)
