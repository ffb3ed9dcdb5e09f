"""A reading does not depend on what the sources are called, nor on the order in which they come."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import dossiers
import pytest

from diptych.drafts import Reading
from diptych.pair import statement


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
    topic, seeds = dossiers.topic(gold, name), dossiers.seeds(gold, name)
    renamed = [replace(seed, file=f"seeds/{n}.txt") for n, seed in enumerate(reversed(seeds))]
    assert shape(dossiers.read_together(seeds, topic)) == shape(dossiers.read_together(renamed, topic))
