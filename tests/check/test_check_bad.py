"""Every folder of tests/bad is a broken dossier: `_base` with the files of the folder laid over it.

`removed.txt` lists files of the base that are missing from it, `expected.txt` is the report it must get. The folder's
name is the code that it is about, then, after a full stop, the manner.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bad_made import CASES, CODES

from diptych.check import RULES, check
from diptych.pipeline.publication import checked
from diptych.problems import Problem
from diptych.report import render, source_lines
from diptych.store import load

BAD = Path(__file__).parent.parent / "bad"
BASE = BAD / "_base"
FAILED = BAD.parent / ".failed" / "bad"
FOLDERS = sorted(path for path in BAD.iterdir() if path != BASE)
#: The codes of what is found while the files are read.
READING = {
    *("yaml-syntax", "yaml-alias", "yaml-key", "yaml-tag", "duplicate-key", "unknown-key", "missing-key"),
    *("missing-file", "wrong-value", "duplicate-id", "id-mismatch", "not-utf8", "word-list"),
}
#: The codes of what is found before a file is opened.
FILES = {"link-outside", "link-broken", "not-a-file", "file-unreadable", "file-too-large", "name-unreadable"}
#: The codes of what is found in what a dossier brings beside its words.
OUTFIT = {"setting-outside", "setting-missing", "template-syntax", "unknown-template", "style-unreadable"}
OUTFIT |= {"template-unused", "catalogue-unused", "font-unreadable", "not-installed"}


def problems_of(root: Path) -> tuple[Problem, ...]:
    """What `diptych check` tells of a dossier; there is nothing wrong of which it does not say what to do."""
    found = checked(root)[1]
    assert [one for one in found if one.severity != "note" and not one.hint] == []
    return found


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
    problems = problems_of(root)
    found = render(problems, "text", source_lines(root)) + "\n"
    if found != (folder / "expected.txt").read_text(encoding="utf-8"):
        FAILED.mkdir(parents=True, exist_ok=True)
        (FAILED / f"{folder.name}.txt").write_text(found, encoding="utf-8")
    assert found == (folder / "expected.txt").read_text(encoding="utf-8")
    assert code_of(folder) in {problem.code for problem in problems}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_problem_says_what_to_do(folder: Path) -> None:
    entries = (folder / "expected.txt").read_text(encoding="utf-8").split("\n\n")
    assert [entry for entry in entries[:-1] if "      = hint: " not in entry and ": note: " not in entry] == []


def test_every_code_has_a_folder() -> None:
    codes = {rule.CODE for rule in RULES} | READING | FILES | OUTFIT
    assert {code_of(folder) for folder in FOLDERS} | CODES == codes


@pytest.mark.parametrize("name", CASES)
def test_report_of_what_is_made(name: str, tmp_path: Path) -> None:
    root = tmp_path / "around" / "dossier"
    shutil.copytree(BASE, root)
    change, expected = CASES[name]
    change(root)
    assert render(problems_of(root), "text", source_lines(root)) + "\n" == expected


def test_a_bomb_of_aliases_takes_no_time_and_does_not_fill_the_report(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    shutil.copytree(BASE, root)
    lines = ["l0: &l0 [x]", *(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, 10_000))]
    (root / "content/cues.yml").write_text("\n".join(lines), encoding="utf-8")
    problems = check(load(root))
    assert len(problems) == 200
    assert {problem.code for problem in problems} == {"yaml-alias"}


def test_all_problems_come_at_once_and_sorted(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    shutil.copytree(BASE, root)
    chosen = ("unknown-theme", "affiliation-cycle", "seed-empty", "original-changed", "permalink-twice", "event-date")
    outfit = ("setting-outside", "template-syntax", "unknown-template", "style-unreadable", "unsafe-file.drawing")
    for name in ("unsafe-markup", "passage-outside", "answer-repeated", "yaml-alias.bomb", *chosen, *outfit):
        shutil.copytree(BAD / name, root, dirs_exist_ok=True)
    (root / "content/claims/C9.yml").write_bytes(b"\xff\xfe")
    problems = problems_of(root)
    assert list(problems) == sorted(problems)
    assert {problem.code for problem in problems} >= {
        "unsafe-markup",
        "passage-outside",
        "answer-repeated",
        *outfit[:4],
    }
    assert len({problem.code for problem in problems}) >= 14
    assert len({problem.file for problem in problems}) >= 12


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_marks_and_line_ends_of_yaml_mean_nothing(tmp_path: Path, mark: bytes, newline: bytes) -> None:
    root = tmp_path / "dossier"
    shutil.copytree(BASE, root)
    for path in root.rglob("content/**/*.yml"):
        path.write_bytes(mark + path.read_bytes().replace(b"\n", newline))
    loaded = load(root)
    assert check(loaded) == ()
    assert loaded.dossier == load(BASE).dossier


def test_a_dossier_of_nothing_but_dossier_yml_may_be_built(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    shutil.copy(BASE / "content" / "dossier.yml", tmp_path / "content")
    assert check(load(tmp_path)) == ()


def test_no_broken_dossier_raises_where_dossier_yml_is_gone(tmp_path: Path) -> None:
    root = laid_over(BAD / "missing-file", tmp_path / "dossier")
    assert [problem.code for problem in check(load(root))] == ["missing-file"]
