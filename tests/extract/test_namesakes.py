"""A person and a company of one name are never one actor."""

from __future__ import annotations

from pathlib import Path

import pytest
from holding import held

from diptych.extract.namesakes import body_named
from diptych.pipeline.extraction import extract

HEAD = "title: T\nparties:\n  reporting: {name: Harbour Board}\n  responding: {name: Lantern Ferries}\n"
REPORT = (
    "Board faults ferries\n\nThe Harbour Board said on Friday that Lantern Ferries had sailed with half a crew.\n\n"
)
PERSON = "Ernst Harrow, a pilot, said that the crew lists were false. Mr Harrow said he had told the board.\n\n"


@pytest.mark.parametrize(
    ("text", "mention", "body"),
    [
        ("Ernst Harrow Ltd said so", "Ernst Harrow Ltd", "Ernst Harrow Ltd"),
        ("Ernst Harrow, Inc. said so", "Ernst Harrow, Inc.", "Ernst Harrow Inc"),
        ("Ernst Harrow & Sons said so", "Ernst Harrow", "Ernst Harrow & Sons"),
        ("The company Ernst Harrow said so", "The company Ernst Harrow", "Ernst Harrow"),
        ("Tractor maker Ernst Harrow said so", "Tractor maker Ernst Harrow", "Ernst Harrow"),
        ("Ernst Harrow, the company, said so", "Ernst Harrow", "Ernst Harrow"),
        ("Ernst Harrow, a family-owned shipping firm based in Tarn, said so", "Ernst Harrow", "Ernst Harrow"),
        ("Ernst Harrow said so", "Ernst Harrow", None),
        ("Ernst Harrow, a pilot, said so", "Ernst Harrow", None),
        ("Ernst Harrow, the company's head, said so", "Ernst Harrow", None),
        ("Ernst Harrow, the bank manager, said so", "Ernst Harrow", None),
        ("Ernst Harrow, a film maker, said so", "Ernst Harrow", None),
        ("Ernst Harrow, a partner at the firm, said so", "Ernst Harrow", None),
        ("company chairman Ernst Harrow said so", "company chairman Ernst Harrow", None),
        ("Ernst Harrow Coleman said so", "Ernst Harrow", None),
    ],
)
def test_what_stands_beside_the_name_tells(text: str, mention: str, body: str | None) -> None:
    assert body_named(text, 0, mention, "Ernst Harrow") == body


def kinds(root: Path, *articles: str) -> dict[str, set[str]]:
    """The kinds of the actors whose name begins so, by what they say."""
    for folder in ("content", "seeds"):
        (root / folder).mkdir(exist_ok=True)
    (root / "content/dossier.yml").write_text(HEAD, "utf-8")
    for number, text in enumerate(articles):
        (root / f"seeds/a{number}.txt").write_text(text, "utf-8")
    extract(root)
    dossier = held(root)
    found: dict[str, set[str]] = {}
    named = {actor.id: actor for actor in dossier.actors}
    for record in dossier.records:
        for passage in record.passages:
            actor = named[passage.actor or record.actor]
            if actor.name.startswith("Ernst Harrow"):
                found.setdefault(actor.kind, set()).add(passage.text)
    return found


@pytest.mark.parametrize(
    "body",
    [
        "The company Ernst Harrow said that it had never seen the lists.\n",
        "Ernst Harrow Ltd said that it had never seen the lists.\n",
        "Ernst Harrow, a shipping firm based in Tarn, said that it had never seen the lists.\n",
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_a_person_and_a_company_of_one_name_are_two_actors(tmp_path: Path, body: str, order: int) -> None:
    found = kinds(tmp_path, REPORT + "".join([PERSON, body][::order]))
    assert set(found) == {"person", "organisation"}
    assert all("never seen the lists" in text for text in found["organisation"])
    assert not any("never seen the lists" in text for text in found["person"])


def test_so_it_is_in_two_articles_and_in_a_second_run(tmp_path: Path) -> None:
    body = "The company Ernst Harrow said that it had never seen the lists.\n"
    found = kinds(tmp_path, REPORT + PERSON, "Firm answers\n\n" + body)
    assert set(found) == {"person", "organisation"}
    assert extract(tmp_path).changed == ()


def test_a_person_whom_somebody_has_reviewed_is_not_the_company(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    actor = "- {id: harrow, name: Ernst Harrow, kind: person, party: third, status: reviewed}\n"
    (tmp_path / "content/actors.yml").write_text(actor, "utf-8")
    found = kinds(tmp_path, REPORT + PERSON + "The company Ernst Harrow said that it had never seen the lists.\n")
    assert set(found) == {"person", "organisation"}


def test_the_company_that_somebody_has_reviewed_keeps_its_words(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    actors = "- {id: harrow, name: Ernst Harrow, kind: person, party: third, status: reviewed}\n"
    actors += "- {id: harrow-line, name: Ernst Harrow, kind: organisation, party: third, status: reviewed}\n"
    (tmp_path / "content/actors.yml").write_text(actors, "utf-8")
    found = kinds(tmp_path, REPORT + PERSON + "The company Ernst Harrow said that it had never seen the lists.\n")
    assert set(found) == {"person", "organisation"}
    dossier = held(tmp_path)
    assert [actor.id for actor in dossier.actors if actor.name == "Ernst Harrow"] == ["harrow", "harrow-line"]
