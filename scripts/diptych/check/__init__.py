"""Every problem of a dossier: those of its files, and what the rules find, in one list."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from diptych.check import rules
from diptych.check.context import Context, texts
from diptych.problems import Problem
from diptych.signs import deceives
from diptych.store import Loaded
from diptych.yamlio import Document


class Rule(Protocol):
    """A module of `check.rules`: the code of its problems, and a generator that neither prints nor raises."""

    CODE: str

    def check(self, context: Context) -> Iterator[Problem]:
        """Yields what breaks the rule."""


#: The modules of `check.rules`, in the order of their names: a rule is there when its file is.
RULES: tuple[Rule, ...] = tuple(
    cast(Rule, import_module(f"{rules.__name__}.{one.name}")) for one in iter_modules(rules.__path__)
)


def plain(loaded: Loaded) -> bool:
    """Whether no text of a dossier may hold a sign that `signs.marked` would show; found once of each file."""

    def harmless(document: Document) -> bool:
        said = repr(document.data)  # a character reference is plain ASCII, and so not among the texts
        return not any(deceives(text) for _, text in written[document.file]) and not ("&" in said and deceives(said))

    written = {document.file: found for document, found in texts(loaded)}
    return all(found for _, found in loaded.parsed.each(loaded.documents.values(), "plain", harmless))


def check(loaded: Loaded) -> tuple[Problem, ...]:
    """All problems of a dossier, by file and place; those of the files alone where dossier.yml can't be used."""
    if loaded.dossier is None:
        return tuple(sorted(loaded.problems))
    context = Context(loaded, loaded.dossier)
    found = [problem for rule in RULES for problem in rule.check(context)]
    context.note(found)
    return tuple(sorted([*loaded.problems, *found]))


__all__ = ["RULES", "check", "plain"]
