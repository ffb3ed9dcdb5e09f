"""Who may write, and who may read meanwhile: locks that the system takes back when their process ends, even killed."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from diptych.notes import NOTES, may_come, refuse_link, tidy

#: What a file system says that can't lock what it is asked to; nobody is kept out there.
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.EBADF})
#: The file that is locked in the place of a folder.
_DOOR = "door"
#: Where the locked byte is on systems whose locks hide what they lock: behind all that is written.
_BYTE = 1 << 20
#: How long to wait before a lock is asked for again, in seconds, on systems that don't wait themselves.
_PAUSE = 0.05


class Busy(Exception):
    """Another process is at work on the same files; says which."""


@contextmanager
def claimed(path: Path, work: str) -> Iterator[None]:
    """Holds a lock file for the length of some work, named in it with the number of the process.

    The file is gone afterwards; that of a process that was killed is in nobody's way. Raises `Busy` at once where
    another process holds it, and `OSError` where it can't be made.
    """
    number = _claim(path)
    try:
        _sign(path, number, f"{work} (process {os.getpid()})\n")
        yield
    finally:
        _closed(path, number)
        tidy(path.parent)


def _opened(path: Path) -> int:
    """Opens or makes a file that is to be locked, and the folder that it is in."""
    while True:
        try:
            if path.parent.name == NOTES:
                refuse_link(path.parent)
            path.parent.mkdir(exist_ok=True)
            return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        except (FileNotFoundError, FileExistsError):  # another process has just cleared the folder away, or made it
            if not may_come(path.parent):
                raise


def _claim(path: Path) -> int:
    while True:
        number = _opened(path)
        try:
            if not _lock(number, shared=False, wait=False):
                holder = os.read(number, 200).decode("utf-8", "replace").strip() or "another process"
                raise Busy(f"{holder} is at work here: try again when it has ended")
            if _stands(path, number):
                return number
        except BaseException:
            os.close(number)
            raise
        os.close(number)  # the holder before removed the file while it was being opened here


def _closed(path: Path, number: int) -> None:
    """Closes a lock file and removes it."""
    if sys.platform != "win32":
        path.unlink(missing_ok=True)
        os.close(number)
        return
    os.close(number)
    with suppress(OSError):  # where another process has it open by now, that one removes it
        path.unlink()


def _sign(path: Path, number: int, words: str) -> None:
    """Writes into a lock file who has it."""
    try:
        os.ftruncate(number, 0)
        os.write(number, words.encode())
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def _stands(path: Path, number: int) -> bool:
    """Whether an open file is still the one of that name."""
    try:
        return os.path.samestat(path.stat(), os.fstat(number))
    except FileNotFoundError:
        return False


@contextmanager
def held(root: Path, shared: bool) -> Iterator[None]:
    """Keeps a folder for the length of a read (shared with others that read) or of a write; waits for its turn.

    A folder where nothing can be locked is read without. Raises `OSError` where its notes are a link to elsewhere.
    """
    refuse_link(root / NOTES)
    number = _door(root)
    try:
        if number is not None:
            _lock(number, shared, wait=True)
        yield
    finally:
        if number is not None and sys.platform != "win32":
            os.close(number)
        elif number is not None:
            _closed(root / NOTES / _DOOR, number)
            tidy(root / NOTES)


def _door(root: Path) -> int | None:
    """What is locked for a folder: the folder itself or, where that can't be opened, a file of its notes."""
    try:
        if sys.platform != "win32":
            return os.open(root, os.O_RDONLY)
        return _opened(root / NOTES / _DOOR)
    except OSError:
        return None


def _lock(number: int, shared: bool, wait: bool) -> bool:
    """Locks an open file; False where another process has it and this one does not wait."""
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(number, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
        return True
    import msvcrt

    while True:
        os.lseek(number, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EDEADLK):
                raise
            if not wait:
                os.lseek(number, 0, os.SEEK_SET)
                return False
            time.sleep(_PAUSE)
        else:
            os.lseek(number, 0, os.SEEK_SET)
            return True
