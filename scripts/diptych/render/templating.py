"""The Jinja environment of the pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import jinja2
from markupsafe import Markup

from diptych.render.language import Language

#: Markup that a template made of a view, by what it depends on beside the view. Many pages show the same record or
#: menu, and making its markup anew for each is most of the time that a large dossier takes.
Kept = dict[str | tuple[str, str], Markup]


def environment(directories: Sequence[Path], language: Language) -> jinja2.Environment:
    """An environment that escapes everything and refuses unknown names; the first folder that has a template wins."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(directory) for directory in directories]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    teach(made, language)
    return made


def teach(environment: jinja2.Environment, language: Language) -> None:
    """Gives the templates of an environment the words of a language, before the first of them is loaded.

    `t(key, …)` is a message as markup; `interface` is the language itself, for its code, direction, numbers and lists.
    """
    environment.globals["t"] = language.markup
    environment.globals["interface"] = language
