"""What `attribute` reaches on the annotated disputes.

A figure that is beaten is raised here, and never lowered in silence.
"""

from __future__ import annotations

import pytest
from attributions import EVAL, direct

from diptych.extract import Lexicon

#: Direct quotations: share found with their exact span, share with the right speaker.
FLOORS = {"D1": (100.0, 92.6), "D4": (100.0, 92.5)}


@pytest.mark.parametrize("name", FLOORS)
def test_direct_quotations(name: str, words: Lexicon) -> None:
    found = direct(EVAL / "dev", name, words)
    assert (found.found, found.speaker) >= FLOORS[name], "\n".join(found.wrong)
    assert found.found >= FLOORS[name][0]
    assert found.speaker >= FLOORS[name][1], "\n".join(found.wrong)
