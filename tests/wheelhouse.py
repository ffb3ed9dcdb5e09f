"""Wheels of what is installed in this environment, for others to install without the network."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from diptych.pipeline.wheel import packed


def needed(name: str, extras: Iterable[str]) -> set[str]:
    """The names of all that an installed distribution asks for here, and what that asks for, with these extras."""
    found: set[str] = set()
    waiting = [(name, frozenset(extras))]
    seen = set()
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        for line in metadata.requires(one[0]) or ():
            asked = Requirement(line)
            if asked.marker is None or any(asked.marker.evaluate({"extra": extra}) for extra in ("", *one[1])):
                found.add(asked.name)
                waiting.append((asked.name, frozenset(asked.extras)))
    return found


def wheelhouse(folder: Path, names: Iterable[str]) -> None:
    """Puts the wheels of some installed distributions into a folder."""
    folder.mkdir()
    for name in sorted(names):
        file, data = packed(metadata.distribution(name))
        (folder / file).write_bytes(data)
