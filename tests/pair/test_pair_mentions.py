"""Figures in their sentences: in common units, ranges as one."""

from __future__ import annotations

import pytest

from diptych.pair.mentions import mentions


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Oil leaked, 5 to 7 million litres of it.", 6_000_000, "litr"),
        ("The line paid from $5 to $7 million.", 6_000_000, "@money"),
        ("The line lost from 500,000 to 2 million letters.", 1_250_000, "letter"),
        ("The crews were paid each 500 euros.", 500, "@money"),
        ("Boats left every six hours.", 0.25, "@time@every"),
        ("It leaked five times that amount.", 5, "@times"),
        ("Inspectors called four times that year.", 4, "tim"),
        ("Over 40 were arrested on the quay.", 40, "arrest"),
        ("Nobody over 40 was arrested on the quay.", 40, "@age"),
        ("The letter came from Orvand and 27 other states.", 28, "stat"),
        ("The letter came from Lorn, Orvand and 27 other states.", 27, "stat"),
    ],
)
def test_value_and_unit(corpus, text: str, value: float, unit: str) -> None:
    articles, _ = corpus([(text, "claim", "lind")])
    found = [(pytest.approx(one.value), unit in one.unit) for one in mentions(articles)]
    assert found == [(value, True)]


@pytest.mark.parametrize(
    "text",
    [
        "The toll rose from 34 to 43.",
        "Fares were raised from about 34 to 43 crowns.",
        "The toll is down from 43 to 34.",
        "Between 43 and 34 lay a long night.",
        "The council voted 43-34.",
    ],
)
def test_what_changed_or_goes_down_is_no_range(corpus, text: str) -> None:
    articles, _ = corpus([(text, "claim", "lind")])
    assert sorted(one.value for one in mentions(articles)) == [34, 43]
