"""What may speak, who is hired, and which bodies only have a party's name in theirs."""

from __future__ import annotations

import pytest

from diptych.dossier import DossierFile
from diptych.extract.parties import Parties
from diptych.extract.speakable import agentive, bodily, speakable
from diptych.topic import make_topic
from diptych.values import PartyRole


@pytest.mark.parametrize(
    "mention",
    [
        "a farmer below the dam",
        "Ada Lind",
        "the two mechanics",
        "one in three musicians",
        "Harrow Lane",
        "its annex",
        "a girl of nine",
        "she",
    ],
)
def test_persons_bodies_and_documents_speak(mention: str) -> None:
    assert speakable(mention)


@pytest.mark.parametrize(
    "mention",
    ["Chapter seven of it", "Nine", "night readings", "any manual in the world", "Asked about the dam", "a monsoon"],
)
def test_things_do_not(mention: str) -> None:
    assert not speakable(mention)


def test_nouns() -> None:
    assert agentive("night cashiers at the branch")
    assert not agentive("branch")
    assert bodily("brewer")
    assert bodily("federation")
    assert not bodily("neighbours")
    assert not bodily("manager")


def parties(*texts: str) -> Parties:
    sides = {"reporting": {"name": "Safety Board"}, "responding": {"name": "Hollis Group", "aliases": ["Hollis"]}}
    return Parties(make_topic(DossierFile.model_validate({"title": "x", "parties": sides})), list(texts))


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Fenn Lowe, a law firm acting for Hollis, wrote.", "responding"),
        ("Fenn Lowe, which was hired by Hollis, wrote.", "responding"),
        ("Hollis's lawyers, Fenn Lowe, wrote.", "responding"),
        ("Hollis ordered a second review from Fenn Lowe.", "responding"),
        ("The Safety Board hired the consultancy Fenn Lowe.", "reporting"),
        ("Fenn Lowe, which advises neither, wrote.", None),
    ],
)
def test_who_is_hired(text: str, party: PartyRole | None) -> None:
    assert parties(text).belongs("Fenn Lowe").party == party
    assert not parties(text).belongs("Fenn Lowe").itself


@pytest.mark.parametrize("name", ["Hollis Tenants' Union", "Hollis Residents Forum", "Hollis Workers' Guild"])
def test_bodies_named_after_a_party(name: str) -> None:
    assert parties(f"The {name} met.").names(f"The {name} met.") == ()


def test_a_party_is_what_an_apposition_calls_it() -> None:
    found = parties("Dam builder Hollis denied it. The builder paid.")
    assert found.belongs("the builder").party == "responding"
    assert parties("Hollis denied it. The builder paid.").belongs("the builder").party is None


@pytest.mark.parametrize(
    ("phrase", "party"),
    [
        ("a welder at Hollis", "responding"),
        ("Hollis's mechanics", "responding"),
        ("Hollis's insurers", "third"),
        ("Ada Lind of Hollis", "responding"),
        ("Una Marsh of the Hollis Tenants' Union", "third"),
    ],
)
def test_those_of_a_firm(phrase: str, party: PartyRole) -> None:
    assert parties("Hollis denied it.").belongs(phrase).party == party
