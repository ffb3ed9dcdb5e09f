"""What the HTML of narrative pages and the Markdown of notes may hold, and how what deceives is shown."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any, cast

import pytest

from diptych import markup, signs
from diptych.plugin import DiptychPlugin
from diptych.render.markdown import note

MARKDOWN = (
    '<h2 id="a">A <code>b</code></h2>\n<p>One &lt; two &amp; <a href="../c/index.html" title="x">c</a><br>\n'
    '<img src="d.png" alt="d"></p>\n<table>\n<thead><tr><th scope="col">e</th></tr></thead></table>\n'
    '<pre><code class="language-python">f = "g"\n</code></pre>\n<details open=""><summary>h</summary></details>'
)


def test_what_markdown_makes_stays_as_it_is() -> None:
    assert markup.cleaned(MARKDOWN) == MARKDOWN
    assert markup.faults(MARKDOWN) == []


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("a<script>b</script>c", "ac"),
        ("a<script>b", "a"),
        ("<p onclick=x ONLOAD='y' class=z>a</p>", '<p class="z">a</p>'),
        ("<a href=' java\tscript:x'>a</a>", "<a>a</a>"),
        ("<a href=&#106;avascript:x>a</a>", "<a>a</a>"),
        ("<a href='data:text/html,x'>a</a>", "<a>a</a>"),
        ("<a href='mailto:a@b.example'>a</a>", '<a href="mailto:a@b.example">a</a>'),
        ("<img src=//a.example/b.png alt=b>", '<img alt="b">'),
        ("<img src='\\\\a.example\\b.png'>", "<img>"),
        ("<svg><a xlink:href='javascript:x'><text>a</text></a></svg>b", "b"),
        ("<style>a{}</style><p style='b'>c", "<p>c</p>"),
        ("<!-- a --><b>c<!-- d", "<b>c</b>"),
        ("<noscript><p title='</noscript><img src=x onerror=y>'>", '<img src="x">\'&gt;'),
        ("<math><mtext><table><mglyph><style><img src=x onerror=y>", ""),
        ("</p><b>a</i></b>", "<b>a</b>"),
        ("<b <i>a</b>", "<b>a</b>"),
        ("<form action=x><input name=y>a</form>", "a"),
        ("<a href='x' href='javascript:y'>", '<a href="x"></a>'),
        ("a < b <3 &lt;c&gt;", "a &lt; b &lt;3 &lt;c&gt;"),
    ],
)
def test_what_is_left_of_the_rest(given: str, left: str) -> None:
    assert markup.cleaned(given) == left


@pytest.mark.parametrize("piece", ["<a ", "<a '", "<!--", "</", "<div>", "<script>", "<p><b></p>", "&#", "<a href="])
def test_time_is_linear(piece: str) -> None:
    begun = time.process_time()
    markup.faults(piece * 40_000)
    assert time.process_time() - begun < 5


def test_the_plugin_cleans_what_markdown_let_pass() -> None:
    nothing = cast(Any, SimpleNamespace())
    html = "<p>a {{ 7 * 7 }}</p><script>b</script>"
    assert DiptychPlugin().on_page_content(html, page=nothing, config=nothing, files=nothing) == "<p>a {{ 7 * 7 }}</p>"


@pytest.mark.parametrize(
    "said",
    [
        "<script>a</script>",
        "[a](javascript:b)",
        "[a]( data:text/html,b)",
        "![a](javascript:b)",
        "<javascript:a>",
        "[a]: vbscript:b\n[a]",
    ],
)
def test_a_note_makes_no_element_of_it(said: str) -> None:
    made = str(note(said))
    for sign in ("<script", "href", "<img", "src="):
        assert sign not in made


def test_what_deceives_is_shown_by_its_number() -> None:
    script = '<script>"p\u0430ge"</script>'
    russian = "\u041c\u043e\u0441\u043a\u0432\u0430 TNF\u03b1"
    page = f"<p title='p\u0430ge'>p\u0430ge \u202e{russian} \x9b</p>{script}"
    shown = f"<p title='p\u0430ge'>p\u0430[U+0430]ge [U+202E]{russian} [U+009B]</p>{script}"
    assert signs.marked(page) == shown
    assert signs.deceives(page)
    assert not signs.deceives("\u041c\u043e\u0441\u043a\u0432\u0430 “TNF\u03b1” \u200e\u200f")


@pytest.mark.parametrize(("said", "shown"), [("p&#1072;ge", "p\u0430[U+0430]ge"), ("a &#x202E; b", "a [U+202E] b")])
def test_what_a_note_names_by_its_number_deceives_as_itself(said: str, shown: str) -> None:
    assert signs.deceives(said)
    assert signs.marked(str(note(said))) == f"<p>{shown}</p>\n"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>The Роре said", "<p>The Р[U+0420]оре said"),
        ("<b>Роре</b> <i>said</i>", "<b>Р[U+0420]оре</b> <i>said</i>"),
        ("the ΑΝΟΝ fund", "the Α[U+0391]ΝΟΝ fund"),
        ("НАТО and &nbsp;x", "Н[U+041D]АТО and &nbsp;x"),
    ],
)
def test_a_word_of_nothing_but_look_alikes_is_marked_amid_latin_ones(html: str, shown: str) -> None:
    assert signs.marked(html) == shown
    assert signs.deceives(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p>он и СССР</p>",  # among words of its own language
        "she said «Иван и СССР» twice",
        "a rate Ν of ν",  # a symbol
        "<a href='Роре'>Pope</a>",
        "&#1056; 中文 Роре 中文",
    ],
)
def test_words_of_another_language_are_left(html: str) -> None:
    assert signs.marked(html) == html
