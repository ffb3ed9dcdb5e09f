"""Statements → groups, answers, themes and differences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from diptych.collector import paused
from diptych.cores import Share
from diptych.drafts import Article, Difference, Reading, Speaker, Statement
from diptych.pair.align import Rewrites, rewrites
from diptych.pair.answers import answered
from diptych.pair.carry import carried
from diptych.pair.discrepancies import of_figures, of_quotations
from diptych.pair.echoes import echoed
from diptych.pair.items import Ground, Spaces, Told, ground, spaces, tell
from diptych.pair.settle import settled
from diptych.pair.shards import Shard, grouped, merged, shards
from diptych.pair.themes import carried_on, themed
from diptych.topic import Topic

A = TypeVar("A")
B = TypeVar("B")
P = ParamSpec("P")


class Start(Protocol):
    """Begins some work, perhaps in another process, and gives what waits for its result."""

    def __call__(self, work: Callable[[], A], /) -> Callable[[], A]:
        """Begins the work."""


def _here(work: Callable[[], A], /) -> Callable[[], A]:
    return work


def _kept(value: A, /) -> Callable[[], A]:
    return lambda: value


def _of(function: Callable[Concatenate[A, P], B], held: Callable[[], A], *given: P.args, **named: P.kwargs) -> B:
    """What a function makes of a value that is shared."""
    return function(held(), *given, **named)


@dataclass(frozen=True, slots=True)
class Compared:
    """What the articles tell before it is known who states what in them; the one behind `figures` may be waited for."""

    articles: Callable[[], Sequence[Article]]
    made_from: Rewrites
    spaces: Callable[[], Spaces]
    figures: Callable[[], list[Difference]]


def compare(articles: Sequence[Article], start: Start = _here, share: Share = _kept) -> Compared:
    """What pairing needs of the articles alone; `start` may have it made meanwhile, of what `share` lets it have."""
    held = share(articles)
    of_words = start(partial(_of, spaces, held))
    with paused():
        made_from = rewrites(articles)
    return Compared(held, made_from, of_words, start(partial(_of, of_figures, held, made_from)))


def _grouped(
    articles: Callable[[], Sequence[Article]],
    known: Callable[[], tuple[Mapping[str, Speaker], Rewrites, Ground]],
    shard: Sequence[Told],
    number: int,
) -> Shard:
    return grouped(articles(), *known(), shard, number)


def pair(
    before: Compared,
    speakers: Mapping[str, Speaker],
    statements: Iterable[Statement],
    topic: Topic,
    start: Start = _here,
    share: Share = _kept,
) -> Reading:
    """What the articles say together: one group a statement, what answers what, and what disagrees.

    `before` is what `compare` gave for the articles. `start` begins what does not depend on the rest, perhaps
    elsewhere, where `share` lets it have what several pieces of work read: every shard of statements is grouped by
    itself, and what disagrees and the themes are found meanwhile.
    """
    with paused():
        articles = before.articles()
        heard = echoed(articles, statements)
        read = settled(articles, speakers, heard, before.spaces(), before.made_from)
        held = carried(before.made_from, read, articles, speakers)
        altered = start(partial(_of, of_quotations, before.articles, speakers, held, before.made_from))
        told = tell(articles, held)
        all_tell = ground(told, before.spaces())
        known = share((speakers, before.made_from, all_tell))
        apart = shards(articles, told, all_tell.rare, before.made_from)
        begun = [start(partial(_grouped, before.articles, known, shard, len(told))) for shard in apart]
        del told, apart  # of each shard only what groups it has them now, until that is done
        begun.reverse()
        found = merged(articles, (begun.pop()() for _ in range(len(begun))))
        del known
        about = start(partial(_of, themed, before.articles, found.groups, topic))
        groups = answered(found.groups, articles, found.senses)
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
