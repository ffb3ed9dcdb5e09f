"""MkDocs and ProperDocs, its maintained fork, load the same plugin and make the same site, to the byte."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, tree

ENGINES = ("mkdocs", "properdocs")


def _run(*arguments: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    known = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **more}
    command = [sys.executable, "-W", "always::DeprecationWarning", "-m", *arguments]
    done = subprocess.run(command, cwd=cwd, env=known, capture_output=True, encoding="utf-8", check=False)
    assert not [line for line in done.stderr.splitlines() if re.search(r"\bdiptych\W.*DeprecationWarning", line)]
    return done


def test_both_make_the_same_site_to_the_byte(tmp_path: Path) -> None:
    for engine in ENGINES:
        done = _run(engine, "build", "--strict", "--site-dir", str(tmp_path / engine), cwd=ROOT)
        assert done.returncode == 0, done.stderr
    mkdocs, properdocs = (tree(tmp_path / engine) for engine in ENGINES)
    assert len(mkdocs) > 200
    assert mkdocs == properdocs


@pytest.mark.parametrize("engine", ENGINES)
def test_a_site_that_is_refused_leaves_the_one_that_was_there(water: Path, engine: str) -> None:
    assert _run(engine, "build", "--strict", cwd=water).returncode == 0
    before = tree(water / "site")
    front = water / "content" / "index.md"
    good = front.read_text("utf-8")
    front.write_text(f"{good}\n[gone](claims/C999/index.html)\n", "utf-8")
    done = _run(engine, "build", "--strict", cwd=water)
    assert done.returncode == 1
    assert "claims/C999/index.html" in done.stderr
    assert tree(water / "site") == before
    front.write_text(good, "utf-8")
    record = water / "content" / "claims" / "C1.yml"
    record.write_text(record.read_text("utf-8").replace("start: ", "start: 1"), "utf-8")
    done = _run(engine, "build", "--strict", cwd=water)
    assert done.returncode == 1
    assert "content/claims/C1.yml:" in done.stderr
    assert tree(water / "site") == before
    assert not [path.name for path in water.iterdir() if path.name.startswith(".site")]


@pytest.mark.parametrize("engine", ENGINES)
def test_gh_deploy_pushes_the_site_that_a_build_makes(water: Path, tmp_path: Path, engine: str) -> None:
    hub = tmp_path / "hub.git"
    _git("init", "--quiet", "--bare", str(hub), cwd=tmp_path)
    _git("init", "--quiet", cwd=water)
    _git("remote", "add", "origin", str(hub), cwd=water)
    done = _run(engine, "gh-deploy", cwd=water, **_NOBODY)
    assert done.returncode == 0, done.stderr
    pushed = tmp_path / "pushed"
    _git("clone", "--quiet", "--branch", "gh-pages", str(hub), str(pushed), cwd=tmp_path)
    shutil.rmtree(pushed / ".git")
    assert (pushed / ".nojekyll").is_file()
    (pushed / ".nojekyll").unlink()
    assert _run(engine, "build", "--site-dir", str(tmp_path / "built"), cwd=water).returncode == 0
    assert tree(pushed) == tree(tmp_path / "built")


_NOBODY = {
    f"GIT_{who}_{what}": said
    for who in ("AUTHOR", "COMMITTER")
    for what, said in (("NAME", "Nobody"), ("EMAIL", "nobody@diptych.example"))
}


def _git(*arguments: str, cwd: Path) -> None:
    subprocess.run(["git", *arguments], cwd=cwd, env={**os.environ, **_NOBODY}, check=True)
