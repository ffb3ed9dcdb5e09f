"""A server is told of every change, and of each once."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import pytest
from watchdog.events import FileModifiedEvent, FileSystemEventHandler

from diptych.pipeline.build import watching
from diptych.pipeline.build.watching import Once, Watch


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


def _told(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> tuple[Watch, SimpleQueue[str]]:
    """A watch of some paths that has begun, and the names of the files that it has told of."""
    monkeypatch.setattr(watching, "_LEAST", 0.2)
    told: SimpleQueue[str] = SimpleQueue()
    handler = FileSystemEventHandler()
    handler.on_any_event = lambda event: told.put(Path(event.dest_path or event.src_path).name)  # type: ignore[method-assign]
    watch = Watch(1)
    for path in paths:
        watch.schedule(handler, str(path))
    watch.start()
    time.sleep(0.5)
    return watch, told


def test_what_goes_and_comes_again_is_still_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, file, later = tmp_path / "folder", tmp_path / "settings", tmp_path / "later"
    folder.mkdir()
    (folder / "one").write_text("one", "utf-8")
    file.write_text("one", "utf-8")
    watch, told = _told(monkeypatch, folder, file, later)
    try:
        folder.rename(tmp_path / "other")
        assert told.get(timeout=20) == "one"
        file.unlink()
        assert told.get(timeout=20) == "settings"
        time.sleep(0.5)
        for made, name in ((folder, "again"), (later, "first"), (folder, "more")):
            made.mkdir(exist_ok=True)
            (made / name).write_text("words", "utf-8")
            assert told.get(timeout=20) == name
            while not told.empty() or time.sleep(0.5):  # type: ignore[func-returns-value]
                told.get()
        file.write_text("two", "utf-8")
        assert told.get(timeout=20) == "settings"
    finally:
        watch.stop()


def test_where_the_system_may_watch_no_more_folders_they_are_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(watching.Observer):  # type: ignore[misc, name-defined]
        def on_thread_start(self) -> None:
            raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watching, "Observer", Full)
    watch, told = _told(monkeypatch, tmp_path)
    try:
        (tmp_path / "file").write_text("one", "utf-8")
        assert told.get(timeout=20) == "file"
    finally:
        watch.stop()


def test_a_time_of_whole_seconds_hides_no_change(tmp_path: Path) -> None:
    file, told = tmp_path / "file", []
    handler = FileSystemEventHandler()
    handler.on_any_event = told.append  # type: ignore[method-assign]
    once = Once(handler, {})
    for words in ("one", "two"):
        file.write_text(words, "utf-8")
        os.utime(file, (10**9, 10**9))
        once.on_any_event(FileModifiedEvent(str(file)))
    assert len(told) == 2
