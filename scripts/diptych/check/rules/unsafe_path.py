"""A source's file lies in seeds/: a path that leads out of it could publish any file of the machine."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem
from diptych.records import Dossier

CODE = "unsafe-path"


def check(dossier: Dossier, context: Context) -> Iterator[Problem]:
    """Yields the sources whose file is not simply a name within seeds/."""
    for source in dossier.sources:
        folder, _, name = source.file.partition("/")
        if folder != "seeds" or not name or "/" in name or "\\" in name or name.startswith("."):
            said = f"{source.id}: {source.file!r} is not a file of seeds/"
            yield context.problem(CODE, source.id, ("file",), said, "write seeds/ and the file's name")
