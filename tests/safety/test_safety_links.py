"""Links in the place of what Diptych makes for itself lead nowhere: what they point at stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import run, sound, tree


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return sound(tmp_path / "dossier")


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    (folder / "scratch").mkdir(parents=True)
    for name in ("file", "lock", "plan", "scratch/file"):
        (folder / name).write_text("somebody else's\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("link", "to", "command"),
    [
        (".site.lock", "file", "build"),
        (".site.new", ".", "build"),
        (".site.old", ".", "build"),
        (".diptych", ".", "build"),
        (".diptych", ".", "extract"),
        ("content/.actors.yml.new", "file", "extract"),
    ],
)
def test_nothing_is_written_through_a_link(dossier: Path, outside: Path, link: str, to: str, command: str) -> None:
    before = tree(outside)
    (dossier / link).symlink_to(outside / to)
    done = run("diptych", command, cwd=dossier)
    assert tree(outside) == before
    assert "Traceback" not in done.stderr
    assert not (dossier / "site").is_symlink()
    assert not (dossier / "content/actors.yml").is_symlink()
