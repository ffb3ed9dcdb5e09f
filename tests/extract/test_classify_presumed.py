"""Whose an office is that no name goes with."""

from __future__ import annotations

import pytest

from diptych.extract.presumed import Near, presumed
from diptych.values import PartyRole

_PANEL = frozenset(("prisons", "inspectorate"))
_DIOCESE = frozenset(("diocese", "of", "marl"))


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the lead author", "reporting"),
        ("the inspectors", "reporting"),
        ("the prisons inspector", "reporting"),
        ("the data protection commissioner", "third"),
        ("the inspector of mines", "third"),
        ("a professor of law", "third"),
        ("Historian", "third"),
        ("the bishop", "responding"),
        ("a bishop", "reporting"),
        ("the finance director", "responding"),
        ("the owner", "responding"),
        ("a shop owner", "third"),
        ("the owner of one such barge", "third"),
        ("Education secretary", "third"),
        ("a lawyer for two of the nuns", "third"),
        ("its chair", "responding"),
        ("his lawyer", "third"),
    ],
)
def test_whose(phrase: str, expected: PartyRole) -> None:
    found = presumed([phrase], Near(False, "third", "responding", "reporting", _PANEL, (_PANEL, _DIOCESE)))
    assert (found.party or "reporting") == expected


def test_a_state_has_ministers() -> None:
    for state, expected in ((True, "responding"), (False, "third")):
        near = Near(state, None, None, None, _PANEL, (_PANEL, frozenset()))
        assert presumed(["the minister"], near).party == expected
