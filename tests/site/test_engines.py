"""MkDocs and ProperDocs, its maintained fork, load the same plugin and make the same site, to the byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, tree

ENGINES = ("mkdocs", "properdocs")
DOSSIER = ROOT / "tests" / "dossiers" / "water"


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier of two articles that were read."""
    root = tmp_path_factory.mktemp("read") / "dossier"
    shutil.copytree(DOSSIER, root, ignore=shutil.ignore_patterns("W-[23456].txt"))
    assert _run("diptych", "extract", cwd=root).returncode == 0
    return root


@pytest.fixture
def dossier(read: Path, tmp_path: Path) -> Path:
    root = tmp_path / "dossier"
    shutil.copytree(read, root)
    return root


def _run(*arguments: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    known = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **more}
    command = [sys.executable, "-W", "error::DeprecationWarning:diptych", "-m", *arguments]
    return subprocess.run(command, cwd=cwd, env=known, capture_output=True, encoding="utf-8", check=False)


def test_both_make_the_same_site_to_the_byte(tmp_path: Path) -> None:
    for engine in ENGINES:
        done = _run(engine, "build", "--strict", "--site-dir", str(tmp_path / engine), cwd=ROOT)
        assert done.returncode == 0, done.stderr
    mkdocs, properdocs = (tree(tmp_path / engine) for engine in ENGINES)
    assert len(mkdocs) > 200
    assert mkdocs == properdocs


@pytest.mark.parametrize("engine", ENGINES)
def test_a_site_that_is_refused_leaves_the_one_that_was_there(dossier: Path, engine: str) -> None:
    assert _run(engine, "build", "--strict", cwd=dossier).returncode == 0
    before = tree(dossier / "site")
    front = dossier / "content" / "index.md"
    good = front.read_text("utf-8")
    front.write_text(f"{good}\n[gone](claims/C999/index.html)\n", "utf-8")
    done = _run(engine, "build", "--strict", cwd=dossier)
    assert done.returncode == 1
    assert "claims/C999/index.html" in done.stderr
    assert tree(dossier / "site") == before
    front.write_text(good, "utf-8")
    record = dossier / "content" / "claims" / "C1.yml"
    record.write_text(record.read_text("utf-8").replace("start: ", "start: 1"), "utf-8")
    done = _run(engine, "build", "--strict", cwd=dossier)
    assert done.returncode == 1
    assert "content/claims/C1.yml:" in done.stderr
    assert tree(dossier / "site") == before
    assert not [path.name for path in dossier.iterdir() if path.name.startswith(".site")]


@pytest.mark.parametrize("engine", ENGINES)
def test_gh_deploy_pushes_the_site_that_a_build_makes(dossier: Path, tmp_path: Path, engine: str) -> None:
    hub = tmp_path / "hub.git"
    _git("init", "--quiet", "--bare", str(hub), cwd=tmp_path)
    _git("init", "--quiet", cwd=dossier)
    _git("remote", "add", "origin", str(hub), cwd=dossier)
    done = _run(engine, "gh-deploy", cwd=dossier, **_NOBODY)
    assert done.returncode == 0, done.stderr
    pushed = tmp_path / "pushed"
    _git("clone", "--quiet", "--branch", "gh-pages", str(hub), str(pushed), cwd=tmp_path)
    shutil.rmtree(pushed / ".git")
    assert (pushed / ".nojekyll").is_file()
    (pushed / ".nojekyll").unlink()
    assert _run(engine, "build", "--site-dir", str(tmp_path / "built"), cwd=dossier).returncode == 0
    assert tree(pushed) == tree(tmp_path / "built")


_NOBODY = {
    f"GIT_{who}_{what}": said
    for who in ("AUTHOR", "COMMITTER")
    for what, said in (("NAME", "Nobody"), ("EMAIL", "nobody@diptych.example"))
}


def _git(*arguments: str, cwd: Path) -> None:
    subprocess.run(["git", *arguments], cwd=cwd, env={**os.environ, **_NOBODY}, check=True)
