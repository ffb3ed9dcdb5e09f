"""The dossiers that tests of several rooms work on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from support import ROOT, read_water, run

# A busy machine is no fault: what must not take long is held to processor time where it is tested.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of this repository's own dossier, to be changed at will."""
    root = tmp_path / "project"
    root.mkdir()
    for name in ("content", "templates", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository's own dossier, built once."""
    folder = tmp_path_factory.mktemp("built") / "site"
    done = run("mkdocs", "build", "--strict", "--site-dir", str(folder), cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def water_read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier of two articles that were read."""
    return read_water(tmp_path_factory.mktemp("water-read") / "dossier")


@pytest.fixture
def water(water_read: Path, tmp_path: Path) -> Path:
    """A dossier of two articles that were read, to be changed at will."""
    return Path(shutil.copytree(water_read, tmp_path / "dossier"))
