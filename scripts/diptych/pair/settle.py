"""Statements read again beside what other articles tell: what nobody says may be theirs, what one says another's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from diptych.drafts import Article, Speaker, Statement
from diptych.pair.align import Rewrites
from diptych.pair.compared import compared
from diptych.pair.items import Spaces
from diptych.pair.lexicon import odds, weights
from diptych.pair.misread import misread
from diptych.pair.reread import Rereading
from diptych.pair.unsaid import unsaid

#: A sentence is somebody's from these odds on, as a logarithm, and a statement of another kind from those.
UNSAID = 0.0
MISREAD = -0.5


def settled(
    articles: Sequence[Article],
    speakers: Mapping[str, Speaker],
    statements: Sequence[Statement],
    known: Spaces,
    made_from: Rewrites,
) -> list[Statement]:
    """The statements as other articles have them, but for those of rewrites, which follow their originals."""
    beside = compared(articles, speakers, statements, known, made_from)
    if beside is None:
        return list(statements)
    again = {one.read: one.meant for one in _likely(misread(articles, beside), "misread", MISREAD)}
    found = [one.meant for one in _likely(unsaid(articles, beside), "unsaid", UNSAID)]
    return sorted([*(again.get(one, one) for one in statements), *found], key=lambda one: one.place)


def _likely(some: Iterable[Rereading], table: str, least: float) -> Iterator[Rereading]:
    weigh = weights(table)
    for one in some:
        if odds(one.evidence, weigh) > least:
            yield one
