"""The Jinja environment of the pages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import jinja2

from diptych.render.language import Language
from diptych.render.links import links


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

    `t(key, …)` is a message as markup, `links(root, items)` several links as a list; `interface` is the language, for
    its code, its direction and what marks words of another.
    """
    environment.globals["t"] = language.markup
    environment.globals["links"] = partial(links, language=language)
    environment.globals["interface"] = language
