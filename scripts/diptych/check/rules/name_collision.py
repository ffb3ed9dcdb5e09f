"""Windows and macOS take two names that differ only in case, or in how an accent is coded, for one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem

CODE = "name-collision"


def check(context: Context) -> Iterator[Problem]:
    """Yields each file whose name is another's to such a system."""
    first: dict[str, str] = {}
    for file in context.files:
        other = first.setdefault(unicodedata.normalize("NFC", file).casefold(), file)
        if other != file:
            said = f"Windows and macOS take this name for that of {other}: a copy there would hold one of the two"
            yield Problem(file, 0, 0, CODE, said, "give one of them another name", "warning")
