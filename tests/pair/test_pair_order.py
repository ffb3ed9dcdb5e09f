"""A reading does not depend on what the sources are called, nor on the order in which they come."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from diptych.drafts import Reading
from diptych.extract import classify, lexicon
from diptych.ingest import ingest
from diptych.pair import pair, statement

sys.path.insert(0, str(Path(__file__).parents[1] / "measure"))

import dossiers


def shape(reading: Reading) -> Any:
    """A reading without the places of articles, nor the order in which passages are shown."""
    files = [one.seed.sha256 for one in reading.articles]

    def passages(number: int) -> frozenset[Any]:
        return frozenset(
            (files[one.article], one.span, one.kind, one.speaker) for one in reading.groups[number].statements
        )

    groups = {
        (
            passages(number),
            group.themes,
            frozenset((to if isinstance(to, str) else passages(to), how) for to, how in group.answers),
            statement(group, reading.speakers, reading.articles),
        )
        for number, group in enumerate(reading.groups)
    }
    differences = {
        (one.kind, frozenset((files[article], span) for article, span in one.spans)) for one in reading.differences
    }
    return groups, differences, reading.themes, dict(reading.speakers)


@pytest.mark.parametrize("name", ["D1", "D4"])
def test_sources_backwards(name: str) -> None:
    gold = dossiers.EVAL / "dev"
    topic, words, seeds = dossiers.topic(gold, name), lexicon(), dossiers.seeds(gold, name)
    shapes = []
    for given in (seeds, [replace(seed, file=f"seeds/{n}.txt") for n, seed in enumerate(reversed(seeds))]):
        articles = ingest(given)
        found = [dossiers.attributions(one, words) for one in articles]
        speakers, statements = classify(articles, found, topic)
        shapes.append(shape(pair(articles, speakers, statements, topic)))
    assert shapes[0] == shapes[1]
