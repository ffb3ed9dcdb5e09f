"""Whom an ask is for."""

from __future__ import annotations

import pytest

from diptych.extract.addressees import addressee
from diptych.extract.parts import asks
from diptych.spans import Span


@pytest.mark.parametrize(
    ("sentence", "content", "expected"),
    [
        (
            "The report urges Lund Ferries to pay crews; and to train masters.",
            "Lund Ferries to pay crews; and to train masters",
            ["Lund Ferries", "Lund Ferries"],
        ),
        (
            "Clubs should insure crews, it says, and the ministry ought to pay.",
            "Clubs should insure crews, it says, and the ministry ought to pay",
            ["Clubs", "the ministry"],
        ),
        ("Lenders have been asked to wait.", "Lenders have been asked to wait.", ["Lenders"]),
        ("Pay the crews.", "Pay the crews.", [None]),
    ],
)
def test_addressee(sentence: str, content: str, expected: list[str | None]) -> None:
    start = sentence.index(content)
    pieces = asks(sentence, Span(start, start + len(content)))
    assert [addressee(sentence, Span(0, len(sentence)), piece) for piece in pieces] == expected
