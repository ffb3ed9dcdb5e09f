"""A link leads to the web, a mailbox or a page, and a picture is the dossier's own: nothing else is safe to follow."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.check.prose import prose
from diptych.problems import Problem

CODE = "unsafe-link"
_HINT = "give it an address with https://, or the path of a file in content/"


def check(context: Context) -> Iterator[Problem]:
    """Yields what the Markdown of pages and notes holds of it."""
    for fault in prose(context):
        if fault.link:
            yield Problem(fault.file, fault.line, fault.column, CODE, fault.what, _HINT)
