"""Counts, shortened texts, addresses and notes."""

from __future__ import annotations

import re

import pytest
from site_reader import TEMPLATES

from diptych.render import Site, language
from diptych.render.addresses import canonical, normal, root_of
from diptych.render.markdown import note
from diptych.render.words import answered, excerpt

ENGLISH = language([TEMPLATES], "en")


@pytest.mark.parametrize(
    ("claims", "number", "said"),
    [
        (0, 0, "0 claims"),
        (1, 0, "1 claim, not answered"),
        (1, 1, "1 claim, answered"),
        (3, 0, "3 claims, none of them answered"),
        (3, 2, "3 claims, 2 of them answered"),
        (3, 3, "3 claims, all of them answered"),
    ],
)
def test_claims_and_how_many_are_answered(claims, number, said):
    assert answered(ENGLISH, claims, number) == said


def test_an_excerpt_of_a_script_without_spaces_is_one_too():
    text = "沙" * 60
    assert excerpt(text) == (20, 50)
    assert excerpt("a few words only") == (16, 16)


def test_addresses():
    site = Site(address="https://a.example/b")
    assert canonical("claims/C1/index.html#p1", site) == "https://a.example/b/claims/C1/#p1"
    assert canonical("index.html", site) == "https://a.example/b/"
    assert canonical("index.html", Site()) == ""
    assert [root_of(path, site) for path in ("index.html", "claims/C1/index.html", "404.html")] == [
        "./",
        "../../",
        "/b/",
    ]
    assert root_of("404.html", Site()) == "/"
    assert [normal(path) for path in ("", "about/", "./a/b.html")] == ["index.html", "about/index.html", "a/b.html"]


def test_an_id_in_a_note_is_a_link_where_it_is_known():
    known = {"C1": "../C1/", "S2": "../S2/"}
    assert note("See C1, C11 and S2.", known) == (
        '<p>See <a href="../C1/">C1</a>, C11 and <a href="../S2/">S2</a>.</p>\n'
    )
    assert note("[C1](https://a.example) `C1`", known).count("../C1/") == 0


def test_notes_are_markdown_without_html_images_headings_or_unsafe_links():
    assert note("*so*") == "<p><em>so</em></p>\n"
    assert note("  ") == ""
    assert "<script" not in note("<script>x</script>")
    assert "<img" not in note("![x](https://elsewhere.example/x.png)")
    assert not re.search("<h[1-6]", note("# Title\n\nTitle\n---"))
    assert "href" not in note("[x](javascript:alert(1))")
    assert 'href="https://a.example"' in note("[x](https://a.example)")
