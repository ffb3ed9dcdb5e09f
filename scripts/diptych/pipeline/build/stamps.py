"""What a file system says of files without their being read: by it a file is known to be the one that it was.

As with git's index, a file whose time is too near to that of the note about it could have been changed again within one
tick of the clock, in the same size: such a stamp proves nothing, and the file is read.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

#: Size in bytes, time of the last change in nanoseconds, and number in the file system.
Stamp = tuple[int, int, int]

_SECOND = 1_000_000_000
#: So coarse can a file system's clock be, in nanoseconds: a kernel's ticks, or two seconds where it has no more.
_TICK, _COARSE = 20_000_000, 2 * _SECOND


def stamp(path: Path) -> Stamp:
    """The stamp of one file; `OSError` where there is none."""
    found = path.stat(follow_symlinks=False)
    return (found.st_size, found.st_mtime_ns, found.st_ino)


def stamps(folder: str | os.PathLike[str], touched: bool = False) -> dict[str, Stamp]:
    """The stamps of all files below a folder, by their paths from it with slashes; none where there is no folder.

    With `touched` the time is that of the last change to anything about the file, which no program can set: for files
    that others write. A link is followed to a file, and with `touched` to a folder of the dossier, which lies around
    this one; another is a file. `OSError` where a folder can't be read.
    """
    found: dict[str, Stamp] = {}
    inside = Path(folder).parent.resolve()
    around: tuple[Path, ...] = (Path(folder).resolve(),)
    below = [("", around)] if Path(folder).is_dir() else []
    while below:
        within, above = below.pop()
        with os.scandir(f"{folder}{os.sep}{within}") as entries:
            for entry in entries:
                path = f"{within}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    below.append((f"{path}/", above))
                elif touched and entry.is_symlink() and (real := _led(entry, inside, above)):
                    below.append((f"{path}/", (*above, real)))
                else:
                    try:
                        about = entry.stat()
                    except FileNotFoundError:  # a link to nothing
                        about = entry.stat(follow_symlinks=False)
                    time = max(about.st_mtime_ns, about.st_ctime_ns) if touched else about.st_mtime_ns
                    found[path] = (about.st_size, time, about.st_ino)
    return found


def _led(entry: os.DirEntry[str], inside: Path, above: Sequence[Path]) -> Path | None:
    """The folder that a link leads to; None where it leads out, or back to what was followed to come to it."""
    if not entry.is_dir():
        return None
    real = Path(entry.path).resolve()
    return real if real.is_relative_to(inside) and not any(one.is_relative_to(real) for one in above) else None


def clock(folder: Path) -> int:
    """The time by the clock of a folder's file system, in nanoseconds; `OSError` where nothing can be written there."""
    with tempfile.TemporaryFile(dir=folder) as file:
        return os.fstat(file.fileno()).st_mtime_ns


def certain(one: Stamp, noted: int) -> bool:
    """Whether a stamp that was noted at a time, in nanoseconds of the same clock, tells every later change."""
    return one[1] < certain_before(noted)


def certain_before(noted: int) -> int:
    """The time before which a stamp has to be, to be `certain`."""
    return noted - (_COARSE if noted % _SECOND == 0 else _TICK)


def settled(one: Stamp) -> bool:
    """Whether a stamp that was just taken will tell every change to come, whatever the file system's clock."""
    return one[1] < time.time_ns() - _COARSE
