"""A word with a letter of another script that looks like a Latin one seems to be a word that it is not."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.dossier import Dossier
from diptych.problems import Problem
from diptych.signs import LOOKALIKES, mixed, named

CODE = "mixed-script"


def check(dossier: Dossier, context: Context) -> Iterator[Problem]:
    """Yields the texts with such words, and names the first of them."""
    for written in context.written:
        found = mixed(written.text)
        if found:
            word, sign = found[0]
            others = f" (and see {', '.join(repr(other) for other, _ in found[1:4])})" if found[1:] else ""
            said = f"{word!r} mixes scripts: its {sign!r} is {named(sign)} and no {LOOKALIKES[sign]!r}{others}"
            hint = "pages show the letter by its number" + ("" if written.quoted else f"; write {LOOKALIKES[sign]!r}")
            yield context.problem_in(written.file, CODE, written.path, said, hint, "warning")
