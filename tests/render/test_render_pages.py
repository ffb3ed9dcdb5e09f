"""What holds for every page of the site."""

from __future__ import annotations

import posixpath
import re
from itertools import pairwise
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from sample_dossier import RECORDS, sample
from site_reader import TEMPLATES, Page, parse, text

from diptych.pipeline.build.sheet import PARTS, SHEET
from diptych.render.dataset.schemas import WRITTEN, schema_file
from diptych.render.views.data import FILES
from diptych.values import PLURALS, kind_of

COPIED = {path.relative_to(TEMPLATES).as_posix() for path in (TEMPLATES / "assets").rglob("*")}
ASSETS = {path for path in COPIED if not path.startswith(PARTS)} | {SHEET}
DOWNLOADS = {f"data/{name}" for name in (*dict(FILES), *map(schema_file, WRITTEN))} | {"feed.xml"}


def links(page: Page) -> list[str]:
    found = [element.get(name) for element in page.tree.iter() for name in ("href", "src") if element.get(name)]
    canonical = [element.get("href") for element in page.all("link") if element.get("rel") == "canonical"]
    return [str(link) for link in found if link not in canonical]


def test_there_is_a_page_for_everything(book):
    expected = {f"{PLURALS[kind_of(record['id'])]}/{record['id']}/index.html" for record in RECORDS}
    expected |= {f"{plural}/index.html" for plural in PLURALS.values()}
    expected |= {f"themes/{theme}/index.html" for theme in ("sand", "traffic", "fish")}
    expected |= {f"sources/S{number}/index.html" for number in (1, 2, 3, 4)}
    expected |= {f"actors/{actor}/index.html" for actor in ("mira-solberg", "jonas-capek", "ministry")}
    expected |= {f"{part}/index.html" for part in ("side-by-side", "discrepancies", "timeline", "data", "themes")}
    assert expected <= set(book)


def test_every_internal_link_leads_to_a_page_and_a_place_on_it(book, written):
    ids = {path: {element.get("id") for element in page.tree.iter()} - {None} for path, page in book.items()}
    assert sum(len(links(page)) for page in book.values()) > 1000
    for path, page in book.items():
        if path == "404.html":
            continue
        for link in links(page):
            if urlsplit(link).scheme:
                continue
            target, _, anchor = link.partition("#")
            reached = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert reached in book or reached in ASSETS | DOWNLOADS or reached in written, f"{link} on {path}"
            if anchor:
                assert anchor in ids[reached], f"{link} on {path}"


def test_internal_links_are_relative_and_name_a_file(book):
    for path, page in book.items():
        for link in links(page):
            if not urlsplit(link).scheme and path != "404.html":
                assert not link.startswith("/"), f"{link} on {path}"
                assert link.startswith("#") or "." in posixpath.basename(link.partition("#")[0]), f"{link} on {path}"


def test_the_lost_page_works_at_any_depth(book):
    for link in links(book["404.html"]):
        assert link.startswith(("#", "/base/", "https://")), link


def test_ids_are_unique(book):
    for path, page in book.items():
        ids = [element.get("id") for element in page.tree.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), path


def test_one_heading_of_the_first_rank_and_none_skipped(book):
    for path, page in book.items():
        ranks = [int(element.tag[1]) for element in page.tree.iter() if re.fullmatch(r"h[1-6]", str(element.tag))]
        assert ranks.count(1) == 1, path
        assert ranks[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(ranks)), path


def test_nothing_inline_and_nothing_from_elsewhere(book):
    for path, page in book.items():
        assert not page.all("style"), path
        for element in page.tree.iter():
            assert not element.get("style"), path
            assert not any(name.startswith("on") for name in element.attrib), path
        for script in page.all("script"):
            assert script.get("src") or script.get("type") == "application/ld+json", path
        for element in [*page.all("script"), *page.all("img"), *page.all("link")]:
            if element.get("rel") not in {"canonical", "cite-as", "type"}:  # which name, and load nothing
                assert not urlsplit(element.get("src") or element.get("href") or "").scheme, path


