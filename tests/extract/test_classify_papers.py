"""Whose documents are that are spoken of as if they spoke."""

from __future__ import annotations

import pytest

from diptych.dossier import DossierFile
from diptych.extract.identity import owner
from diptych.extract.parties import Parties
from diptych.extract.reports import owned
from diptych.topic import make_topic


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("the coach's angry letter", "the coach"),
        ("a study by the Harbour Guild", "the Harbour Guild"),
        ("the owners' own figures", "the owners"),
        ("the report", None),
        ("the coach's dog", None),
        ("Ada Lind", None),
    ],
)
def test_owner(mention: str, expected: str | None) -> None:
    found = owner(mention, 0)
    assert (found.of(mention) if found else None) == expected


def test_a_kind_of_document_that_one_party_has() -> None:
    parties = {"reporting": {"name": "Ports Inspectorate"}, "responding": {"name": "Lund Ferries"}}
    given = make_topic(DossierFile.model_validate({"title": "Boats", "parties": parties}))
    texts = [
        "Lund Ferries's technical annex is thin. The Ports Inspectorate's appendix and Lund Ferries' appendix agree."
    ]
    assert owned(texts, Parties(given, texts)) == {"annex": "responding"}
