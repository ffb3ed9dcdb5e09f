"""Extraction leaves what was released as it is, even where nobody has reviewed it: somebody may have cited it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from diptych.pipeline import extraction

RELEASED = """released:
- address: claims/C2/
- address: themes/spare/
- address: actors/spare/
"""


@pytest.mark.parametrize("released", [True, False])
def test_a_released_proposal_is_not_rewritten(proposed: Path, released: bool) -> None:
    content = proposed / "content"
    claim = content / "claims/C2.yml"
    claim.write_text(
        re.sub("^statement: .*$", "statement: It was said once.", claim.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
    )
    before = claim.read_bytes()
    with (content / "themes.yml").open("a", encoding="utf-8") as file:
        file.write("- {id: spare, title: Spare, status: proposed}\n")
    with (content / "actors.yml").open("a", encoding="utf-8") as file:
        file.write("- {id: spare, name: Spare, kind: person, party: third, status: proposed}\n")
    if released:
        with (content / "permalinks.yml").open("a", encoding="utf-8") as file:
            file.write(RELEASED)
    extraction.extract(proposed)
    assert (claim.read_bytes() == before) is released
    assert ("id: spare" in (content / "themes.yml").read_text("utf-8")) is released
    assert ("id: spare" in (content / "actors.yml").read_text("utf-8")) is released
