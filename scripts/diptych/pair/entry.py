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
from diptych.pair.group import group
from diptych.pair.items import prepare, spaces
from diptych.pair.themes import themed
from diptych.pair.vectors import Space
from diptych.topic import Topic

A = TypeVar("A")


class Start(Protocol):
    """Begins some work, perhaps in another process, and gives what waits for its result."""

    def __call__(self, work: Callable[[], A], /) -> Callable[[], A]:
        """Begins the work."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What the articles tell before it is known who states what in them."""

    made_from: Rewrites
    spaces: tuple[Space, Space]
    figures: list[Difference]


def _here(work: Callable[[], A], /) -> Callable[[], A]:
    return work


def compare(articles: Sequence[Article]) -> Compared:
    """What pairing needs of the articles alone."""
    with paused():
        made_from = rewrites(articles)
        return Compared(made_from, spaces(articles), of_figures(articles, made_from))


def pair(
    articles: Sequence[Article],
    speakers: Mapping[str, Speaker],
    statements: Iterable[Statement],
    topic: Topic,
    start: Start = _here,
    compared: Compared | None = None,
) -> Reading:
    """What the articles say together: one group a statement, what answers what, and what disagrees.

    What disagrees does not depend on the groups: `start` may have it found meanwhile. `compared` is what `compare`
    gave for the articles, where that was begun before the statements were known.
    """
    with paused():
        before = compared or compare(articles)
        held = carried(before.made_from, statements)
        altered = start(partial(of_quotations, articles, speakers, held, before.made_from))
        items = prepare(articles, speakers, held, before.spaces)
        groups = answered(group(articles, items, before.made_from), articles, items)
        of_groups, themes = themed(groups, articles, topic)
        return Reading(
            articles=tuple(articles),
            speakers=dict(speakers),
            groups=tuple(replace(one, themes=given) for one, given in zip(groups, of_groups, strict=True)),
            themes=tuple(themes),
            differences=(*altered(), *before.figures),
        )
