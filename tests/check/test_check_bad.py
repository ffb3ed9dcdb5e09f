"""Every folder of tests/bad is a broken dossier: `_base` with the files of the folder laid over it.

`removed.txt` lists files of the base that are missing from it, `expected.txt` is the report it must get. The folder's
name is the code that it is about, then, after a full stop, the manner.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from diptych.check import RULES, check
from diptych.report import render, source_lines
from diptych.store import load

BAD = Path(__file__).parent.parent / "bad"
BASE = BAD / "_base"
FAILED = BAD.parent / ".failed" / "bad"
FOLDERS = sorted(path for path in BAD.iterdir() if path != BASE)
#: The codes of what is found while the files are read.
READING = {
    *("yaml-syntax", "yaml-alias", "yaml-key", "yaml-tag", "duplicate-key", "unknown-key", "missing-key"),
    *("missing-file", "wrong-value", "duplicate-id", "id-mismatch"),
}


def laid_over(folder: Path, root: Path) -> Path:
    """The broken dossier of a folder, in `root`."""
    shutil.copytree(BASE, root)
    shutil.copytree(folder, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt", "removed.txt"))
    removed = folder / "removed.txt"
    for file in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        (root / file).unlink()
    return root


def code_of(folder: Path) -> str:
    return folder.name.split(".")[0]


def test_the_base_is_sound() -> None:
    assert check(load(BASE)) == ()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_report(folder: Path, tmp_path: Path) -> None:
    root = laid_over(folder, tmp_path / "dossier")
    problems = check(load(root))
    found = render(problems, "text", source_lines(root)) + "\n"
    if found != (folder / "expected.txt").read_text(encoding="utf-8"):
        FAILED.mkdir(parents=True, exist_ok=True)
        (FAILED / f"{folder.name}.txt").write_text(found, encoding="utf-8")
    assert found == (folder / "expected.txt").read_text(encoding="utf-8")
    assert code_of(folder) in {problem.code for problem in problems}


def test_every_code_has_a_folder() -> None:
    codes = {rule.CODE for rule in RULES} | READING
    assert {code_of(folder) for folder in FOLDERS} == codes


def test_a_dossier_of_nothing_but_dossier_yml_may_be_built(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    shutil.copy(BASE / "content" / "dossier.yml", tmp_path / "content")
    assert check(load(tmp_path)) == ()


def test_no_broken_dossier_raises_where_dossier_yml_is_gone(tmp_path: Path) -> None:
    root = laid_over(BAD / "missing-file", tmp_path / "dossier")
    assert [problem.code for problem in check(load(root))] == ["missing-file"]
