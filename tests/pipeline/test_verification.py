from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import ROOT

from diptych.pipeline.publication import export
from diptych.pipeline.verification import verify
from diptych.problems import DossierError


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("data")
    export(ROOT, folder)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def copy(published: dict[str, bytes], tmp_path: Path) -> Path:
    for name, data in published.items():
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path


def codes(folder: Path, seeds: Path | None = None) -> list[str]:
    return sorted(problem.code for problem in verify(folder, seeds).problems)


def rewrite(folder: Path, change: Callable[[Any], None]) -> None:
    """Changes dossier.json and what depends on its bytes, as somebody would who wants the change to go unnoticed."""
    path = folder / "data" / "dossier.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")
    package = folder / "data" / "datapackage.json"
    described = json.loads(package.read_text(encoding="utf-8"))
    for one in described["resources"]:
        if one["path"] == "dossier.json":
            one["hash"] = f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
    package.write_text(json.dumps(described), encoding="utf-8")


def test_what_was_published_is_whole(copy: Path) -> None:
    found = verify(copy, ROOT / "seeds")
    assert found.problems == ()
    assert found.exact == found.passages > 90
    assert found.files > 10


def test_a_data_folder_alone_and_without_seeds(copy: Path) -> None:
    found = verify(copy / "data")
    assert found.problems == ()
    assert found.exact == 0


def test_no_dataset_at_all(tmp_path: Path) -> None:
    with pytest.raises(DossierError) as raised:
        verify(tmp_path)
    assert [problem.code for problem in raised.value.problems] == ["dataset-missing"]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(where=st.randoms(use_true_random=False))
def test_one_changed_byte_anywhere_is_found(copy: Path, published: dict[str, bytes], where: Any) -> None:
    described = json.loads(published["datapackage.json"])["resources"]
    name = where.choice(sorted(one["path"] for one in described))
    path = copy / "data" / name
    data = bytearray(published[name])
    data[where.randrange(len(data))] ^= 1
    path.write_bytes(bytes(data))
    try:
        assert any(problem.file == name and problem.code == "checksum-wrong" for problem in verify(copy).problems)
    finally:
        path.write_bytes(published[name])


def test_a_lost_file(copy: Path) -> None:
    (copy / "data" / "records.csv").unlink()
    assert codes(copy) == ["file-missing"]


def test_a_package_that_names_a_file_outside(copy: Path) -> None:
    (copy / "secret.txt").write_text("x")
    package = copy / "data" / "datapackage.json"
    package.write_text(
        package.read_text(encoding="utf-8").replace('"records.csv"', '"../secret.txt"'), encoding="utf-8"
    )
    assert codes(copy) == ["file-missing"]


@pytest.mark.parametrize("text", ["[]", "{", '{"resources": [{"path": "a"}]}', "[" * 100_000])
def test_a_package_that_is_none(copy: Path, text: str) -> None:
    (copy / "data" / "datapackage.json").write_text(text)
    assert codes(copy) == ["package-unreadable"]


def test_altered_words_are_found_without_seeds_by_the_revision(copy: Path) -> None:
    def alter(data: Any) -> None:
        data["records"][0]["statement"] += " indeed"

    rewrite(copy, alter)
    assert codes(copy) == ["revision-wrong", "table-differs"]


def test_a_reference_to_nothing(copy: Path) -> None:
    def alter(data: Any) -> None:
        data["discrepancies"][0]["passages"][0]["source"] = "S99"

    rewrite(copy, alter)
    assert codes(copy) == ["reference-unknown", "table-differs"]


def test_what_breaks_the_schema(copy: Path) -> None:
    def alter(data: Any) -> None:
        data["records"][0]["kind"] = "rumour"
        del data["title"]

    rewrite(copy, alter)
    assert codes(copy) == ["dataset-invalid", "dataset-invalid"]


def test_a_seed_that_changed_or_is_gone(copy: Path, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    files = sorted((ROOT / "seeds").glob("*.txt"))
    for path in files[1:]:
        (seeds / path.name).write_bytes(path.read_bytes())
    (seeds / files[1].name).write_bytes(files[1].read_bytes() + b" ")
    assert set(codes(copy, seeds)) == {"seed-changed", "seed-missing"}


def test_a_passage_that_its_seed_does_not_hold(copy: Path) -> None:
    def alter(data: Any) -> None:
        passage = data["discrepancies"][0]["passages"][0]
        passage["start"] += 1
        passage["end"] += 1

    rewrite(copy, alter)
    assert codes(copy, ROOT / "seeds") == ["passage-inexact", "table-differs"]


def test_no_address_of_a_list_of_releases_leads_out_of_the_copy(copy: Path) -> None:
    copy = copy.rename(copy.parent / "copy")
    (copy.parent / "private.html").write_text('<p id="p1">', "utf-8")
    released = {"releases": [], "addresses": {"../private.html": ["p1"]}}
    (copy / "data/releases.json").write_text(json.dumps(released), "utf-8")
    assert codes(copy) == ["address-lost"]
