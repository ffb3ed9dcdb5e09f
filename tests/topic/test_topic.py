"""What a dossier's files say about its topic."""

from __future__ import annotations

from diptych.dossier import DossierFile
from diptych.records import Actor, Theme
from diptych.topic import make_topic

FILE = DossierFile.model_validate(
    {
        "title": "Ferries",
        "parties": {
            "reporting": {"name": "Ports Inspectorate", "short": "Inspectorate", "aliases": ["PI"]},
            "responding": {"name": "Lund Ferries"},
        },
    }
)


def test_names_of_a_party_once_each_name_first() -> None:
    topic = make_topic(FILE)
    assert topic.reporting.names == ("Ports Inspectorate", "Inspectorate", "PI")
    assert topic.reporting.id == "ports-inspectorate"
    assert topic.party("responding").name == "Lund Ferries"


def test_an_actor_of_the_partys_name_lends_id_and_aliases() -> None:
    actor = Actor(id="lund", name="Lund Ferries", kind="organisation", party="responding", aliases=("Lund",))
    topic = make_topic(FILE, [actor])
    assert topic.responding.id == "lund"
    assert topic.responding.names == ("Lund Ferries", "Lund")


def test_what_is_only_proposed_says_nothing() -> None:
    actor = Actor(id="ada", name="Ada Lind", kind="person", party="third", status="proposed")
    theme = Theme(id="boats", title="Boats", status="proposed")
    topic = make_topic(FILE, [actor], [theme])
    assert topic.actors == ()
    assert topic.themes == ()
