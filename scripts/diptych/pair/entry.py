"""Statements → groups, answers, themes and differences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol, TypeVar

from diptych.collector import paused
from diptych.drafts import Article, Difference, Reading, Speaker, Statement
from diptych.pair.align import Rewrites, rewrites
from diptych.pair.answers import answered
from diptych.pair.carry import carried
from diptych.pair.discrepancies import of_figures, of_quotations
from diptych.pair.items import ground, spaces, tell
from diptych.pair.shards import grouped, merged, shards
from diptych.pair.themes import carried_on, themed
from diptych.pair.vectors import Space
from diptych.topic import Topic

A = TypeVar("A")


class Start(Protocol):
    """Begins some work, perhaps in another process, and gives what waits for its result."""

    def __call__(self, work: Callable[[], A], /) -> Callable[[], A]:
        """Begins the work."""


def _here(work: Callable[[], A], /) -> Callable[[], A]:
    return work


@dataclass(frozen=True, slots=True)
class Compared:
    """What the articles tell before it is known who states what in them; the one behind `figures` may be waited for."""

    made_from: Rewrites
    spaces: Callable[[], tuple[Space, Space]]
    figures: Callable[[], list[Difference]]


def compare(articles: Sequence[Article], start: Start = _here) -> Compared:
    """What pairing needs of the articles alone; `start` may have it made meanwhile."""
    with paused():
        made_from = rewrites(articles)
    return Compared(made_from, start(partial(spaces, articles)), start(partial(of_figures, articles, made_from)))


def pair(
    articles: Sequence[Article],
    speakers: Mapping[str, Speaker],
    statements: Iterable[Statement],
    topic: Topic,
    start: Start = _here,
    compared: Compared | None = None,
) -> Reading:
    """What the articles say together: one group a statement, what answers what, and what disagrees.

    `start` begins what does not depend on the rest: every shard of statements is grouped by itself, and what disagrees
    and the themes are found meanwhile. `compared` is what `compare` gave for the articles, where that was begun before
    the statements were known.
    """
    with paused():
        before = compared or compare(articles, start)
        held = carried(before.made_from, statements)
        told = tell(articles, held)
        known = ground(told, before.spaces())
        begun = [
            start(partial(grouped, articles, speakers, before.made_from, known, shard, len(told)))
            for shard in shards(told)
        ]
        altered = start(partial(of_quotations, articles, speakers, held, before.made_from))
        found = merged(articles, [one() for one in begun])
        del told, known, begun  # half of the memory
        about = start(partial(themed, found.groups, articles, topic))
        groups = answered(found.groups, articles, found.items)
        of_groups, themes = about()
        return Reading(
            articles=tuple(articles),
            speakers=dict(speakers),
            groups=tuple(
                replace(one, themes=given) for one, given in zip(groups, carried_on(groups, of_groups), strict=True)
            ),
            themes=tuple(themes),
            differences=(*altered(), *before.figures()),
        )
