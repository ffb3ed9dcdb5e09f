"""A second dossier, invented, on quite another kind of dispute, goes the whole way without a line of Python."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from support import ROOT, run, tree

WATER = ROOT / "tests/dossiers/water"


@pytest.fixture(scope="module")
def water(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of it, extracted and built."""
    root = tmp_path_factory.mktemp("second") / "water"
    shutil.copytree(WATER, root)
    for command in ("extract", "build"):
        done = run("diptych", command, cwd=root)
        assert done.returncode == 0, done.stdout + done.stderr
    return root


def test_it_is_checked_without_an_error(water: Path) -> None:
    done = run("diptych", "check", "--format", "json", cwd=water)
    assert done.returncode == 0
    assert not [problem for problem in json.loads(done.stdout) if problem["severity"] == "error"]


def test_both_parties_speak_and_every_passage_is_exact(water: Path) -> None:
    made = json.loads((water / "site/data/dossier.json").read_bytes())
    files = {source["id"]: source["file"] for source in made["sources"]}
    assert set(files.values()) == {f"seeds/{path.name}" for path in (WATER / "seeds").iterdir()}
    assert {record["kind"] for record in made["records"]} >= {"claim", "response", "recommendation"}
    assert any(record["answers"] for record in made["records"])
    for record in made["records"]:
        for passage in record["passages"]:
            text = (water / files[passage["source"]]).read_bytes().decode("utf-8")
            assert text[passage["start"] : passage["end"]] == passage["text"]


def test_a_second_run_changes_no_byte(water: Path) -> None:
    before = tree(water / "content")
    assert run("diptych", "extract", cwd=water).returncode == 0
    assert tree(water / "content") == before
