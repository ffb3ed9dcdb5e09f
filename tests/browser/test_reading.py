"""A reader in a real browser: from the two columns to the words of a source and back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

Open = Callable[..., Page]

#: One page of every kind, and the widest and longest of some.
PAGES = [
    "",
    "side-by-side/",
    "claims/",
    "claims/C3/",
    "responses/R2/",
    "recommendations/",
    "recommendations/A4/",
    "reactions/T1/",
    "events/E1/",
    "themes/",
    "themes/detention/",
    "sources/",
    "sources/S1/",
    "sources/S4/",
    "sources/S5/",
    "actors/",
    "actors/ohchr/",
    "discrepancies/",
    "timeline/",
    "data/",
    "about/",
]


def walk(page: Page) -> None:
    """From the side-by-side page to a claim, to a source, and back again, by links alone."""
    page.locator('main a[href*="claims/C"]').first.click()
    page.wait_for_url(re.compile(r"/claims/C\d+/"))
    claim = page.url
    number = re.search(r"/claims/(C\d+)/", claim)
    assert number is not None
    page.locator(f'main a[href*="sources/S"][href*="#{number[1]}-p"]').first.click()
    page.wait_for_url(re.compile(rf"/sources/S\d+/(index\.html)?#{number[1]}-p\d+$"))
    target = page.locator(f"id={page.url.partition('#')[2]}")
    assert target.count() == 1
    page.locator(f'main a[href*="claims/{number[1]}/"][href*="#p"]').first.click()
    page.wait_for_url(re.compile(rf"/claims/{number[1]}/(index\.html)?#p\d+$"))
    page.go_back()
    page.go_back()
    assert page.url == claim
    page.go_back()
    assert "/side-by-side/" in page.url


@pytest.mark.parametrize("scripts", [False, True])
def test_a_claim_is_followed_to_its_source_and_back(open_page: Open, address: str, scripts: bool) -> None:
    walk(open_page(f"{address}side-by-side/", java_script_enabled=scripts))


def test_it_works_from_a_plain_folder_without_scripts(open_page: Open, site: Path) -> None:
    walk(open_page((site / "side-by-side/index.html").as_uri(), java_script_enabled=False))


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_on_a_phone(open_page: Open, address: str, path: str) -> None:
    for width in (320, 360):
        page = open_page(f"{address}{path}", viewport={"width": width, "height": 740}, java_script_enabled=False)
        widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert widths[0] <= widths[1], f"{path or 'home'} is {widths[0]} px wide at {width} px"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_no_third_party_and_breaks_no_policy(open_page: Open, address: str, path: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    page = open_page("about:blank")
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    answer = page.goto(f"{address}{path}")
    assert answer is not None
    assert answer.status == 200
    assert [url for url in asked if not url.startswith(address)] == []
    assert said == []


def test_the_two_columns_stand_side_by_side_with_the_same_weight(open_page: Open, address: str) -> None:
    page = open_page(f"{address}side-by-side/")
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('main a[href*="claims/C"]')].slice(0, 1).map(link => {
            const row = link.closest('.row'), cells = [...row.children].map(cell => cell.getBoundingClientRect());
            return cells.map(cell => [Math.round(cell.width), Math.round(cell.top)]);
        })[0]"""
    )
    (left, top), (right, beside) = boxes[:2]
    assert abs(left - right) <= 1
    assert top == beside


def test_the_page_follows_the_readers_scheme(open_page: Open, address: str) -> None:
    shades = [
        open_page(f"{address}side-by-side/", color_scheme=scheme).evaluate(
            "getComputedStyle(document.documentElement).backgroundColor"
        )
        for scheme in ("light", "dark")
    ]
    assert shades[0] != shades[1]


def test_an_unanswered_claim_says_so_and_names_what_was_searched(open_page: Open, address: str) -> None:
    page = open_page(f"{address}side-by-side/", java_script_enabled=False)
    said = page.locator("main").inner_text()
    assert "No answer" in said
    empty = page.locator(".row", has_text="No answer").first
    assert empty.locator('a[href*="sources/"]').count() >= 1
