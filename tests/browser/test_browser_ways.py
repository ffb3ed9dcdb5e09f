"""The main pages by keys alone, on paper, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from boxes import troubles
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

_MAIN = [
    "",
    "side-by-side/",
    "claims/",
    "claims/C3/",
    "sources/S3/",
    "at-a-glance/",
    "symmetry/",
    "discrepancies/",
    "recommendations/",
    "search/",
]
_STOPS = 40

#: Where the keyboard is: whether that shows, whether it is in the window, and whether something lies over it.
_FOCUS = """() => {
  const one = document.activeElement, look = getComputedStyle(one);
  const { left, top, width, height } = one.getClientRects()[0] ?? one.getBoundingClientRect();
  const x = left + width / 2, y = top + height / 2, there = document.elementFromPoint(x, y);
  return {
    name: `${one.localName} ${one.textContent.trim().slice(0, 30) || one.id}`,
    done: one === document.body,
    shown: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
    inside: x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight,
    covered: !there || !(one.contains(there) || there.contains(one)),
  };
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", _MAIN)
def test_keys_alone_lead_through_a_page_and_every_stop_is_seen(
    open_page: Open, address: str, path: str, width: int
) -> None:
    page = open_page(f"{address}{path}", viewport={"width": width, "height": 700})
    if path != "search/":
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        expect(page.locator(".skip")).to_be_in_viewport()
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"
    lost = []
    stops = 0
    for _ in range(_STOPS):
        page.keyboard.press("Tab")
        at = page.evaluate(_FOCUS)
        if at["done"]:
            break
        stops += 1
        if not at["shown"] or not at["inside"] or at["covered"]:
            lost.append(at)
    assert stops > 5
    assert lost == []


@pytest.mark.parametrize("width", [360, 1280])
def test_backwards_no_stop_lies_under_what_stays_in_view(open_page: Open, address: str, width: int) -> None:
    page = open_page(f"{address}side-by-side/", viewport={"width": width, "height": 700})
    page.locator("#recommendations a").last.focus()
    lost = []
    for _ in range(_STOPS):
        page.keyboard.press("Shift+Tab")
        at = page.evaluate(_FOCUS)
        if not at["inside"] or at["covered"]:
            lost.append(at)
    assert lost == []


@pytest.mark.parametrize("path", _MAIN[:-1])
def test_a_page_is_printed_whole(open_page: Open, address: str, path: str) -> None:
    page = open_page(f"{address}{path}", viewport={"width": 672, "height": 990})  # the room on a sheet of A4
    page.emulate_media(media="print")
    assert troubles(page) == []
    height = page.evaluate("document.documentElement.scrollHeight")
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    assert height / 990 * 0.6 <= sheets <= height / 990 * 1.6 + 1
    cut = page.evaluate(
        """() => [...document.querySelectorAll(".passage, .register > li, .stretch, .data tr, .index-list li")]
          .filter((one) => one.checkVisibility() && getComputedStyle(one).breakInside !== "avoid")
          .map((one) => one.className || one.localName)"""
    )
    assert cut == []
    assert not page.locator(".masthead-nav, .skip, button").filter(visible=True).count()


def test_without_scripts_a_passage_leads_to_its_source_and_back_from_the_front_page(
    open_page: Open, address: str
) -> None:
    page = open_page(address, java_script_enabled=False)
    page.get_by_role("link", name="Read the two side by side").click()
    page.locator("main a[data-at][href*='sources/S']").first.click()
    place = page.url.partition("#")[2]
    stretch = page.locator(f"id={place}")
    expect(stretch).to_be_in_viewport()
    number, passage = re.fullmatch(r"([A-Z]\d+)-p(\d+)", place).groups()  # type: ignore[union-attr]
    stretch.get_by_role("link", name=number, exact=True).click()
    assert page.url.endswith(f"/{number}/index.html#p{passage}")
    expect(page.locator(f"#p{passage}")).to_be_in_viewport()
    page.go_back()
    page.go_back()
    assert "side-by-side" in page.url
