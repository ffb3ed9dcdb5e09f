"""Two branches that both release: git unites what they noted, and an ID that both gave out is told in plain words."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from holding import errors, held
from releasing import released
from support import ROOT

from diptych.pipeline.review.desk import Desk
from diptych.pipeline.review.naming import rename

BASE = ROOT / "tests" / "bad" / "_base"
STARTER = ROOT / "scripts" / "diptych" / "starter"


def git(root: Path, *arguments: str) -> int:
    names = ("-c", "user.name=Editor", "-c", "user.email=editor@dossier.example")
    return subprocess.run(["git", *names, *arguments], cwd=root, capture_output=True, check=False).returncode


def commit(root: Path) -> None:
    assert git(root, "add", "-A") == 0
    assert git(root, "commit", "-q", "-m", "Edited") == 0


def added(root: Path, passage: int) -> str:
    """A claim with one of the passages of C1, by the next free ID."""
    desk = Desk(root)
    given, like = desk.new_id("C"), desk.items["C1"]
    desk.put(like.model_copy(update={"id": given, "passages": (like.passages[passage],)}))
    desk.save()
    return given


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A dossier with a release, on the branch main."""
    folder = tmp_path / "dossier"
    shutil.copytree(BASE, folder)
    (folder / "mkdocs.yml").write_text("site_name: A dossier\ndocs_dir: content\n", encoding="utf-8")
    for name in ("gitattributes", "gitignore"):
        shutil.copy(STARTER / name, folder / f".{name}")
    assert git(folder, "init", "-q", "-b", "main") == 0
    released(folder, "1.0")
    commit(folder)
    return folder


def branch(root: Path, name: str, passage: int, shift: int = 0) -> str:
    """A branch of main that adds a claim and releases it; with `shift`, under a number that no other branch gives."""
    assert git(root, "checkout", "-q", "main") == 0
    assert git(root, "checkout", "-q", "-b", name) == 0
    given = added(root, passage)
    if shift:
        desk = Desk(root)
        rename(desk, given, f"C{int(given[1:]) + shift}")
        desk.save()
        given = f"C{int(given[1:]) + shift}"
    released(root, f"1.1-{name}")
    commit(root)
    return given


def merged(root: Path, theirs: str, *ours: str) -> None:
    """Merges a branch; of a list of releases that git can't unite both entries stay, of `ours` our version."""
    if git(root, "merge", "-q", theirs) == 0:
        return
    releases = root / "content" / "releases.yml"
    lines = releases.read_text(encoding="utf-8").splitlines(keepends=True)
    releases.write_text("".join(one for one in lines if one[:7] not in ("<<<<<<<", "=======", ">>>>>>>")), "utf-8")
    for file in ours:
        assert git(root, "checkout", "--ours", file) == 0
    commit(root)


def test_what_two_branches_released_is_united(root: Path) -> None:
    theirs = branch(root, "theirs", 1, shift=3)
    ours = branch(root, "ours", 0)
    merged(root, "theirs")
    assert errors(root) == []
    dossier = held(root)
    assert {ours, theirs} <= set(dossier.given)
    addresses = [one.address for one in dossier.permalinks.released]
    assert {f"claims/{ours}/", f"claims/{theirs}/"} <= set(addresses)
    assert [one.name for one in dossier.releases] == ["1.0", "1.1-ours", "1.1-theirs"]


def test_an_id_that_both_branches_released_stops_the_build_and_the_way_out_is_told(root: Path) -> None:
    given = branch(root, "theirs", 1)
    assert branch(root, "ours", 0) == given
    merged(root, "theirs", f"content/claims/{given}.yml")
    (problem,) = errors(root)
    assert problem.code == "permalink-twice"
    assert problem.file == "content/permalinks.yml"
    assert problem.message.startswith(f"claims/{given}/#p1 was released for two passages, S1:")
    assert f"diptych review rename {given} NEW-ID" in problem.hint


def test_the_way_out_leads_out(root: Path) -> None:
    branch(root, "theirs", 1)
    ours = branch(root, "ours", 0)
    assert git(root, "checkout", "-q", "theirs") == 0
    assert git(root, "reset", "-q", "--hard", "HEAD~1") == 0  # its release is taken back
    given = added(root, 1)
    desk = Desk(root)
    rename(desk, given, "C9")
    desk.save()
    commit(root)
    assert git(root, "checkout", "-q", "ours") == 0
    merged(root, "theirs")
    assert errors(root) == []
    released(root, "1.2")
    dossier = held(root)
    assert {one.id for one in dossier.records} >= {ours, "C9"}
    assert errors(root) == []
