"""One at a time writes, whoever it is; a lock dies with its process."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from diptych.store import Busy, claimed
from diptych.store.locks import held

_HOLDING = """
import sys
from pathlib import Path
from diptych.store.locks import claimed, held
kind, path = sys.argv[1], Path(sys.argv[2])
with claimed(path, "diptych extract") if kind == "claimed" else held(path, shared=kind == "shared"):
    print("held", flush=True)
    sys.stdin.readline()
print("left", flush=True)
"""
#: Has a process lock as it would on Windows: bytes of files, and no file goes that another has open.
_WINDOWS = """
import errno, fcntl, os, types

def locking(number, mode, size):
    try:
        fcntl.lockf(number, fcntl.LOCK_EX | fcntl.LOCK_NB, size, os.lseek(number, 0, os.SEEK_CUR))
    except OSError:
        raise OSError(errno.EACCES, "denied")

def unlink(path, missing_ok=False):
    raise PermissionError(errno.EACCES, "open elsewhere", str(path))

sys.modules["msvcrt"] = types.SimpleNamespace(locking=locking, LK_NBLCK=2)
sys.platform, Path.unlink, os.O_NOFOLLOW = "win32", unlink, 0
"""


@contextmanager
def _other(kind: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds something until it is told to leave it."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDING, kind, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def _leave(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def test_a_claim_names_who_has_it_and_is_free_when_that_one_leaves(tmp_path: Path) -> None:
    path = tmp_path / ".diptych" / "lock"
    with _other("claimed", path) as process:
        said = rf"^diptych extract \(process {process.pid}\) is at work here: try again when it has ended$"
        with pytest.raises(Busy, match=said), claimed(path, "x"):
            pass
        _leave(process)
        process.wait()
        with claimed(path, "x"):
            assert path.exists()
    assert list(tmp_path.iterdir()) == []


def test_a_claim_dies_with_its_process(tmp_path: Path) -> None:
    path = tmp_path / ".diptych" / "lock"
    with _other("claimed", path) as process:
        process.kill()
        process.wait()
        assert path.exists()
        with claimed(path, "x"):
            pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("system", ["", _WINDOWS], ids=["here", "windows"])
@pytest.mark.parametrize("way", ['claimed(folder / ".diptych" / "lock", "x")', "held(folder, shared=False)"])
def test_many_at_once_are_let_in_one_at_a_time(tmp_path: Path, way: str, system: str) -> None:
    (tmp_path / "count").write_text("0")
    work = f"""
import sys, time
from pathlib import Path
from diptych.store.locks import Busy, claimed, held
{system}
folder, done = Path(sys.argv[1]), 0
while done < 15:
    try:
        with {way}:
            number = int((folder / "count").read_text())
            time.sleep(0.001)
            (folder / "count").write_text(str(number + 1))
            done += 1
    except Busy:
        time.sleep(0.001)
"""
    runs = [subprocess.Popen([sys.executable, "-c", work, str(tmp_path)]) for _ in range(3)]
    assert [run.wait(60) for run in runs] == [0, 0, 0]
    assert (tmp_path / "count").read_text() == "45"
    assert system or [path.name for path in tmp_path.iterdir()] == ["count"]


@pytest.mark.parametrize(("there", "shared"), [("shared", False), ("alone", True), ("alone", False)])
def test_a_writer_waits_for_readers_and_everybody_for_a_writer(tmp_path: Path, there: str, shared: bool) -> None:
    with _other(there, tmp_path) as process:
        threading.Timer(0.5, _leave, [process]).start()
        began = time.monotonic()
        with held(tmp_path, shared):
            assert time.monotonic() - began > 0.4


def test_readers_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with _other("shared", tmp_path) as process, held(tmp_path, shared=True):
        assert process.poll() is None


def test_what_is_not_there_or_can_not_be_locked_is_read_without(tmp_path: Path) -> None:
    with held(tmp_path / "none", shared=True):
        assert not (tmp_path / "none").exists()
