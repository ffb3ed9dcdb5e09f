"""Somebody whom the articles take for different parties' is of the one that most of them have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from diptych.dossier import DossierFile
from diptych.drafts import Statement
from diptych.extract.affiliation import Affiliations
from diptych.extract.identity import Identity
from diptych.extract.parties import Parties
from diptych.extract.speakers import Stated, named
from diptych.records import Actor
from diptych.spans import Span
from diptych.topic import make_topic
from diptych.values import Kind, PartyRole

TOPIC = make_topic(
    DossierFile.model_validate(
        {"title": "Dye", "parties": {"reporting": {"name": "Inspectorate"}, "responding": {"name": "Mill"}}}
    )
)
KINDS: dict[PartyRole, Kind] = {"reporting": "claim", "responding": "response", "third": "reaction"}


def told(article: int, party: PartyRole, kind: Kind | None = None) -> Stated:
    one = Statement(article, Span(0, 9), "indirect", kind or KINDS[party], "ivo-kess", "said", "said-clause")
    return Stated([one], {"ivo-kess": Identity(party, "Ivo Kess", person=True, why=("office",))})


def settled(articles: Sequence[Stated]) -> tuple[PartyRole, list[Kind]]:
    known = Affiliations([], [], [], Parties(TOPIC, []), lambda _: pytest.fail("nothing is told"))
    speakers, statements = named(TOPIC, known, articles)
    (kess,) = (one for one in speakers.values() if one.name == "Ivo Kess")
    assert kess.affiliation == {"reporting": "inspectorate", "responding": "mill", "third": None}[kess.party]
    return kess.party, [one.kind for one in statements]


def test_most_articles_tell() -> None:
    articles = [told(0, "third"), told(1, "responding"), told(2, "responding")]
    assert settled(articles) == ("responding", ["response"] * 3)


def test_what_one_asks_for_is_no_recommendation_of_anybody_elses() -> None:
    articles = [told(0, "reporting", "recommendation"), told(1, "third"), told(2, "third")]
    assert settled(articles) == ("third", ["reaction"] * 3)


def test_a_recommendation_stays_one() -> None:
    articles = [told(0, "reporting", "recommendation"), told(1, "reporting"), told(2, "third")]
    assert settled(articles) == ("reporting", ["recommendation", "claim", "claim"])


def test_whom_a_person_has_vouched_for_stays() -> None:
    given = replace(TOPIC, actors=(Actor(id="ivo-kess", name="Ivo Kess", kind="person", party="responding"),))
    known = Affiliations([], [], [], Parties(given, []), lambda _: pytest.fail("nothing is told"))
    speakers, _ = named(given, known, [told(0, "third"), told(1, "third"), told(2, "responding")])
    assert speakers["ivo-kess"].party == "responding"


@pytest.mark.parametrize(("other", "party"), [("third", "third"), ("responding", "responding")])
def test_of_two_the_report_is_least_believed(other: PartyRole, party: PartyRole) -> None:
    for articles in ([told(0, "reporting"), told(1, other)], [told(0, other), told(1, "reporting")]):
        assert settled(articles)[0] == party
