"""A server is told of every change, and of each once."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import pytest
from watchdog.events import FileSystemEventHandler

from diptych.pipeline.build import watching
from diptych.pipeline.build.watching import Watch


class _Deaf:
    """A system that tells of nothing."""

    def schedule(self, *_: Any, **__: Any) -> None:
        pass

    start = stop = schedule


@pytest.mark.parametrize("deaf", [False, True], ids=["the system tells", "it does not"])
def test_a_change_is_told_of_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deaf: bool) -> None:
    monkeypatch.setattr(watching, "_LEAST", 0.2)
    if deaf:
        monkeypatch.setattr(watching, "Observer", _Deaf)
    (tmp_path / "within").mkdir()
    file, told = tmp_path / "within/file", SimpleQueue()
    file.write_text("one", "utf-8")
    handler = FileSystemEventHandler()
    handler.on_any_event = lambda event: told.put(Path(event.dest_path or event.src_path).name)  # type: ignore[method-assign]
    watch = Watch(1)
    watch.schedule(handler, str(tmp_path))
    watch.start()
    time.sleep(0.3)

    def replaced() -> None:  # at one stroke: a file that is written where it stands is empty for a moment
        (tmp_path / "new").write_text("others", "utf-8")
        (tmp_path / "new").replace(file)

    edits: list[Callable[[], object]] = [replaced, replaced, file.unlink]
    try:
        for edit in edits:
            edit()
            names = [told.get(timeout=20)]
            while True:
                try:
                    names.append(told.get(timeout=1))
                except Empty:
                    break
            assert names.count("file") == 1
            assert set(names) <= {"file", "new"}
    finally:
        watch.stop()
