"""Where the pieces stand of the files that are put together from them: the next build makes those that are new."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from diptych import notes
from diptych.render.dataset.binding import Binder, Laid

#: Of each file by its path its digest, by which it is known to be the one, and its runs of pieces.
Pieces = dict[str, tuple[str, list[Laid]]]
#: Notes of another form are no notes.
_FORM = "diptych pieces 1"


def read(folder: Path, home: str) -> Pieces:
    """The notes in a folder; none where they are broken, of another form or of another `home`."""
    try:
        keys, files = json.loads(notes.read(folder / "pieces", f"{_FORM} {home}") or b"")
        return {path: (one, [Laid(keys[at], *where) for at, *where in runs]) for path, (one, runs) in files.items()}
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def write(folder: Path, home: str, made: Pieces) -> None:
    """Notes the pieces of the files of a site; `OSError` where that can't be done."""
    keys: dict[tuple[str, ...], int] = {}
    files = {
        path: (one, [(keys.setdefault(tuple(run.keys), len(keys)), *run[1:]) for run in runs])
        for path, (one, runs) in made.items()
    }
    body = json.dumps([list(keys), files], separators=(",", ":")).encode("ascii")
    notes.write(folder / "pieces", f"{_FORM} {home}", body)


def binder(folder: Path, known: Pieces, sound: Callable[[str], str | None]) -> Binder:
    """What puts files together of the pieces that stand in a folder: of a file whose digest is that which is noted.

    `sound` gives the digest of a file as it is known to stand, or None.
    """

    def before(path: str) -> tuple[bytes, list[Laid]] | None:
        one, runs = known.get(path) or (sound(path), [])
        return ((folder / path).read_bytes(), runs) if one and sound(path) == one else None

    return Binder(before)
