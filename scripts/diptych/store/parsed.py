"""What YAML files say, kept from build to build by the digests of their texts: parsing is most of reading a dossier.

Only what was read without a fault is kept, and whatever comes out is validated as if it had just been read.
"""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import Any

from diptych import notes, yamlio


class Parsed:
    """The data of texts, in a file that bears a `mark`: one that is broken, or bears another, is not there.

    The mark is to name the dossier and the code that reads. Without a file nothing is kept.
    """

    def __init__(self, file: Path | None = None, mark: str = "") -> None:
        self._file, self._mark = file, mark
        self._used: dict[str, Any] = {}

    @cached_property
    def _held(self) -> dict[str, Any]:
        if self._file is None:
            return {}
        try:
            held = json.loads(notes.read(self._file, self._mark) or b"{}")
        except (ValueError, RecursionError):
            return {}
        return held if isinstance(held, dict) else {}

    def read(self, text: str, file: str) -> yamlio.Document:
        """The document that a text is."""
        if self._file is None:
            return yamlio.read(text, file)
        key = notes.digest(text.encode("utf-8", "surrogatepass"))
        if key in self._held:
            self._used[key] = self._held[key]
            return yamlio.Document(file, text, self._held[key])
        made = yamlio.read(text, file)
        if not made.problems:
            self._used[key] = made.data
        return made

    def save(self) -> None:
        """Keeps what was read, and nothing else; where that can't be done, it is read again next time."""
        if self._file is None or self._used.keys() == self._held.keys():
            return
        try:
            body = json.dumps(self._used, separators=(",", ":")).encode("ascii")
            notes.write(self._file, self._mark, body)
        except (OSError, ValueError, RecursionError):
            return
