"""Whose a letter is."""

from __future__ import annotations

import pytest

from diptych.extract.letters import circular, to_own, written_by


@pytest.mark.parametrize(
    ("mention", "told", "around", "expected"),
    [
        ("a memo to all staff", "that the rafts were sound", "", True),
        ("The memo", "drivers not to speak", "", True),
        ("the letter", "that the rafts were sound", "The letter went to shareholders on Monday.", True),
        ("the letter", "that the rafts were sound", "The letter went to the inspectors on Monday.", False),
        ("a note to the harbour office", "that the rafts were sound", "", False),
    ],
)
def test_to_own(mention: str, told: str, around: str, expected: bool) -> None:
    assert to_own(mention, told, around) is expected


def test_circular() -> None:
    assert circular("A memo that went to all staff at noon ")
    assert not circular("A memo that went to the inspectors at noon ")
    assert not circular("The line told its staff that ")


def test_written_by() -> None:
    assert written_by().search("a letter from Oda Brandt")
    assert not written_by().search("their letter of May 2nd")
    assert written_by().search("a letter from Mayfield")
