"""The folder of a dossier that holds what runs note for one another; git is told to ignore it.

Nothing in it is needed: it may be removed whenever nothing runs. A run removes it where it is left empty, so that one
may be made or go at any moment while another is at work.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

#: The folder, and what is in it: of a run's own, in nobody's way once that has ended; who is at work; and what many
#: files together are about to become, and count as.
NOTES = ".diptych"
SCRATCH = "scratch"
LOCK = "lock"
PLAN, JOURNAL = "plan", "journal"
#: The length of a digest in bytes, and in the digits that it is written in.
_SIZE = 16
_SIGN = 2 * _SIZE


def digest(data: bytes) -> str:
    """What tells contents apart: 32 hexadecimal digits of their BLAKE2b (RFC 7693)."""
    return blake2b(data, digest_size=_SIZE).hexdigest()


def digest_of(parts: Iterable[str]) -> str:
    """One digest of several texts, of which none but the last may hold U+0000: it stands between them."""
    return digest("\0".join(parts).encode("utf-8", "surrogatepass"))


def refuse_link(notes: Path) -> None:
    """Raises `OSError` where a link stands in the place of the notes: what it leads to is not the dossier's."""
    if notes.is_symlink():
        raise OSError(errno.ELOOP, "a link stands where the dossier has its notes", str(notes))


def may_come(folder: Path) -> bool:
    """Whether a folder is there or can be made: nothing else is in its place, and the one around it is there."""
    try:
        return stat.S_ISDIR(folder.lstat().st_mode)
    except FileNotFoundError:
        return folder.parent.is_dir()


def tidy(notes: Path) -> None:
    """Removes the notes of a dossier where nothing is in them any more."""
    if notes.name == NOTES:
        with suppress(OSError):
            notes.rmdir()


def read(file: Path, mark: str) -> bytes | None:
    """What was noted in a file under a mark; None where nothing was, or it is broken or bears another mark."""
    try:
        with file.open("rb") as stream:
            first, body = stream.readline(_SIGN + 1), stream.read()
    except OSError:
        return None
    made = _signing(mark)
    made.update(body)
    return body if first == _digits(made) + b"\n" else None


def write(file: Path, mark: str, body: bytes | Iterable[bytes]) -> None:
    """Notes something in a file, in one stroke; what comes in pieces is never there as a whole. Raises `OSError`."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.{os.getpid()}")
    made = _signing(mark)
    with new.open("wb") as stream:
        stream.write(bytes(_SIGN) + b"\n")
        for piece in (body,) if isinstance(body, bytes) else body:
            made.update(piece)
            stream.write(piece)
        stream.seek(0)
        stream.write(_digits(made))
    new.replace(file)


def _signing(mark: str) -> blake2b:
    """What makes the signature of a mark and of what stands under it, which it is given then."""
    return blake2b(mark.encode("utf-8", "surrogatepass") + b"\0", digest_size=_SIZE)


def _digits(made: blake2b) -> bytes:
    return made.hexdigest().encode("ascii")
