"""Whose documents are that are spoken of as if they spoke."""

from __future__ import annotations

import pytest

from diptych.dossier import DossierFile
from diptych.extract.identity import owner
from diptych.extract.parties import Parties
from diptych.extract.reports import Reports, owned
from diptych.spans import Span
from diptych.topic import Topic, make_topic


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


def given() -> Topic:
    """A topic of two parties."""
    parties = {"reporting": {"name": "Ports Inspectorate"}, "responding": {"name": "Lund Ferries"}}
    return make_topic(DossierFile.model_validate({"title": "Boats", "parties": parties}))


def test_who_wrote_an_answer_has_a_name_without_the_stop_of_the_sentence() -> None:
    first, second = "Lund Ferries published a review of its own by Harker & Lowe.", "The review blames the winter."
    text = f"{first} {second}"
    sentences = [Span(0, len(first)), Span(len(first) + 1, len(text))]
    found = Reports(text, sentences, Parties(given(), [text]), {}).owner(len(first) + 1, "The review")
    assert (found.party, found.name) == ("responding", "Harker & Lowe")


def test_a_kind_of_document_that_one_party_has() -> None:
    texts = [
        "Lund Ferries's technical annex is thin. The Ports Inspectorate's appendix and Lund Ferries' appendix agree."
    ]
    assert owned(texts, Parties(given(), texts)) == {"annex": "responding"}
