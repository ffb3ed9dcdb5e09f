"""Persons by whose name a party is called."""

from __future__ import annotations

import pytest

from diptych.dossier import DossierFile
from diptych.extract.eponyms import eponym
from diptych.extract.parties import Parties
from diptych.topic import make_topic

TOPIC = make_topic(
    DossierFile.model_validate(
        {
            "title": "Prison",
            "parties": {
                "reporting": {"name": "Prisons Visitor", "aliases": ["Dame Honor's inspectors", "the Lind Review"]},
                "responding": {"name": "Harrow Prison", "aliases": ["Mr van Oss's office", "the Molloy company"]},
            },
        }
    )
)
PARTIES = Parties(TOPIC, ["The Prisons Visitor wrote to Harrow Prison."])


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("Honor Thistle", "reporting"),
        ("Ada Oss", None),
        ("Jan van Oss", None),
        ("Ada Thistle", None),
        ("Enda Molloy", "responding"),
        ("Ada Lind", None),
    ],
)
def test_called_by_a_title(name: str, party: str | None) -> None:
    assert eponym(name, f"{name} came.", PARTIES) == party


def test_an_inquiry_bears_a_name_with_a_title() -> None:
    assert eponym("Ada Lind", "Judge Lind sat for a year.", PARTIES) == "reporting"
    assert eponym("Ada Lind", "Ada Lind, a farmer, came.", PARTIES) is None
    assert eponym("Ada Oss", "Judge Oss sat for a year.", PARTIES) is None
