"""What stands in large folders, looked at by another process while this one reads the dossier."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from diptych.cores import Beside
from diptych.pipeline.build.stamps import Stamp, stamps


class Ahead:
    """The stamps of all files below some folders, each taken once: by another process if there are `many` of them."""

    def __init__(self, folders: Sequence[Path], many: bool) -> None:
        self._folders = folders
        self._found: dict[Path, dict[str, Stamp]] = {}
        self._beside = Beside(lambda: [stamps(folder) for folder in folders]) if many else None

    def stamps(self, folder: Path) -> dict[str, Stamp]:
        """Those of one of the folders; `OSError` where it can't be read."""
        if self._beside:
            self._found = dict(zip(self._folders, self._beside.told() or [], strict=False))
            self._beside = None
        return self._found.pop(folder) if folder in self._found else stamps(folder)
