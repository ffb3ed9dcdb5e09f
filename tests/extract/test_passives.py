"""What is said in the passive by nobody named."""

from __future__ import annotations

import pytest

from diptych.extract.passives import hearsay, voice


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The delay was put down to rain.", "speaker"),
        ("The loss of the logs is attributed to a change of offices.", "speaker"),
        ("The second charge is disputed.", "speaker"),
        ("Also criticised was the harbour office.", "report"),
        ("The ferry office comes in for criticism too.", "report"),
        ("No evidence was found that the rafts had been sold.", "report"),
        ("At paragraph 12 it is noted that two rafts do not exist.", "report"),
        ("The charge was disputed by the union.", None),
        ("The rafts were painted.", None),
        ("The harbour was closed on Monday.", None),
    ],
)
def test_voice(told: str, expected: str | None) -> None:
    assert voice(told) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [("He is said to have ", True), ("The rafts were found to have ", True), ("He is said to like boats and ", False)],
)
def test_hearsay(before: str, expected: bool) -> None:
    assert hearsay(before) is expected
