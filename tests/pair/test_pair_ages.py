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
        ("Staff over 40 were sent home.", "40", 40),
        ("An over-60s club was shut.", "60", 60),
        ("Under 18s may not enter.", "18", 18),
        ("a cook aged fifty-four, said so", "fifty-four", 54),
    ],
)
def test_ages(text: str, shown: str, value: float) -> None:
    found = ages(text, Span(0, len(text)))
    assert [(one.span.of(text), one.value) for one in found] == [(shown, value)]


@pytest.mark.parametrize(
    "text",
    [
        "over 40 boats",
        "Over 40 were arrested in the square.",
        "Noise went over 85 to 90 decibels.",
        "Fares stayed under 10 at night and over 20 by day.",
        "users over 30 to 35 days",
        "under 16 percent",
        "the age of steam",
        "aged 12 years more",
        "over 300.",
    ],
)
def test_what_is_no_age(text: str) -> None:
    assert ages(text, Span(0, len(text))) == []


@pytest.mark.parametrize("text", ["Cooks aged 13 to 15 were found.", "They were aged between 13 and 15.", "aged 13-15"])
def test_both_ends_of_a_range_are_ages(text: str) -> None:
    assert [(one.span.of(text), one.value) for one in ages(text, Span(0, len(text)))] == [("13", 13), ("15", 15)]
