"""A word with letters of another script that look like Latin ones seems to be a word that it is not."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem
from diptych.signs import LOOKALIKES, latin, mixed, named

CODE = "mixed-script"


def check(context: Context) -> Iterator[Problem]:
    """Yields the texts with such words, and names the first of them.

    A text of one word stands amid the dossier's own.
    """
    amid = latin(context.dossier.file.title)
    for written in context.written:
        found = mixed(written.text, amid)
        if found:
            word, sign = found[0]
            others = f" (and see {', '.join(repr(other) for other, _ in found[1:4])})" if found[1:] else ""
            how = "looks like a Latin word" if all(one in LOOKALIKES for one in word) else "mixes scripts"
            said = f"{word!r} {how}: its {sign!r} is {named(sign)} and no {LOOKALIKES[sign]!r}{others}"
            hint = "pages show the letter by its number" + ("" if written.quoted else f"; write {LOOKALIKES[sign]!r}")
            yield context.problem_in(written.file, CODE, written.path, said, hint, "warning")
