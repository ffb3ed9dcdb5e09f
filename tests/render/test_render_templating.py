"""Pages hold what Jinja's own escaping makes, though an environment for many pages does it with less."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape
from site_reader import TEMPLATES

from diptych.render import Language, environment, language
from diptych.render.links import Link
from diptych.render.written import written


class _Drawn:
    """Something that says itself what it is as HTML."""

    def __html__(self) -> str:
        return "<b>&</b>"


class _Named(str):
    """A text of a kind of its own."""


@given(st.text(alphabet="&<>\"'ab ’“\0") | st.text())
def test_a_text_is_escaped_as_ever(said: str) -> None:
    assert written(said) == escape(said)
    assert written(_Named(said)) == escape(said)
    assert written(Markup(said)) == said


@pytest.mark.parametrize("value", [0, 1.5, None, True, ["<"], ("'",), {"&": '"'}, _Drawn(), b"<"])
def test_any_other_value_is_escaped_as_ever(value: object) -> None:
    assert written(value) == escape(value)


@pytest.mark.parametrize(
    "source",
    [
        "{{ a }}{{ a | safe }}{{ a | upper }}{{ a ~ '<' }}{{ '<' }}{{ n }}",
        "{% macro m(x, y='&') %}<i>{{ x }}{{ y }}</i>{% endmacro %}{{ m(a, y=a) }}{{ m(m(a)) }}{{ m(y=1, x=2) }}",
        "{% macro m(x) %}<i>{{ x }}{{ caller() }}</i>{% endmacro %}{% call m(a) %}{{ a }}{% endcall %}",
        "{% set b %}<i>{{ a }}</i>{% endset %}{{ b }}{% set c = a %}{{ c }}",
        "{% for x in [a, n] recursive %}{{ loop.index }}{{ x }}{{ loop([a]) if x == n }}{% endfor %}",
        "{% autoescape false %}{{ a }}{% endautoescape %}{{ a }}",
        "{% autoescape n %}{{ a }}{% endautoescape %}",
        "{% filter upper %}{{ a }}{% endfilter %}{{ dict(a=a) }}{{ [a] | map('upper') | join(a) }}",
    ],
)
def test_a_template_makes_what_it_makes_elsewhere(source: str) -> None:
    usual = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    shown = {"a": "<a href='b'>\"&", "n": 3}
    assert environment([Path()], Language()).from_string(source).render(shown) == usual.from_string(source).render(
        shown
    )


def test_an_unknown_name_is_refused_as_ever() -> None:
    for source in ("{{ a }}", "{{ a() }}", "{{ n.a }}", "{{ n.a() }}"):
        with pytest.raises(jinja2.UndefinedError):
            environment([Path()], Language()).from_string(source).render(n={})


@pytest.mark.parametrize("root", ["./", "../../", "/a&b/"])
def test_what_is_made_for_pages_anywhere_is_what_is_made_for_each(root: str) -> None:
    macros = '{% from "partials/parts.html" import link %}'
    source = "{{ placed(link(anywhere, to), root) }}{{ placed(links(anywhere, [to, to]), root) }}"
    usual = "{{ link(root, to) }}{{ links(root, [to, to]) }}"
    shown = {"root": root, "to": Link("<C1> & 'R1'", "claims/C1/index.html#p1")}
    templates = environment([TEMPLATES], language([TEMPLATES], "en"))
    made = templates.from_string(macros + source).render(shown)
    assert made == templates.from_string(macros + usual).render(shown)
    assert "\0" not in made