def test_the_policy_allows_only_the_site_itself(book):
    for path, page in book.items():
        (policy,) = [m for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy"]
        assert "default-src 'self'" in policy.get("content", ""), path
        assert "unsafe" not in policy.get("content", ""), path


def test_titles_and_descriptions_are_each_pages_own(book):
    titles = [text(page.all("title")[0]) for page in book.values()]
    assert len(titles) == len(set(titles))
    descriptions = [
        element.get("content")
        for page in book.values()
        for element in page.all("meta")
        if element.get("name") == "description"
    ]
    assert len(descriptions) == len(book) == len(set(descriptions))


def test_every_page_has_landmarks_and_a_skip_link(book):
    for path, page in book.items():
        assert len(page.all("main")) == len(page.all("header", "masthead")) == len(page.all("footer", "foot")) == 1, (
            path
        )
        assert page.all("a")[0].get("href") == "#content", path
        assert page.one("content").tag == "main", path
        names = [element.get("aria-label") for element in page.all("nav")]
        assert None not in names, path
        assert len(names) == len(set(names)), path


def test_canonical_addresses_have_no_file_name(book):
    (canonical,) = [link for link in book["claims/C2/index.html"].all("link") if link.get("rel") == "canonical"]
    assert canonical.get("href") == "https://reader.example/base/claims/C2/"
    assert not [link for link in book["404.html"].all("link") if link.get("rel") == "canonical"]


def test_without_an_address_there_is_no_canonical_link_and_no_sitemap(render):
    made = render(sample(), address="")
    assert "sitemap.xml" not in made
    assert "canonical" not in made["claims/C1/index.html"]
    assert "reader.example" not in "".join(made.values())


def test_the_sitemap_lists_every_page_but_the_lost_one(written):
    tree = ElementTree.fromstring(written["sitemap.xml"])
    found = {element.text for element in tree.iter() if element.tag.endswith("loc")}
    pages = {path for path in written if path.endswith(".html") and path != "404.html"}
    assert found == {f"https://reader.example/base/{path.removesuffix('index.html')}" for path in pages}
    assert "lastmod" not in written["sitemap.xml"]


def test_the_current_page_is_marked_in_the_navigation(book):
    def current(path: str) -> dict[str, str]:
        nav = next(nav for nav in book[path].all("nav") if nav.get("aria-label") == "Main")
        return {text(a): a.get("aria-current", "") for a in nav.iter("a") if a.get("aria-current")}

    assert current("sources/index.html") == {"Sources": "page"}
    assert current("sources/S1/index.html") == {"Sources": "true"}
    assert current("about/index.html") == {"About": "page"}


@pytest.mark.parametrize("place", ["statement", "note"])
def test_hostile_words_stay_words(render, place):
    hostile = '</script><script>alert(1)</script><img src=x onerror="alert(1)"> [a](javascript:alert(1)) {{ 7*7 }}'
    records = [{**record, place: hostile} if record["id"] == "C2" else record for record in RECORDS]
    made = render(sample(records=records))
    assert "{{ 7*7 }}" in made["claims/C2/index.html"]
    for path, html in made.items():
        if path.endswith(".html"):
            page = parse(path, html)
            assert not page.all("img"), path
            assert all(
                script.get("src") or script.get("type") == "application/ld+json" for script in page.all("script")
            )
            assert not [a for a in page.all("a") if str(a.get("href")).startswith("javascript")], path
            assert "49" not in html.split("</title>")[0], path


def test_a_dossier_with_nothing_in_it_has_its_pages(render):
    made = render(sample(records=[], themes=[], sources=[], discrepancies=[], actors=[]))
    assert {"index.html", "side-by-side/index.html", "claims/index.html", "sources/index.html"} <= made.keys()
    for path, html in made.items():
        if path.endswith(".html"):
            parse(path, html)


def test_the_same_dossier_gives_the_same_bytes(render, written):
    assert render(sample()) == written
