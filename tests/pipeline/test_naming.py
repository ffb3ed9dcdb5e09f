"""Another ID for a theme, an actor or a record: what names it goes along, and a released address leads on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from holding import publishable
from support import ROOT, tree

from diptych.pipeline.review.decisions import reject
from diptych.pipeline.review.desk import Desk
from diptych.pipeline.review.naming import rename

RELEASED = """released:
- address: themes/leaks/
- address: themes/openness/
- address: claims/C1/
  anchors: {p1: '', p2: ''}
- address: actors/pim-oduya/
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "dossier"
    shutil.copytree(ROOT / "tests" / "bad" / "_base", folder)
    with (folder / "content/permalinks.yml").open("a", encoding="utf-8") as file:
        file.write(RELEASED)
    return folder


def named(root: Path, given: str, to: str) -> str:
    desk = Desk(root)
    said = rename(desk, given, to)
    desk.save()
    return said


def moved(root: Path) -> dict[str, str]:
    return {one.was: one.now for one in publishable(root).permalinks.moved}


def test_a_theme(root: Path) -> None:
    assert named(root, "leaks", "losses") == "leaks is now called losses"
    dossier = publishable(root)
    assert {one.id for one in dossier.themes} == {"losses", "openness"}
    assert not any("leaks" in record.themes for record in dossier.records)
    assert moved(root) == {"themes/leaks/": "themes/losses/"}


def test_a_theme_that_becomes_part_of_another(root: Path) -> None:
    assert named(root, "leaks", "openness") == "leaks is now part of openness"
    dossier = publishable(root)
    assert [one.id for one in dossier.themes] == ["openness"]
    assert all(len(set(record.themes)) == len(record.themes) for record in dossier.records)


def test_an_actor_in_every_place_that_names_it(root: Path) -> None:
    named(root, "pim-oduya", "p-oduya")
    assert not any(b"pim-oduya" in data for file, data in tree(root / "content").items() if file != "permalinks.yml")
    assert moved(root) == {"actors/pim-oduya/": "actors/p-oduya/"}


def test_a_record_of_a_branch_gets_an_id_that_was_never_given(root: Path) -> None:
    named(root, "C1", "C7")
    dossier = publishable(root)
    assert "C7" in {one.id for one in dossier.records}
    assert all(answer.to != "C1" for record in dossier.records for answer in record.answers)
    assert {"C1", "C7"} <= set(dossier.given)
    assert moved(root) == {"claims/C1/": "claims/C7/"}


@pytest.mark.parametrize(
    ("given", "to", "said"),
    [
        ("C1", "C1", "an ID is given once"),
        ("C1", "R9", "is no ID of a claim"),
        ("leaks", "Two Words", "is no ID"),
        ("leaks", "leaks", "is called so already"),
        ("leak", "x", "did you mean"),
    ],
)
def test_what_can_not_be_named_so(root: Path, given: str, to: str, said: str) -> None:
    before = tree(root)
    with pytest.raises(ValueError, match=said):
        named(root, given, to)
    assert tree(root) == before


def test_a_theme_goes_when_nothing_names_it(root: Path) -> None:
    desk = Desk(root)
    with pytest.raises(ValueError, match="still name"):
        reject(desk, "leaks")
    rename(desk, "leaks", "openness")
    desk.put_entries("content/themes.yml", [*desk.entries("content/themes.yml"), {"id": "spare", "title": "Spare"}])
    assert reject(desk, "spare", "Empty.") == "spare is taken away"
    desk.save()
    assert [one.id for one in publishable(root).themes] == ["openness"]
