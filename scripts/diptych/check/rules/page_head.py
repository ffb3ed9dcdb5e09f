"""A page whose first line looks like front matter: MkDocs takes it for such, and leaves it out of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.check.context import Context
from diptych.problems import Problem
from diptych.store import FRONT

CODE = "page-head"
#: What MkDocs takes for a key of front matter without fences.
_KEY = re.compile(r"\ufeff? {0,3}([A-Za-z0-9_-]+):")


def check(context: Context) -> Iterator[Problem]:
    """Yields the pages without front matter between lines of hyphens that begin as if they had some."""
    for file, text in context.pages.items():
        found = None if FRONT.match(text) else _KEY.match(text)
        if found:
            key = f"{found[1][:20]}:"
            said = f"the page begins with {key!r}: MkDocs takes the line for front matter, and leaves it out"
            hint = "begin with a heading or an empty line; front matter stands between lines of three hyphens"
            yield Problem(file, 1, found.start(1) + 1, CODE, said, hint, "warning")
