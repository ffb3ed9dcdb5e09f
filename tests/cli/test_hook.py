"""The hook that a new dossier comes with: git takes no commit in which `diptych check` finds an error."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from diptych.cli import main

GIVEN = ("--title", "The ferry inquiry", "--reporting", "Harbour Safety Board", "--responding", "Osmund Ferries")


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new dossier in a repository of its own, with the hook installed by pre-commit."""
    root = tmp_path / "ferry"
    assert CliRunner().invoke(main, ["new", str(root), *GIVEN]).exit_code == 0
    for name, value in {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PRE_COMMIT_HOME": str(tmp_path / "kept"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": "reader@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }.items():
        monkeypatch.setenv(name, value)
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    install = [sys.executable, "-m", "pre_commit", "install"]
    installed = subprocess.run(install, cwd=root, capture_output=True, text=True, check=False)
    assert installed.returncode == 0, installed.stderr
    return root


def committed(root: Path) -> subprocess.CompletedProcess[str]:
    """A commit of all that stands there."""
    subprocess.run(["git", "add", "--all"], cwd=root, check=True)
    return subprocess.run(["git", "commit", "--message", "x"], cwd=root, capture_output=True, text=True, check=False)


def test_a_commit_with_an_error_is_refused_with_its_place(dossier: Path) -> None:
    assert committed(dossier).returncode == 0
    head = dossier / "content/dossier.yml"
    sound = head.read_bytes()
    head.write_bytes(sound.replace(b"title:", b"titel: x\ntitle:"))
    refused = committed(dossier)
    assert refused.returncode == 1
    assert "content/dossier.yml:2:1: titel: no such key (unknown-key)" in refused.stdout + refused.stderr
    head.write_bytes(sound)
    (dossier / "content/about.md").unlink()
    assert committed(dossier).returncode == 0, "a commit that only takes a file away is checked too, and may pass"
    made = subprocess.run(["git", "rev-list", "--count", "HEAD"], cwd=dossier, capture_output=True, check=True)
    assert int(made.stdout) == 2
