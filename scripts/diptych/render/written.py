"""How a value is written into a page, as JSON too, and what is markup already."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup, escape

#: A value as JSON, as short as it goes and with every letter as it is.
as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

#: What stands for the way to the site's root in markup that many pages show: no text holds it, as none that does is
#: published.
ANYWHERE = "\0"


def markup(text: str) -> Markup:
    """A text as markup: what `Markup` makes of it, without asking it for markup of its own."""
    return str.__new__(Markup, text)


def placed(made: Markup, root: str) -> Markup:
    """Markup that was made for pages anywhere, on one that `root` leads from to the site's root."""
    return markup(str.replace(made, ANYWHERE, written(root)))


def written(value: Any) -> str:
    """A value as it stands in a page: what is markup as it is, all else escaped.

    The same characters that `escape` makes, without a new `Markup` of each value, of which a page has hundreds.
    """
    kind = type(value)
    made: str = value
    if kind is Markup:
        return made
    if kind is str and not ("&" in made or "<" in made or ">" in made or '"' in made or "'" in made):
        return made
    return escape(value)
