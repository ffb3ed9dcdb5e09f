"""Statements → groups, answers, themes and differences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from diptych.drafts import Article, Difference, Reading, Speaker, Statement
from diptych.pair.answers import answered
from diptych.pair.carry import carried
from diptych.pair.discrepancies import differences
from diptych.pair.group import group
from diptych.pair.items import prepare
from diptych.pair.themes import themed
from diptych.topic import Topic

#: Begins some work, perhaps in another process, and gives what waits for its result.
Start = Callable[[Callable[[], list[Difference]]], Callable[[], list[Difference]]]


def _here(work: Callable[[], list[Difference]]) -> Callable[[], list[Difference]]:
    return work


def pair(
    articles: Sequence[Article],
    speakers: Mapping[str, Speaker],
    statements: Iterable[Statement],
    topic: Topic,
    start: Start = _here,
) -> Reading:
    """What the articles say together: one group a statement, what answers what, and what disagrees.

    What disagrees does not depend on the groups: `start` may have it found meanwhile.
    """
    held = carried(articles, statements)
    disagreeing = start(partial(differences, articles, speakers, held))
    items = prepare(articles, speakers, held)
    groups = answered(group(articles, items), articles, items)
    of_groups, themes = themed(groups, articles, topic)
    return Reading(
        articles=tuple(articles),
        speakers=dict(speakers),
        groups=tuple(replace(one, themes=given) for one, given in zip(groups, of_groups, strict=True)),
        themes=tuple(themes),
        differences=tuple(disagreeing()),
    )
