"""The Jinja environment of the pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import jinja2
from markupsafe import Markup

#: Markup that a template made of a view, by what it depends on beside the view. Many pages show the same record or
#: menu, and making its markup anew for each is most of the time that a large dossier takes.
Kept = dict[str | tuple[str, str], Markup]


def environment(directories: Sequence[Path]) -> jinja2.Environment:
    """An environment that escapes everything and refuses unknown names; the first folder that has a template wins."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(directory) for directory in directories]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
