"""Watches what a run does to the machine: it writes only in its folder, starts nothing and asks nothing of a network.

An audit hook can't be taken off again; it looks only while `watched` is open. What is only read (modules, data files of
packages) is let be, but for the one file that every case of traversal asks for.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

#: Stands outside every dossier of a run: whoever opens it has been led out.
BAIT = "bait-outside-the-dossier.txt"
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"}
_NEVER = {
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "urllib.Request",
}
_state = threading.local()
_hooked = False


class Escape(AssertionError):
    """Something was done outside the folder of a run."""


class Hang(AssertionError):
    """One example took too long."""


@contextmanager
def watched(folder: Path) -> Iterator[None]:
    """Within, writing anywhere but below `folder` raises `Escape`."""
    global _hooked  # noqa: PLW0603
    if not _hooked:
        sys.addaudithook(_look)
        _hooked = True
    _state.folder = os.path.realpath(folder)
    try:
        yield
    finally:
        _state.folder = None


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raises `Hang` when what is done within takes longer; only in the main thread of a system with alarms."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(number: int, frame: Any) -> None:
        raise Hang(f"more than {seconds:g} seconds of processor time")

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _look(event: str, args: tuple[Any, ...]) -> None:
    folder = getattr(_state, "folder", None)
    if folder is None:
        return
    if event in _NEVER:
        raise Escape(f"{event} {args!r}")
    if event == "open":
        path, _, flags = args
        if isinstance(path, str | bytes | os.PathLike):
            name = os.fsdecode(path)
            if name.endswith(BAIT):
                raise Escape(f"opened {name}")
            if isinstance(flags, int) and flags & _WRITING:
                _within(folder, name, event)
    elif event in _CHANGES:
        for path in args[: 2 if event in ("os.rename", "os.link") else 1]:
            if isinstance(path, str | bytes | os.PathLike):
                _within(folder, os.fsdecode(path), event)


def _within(folder: str, name: str, event: str) -> None:
    real = os.path.realpath(name)
    if real != folder and not real.startswith(folder + os.sep) and name not in ("/dev/null", os.devnull):
        raise Escape(f"{event} of {name}")
