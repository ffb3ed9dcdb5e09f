"""The style sheet of every page: parts by what they are for, joined so that a page asks for one file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

#: The sheet below the site's root, and the folder of its parts below a folder of templates.
SHEET = "assets/diptych.css"
PARTS = "assets/diptych/"


def sheet(directories: Sequence[Path]) -> bytes:
    """The parts in the order of their names, each from the first folder of templates that has it."""
    found: dict[str, Path] = {}
    for folder in directories:
        for path in (folder / PARTS).glob("*.css"):
            found.setdefault(path.name, path)
    return b"".join(found[name].read_bytes() for name in sorted(found))
