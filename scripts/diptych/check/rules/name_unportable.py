"""A dossier is copied from machine to machine: a name that one of the systems refuses breaks the copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from diptych.check.context import Context
from diptych.problems import Problem
from diptych.values import reserved

CODE = "name-unportable"
_REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f]')
_HINT = "give it a name of letters, digits, hyphens and full stops"


def check(context: Context) -> Iterator[Problem]:
    """Yields the files, themes and actors whose name Windows refuses: themes and actors have folders in the site."""
    for path in _paths(context.files):
        if why := _why(path.rpartition("/")[2]):
            yield Problem(path, 0, 0, CODE, f"Windows can't hold this name: {why}", _HINT, "warning")
    for file, ids in (
        ("content/themes.yml", [theme.id for theme in context.dossier.themes]),
        ("content/actors.yml", [actor.id for actor in context.dossier.actors]),
    ):
        for place, given in enumerate(ids):
            if reserved(given):
                said = f"Windows can't hold the folder of this page: {given!r} is the name of a device"
                yield context.problem_in(file, CODE, (place, "id"), said, "give it another id", "warning")


def _paths(files: Iterable[str]) -> Iterator[str]:
    """The files and the folders that they are in, each once, the widest first."""
    told: set[str] = set()
    for file in files:
        folder = file.rpartition("/")[0]
        if folder not in told:
            above = folder.split("/")
            for path in ("/".join(above[:depth]) for depth in range(1, len(above) + 1)):
                if path not in told:
                    told.add(path)
                    yield path
        yield file


def _why(name: str) -> str:
    if found := _REFUSED.search(name):
        return f"it holds {found[0]!r}"
    if name.endswith((".", " ")):
        return f"it ends in {name[-1]!r}"
    return f"{name.partition('.')[0]!r} is the name of a device" if reserved(name) else ""
