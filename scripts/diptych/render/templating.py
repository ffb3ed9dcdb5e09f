"""The Jinja environment of the pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, cast

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.runtime import Context

from diptych.render.language import Language
from diptych.render.links import links
from diptych.render.written import written


def environment(
    directories: Sequence[Path], language: Language, compiled: jinja2.BytecodeCache | None = None
) -> jinja2.Environment:
    """An environment that escapes everything and refuses unknown names; the first folder that has a template wins.

    `compiled` keeps the code of the templates; their words are in it, so that it must be one for these words alone.
    """
    made = _Environment(
        loader=jinja2.FileSystemLoader([str(directory) for directory in directories]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled,
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
    environment.add_extension(_Written)


class _Written(Extension):
    """Writes messages without values into the templates before these are compiled, which saves a large dossier time."""

    _PLAIN = re.compile(r'\{\{ t\("([a-z0-9_.-]+)"\) \}\}')

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """The template with the words themselves; a key that no catalogue has is left, to be found when it is shown."""
        language = cast(Language, self.environment.globals["interface"])
        return self._PLAIN.sub(lambda found: language.constant(found[1]) or found[0], source)


class _Code(CodeGenerator):
    """Code of templates that puts values out by `written`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.written(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Context(Context):
    """Calls macros and functions as they are: none of ours asks for the context that it is called in."""

    def call(
        self, called: Callable[..., Any], /, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **kwargs: Any
    ) -> Any:
        """What the call gives."""
        return called(*args, **kwargs)


class _Environment(jinja2.Environment):
    """An environment for many pages: what Jinja does for each value and call, it does with less."""

    code_generator_class = _Code
    context_class = _Context
    written = staticmethod(written)
