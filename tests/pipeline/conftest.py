"""An invented dispute, before and after its first extraction."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from holding import errors
from support import ROOT
from weirs import FIRST, HEAD, SECOND

from diptych.pipeline import extraction
from diptych.pipeline.review.decisions import accept
from diptych.pipeline.review.desk import Desk

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


@pytest.fixture(scope="session")
def weirs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles, everything that is proposed of them reviewed."""
    root = tmp_path_factory.mktemp("weirs")
    for name, text in {"content/dossier.yml": HEAD, "seeds/first.txt": FIRST, "seeds/second.txt": SECOND}.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, "utf-8")
    extraction.extract(root)
    desk = Desk(root)
    for one in [*desk.items, *desk.sources]:
        accept(desk, one)
    desk.save()
    assert errors(root) == []
    return root


@pytest.fixture
def reviewed(weirs: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(weirs, tmp_path / "dossier"))
