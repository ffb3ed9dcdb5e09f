"""A reader of a dossier whose pages are divided: old links lead on, filters reach every part, a part prints as such."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from boxes import troubles
from divided_site import generated, placed, rendered
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
SIDE = "side-by-side/"
PART = re.compile(r"side-by-side/[^/]+/([CAR]\d+-[CAR]\d+/)?")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("divided")
    return placed(root / "site", rendered(generated(root / "dossier", 90), 5_000))


@pytest.fixture(scope="module")
def divided(folder: Path, serve: Callable[[Path], str]) -> str:
    return serve(folder)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The site of a dossier that is too large to show its passages on the pages of several records."""
    root = tmp_path_factory.mktemp("large")
    return serve(placed(root / "site", rendered(generated(root / "dossier", 90), 5_000, heavy=0)))


def matching(page: Page) -> list[str]:
    """The rows that the page of contents says match, by their IDs."""
    return page.evaluate("[...document.querySelectorAll('.places > a:not([hidden])')].map(one => one.id)")


def shown(page: Page) -> list[str]:
    """The rows that a part shows."""
    return page.evaluate("[...document.querySelectorAll('[data-said]:not([hidden])')].map(one => one.id)")


def parts(page: Page) -> list[str]:
    """The addresses of the parts that the page of contents shows, as they are opened from there."""
    return page.evaluate(
        "[...document.querySelectorAll('.parts-list > li')].filter(one => one.checkVisibility())"
        ".map(one => one.querySelector('.part-link').href)"
    )


def test_an_old_address_of_a_row_leads_to_the_part_where_it_stands_with_its_filters(
    open_page: Open, divided: str
) -> None:
    page = open_page(f"{divided}{SIDE}?answered=yes#C17")
    page.wait_for_url(re.compile(r"side-by-side/theme-.*\?answered=yes#C17$"))
    assert page.locator("#C17.row").is_visible()
    expect(page.locator("#by-answered")).to_have_value("yes")
    assert page.locator("#C17 .fold[open]").count() == page.locator("#C17 .fold").count() > 0
    box = page.locator("#C17").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 700
    page.goto(f"{divided}{SIDE}#no-such-place")
    expect(page.locator("#parts")).to_be_visible()


def test_without_scripts_an_old_address_shows_the_link_to_where_the_row_stands(open_page: Open, divided: str) -> None:
    page = open_page(f"{divided}{SIDE}#C17", java_script_enabled=False)
    link = page.locator("#C17")
    expect(link).to_be_in_viewport()
    link.click()
    page.wait_for_url(re.compile(r"side-by-side/theme-.*/index\.html#C17$"))
    expect(page.locator("#C17.row")).to_be_in_viewport()


def test_a_filter_reaches_every_part(open_page: Open, divided: str) -> None:
    page = open_page(f"{divided}{SIDE}")
    everything, all_parts = matching(page), parts(page)
    assert not [one for one in page.evaluate("[...document.scripts].map(one => one.src)") if "rows-" in one]
    page.select_option("#by-source", "S3")
    page.select_option("#by-answered", "yes")
    expect(page).to_have_url(f"{divided}{SIDE}?source=S3&answered=yes")
    expect(page.locator("#by-source option:checked")).to_have_text(re.compile(r"\(\d+\)$"))
    found, some = matching(page), parts(page)
    assert 0 < len(found) < len(everything)
    assert 0 < len(some) < len(all_parts)
    assert sum(len(shown_in(open_page, part)) for part in some) == len(found)
    assert sorted(one for part in some for one in shown_in(open_page, part)) == sorted(found)
    for part in set(all_parts) - {one.partition("?")[0] for one in some}:
        assert shown_in(open_page, f"{part}?source=S3&answered=yes") == []
    told = re.findall(r"(\d+) of", page.locator("#shown").inner_text())
    assert sum(map(int, told)) == len(found)


def shown_in(open_page: Open, part: str) -> list[str]:
    page = open_page(part)
    found = shown(page)
    page.close()
    return found


def test_a_filtered_address_shows_another_reader_the_same_and_is_cleared(open_page: Open, divided: str) -> None:
    page = open_page(f"{divided}{SIDE}?speaker=company&how=denies")
    expect(page.locator("#by-how option:checked")).to_have_text(re.compile(r"\(\d+\)$"))
    found = matching(page)
    page.reload()
    expect(page.locator("#by-how option:checked")).to_have_text(re.compile(r"\(\d+\)$"))
    assert matching(page) == found
    page.get_by_role("button", name="Clear all filters").click()
    expect(page).to_have_url(f"{divided}{SIDE}")
    assert len(matching(page)) > len(found)


