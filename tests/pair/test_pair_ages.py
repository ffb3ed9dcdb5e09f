"""Ages in running text."""

from __future__ import annotations

import pytest

from diptych.pair.ages import ages
from diptych.spans import Span


@pytest.mark.parametrize(
    ("text", "shown", "value"),
    [
        ("No night shifts for anyone under 16.", "16", 16),
        ("It wants the decks closed to under-18s, and soon.", "18", 18),
        ("Crew over sixty-five are excused.", "sixty-five", 65),
        ("Some were as young as 12 and had no papers.", "12", 12),
        ("a cook aged fifty-four, said so", "fifty-four", 54),
    ],
)
def test_ages(text: str, shown: str, value: float) -> None:
    found = ages(text, Span(0, len(text)))
    assert [(one.span.of(text), one.value) for one in found] == [(shown, value)]


@pytest.mark.parametrize(
    "text", ["over 40 boats", "under 16 percent", "the age of steam", "aged 12 years more", "over 300."]
)
def test_what_is_no_age(text: str) -> None:
    assert ages(text, Span(0, len(text))) == []
