"""A control character shows nowhere, and some of what is made of a dossier can't hold it."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem, Severity
from diptych.signs import CONTROLS, numbered

CODE = "control-character"
_HINT = "take it out"


def check(context: Context) -> Iterator[Problem]:
    """Yields the texts with such a character: an error where it is NUL, which ends texts for many programs."""
    for written in context.written:
        if told := _told(written.text):
            said, severity = told
            hint = "the words are the seed's: pages show it by its number" if written.quoted else _HINT
            yield context.problem_in(written.file, CODE, written.path, said, hint, severity)
    for file, place, text in context.fronts:
        if told := _told(text):
            said, severity = told
            yield Problem(file, *place, CODE, said, _HINT, severity)


def _told(text: str) -> tuple[str, Severity] | None:
    signs = sorted(set(CONTROLS.findall(text)))
    said = f"this text holds {', '.join(map(numbered, signs))}, which does not show"
    return (said, "error" if "\0" in signs else "warning") if signs else None
