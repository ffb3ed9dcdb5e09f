"""An ID names one thing, so no two can have got it: as happens where two branches both gave the next number out."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem
from diptych.records import Dossier

CODE = "permalink-twice"


def check(dossier: Dossier, context: Context) -> Iterator[Problem]:
    """Yields the IDs that permalinks.yml lists again."""
    first: dict[str, int] = {}
    for place, given in enumerate(dossier.given):
        if given in first:
            said = f"{given} was given before, as number {first[given] + 1} of this list"
            hint = "if two branches gave it, one of the two needs a new ID; then list each ID once"
            yield context.problem_in("content/permalinks.yml", CODE, ("given", place), said, hint)
        first.setdefault(given, place)
