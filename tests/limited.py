"""Runs `diptych` where little can be written: files of a few bytes, modes that bind, a disk with no room."""

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
#: In a name space of its own: a disk of so many KiB in the place of the folder, which is carried in and out again.
_DISK = """
mount -t tmpfs -o size=$1k tmpfs "$2" && cp -R "$3/." "$2" && cd "$2" || exit 99
shift 3
"$@"
done=$?
cp -R . "$AFTER"
exit $done
"""


def run_limited(root: Path, arguments: tuple[str, ...], size: int = -1) -> subprocess.CompletedProcess[str]:
    """Runs a command where no file may have more than so many bytes and modes bind whoever runs it."""
    return _run([sys.executable, "-c", _LAUNCH, str(size), *arguments], root)


def run_on_small_disk(root: Path, arguments: tuple[str, ...], room: int) -> subprocess.CompletedProcess[str] | None:
    """Runs a command on a disk that has so many KiB of room beside what is in the folder, which holds afterwards what
    is on the disk then; None where this system lets nobody have a disk of their own."""
    if shutil.which("unshare") is None:
        return None
    took = sum(-(-path.stat().st_size // 4096) * 4 for path in root.rglob("*") if path.is_file())
    before, after = root.with_name("before"), root.with_name("after")
    root.rename(before)
    for folder in (root, after):
        folder.mkdir()
    own = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", _DISK, "sh"]
    command = [str(took + room), str(root), str(before), sys.executable, "-m", "diptych", *arguments]
    done = _run([*own, *command], before, AFTER=str(after))
    root.rmdir()
    if done.returncode == 99 or "unshare" in done.stderr:
        before.rename(root)
        return None
    after.rename(root)
    shutil.rmtree(before)
    return done


def _run(command: list[str], cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    known = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **more}
    return subprocess.run(command, cwd=cwd, env=known, capture_output=True, encoding="utf-8", check=False)
