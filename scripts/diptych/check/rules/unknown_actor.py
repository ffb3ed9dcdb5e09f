"""Whoever speaks, is spoken to or is belonged to has an entry in actors.yml: a page and a party."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem, did_you_mean
from diptych.yamlio import Path

CODE = "unknown-actor"


def check(context: Context) -> Iterator[Problem]:
    """Yields the actor ids that actors.yml does not hold."""
    if not context.sound("content/actors.yml"):
        return
    known = [actor.id for actor in context.dossier.actors]
    held = set(known)
    for owner, path, named in _named(context):
        if named and named not in held:
            hint = did_you_mean(named, known) or "add an entry to content/actors.yml"
            yield context.problem(CODE, owner, path, f"{owner}: there is no actor {named!r}", hint)


def _named(context: Context) -> Iterator[tuple[str, Path, str | None]]:
    for record in context.records:
        yield record.id, ("actor",), record.actor
        yield record.id, ("addressee",), record.addressee
        for place, passage in enumerate(record.passages):
            yield record.id, ("passages", place, "actor"), passage.actor
    for actor in context.dossier.actors:
        yield actor.id, ("affiliation",), actor.affiliation
