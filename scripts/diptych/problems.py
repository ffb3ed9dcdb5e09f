"""A problem of a dossier as a value: found by a rule, shown by a reporter, never printed or raised where found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning", "note"]
#: What a value of a YAML file may have to be, and how each is written.
WRITTEN = {
    "keys and values": "write each key in a line, with a colon and its value behind it",
    "a list": "write it in brackets, or each item in a line that starts with '- '",
    "text": "put it in quotes",
    "true or false": "write one of the two words, without quotes",
    "a whole number": "write digits alone",
    "a number": "write digits, with a full stop before the decimals",
}


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong, where, and what to do about it.

    `file` is the path from the dossier's root; `line` and `column` count from 1, and 0 means the file as a whole.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"


class DossierError(Exception):
    """Raised once, at the end of a stage, with all the problems found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(f"{len(self.problems)} problem(s)")

    def __reduce__(self) -> tuple[type[DossierError], tuple[tuple[Problem, ...]]]:
        """As a value that another process can be given."""
        return type(self), (self.problems,)


def nearest(wrong: str, known: Iterable[str]) -> str:
    """The known word that may have been meant, or nothing."""
    return next(iter(get_close_matches(wrong, sorted(known), n=1, cutoff=0.6)), "")


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A hint that names it, or an empty one."""
    near = nearest(wrong, known)
    return f"did you mean {near!r}?" if near else ""


def shown(value: object) -> str:
    """A value of a file as a message shows it, in no more than 60 characters."""
    if value is None:
        return "nothing"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def visible(text: str) -> str:
    """The text for a terminal: what hides, reorders or steers there (controls, bidi marks) as `<U+202E>`."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in text)


def visible_lines(text: str) -> str:
    """The same for several lines, which stay such."""
    return "\n".join(map(visible, text.split("\n")))
