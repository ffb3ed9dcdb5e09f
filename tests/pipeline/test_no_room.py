"""A full disk and folders that can't be written: one line that names the file, status 1, and what was there stands."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from limited import own_disks, run_limited, run_on_full_disk, run_on_small_disk
from support import ROOT, WATER, lasting

EXTRACT, BUILD, REVIEW = ("extract",), ("build",), ("review", "accept", "C1", "R1")
RELEASE = ("release", "2026.1", "--date", "2026-11-21")
ADD = ("add", str(ROOT / "tests" / "saved" / "courier.html"))
#: After so many files the disk is full; so many KiB it has room for, where a disk of one's own is to be had.
FULL_AFTER = [(EXTRACT, 0), (EXTRACT, 3), (REVIEW, 1), (ADD, 0), (BUILD, 20), (RELEASE, 20)]
ROOM = [(EXTRACT, 0), (EXTRACT, 12), (REVIEW, 8), (ADD, 8), (BUILD, 400), (RELEASE, 400)]


@pytest.fixture
def dossier(water: Path) -> Path:
    """A dossier of two articles that were read, one that was not yet, and a site that was built before; no notes."""
    shutil.rmtree(water / ".diptych", ignore_errors=True)
    (water / "site").mkdir()
    for page in ("index.html", "404.html"):
        (water / "site" / page).write_text("the site that was there before")
    shutil.copy(WATER / "seeds" / "W-3.txt", water / "seeds")
    return water


@pytest.fixture
def locked(dossier: Path) -> Iterator[Path]:
    """The dossier with modes that let nobody write."""
    places = [dossier, *dossier.rglob("*")]
    for path in places:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield dossier
    for path in places:
        path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.parametrize(
    ("arguments", "size", "named"),
    [
        (EXTRACT, 0, r"\.diptych/lock"),
        (EXTRACT, 1500, r"(?:\.diptych/plan|content/\S+\.yml)"),
        (REVIEW, 600, r"content/claims/C1\.yml"),
        (ADD, 500, r"\S*seeds/courier\.txt"),
        (BUILD, 0, r"\.site\.lock"),
        (BUILD, 3000, r"(?:\.site\.new/\S+|site)"),
        (RELEASE, 3000, r"\.diptych/scratch/\w+/\S+"),
    ],
)
def test_where_no_file_can_grow_one_line_names_it_and_nothing_has_changed(
    dossier: Path, arguments: tuple[str, ...], size: int, named: str
) -> None:
    before = lasting(dossier)
    done = run_limited(dossier, arguments, size)
    _refused(done.returncode, done.stdout + done.stderr, rf"{named}: File too large")
    assert lasting(dossier) == before


@pytest.mark.parametrize(
    ("run", "arguments", "room"),
    [
        *((run_on_full_disk, *case) for case in FULL_AFTER),
        *((run_on_small_disk, *case) for case in (ROOM if own_disks() else ())),
    ],
)
def test_a_full_disk_is_named_and_nothing_has_changed(
    dossier: Path, run: Callable[..., CompletedProcess[str]], arguments: tuple[str, ...], room: int
) -> None:
    before = lasting(dossier)
    done = run(dossier, arguments, room)
    _refused(done.returncode, done.stdout + done.stderr, r"\S+: No space left on device")
    assert lasting(dossier) == before


@pytest.mark.parametrize("arguments", [EXTRACT, REVIEW, ADD, BUILD, RELEASE])
def test_a_folder_that_can_not_be_written_is_named_and_nothing_has_changed(
    locked: Path, arguments: tuple[str, ...]
) -> None:
    before = lasting(locked)
    done = run_limited(locked, arguments)
    _refused(done.returncode, done.stdout + done.stderr, r"\S*\.(diptych|site\.lock): Permission denied")
    assert lasting(locked) == before


def test_a_dossier_that_can_not_be_written_is_read_exported_and_built_elsewhere(locked: Path, tmp_path: Path) -> None:
    elsewhere = str(tmp_path / "public")
    for arguments in (("check",), ("explain", "C1"), ("review", "--list"), ("build", "--site-dir", elsewhere)):
        done = run_limited(locked, arguments)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "public" / "index.html").is_file()


def test_what_a_killed_run_left_in_a_folder_that_can_not_be_written_is_told(dossier: Path) -> None:
    (dossier / ".diptych").mkdir()
    (dossier / ".diptych" / "journal").write_text('[["content/actors.yml", null, null]]')
    (dossier / ".diptych").chmod(0o555)
    done = run_limited(dossier, ("check",))
    _refused(done.returncode, done.stdout + done.stderr, r"\.diptych/journal: Permission denied")
    (dossier / ".diptych").chmod(0o755)
    assert run_limited(dossier, ("review", "--list")).returncode == 0
    assert not (dossier / ".diptych").exists()


def _refused(status: int, said: str, reason: str) -> None:
    assert status == 1
    assert "Traceback" not in said
    assert len(re.findall(reason, said)) == 1, said
