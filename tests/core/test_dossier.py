"""A dossier as a whole: which of its actors are its parties, what of it quotes."""

from diptych.dossier import Dossier, DossierFile
from diptych.history import PermalinksFile
from diptych.records import Actor, Discrepancy, Quoted

FILE = {
    "title": "A dossier",
    "parties": {
        "reporting": {"name": "Water Auditor", "aliases": ["the auditor"]},
        "responding": {"name": "Wellwater"},
    },
}
AUDITOR = Actor(id="audit", name="Water Auditor", kind="organisation", party="reporting", status="reviewed")


def dossier(**more: object) -> Dossier:
    empty = dict.fromkeys(("actors", "themes", "sources", "records", "discrepancies"), ())
    return Dossier.model_validate({"file": DossierFile.model_validate(FILE), **empty, **more})


def test_a_party_is_the_actor_of_its_name_or_gets_an_id_from_it() -> None:
    assert dossier(actors=(AUDITOR,)).parties == {"reporting": "audit", "responding": "wellwater"}
    assert dossier().parties == {"reporting": "water-auditor", "responding": "wellwater"}


def test_the_parties_are_actors_with_the_other_names_that_they_have() -> None:
    found = dossier(actors=(AUDITOR,)).party_actors
    assert [(one.id, one.party, one.aliases) for one in found] == [
        ("audit", "reporting", ("the auditor",)),
        ("wellwater", "responding", ()),
    ]


def test_a_party_is_headed_by_its_short_name_where_it_has_one() -> None:
    parties = dossier().file.parties
    assert parties.responding.label == "Wellwater"
    assert parties.responding.model_copy(update={"short": "WW"}).label == "WW"


def test_what_quotes_are_records_and_discrepancies_and_every_id_given_is_known() -> None:
    passages = tuple(Quoted(source="S1", start=start, end=start + 3, text="two") for start in (0, 9))
    found = Discrepancy(id="D1", kind="figure", what="Two figures", passages=passages)
    made = dossier(discrepancies=(found,), permalinks=PermalinksFile(given=("D2", "D1")))
    assert made.items == (found,)
    assert made.given == ("D2", "D1")
