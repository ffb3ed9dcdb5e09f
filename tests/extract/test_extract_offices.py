"""Offices that a phrase names."""

from __future__ import annotations

import pytest

from diptych.extract.offices import offices


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("the chief data officer", "company"),
        ("the chief veterinary officer", "any"),
        ("a deputy minister", "state"),
        ("the weather", None),
    ],
)
def test_the_kind_of_an_office(phrase: str, kind: str | None) -> None:
    assert offices().office_in(phrase) == kind


def test_many_words_of_rank_take_no_longer_each() -> None:
    """Were each rank looked behind whatever stands there, two more words would take twice as long as all before."""
    assert offices().office_of(["the", "most", "senior"] * 100) is None
