"""An ID is given once and never again, so permalinks.yml lists every one: a lost ID could otherwise be given anew."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem

CODE = "permalink-unlisted"


def check(context: Context) -> Iterator[Problem]:
    """Yields the records, sources and discrepancies whose ID is not listed."""
    if not context.sound("content/permalinks.yml"):
        return
    given = set(context.dossier.given)
    for item in (*context.dossier.sources, *context.dossier.items):
        if item.id not in given:
            said = f"{item.id} is not listed in content/permalinks.yml"
            hint = f"add '- {item.id}' at its end, or run `diptych extract`"
            yield context.problem(CODE, item.id, ("id",), said, hint, "warning")
