"""The Jinja environment of the pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from keyword import iskeyword
from pathlib import Path
from typing import Any, cast

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.ext import Extension
from jinja2.runtime import Context, Macro

from diptych.render.language import Language
from diptych.render.links import links
from diptych.render.written import ANYWHERE, markup, placed, written


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
        cache_size=-1,
    )
    teach(made, language)
    return made


def teach(environment: jinja2.Environment, language: Language) -> None:
    """Gives the templates of an environment the words of a language, before the first of them is loaded.

    `t(key, …)` is a message as markup, `links(root, items)` several links as a list; `interface` is the language, for
    its code, its direction and what marks words of another. Markup for pages `anywhere` is `placed` on one of them.
    """
    environment.globals["t"] = language.markup
    environment.globals["links"] = partial(links, language=language)
    environment.globals["interface"] = language
    environment.globals["anywhere"], environment.globals["placed"] = ANYWHERE, placed
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

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """A call as Python has it, where it can be one: nothing that we call asks for the context."""
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(iskeyword(one.key) for one in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro that takes nothing but its arguments is called without the rest that a macro may take."""
        bare = not (macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller)
        self.write("environment.bare(macro, " if bare else "(")
        super().macro_def(macro_ref, frame)
        self.write(")")


class _Context(Context):
    """Calls macros and functions as they are: none of ours asks for the context that it is called in."""

    def call(
        self, called: Callable[..., Any], /, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **kwargs: Any
    ) -> Any:
        """What the call gives."""
        return called(*args, **kwargs)


class _Template(jinja2.Template):
    """A template whose macros are the same for every page that imports them: no page has globals of its own."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        return super()._get_default_module()

    def render(self, *args: Any, **kwargs: Any) -> str:
        """The page. Macros of its own and all that it shows hold each other: they are parted, as nothing collects them
        while a site is made."""
        context = self.new_context(dict(*args, **kwargs))
        try:
            return self.environment.concat(self.root_render_func(context))
        except Exception:
            self.environment.handle_exception()
        finally:
            context.vars.clear()


def _bare(function: Callable[..., str], macro: Macro) -> Callable[..., Any]:
    """A macro; given all its arguments in their order, the function that it is made of does at once."""
    number = len(macro.arguments)

    def call(*args: Any, **kwargs: Any) -> Any:
        return markup(function(*args)) if len(args) == number and not kwargs else macro(*args, **kwargs)

    return call


class _Environment(jinja2.Environment):
    """An environment for many pages: what Jinja does for each value and call, it does with less."""

    code_generator_class = _Code
    context_class = _Context
    template_class = _Template
    written = staticmethod(written)
    bare = staticmethod(_bare)
