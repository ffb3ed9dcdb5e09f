"""Kills a command with all its processes at some moment of its work on a small dossier, and looks at what it has left.

A moment is a time after the start, or a step: one of the changes that the command makes in the file system.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from support import ROOT, WATER, lasting

from diptych.store import load

#: Loaded by every Python of a run: counts what changes the file system, over all processes, and ends them at one.
_COUNTING = """
import os, signal, sys

_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "ctypes.dlsym"}
_COUNTER = os.open(os.environ["KILL_COUNTER"], os.O_RDWR | os.O_APPEND)


def _count(event, arguments):
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if writes or event in _CHANGES:
        os.write(_COUNTER, b".")
        if os.fstat(_COUNTER).st_size == int(os.environ["KILL_AT"]):
            os.killpg(0, signal.SIGKILL)


sys.addaudithook(_count)
"""
_SAVED = ROOT / "tests" / "saved"


@dataclass(frozen=True)
class Work:
    """A command, what it says when all of it was done already, and whether it goes on from what it made before."""

    arguments: tuple[str, ...]
    done: str = ""
    again: bool = False


WORKS = {
    "extract": Work(("extract",)),
    "build": Work(("build",)),
    "rebuild": Work(("build",), again=True),
    "release": Work(("release", "2026.1", "--date", "2026-11-21"), "there is a release 2026.1 already"),
    "add": Work(("add", str(_SAVED / "courier.html"), str(_SAVED / "coast-weekly.md")), "it has the same words as"),
    "review": Work(("review", "accept", "C1", "R1", "S1")),
}


class Bench:
    """A command on a dossier: its state before, the one after an undisturbed run, and how long and far that went.

    `read` is the dossier of `support.read_water`.
    """

    def __init__(self, name: str, folder: Path, read: Path) -> None:
        self.work, self.folder = WORKS[name], folder
        _prepare(self.folder / "start", name, read)
        self.before = lasting(self.folder / "start")
        root = self._copy()
        #: The two states that a command which goes on from what it made before leads to in turn.
        self.states = [self.before, self.before]
        if self.work.again:
            _finished(root, self.work.arguments)
            self.states[0] = lasting(root)
            _edit(root)
        began = time.monotonic()
        assert self._counted(0) == 0
        #: How long an undisturbed run takes, in seconds of the clock on the wall.
        self.seconds = time.monotonic() - began
        #: How many changes it makes in the file system.
        self.steps = (self.folder / "counter").stat().st_size
        self.after = self.states[1] = lasting(root)
        assert self.after != self.before

    def _begin(self) -> Path:
        """The dossier in its state before."""
        if not self.work.again:
            return self._copy()
        self.states.reverse()
        former, self.after = self.states
        self.before = {**self.after, **_site(former)}
        self.before = {path: data for path, data in self.before.items() if path in former}
        root = self.folder / "killed"
        for path, data in self.after.items():
            if former.get(path) != data and path.startswith("content/"):
                (root / path).write_bytes(data)
        return root

    def at_time(self, share: float) -> bool:
        """Kills the command after a share of its duration and looks at what it left; whether it was still running."""
        root = self._begin()
        process = subprocess.Popen(
            _command(self.work.arguments),
            cwd=root,
            env=_environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(self.seconds * share)
        running = process.poll() is None
        if running:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        self._look()
        return running

    def at_step(self, number: int) -> bool:
        """Kills the command before one of its changes (from 1) and looks at what it left; whether it got that far."""
        self._begin()
        status = self._counted(number)
        self._look()
        return status == -signal.SIGKILL

    def _counted(self, number: int) -> int:
        """Runs the command with its changes counted, to be killed at one of them (never at 0); its exit status."""
        hook, counter = self.folder / "hook", self.folder / "counter"
        hook.mkdir(exist_ok=True)
        (hook / "sitecustomize.py").write_text(_COUNTING)
        counter.write_bytes(b"")
        path = os.pathsep.join(filter(None, [str(hook), os.environ.get("PYTHONPATH")]))
        known = {"PYTHONPATH": path, "KILL_AT": str(number), "KILL_COUNTER": str(counter)}
        return subprocess.run(
            _command(self.work.arguments),
            cwd=self.folder / "killed",
            env=_environment() | known,
            capture_output=True,
            start_new_session=True,
            check=False,
        ).returncode

    def _look(self) -> None:
        root, read = self.folder / "killed", self.folder / "read"
        before, after = _visible(self.before), _visible(self.after)
        left = _visible(lasting(root))
        for path, data in left.items():
            assert data in (before.get(path), after.get(path)), f"{path} is neither what it was nor what it becomes"
        assert before.keys() & after.keys() <= left.keys(), "a file that was and will be there is not"
        assert _site(left) in (_site(before), _site(after)), "the site is neither the old one nor the new one"
        # Whoever reads the dossier next finds all of the change or nothing of it.
        shutil.rmtree(read, ignore_errors=True)
        shutil.copytree(root, read)
        assert load(read).problems == []
        assert _visible(lasting(read)) in ({**before, **_site(left)}, {**after, **_site(left)}), "half a change is read"
        # One more run, and all is as if nothing had happened.
        _finished(root, self.work.arguments, self.work.done)
        now = lasting(root)
        assert now == self.after, sorted(path for path in {*now, *self.after} if now.get(path) != self.after.get(path))

    def _copy(self) -> Path:
        root = self.folder / "killed"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self.folder / "start", root)
        return root


def _prepare(root: Path, name: str, read: Path) -> None:
    """The dossier of two articles that were read, and something that stands for a site that was built before.

    To be read again, one of the articles has gone and another has come.
    """
    shutil.copytree(read, root)
    (root / "site" / "claims").mkdir(parents=True)
    for page in ("index.html", "404.html", "claims/index.html"):
        (root / "site" / page).write_text("the site that was there before")
    if name == "extract":
        (root / "seeds" / "W-7.txt").unlink()
        shutil.copy(WATER / "seeds" / "W-3.txt", root / "seeds")


def _edit(root: Path) -> None:
    """Changes what some pages of the site say."""
    record, front = root / "content" / "claims" / "C1.yml", root / "content" / "index.md"
    record.write_bytes(record.read_bytes() + b"note: Looked at again.\n")
    front.write_bytes(front.read_bytes() + b"\nMore is known by now.\n")


def _finished(root: Path, arguments: tuple[str, ...], done: str = "") -> None:
    """Runs a command to its end, where it may say that all was done already."""
    ran = subprocess.run(
        _command(arguments), cwd=root, env=_environment(), capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0 or (done and done in ran.stderr), ran.stderr


def _command(arguments: tuple[str, ...]) -> list[str]:
    return [sys.executable, "-m", "diptych", *arguments]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}


def _visible(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of a dossier without the hidden ones, where a run keeps what is its own."""
    return {path: data for path, data in files.items() if not any(part.startswith(".") for part in Path(path).parts)}


def _site(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.startswith("site/")}
