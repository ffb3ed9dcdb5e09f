"""Names in a text: who bears them, and where they begin."""

from __future__ import annotations

import pytest

from diptych.extract.lexicon import lexicon
from diptych.extract.names import collect
from diptych.extract.reading import read
from diptych.spans import Span


def kinds(text: str) -> dict[str, str]:
    spans = [Span(0, len(text))]
    return {one.name.full: one.name.kind for one in collect(read(text, spans, lexicon())).mentions}


@pytest.mark.parametrize(
    "text",
    [
        "It went over the Victoria Falls, then stopped near Victoria Falls.",
        "The Austin Energy statement told of a leak.",
        "A fire broke out at Ruby Lodge.",
        "The fuel came from the Clark Fork river.",
    ],
)
def test_a_place_called_by_a_given_name_is_no_person(text: str) -> None:
    assert set(kinds(text).values()) == {"body"}


@pytest.mark.parametrize("text", ["Yesterday Ada Lind left.", "The hull was sound in Ada Lind's eyes."])
def test_a_given_name_tells_a_person(text: str) -> None:
    assert kinds(text) == {"Ada Lind": "person"}


@pytest.mark.parametrize(
    "text", ["Last May Ada Lind said it had sunk.", "The crew said that in May Ada Lind had left."]
)
def test_a_month_before_a_name_is_no_part_of_it(text: str) -> None:
    assert kinds(text) == {"Ada Lind": "person"}
