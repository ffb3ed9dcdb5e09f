"""A theme that themes.yml does not hold has no page: what is filed under it would be found by nobody."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem, did_you_mean

CODE = "unknown-theme"


def check(context: Context) -> Iterator[Problem]:
    """Yields the theme ids that themes.yml does not hold."""
    if not context.sound("content/themes.yml"):
        return
    known = [theme.id for theme in context.dossier.themes]
    for record in context.records:
        for place, theme in enumerate(record.themes):
            if theme not in known:
                hint = did_you_mean(theme, known) or "add an entry to content/themes.yml"
                said = f"{record.id}: there is no theme {theme!r}"
                yield context.problem(CODE, record.id, ("themes", place), said, hint)
