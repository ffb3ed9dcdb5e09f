"""Pages run nothing but the site's own scripts: HTML in a page or a note may not bring others, nor styles."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.check.prose import prose
from diptych.problems import Problem

CODE = "unsafe-markup"
_HINT = "leave it out, or put it between backticks to show it as it is"


def check(context: Context) -> Iterator[Problem]:
    """Yields what the Markdown of pages and notes holds of it."""
    for fault in prose(context):
        if not fault.link:
            yield Problem(fault.file, fault.line, fault.column, CODE, fault.what, _HINT)
