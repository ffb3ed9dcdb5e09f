"""Statements → groups, answers, themes and differences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from diptych.drafts import Article, Reading, Speaker, Statement
from diptych.pair.answers import answered
from diptych.pair.carry import carried
from diptych.pair.discrepancies import differences
from diptych.pair.group import group
from diptych.pair.themes import themed
from diptych.topic import Topic


def pair(
    articles: Sequence[Article], speakers: Mapping[str, Speaker], statements: Iterable[Statement], topic: Topic
) -> Reading:
    """What the articles say together: one group a statement, what answers what, and what disagrees."""
    held = carried(articles, statements)
    groups = group(articles, speakers, held)
    groups = answered(groups, articles)
    of_groups, themes = themed(groups, articles, topic)
    return Reading(
        articles=tuple(articles),
        speakers=dict(speakers),
        groups=tuple(replace(one, themes=given) for one, given in zip(groups, of_groups, strict=True)),
        themes=tuple(themes),
        differences=tuple(differences(articles, speakers, held)),
    )
