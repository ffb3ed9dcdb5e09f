"""Where noun phrases belong, given two names with aliases and nothing else."""

from __future__ import annotations

import pytest

from diptych.dossier import DossierFile
from diptych.extract.parties import Parties
from diptych.topic import make_topic

TEXT = "The Maravian side replied to the Northern Water Court (NWC). Maravia is hot."
TOPIC = make_topic(
    DossierFile.model_validate(
        {
            "title": "Water",
            "parties": {
                "reporting": {"name": "Northern Water Court"},
                "responding": {"name": "Maravia", "aliases": ["Government of Maravia", "Sarn"]},
            },
        }
    )
)
PARTIES = Parties(TOPIC, [TEXT])


@pytest.mark.parametrize(
    ("phrase", "party", "itself"),
    [
        ("the Northern Water Court", "reporting", True),
        ("NWC", "reporting", True),
        ("The court", "reporting", True),
        ("a spokeswoman for the court", "reporting", False),
        ("the court's chief hydrologist and head of staff", "reporting", False),
        ("Maravia's ambassador to the lakes", "responding", False),
        ("the Maravian mission", "responding", False),
        ("Sarn", "responding", True),
        ("Maravian foreign minister Olen Tarr", "responding", False),
        ("a mayor in the lowlands", "responding", False),
        ("former Maravian minister Ivo Brand", "third", False),
        ("Ivo Brand, a retired ambassador who served in Maravia", "third", False),
        ("critics of Maravia", "third", False),
        ("Maravia's neighbours", "third", False),
        ("Westmark's foreign minister", "third", False),
        ("Una Sorel of River Watch", "third", False),
        ("Maravia director of River Watch", "third", False),
        ("River Watch President Jo Lind", "third", False),
        ("a farmer", "third", False),
        ("a hydrologist who still works for the Northern Water Court", "reporting", False),
        ("a hydrologist employed by the Northern Water Court", "reporting", False),
        ("a lawyer representing Maravia", "responding", False),
        ("a fitter who worked for the Northern Water Court", None, False),
        ("somebody else", None, False),
    ],
)
def test_belongs(phrase: str, party: str | None, itself: bool) -> None:
    found = PARTIES.belongs(phrase)
    assert (found.party, found.itself) == (party, itself)


FIRM = make_topic(
    DossierFile.model_validate(
        {
            "title": "Tin",
            "parties": {
                "reporting": {"name": "River Panel"},
                "responding": {"name": "Astrelle Tin", "aliases": ["Astrelle"]},
            },
        }
    )
)


@pytest.mark.parametrize(
    ("phrase", "party", "itself"),
    [
        ("German parent Astrelle", "responding", True),
        ("Retailer Astrelle", "responding", True),
        ("Metal giant Astrelle", "responding", True),
        ("Astrelle's London office", "responding", False),
        ("parents of Astrelle", "third", False),
        ("a man who is suing Astrelle", None, False),
    ],
)
def test_a_firm_by_what_it_is(phrase: str, party: str | None, itself: bool) -> None:
    found = Parties(FIRM, ["Astrelle said no."]).belongs(phrase)
    assert (found.party, found.itself) == (party, itself)


def test_a_department_is_a_states() -> None:
    names = {"reporting": {"name": "Audit Bureau"}, "responding": {"name": "Department for Rivers"}}
    given = make_topic(DossierFile.model_validate({"title": "Money", "parties": names}))
    assert Parties(given, []).state
    assert not Parties(FIRM, []).state


def test_another_body_is_named() -> None:
    assert PARTIES.belongs("the chairman of Halden Rowers").organisation == "Halden Rowers"


def test_a_word_that_both_parties_share_means_neither() -> None:
    topic = make_topic(
        DossierFile.model_validate(
            {"title": "x", "parties": {"reporting": {"name": "Lake Council"}, "responding": {"name": "Hill Council"}}}
        )
    )
    assert Parties(topic, ["The council met."]).names("The council met.") == ()
