"""Runs `diptych` where little can be written: files of a few bytes, modes that bind, a disk that is full or nearly."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

#: Starts the command with files of so many bytes at most (-1: any) and, for the superuser, without the right to write
#: where modes forbid it. Both are passed on to all that it starts.
_LAUNCH = """
import ctypes, os, resource, sys
size = int(sys.argv[1])
if os.geteuid() == 0:
    drop, overriding, searching = 24, 1, 2
    for right in (overriding, searching):
        ctypes.CDLL(None).prctl(drop, right, 0, 0, 0)
if size >= 0:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
os.execv(sys.executable, [sys.executable, "-m", "diptych", *sys.argv[2:]])
"""
#: Loaded by every Python of a run: after so many files below a folder, the next that is opened there takes no byte.
_FULL = """
import builtins, errno, io, os

_OPEN, _AFTER, _ROOT = io.open, int(os.environ["FULL_AFTER"]), os.environ["FULL_ROOT"] + os.sep
_COUNTER = os.open(os.environ["FULL_COUNTER"], os.O_RDWR | os.O_APPEND)


def _full(path, flags):
    os.close(os.open(path, flags, 0o666))
    if not os.path.exists("/dev/full"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return os.open("/dev/full", os.O_RDWR)


def _open(file, mode="r", *more, **named):
    if not isinstance(file, int) and set(mode) & set("wxa+") and os.path.abspath(os.fsdecode(file)).startswith(_ROOT):
        os.write(_COUNTER, b".")
        if os.fstat(_COUNTER).st_size > _AFTER:
            named["opener"] = _full
    return _OPEN(file, mode, *more, **named)


builtins.open = io.open = _open
"""
#: In a name space of its own: a disk of so many KiB in the place of the folder, which is carried in and out again.
_DISK = """
mount -t tmpfs -o size=$1k tmpfs "$2" && cp -R "$3/." "$2" && cd "$2" || exit 99
shift 3
"$@"
done=$?
cp -R . "$AFTER"
exit $done
"""


_OWN = ("unshare", "--user", "--map-root-user", "--mount")


def run_limited(root: Path, arguments: tuple[str, ...], size: int = -1) -> subprocess.CompletedProcess[str]:
    """Runs a command where no file may have more than so many bytes and modes bind whoever runs it."""
    return _run([sys.executable, "-c", _LAUNCH, str(size), *arguments], root)


def run_on_full_disk(root: Path, arguments: tuple[str, ...], files: int) -> subprocess.CompletedProcess[str]:
    """Runs a command on a disk that is full after so many files of the folder were written: the next takes no byte."""
    hook, counter = root.with_name("hook"), root.with_name("counter")
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(_FULL)
    counter.write_bytes(b"")
    path = os.pathsep.join(filter(None, [str(hook), os.environ.get("PYTHONPATH")]))
    known = {"PYTHONPATH": path, "FULL_AFTER": str(files), "FULL_ROOT": str(root), "FULL_COUNTER": str(counter)}
    return _run([sys.executable, "-m", "diptych", *arguments], root, **known)


def own_disks() -> bool:
    """Whether this system lets whoever runs the tests have a disk of their own."""
    mounted = [*_OWN, "mount", "-t", "tmpfs", "tmpfs", "/tmp"]
    return shutil.which("unshare") is not None and _run(mounted, Path.cwd()).returncode == 0


def run_on_small_disk(root: Path, arguments: tuple[str, ...], room: int) -> subprocess.CompletedProcess[str]:
    """Runs a command on a disk of its own that has so many KiB of room beside what is in the folder, which holds
    afterwards what is on the disk then."""
    took = sum(-(-path.stat().st_size // 4096) * 4 for path in root.rglob("*") if path.is_file())
    before, after = root.with_name("before"), root.with_name("after")
    root.rename(before)
    for folder in (root, after):
        folder.mkdir()
    command = [str(took + room), str(root), str(before), sys.executable, "-m", "diptych", *arguments]
    done = _run([*_OWN, "sh", "-c", _DISK, "sh", *command], before, AFTER=str(after))
    assert done.returncode != 99, done.stderr
    root.rmdir()
    after.rename(root)
    shutil.rmtree(before)
    return done


def _run(command: list[str], cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    known = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **more}
    return subprocess.run(command, cwd=cwd, env=known, capture_output=True, encoding="utf-8", check=False)
