"""The models of what only grows: addresses, what was rejected, releases."""

import pytest
from pydantic import ValidationError

from diptych.history import PermalinksFile, Rejected, Release


@pytest.mark.parametrize(
    ("listed", "entry"),
    [
        ("released", {"address": ""}),
        ("moved", {"was": "claims/C1/", "now": ""}),
        ("gone", {"was": "claims/C1/", "why": ""}),
        ("gone", {"was": "claims/C1/"}),
    ],
)
def test_what_was_released_is_never_noted_without_its_address_and_what_became_of_it(
    listed: str, entry: dict[str, str]
) -> None:
    with pytest.raises(ValidationError):
        PermalinksFile.model_validate({listed: [entry]})


def test_what_was_rejected_quotes_and_says_what_it_was() -> None:
    said = {"id": "C4", "source": "S1", "start": 2, "end": 6, "text": "said"}
    assert Rejected.model_validate({**said, "kind": "claim"}).span.of("x said") == "said"
    with pytest.raises(ValidationError):
        Rejected.model_validate({**said, "kind": "rumour"})


@pytest.mark.parametrize("name", ["", ".1", "v/2", "two words", "x" * 41])
def test_a_release_has_a_name_that_can_be_part_of_an_address(name: str) -> None:
    assert Release(name="2026.1-rc_2", date="2026-11").name
    with pytest.raises(ValidationError):
        Release(name=name, date="2026-11")
