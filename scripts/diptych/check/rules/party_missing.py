"""Each party of dossier.yml is an actor too: the one to whom its statements are given where nobody else is named."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem

CODE = "party-missing"


def check(context: Context) -> Iterator[Problem]:
    """Yields the parties that stand for no actor of actors.yml; a dossier without records needs none yet."""
    dossier = context.dossier
    if not dossier.records or not context.sound("content/actors.yml"):
        return
    known = {actor.id for actor in dossier.actors}
    for role, given in dossier.parties.items():
        if given not in known:
            name = getattr(dossier.file.parties, role).name
            said = f"no actor stands for the {role} party {name!r}"
            hint = f"add an actor of that name to content/actors.yml, with id: {given} and party: {role}"
            yield context.problem_in("content/dossier.yml", CODE, ("parties", role), said, hint)
