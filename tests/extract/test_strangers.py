"""Somebody without a name with whom a sentence begins."""

from __future__ import annotations

import pytest

from diptych.extract.strangers import stranger


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("A woman with a dog came down the bank.", "A woman"),
        ("Then a man in a yellow jacket stopped at the gate.", "a man"),
        ("At the gate a shift foreman was smoking.", "a shift foreman"),
        ("The night porter would not give his name.", "The night porter"),
        ("One driver, who had been there for ten years, laughed.", "One driver"),
        ("A minute later another farmer came out.", "another farmer"),
    ],
)
def test_somebody(told: str, who: str) -> None:
    found = stranger(told)
    assert found is not None
    assert found.of(told) == who


@pytest.mark.parametrize(
    "told",
    [
        "The river was red.",
        "A week later it rained.",
        "It was raining.",
        "The report runs to ninety pages.",
        "Ada Lind came.",
        "",
    ],
)
def test_nobody(told: str) -> None:
    assert stranger(told) is None
