"""A folder takes the place of another: at one stroke where the system can, else by two renames that can be mended."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

#: What Linux and macOS call the exchange of two names, in their C libraries.
_AT_FDCWD, _RENAME_EXCHANGE, _RENAME_SWAP = -100, 2, 2


def beside(target: Path, mark: str) -> Path:
    """The hidden neighbour of a folder: `new` is being made, `old` was there before, `lock` says who is at work."""
    return target.with_name(f".{target.name}.{mark}")


def mend(target: Path) -> None:
    """Puts back the folder that a run took away which ended between two renames; a link in its place is none."""
    for mark in ("new", "old"):
        if beside(target, mark).is_symlink():
            beside(target, mark).unlink()
    old = beside(target, "old")
    if not target.exists() and old.is_dir():
        old.rename(target)


def swap(target: Path, spare: Path | None = None) -> None:
    """Lets the new folder beside a target take its place; the one that was there becomes the spare or is removed.

    Raises `OSError` where that can't be done; the target is as it was then.
    """
    new, old = beside(target, "new"), beside(target, "old")
    if not target.exists():
        new.rename(target)
    elif not _exchanged(new, target):
        shutil.rmtree(old, ignore_errors=True)
        target.rename(old)
        try:
            new.rename(target)
        except OSError:
            old.rename(target)
            raise
        with suppress(OSError):
            old.rename(new)  # what is called `old` is always whole
    if spare is not None and new.is_dir():
        shutil.rmtree(spare, ignore_errors=True)
        new.rename(spare)
    shutil.rmtree(new, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two names were exchanged at one stroke; systems and file systems that can't leave both as they were."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return not library.renamex_np(os.fsencode(one), os.fsencode(other), ctypes.c_uint(_RENAME_SWAP))
        names = _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other)
        return not library.renameat2(*names, ctypes.c_uint(_RENAME_EXCHANGE))
    except (OSError, AttributeError, TypeError):
        return False
