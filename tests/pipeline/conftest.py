"""An invented dispute, before and after its first extraction."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import ROOT

from diptych.pipeline import extraction

HADRI = """title: Report on the Hadri of the Upper Senn valley
parties:
  reporting: {name: International Office for Human Dignity, aliases: [IOHD]}
  responding: {name: Lorvania}
"""


@pytest.fixture(scope="session")
def hadri(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented dispute as a researcher drops it: five articles and two names."""
    root = tmp_path_factory.mktemp("hadri")
    for folder in ("content", "seeds"):
        (root / folder).mkdir()
    (root / "content/dossier.yml").write_text(HADRI, "utf-8")
    for number in range(1, 6):
        shutil.copy(ROOT / f"tests/eval/dev/D1-{number}.txt", root / "seeds")
    return root


@pytest.fixture(scope="session")
def hadri_read(hadri: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after one run of extraction."""
    root = tmp_path_factory.mktemp("hadri-read") / "dossier"
    shutil.copytree(hadri, root)
    extraction.extract(root)
    return root


@pytest.fixture
def dossier(hadri: Path, tmp_path: Path) -> Path:
    """A dossier of articles and two names, to be changed at will."""
    return Path(shutil.copytree(hadri, tmp_path / "dossier"))


@pytest.fixture
def proposed(hadri_read: Path, tmp_path: Path) -> Path:
    """A dossier of proposals, to be changed at will."""
    return Path(shutil.copytree(hadri_read, tmp_path / "dossier"))
