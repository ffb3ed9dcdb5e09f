"""What stands is what is told of it, whoever looks."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from diptych import cores
from diptych.pipeline.build import ahead
from diptych.pipeline.build.ahead import Ahead
from diptych.pipeline.build.stamps import stamps


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    monkeypatch.setattr(cores, "cores", lambda: 2)
    monkeypatch.setattr(cores.threading, "active_count", lambda: 1)
    (tmp_path / "one/within").mkdir(parents=True)
    (tmp_path / "one/within/file").write_text("words", "utf-8")
    return [tmp_path / "one", tmp_path / "none"]


@pytest.mark.parametrize("many", [True, False])
def test_another_process_says_what_this_one_would(folders: list[Path], many: bool) -> None:
    looking = Ahead(folders, many)
    assert bool(looking._beside and looking._beside.process) is many
    for _ in range(2):  # the second time as it stands then
        assert [looking.stamps(folder) for folder in folders] == [stamps(folder) for folder in folders]
        (folders[0] / "within/other").write_text("more", "utf-8")


def test_a_process_that_was_ended_has_said_nothing(folders: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    this = os.getpid()

    def slowly(folder: Path) -> dict[str, tuple[int, int, int]]:
        if os.getpid() != this:
            signal.pause()
        return stamps(folder)

    monkeypatch.setattr(ahead, "stamps", slowly)
    looking = Ahead(folders, many=True)
    assert looking._beside
    os.kill(looking._beside.process, signal.SIGKILL)
    assert looking.stamps(folders[0]) == stamps(folders[0])
