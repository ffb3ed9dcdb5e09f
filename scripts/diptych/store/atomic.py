"""Writes many files together: all of them or none, also where the run is killed in the middle.

New contents are put down under other names beside the files whose place they will take. A plan in the folder's notes
lists them before the first is written; renaming it to `journal` is the moment from which the change counts. A run that
is killed before leaves the old files, and one that is killed after is finished by whatever reads the folder next. What
a person has changed in between stands. A machine that loses power is left to its file system.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from diptych.notes import JOURNAL, NOTES, PLAN, tidy
from diptych.store.locks import held

#: So many bytes the name of a file may have at most, wherever it is.
_NAME = 255


class Meanwhile(Exception):
    """A file is not what it was when it was read: somebody has changed it, and it was not written over."""


class _Step(NamedTuple):
    """What becomes of one file: the SHA-256 of what it holds before and after, None where there is no file."""

    file: str
    was: str | None
    now: str | None


def write_folder(
    root: Path, changes: Mapping[str, bytes | None], known: Mapping[str, bytes | None] | None = None
) -> list[str]:
    """Writes or (None) removes files given by path from the root, and returns those that really changed.

    Raises `Meanwhile` where a file that would change is not what it is `known` to hold, and `OSError`; what was there
    is there again then.
    """
    root.mkdir(parents=True, exist_ok=True)
    with held(root, shared=False):
        _finish(root)
        _refuse_outside(root, changes)
        before: dict[str, bytes | None] = {}
        for file in sorted(changes):
            path, data = root / file, changes[file]
            old = path.read_bytes() if path.is_file() else None
            if old != data:
                before[file] = old
                if known is not None and known.get(file, old) != old:
                    raise Meanwhile(f"{file} was changed by another program meanwhile; nothing was written: try again")
        if before:
            _write(root, before, changes)
        return list(before)


@contextmanager
def reading(root: Path) -> Iterator[None]:
    """Nothing is written in the folder while this lasts, and what a killed run left is finished before.

    Raises `OSError` where that can't be done.
    """
    while True:
        if any((root / NOTES / name).exists() for name in (PLAN, JOURNAL)):
            with held(root, shared=False):
                try:
                    _finish(root)
                except OSError:
                    if (root / NOTES / JOURNAL).exists():
                        raise
        with held(root, shared=True):
            if not (root / NOTES / JOURNAL).exists():
                yield
                return


def _write(root: Path, before: Mapping[str, bytes | None], changes: Mapping[str, bytes | None]) -> None:
    steps = [_Step(file, _digest(old), _digest(changes[file])) for file, old in before.items()]
    now = {step.file: step.now for step in steps}
    try:
        _prepare(root, steps, before, changes)
    except BaseException:
        _drop(root)
        raise
    try:
        for file in before:
            path = root / file
            if now[file] is None:
                path.unlink()
            else:
                _beside(path).replace(path)
    except BaseException:
        _undo(root, steps, before)
        raise
    _end(root, JOURNAL)


def _prepare(root: Path, steps: Sequence[_Step], files: Iterable[str], contents: Mapping[str, bytes | None]) -> None:
    """Everything but the renames; the last of it is that which makes the change count.

    The new contents of some files are looked at one by one: they need not all be in memory.
    """
    plan = root / NOTES / PLAN
    _put(plan, plan, json.dumps(steps).encode("ascii"))
    for file in files:
        path, data = root / file, contents[file]
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder stands where a file should", str(path))
        if data is not None:
            _put(path, _beside(path), data)
    plan.replace(root / NOTES / JOURNAL)


def _put(meant: Path, path: Path, data: bytes) -> None:
    """Writes a file; an error names the one that is meant, which that of a full disk does not."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink():  # which would lead the words elsewhere
            path.unlink()
        path.write_bytes(data)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(meant)) from error


def _undo(root: Path, steps: Sequence[_Step], before: Mapping[str, bytes | None]) -> None:
    """Puts back what was there, by a change that is the reverse; where even that fails, the next run goes forward."""
    back = [_Step(file, now, was) for file, was, now in steps]
    changed = {file: old for file, old in before.items() if _held(root / file) != _digest(old)}
    try:
        _prepare(root, back, changed, changed)
    except OSError:
        return
    _finish(root)


def _finish(root: Path) -> None:
    """Finishes what a killed run has begun, or clears it away where it did not count yet."""
    if (root / NOTES / JOURNAL).exists():
        for file, was, now in _steps(root, JOURNAL):
            path = root / file
            beside = _beside(path)
            if _held(path) == was != now:
                if now is None:
                    path.unlink()
                elif _held(beside) == now:
                    beside.replace(path)
            _clear(beside)
        _end(root, JOURNAL)
    if (root / NOTES / PLAN).exists():
        _drop(root)


def _drop(root: Path) -> None:
    """Clears away a change that does not count."""
    for file, _, _ in _steps(root, PLAN):
        _clear(_beside(root / file))
    _end(root, PLAN)


def _end(root: Path, name: str) -> None:
    (root / NOTES / name).unlink(missing_ok=True)
    tidy(root / NOTES)


def _steps(root: Path, name: str) -> list[_Step]:
    """The steps of a plan or journal; none where it was not written to its end or is not one of ours."""
    try:
        found = json.loads((root / NOTES / name).read_bytes())
        steps = [_Step(str(file), was, now) for file, was, now in found]
        if any("\0" in step.file or len(os.fsencode(_beside(Path(step.file)).name)) > _NAME for step in steps):
            return []
        _refuse_outside(root, (step.file for step in steps))
    except (OSError, ValueError, TypeError, RecursionError):
        return []
    return steps


def _refuse_outside(root: Path, files: Iterable[str]) -> None:
    """Raises `OSError` where the path of a file from the root leads out of it; each folder is looked at once."""
    folders: dict[PurePosixPath, str] = {}
    for file in files:
        path = PurePosixPath(file)
        folders.setdefault(path.parent, file)
        if path.is_absolute() or ".." in path.parts or "\\" in file:
            raise OSError(errno.EINVAL, "this path leads out of the folder", file)
    inside = root.resolve()
    for folder, file in folders.items():
        if not (root / folder).resolve().is_relative_to(inside):
            raise OSError(errno.EINVAL, "this path leads out of the folder", file)


def _clear(path: Path) -> None:
    """Removes a file, if there is one; a person may have put another in the place of its folder."""
    with suppress(FileNotFoundError, NotADirectoryError):
        path.unlink()


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _held(path: Path) -> str | None:
    return _digest(path.read_bytes()) if path.is_file() else None


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()
