"""The Jinja environment of the pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import jinja2


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
