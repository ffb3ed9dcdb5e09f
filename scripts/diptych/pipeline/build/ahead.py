"""What stands in large folders, looked at by another process while this one reads the dossier."""

from __future__ import annotations

import marshal
import os
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from diptych.pipeline.build.stamps import Stamp, stamps
from diptych.pipeline.cores import cores


class Ahead:
    """The stamps of all files below some folders, each taken once: by another process if there are `many` of them.

    None is split off where the system can't, has no other core, or another thread runs, whose locks it would have.
    """

    def __init__(self, folders: Sequence[Path], many: bool) -> None:
        self._folders = folders
        self._found: dict[Path, dict[str, Stamp]] = {}
        self._told: IO[bytes] | None = None
        self._process = 0
        if many and hasattr(os, "fork") and cores() > 1 and threading.active_count() == 1:
            self._begin()

    def _begin(self) -> None:
        hearing, telling = os.pipe()
        try:
            self._process = os.fork()
        except OSError:  # the system may let no more processes be
            os.close(hearing)
            os.close(telling)
            return
        if self._process:
            os.close(telling)
            self._told = os.fdopen(hearing, "rb")
            return
        try:
            os.close(hearing)
            with os.fdopen(telling, "wb") as pipe:
                pipe.write(marshal.dumps([stamps(folder) for folder in self._folders]))
        finally:
            os._exit(0)

    def stamps(self, folder: Path) -> dict[str, Stamp]:
        """Those of one of the folders; `OSError` where it can't be read."""
        if self._told is not None:
            with self._told as pipe:
                said = pipe.read()
            os.waitpid(self._process, 0)
            self._told = None
            with suppress(EOFError, ValueError, TypeError):  # said is nothing, or not all: it was ended
                self._found = dict(zip(self._folders, marshal.loads(said), strict=True))
        return self._found.pop(folder) if folder in self._found else stamps(folder)
