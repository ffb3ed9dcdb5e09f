"""The office of a person, of the phrase that gives it."""

from __future__ import annotations

import pytest

from diptych.extract.roles import told_role


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("chief executive", "chief executive"),
        ("the chief executive of Merrow Crossings", "chief executive of Merrow Crossings"),
        ("Its director", "director"),
        ("But Marl Consul General", "Marl Consul General"),
        ("the head of communications, steering me past a wall of pictures", "head of communications"),
        ("a statistician at Hollin University who took no part in the work", "statistician at Hollin University"),
        ("member of the School of Nutrition has no quarrel with the di", "member of the School of Nutrition"),
        ("head of the institute and had come down to the harbour", "head of the institute"),
        ("who heads forensic data at the audit firm", "heads forensic data at the audit firm"),
        ("secretary of state for the home department", "secretary of state for the home department"),
        ("who is head teacher there", "head teacher there"),
        ("who is", None),
    ],
)
def test_the_office_alone_is_told(phrase: str, role: str | None) -> None:
    assert told_role(phrase) == role