def test_from_part_to_part_and_to_the_contents_the_filters_are_kept(open_page: Open, divided: str) -> None:
    page = open_page(f"{divided}{SIDE}")
    page.locator(".part-link").nth(1).click()
    page.select_option("#by-source", "S2")
    page.locator(".onward a[rel=next]").click()
    expect(page.locator("#by-source")).to_have_value("S2")
    assert page.url.endswith("?source=S2")
    page.get_by_role("link", name="All parts with these filters").click()
    expect(page).to_have_url(re.compile(rf"{SIDE}(index\.html)?\?source=S2$"))
    expect(page.locator("#by-source")).to_have_value("S2")


def test_read_from_disk_the_filters_work_as_well(open_page: Open, folder: Path) -> None:
    page = open_page(f"{(folder / SIDE / 'index.html').as_uri()}?answered=no")
    expect(page.locator("#by-answered option:checked")).to_have_text(re.compile(r"\(\d+\)$"))
    assert 0 < len(matching(page)) < page.locator(".places > a").count()
    page.goto(f"{(folder / SIDE / 'index.html').as_uri()}#C17")
    page.wait_for_url(re.compile(r"/index\.html#C17$"))
    assert page.locator("#C17.row").is_visible()


def test_a_part_prints_with_its_name_and_which_of_how_many_it_is(open_page: Open, divided: str) -> None:
    page = open_page(f"{divided}{SIDE}")
    name = page.locator(".part-link").nth(2).inner_text()
    page.locator(".part-link").nth(2).click()
    page.select_option("#by-answered", "no")
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_contain_text(name)
    expect(page.locator(".of-whole")).to_be_visible()
    expect(page.locator(".of-whole")).to_contain_text(re.compile(r"Part 3 of \d+\."))
    expect(page.locator("#narrow")).to_be_hidden()
    expect(page.locator("#printed")).to_contain_text(page.url)
    page.goto(f"{divided}{SIDE}")
    expect(page.locator(".part-link").first).to_be_visible()
    expect(page.locator(".places").first).to_be_hidden()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_contents_and_parts_of_every_kind_spill_nowhere(
    open_page: Open, divided: str, folder: Path, width: int
) -> None:
    page = open_page("about:blank", viewport={"width": width, "height": 800})
    kinds = ("side-by-side", "themes", "claims", "recommendations", "actors", "sources", "symmetry", "timeline")
    found = {}
    for kind in kinds:
        deepest = sorted((file for file in (folder / kind).rglob("index.html")), key=lambda file: -len(file.parts))
        for path in (f"{kind}/", deepest[0].relative_to(folder).as_posix()):
            page.goto(f"{divided}{path}")
            if wrong := troubles(page):
                found[path] = wrong
    assert found == {}


def test_the_passages_of_a_large_dossier_open_where_they_are_led_to(open_page: Open, large: str) -> None:
    page = open_page(f"{large}{SIDE}#C17")
    fold = page.locator("#C17 details.fold").first
    assert fold.locator(".passage").count() == 0
    fold.locator("summary").click()
    first = fold.locator(".passage").first
    expect(first).to_be_visible()
    said = first.locator("blockquote").inner_text()
    assert f"{fold.locator('.passage').count()} passage" in fold.locator("summary").inner_text()
    assert page.locator("[id=p1]").count() == 0
    first.locator(".where").click()
    page.wait_for_url(re.compile(r"/sources/S\d+/.*#C17-p1$"))
    page.goto(f"{large}claims/C17/")
    assert page.locator("#p1 blockquote").inner_text() == said


def test_without_scripts_a_large_dossier_leads_to_the_passages_on_their_page(open_page: Open, large: str) -> None:
    page = open_page(f"{large}{SIDE}", java_script_enabled=False)
    page.locator("#C17").click()
    page.locator("#C17.row .byline a[href$='#passages']").first.click()
    page.wait_for_url(re.compile(r"/claims/C17/index\.html#passages$"))
    expect(page.locator("#p1")).to_be_visible()


def test_a_part_of_a_large_dossier_is_filtered_and_printed(open_page: Open, large: str) -> None:
    page = open_page(f"{large}{SIDE}#A1")
    page.wait_for_url(PART)
    page.select_option("#by-theme", "theme-4")
    assert 0 < len(shown(page)) < page.locator("[data-said]").count()
    assert page.locator("#open-all").count() == 0
    page.emulate_media(media="print")
    expect(page.locator(".row:not([hidden]) .statement").first).to_be_visible()
    expect(page.locator(".row:not([hidden]) .fold summary").first).to_be_visible()
    assert troubles(page) == []
