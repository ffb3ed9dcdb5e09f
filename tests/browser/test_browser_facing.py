"""A reader of the two columns: filters, shares what is seen, folds, prints; by keys alone, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from boxes import SHIFTS
from playwright.sync_api import Page, expect

Open = Callable[..., Page]

SIDE = "side-by-side/"


def seen(page: Page) -> list[str]:
    """The links to records that a reader sees in the rows, in order."""
    return page.evaluate(
        "[...document.querySelectorAll('main .band .statement a')].filter(one => one.checkVisibility())"
        ".map(one => one.getAttribute('href'))"
    )


def choose(page: Page, name: str, place: int = 1) -> str:
    """Chooses a value of a filter by its place among the values, and says which."""
    value = page.locator(f"#by-{name} option").nth(place).get_attribute("value")
    assert value
    page.select_option(f"#by-{name}", value)
    return value


def test_a_filtered_address_shows_another_reader_the_same_and_the_same_again(open_page: Open, address: str) -> None:
    page = open_page(f"{address}{SIDE}")
    everything = seen(page)
    theme = choose(page, "theme", 2)
    page.select_option("#by-answered", "no")
    expect(page).to_have_url(f"{address}{SIDE}?theme={theme}&answered=no")
    shown = seen(page)
    assert 0 < len(shown) < len(everything)
    page.reload()
    assert seen(page) == shown
    other = open_page(page.url)
    assert seen(other) == shown
    expect(other.locator("#by-theme")).to_have_value(theme)
    expect(other.locator("#shown")).to_have_text(page.locator("#shown").inner_text())


def test_a_shared_address_shows_its_view_at_once(open_page: Open, address: str) -> None:
    page = open_page("about:blank")
    page.add_init_script(SHIFTS)
    page.goto(f"{address}{SIDE}?answered=no&source=S1")
    expect(page.locator("html.settling")).to_have_count(0)
    assert page.evaluate("moved()") < 0.01


def test_back_and_forward_go_through_the_views(open_page: Open, address: str) -> None:
    page = open_page(f"{address}{SIDE}")
    views = [seen(page)]
    choose(page, "theme", 1)
    views.append(seen(page))
    choose(page, "source", 1)
    views.append(seen(page))
    for view in (views[1], views[0]):
        page.go_back()
        assert seen(page) == view
    expect(page.locator("#by-theme")).to_have_value("")
    for view in views[1:]:
        page.go_forward()
        assert seen(page) == view


def test_the_numbers_are_those_of_the_rows_and_are_told_as_they_change(open_page: Open, address: str) -> None:
    page = open_page(f"{address}{SIDE}")
    said = page.locator("#shown[role=status]")
    claims = page.locator('[data-kind="claim"]')
    total = claims.count()
    expect(said).to_contain_text(f"{total} of {total} claims")
    page.select_option("#by-answered", "yes")
    answered = claims.locator("visible=true").count()
    assert 0 < answered < total
    expect(said).to_contain_text(f"{answered} of {total} claims")
    for row in page.locator(".row[data-kind]:not([hidden])").all():
        assert row.locator(".how").count() >= 1
    page.select_option("#by-answered", "no")
    assert claims.locator("visible=true").count() == total - answered
    assert page.locator(".row[data-kind]:not([hidden]) .how").count() == 0
    for band in page.locator(".band:visible").all():
        assert band.locator("[data-said]:not([hidden])").count() > 0


def test_whoever_is_chosen_must_speak_in_the_source_that_is(open_page: Open, address: str) -> None:
    page = open_page(f"{address}{SIDE}")
    pairs = page.evaluate("[...document.querySelectorAll('[data-said]')].map(row => row.dataset.said.split(' '))")
    source, speaker = pairs[-1][0].split(":")
    page.goto(f"{address}{SIDE}?source={source}&speaker={speaker}")
    expected = sum(f"{source}:{speaker}" in row for row in pairs)
    assert page.locator("[data-said]:not([hidden])").count() == expected > 0


def test_a_choice_says_how_many_it_would_leave(open_page: Open, address: str) -> None:
    page = open_page(f"{address}{SIDE}?answered=yes")
    for place in (1, 2):
        option = page.locator("#by-source option").nth(place)
        said = re.search(r"\((\d+)\)$", option.inner_text())
        assert said is not None
        page.select_option("#by-source", option.get_attribute("value"))
        assert page.locator("[data-said]:not([hidden])").count() == int(said[1])


def test_unknown_values_are_ignored_and_said(open_page: Open, address: str) -> None:
    page = open_page(f"{address}{SIDE}")
    everything = seen(page)
    page.goto(f"{address}{SIDE}?theme=%3Cb%3Enowhere&answered=perhaps&utm_source=x")
    assert seen(page) == everything
    expect(page.locator("#ignored")).to_be_visible()
    expect(page.locator("#ignored")).to_contain_text("theme=<b>nowhere, answered=perhaps")
    assert "utm" not in page.locator("#ignored").inner_text()


def test_each_filter_is_cleared_by_itself_and_all_together(open_page: Open, address: str) -> None:
    page = open_page(f"{address}{SIDE}")
    everything = seen(page)
    choose(page, "theme", 1)
    alone = seen(page)
    page.select_option("#by-answered", "no")
    page.get_by_role("button", name="Clear Answered: Without an answer").click()
    assert seen(page) == alone
    expect(page.locator("#by-answered")).to_be_focused()
    page.get_by_role("button", name="Clear all filters").click()
    assert seen(page) == everything
    expect(page).to_have_url(f"{address}{SIDE}")
    assert page.locator("#set").is_hidden()


def test_by_keys_alone_a_view_is_made_cleared_and_opened(open_page: Open, address: str) -> None:
    page = open_page(f"{address}{SIDE}")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "by-theme":
            break
    expect(page.locator("#by-theme")).to_be_focused()
    assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile(r"\?theme="))
    for _ in range(5):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.clear") == "theme"
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}{SIDE}")
    expect(page.locator("#by-theme")).to_be_focused()
    page.locator("#open-all").focus()
    page.keyboard.press("Enter")
    assert page.locator(".band .fold:not([open])").count() == 0
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator(".band .fold[open]").count() == 0


def test_folds_are_closed_by_the_script_but_those_of_the_place_that_is_asked_for(open_page: Open, address: str) -> None:
    page = open_page(f"{address}{SIDE}#C2")
    assert page.locator("#C2 .fold[open]").count() == page.locator("#C2 .fold").count() > 0
    assert page.locator(".band .fold[open]").count() == page.locator("#C2 .fold").count()


@pytest.mark.parametrize("path", [SIDE, "themes/detention/", "recommendations/", "claims/C3/"])
def test_without_scripts_every_passage_is_open(open_page: Open, address: str, path: str) -> None:
    page = open_page(f"{address}{path}", java_script_enabled=False)
    passages = page.locator(".passage blockquote")
    assert passages.count() > 0
    assert all(one.is_visible() for one in passages.all())


def test_without_scripts_a_sentence_leads_to_the_pages_that_hold_the_same(open_page: Open, address: str) -> None:
    page = open_page(f"{address}{SIDE}", java_script_enabled=False)
    expect(page.locator("#narrow")).to_be_hidden()
    links = page.locator("noscript a")
    assert [link.get_attribute("href") for link in links.all()] == [
        "../themes/index.html",
        "../sources/index.html",
        "../actors/index.html",
    ]
    assert links.first.is_visible()


def test_the_address_of_a_view_is_copied_or_shown(open_page: Open, address: str) -> None:
    page = open_page(f"{address}{SIDE}index.html?answered=no#C1", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#copy").click()
    expect(page.locator("#copied")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}{SIDE}?answered=no"
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.locator("#copy").click()
    expect(page.locator("#address")).to_have_value(f"{address}{SIDE}?answered=no")


@pytest.mark.parametrize("width", [360, 1280])
def test_headings_stay_in_view_and_cover_nothing_that_is_jumped_to(open_page: Open, address: str, width: int) -> None:
    page = open_page(f"{address}{SIDE}", viewport={"width": width, "height": 800})
    row = page.locator(".row[data-kind]").nth(3)
    page.goto(f"{address}{SIDE}#{row.get_attribute('id')}")
    band = page.locator(".band", has=page.locator(":target"))
    head = band.locator(".band-head").bounding_box()
    target = page.locator(":target").bounding_box()
    assert head is not None
    assert target is not None
    assert abs(head["y"]) < 1
    assert head["height"] + head["y"] <= target["y"] < 400
    last = page.locator(".contents a").last
    place = last.get_attribute("href")
    last.click()
    head = page.locator(f"{place} .band-head").bounding_box()
    assert head is not None
    assert -1 < head["y"] < 120


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_no_width_scrolls_sideways_with_everything_open(open_page: Open, address: str, width: int, scheme: str) -> None:
    page = open_page(f"{address}{SIDE}?answered=no", viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.locator("#open-all").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_a_claim_stands_above_its_answers(open_page: Open, address: str) -> None:
    page = open_page(f"{address}{SIDE}?answered=yes", viewport={"width": 360, "height": 740})
    rows = page.locator(".row[data-kind]:visible").all()
    assert rows
    for row in rows:
        left, right = (leaf.bounding_box() for leaf in row.locator("> .leaf").all())
        assert left is not None
        assert right is not None
        assert left["y"] + left["height"] <= right["y"]


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_print_shows_the_view_with_its_address_in_two_columns_and_cuts_no_passage(
    open_page: Open, address: str
) -> None:
    page = open_page(f"{address}{SIDE}", viewport={"width": 700, "height": 1000})
    whole = pages(page.pdf(format="A4"))
    expect(page.locator("#printed")).to_be_hidden()
    choose(page, "theme", 1)
    page.emulate_media(media="print")
    assert 1 <= pages(page.pdf(format="A4")) < whole
    expect(page.locator("#printed")).to_be_visible()
    expect(page.locator("#printed")).to_contain_text(page.url)
    expect(page.locator("#narrow")).to_be_hidden()
    for what in (".row[data-kind]", ".passage", "h2"):
        assert page.locator(what).first.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
    row = page.locator(".row[data-kind]:visible").first
    left, right = (leaf.bounding_box() for leaf in row.locator("> .leaf").all())
    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]
    assert abs(left["width"] - right["width"]) < 1
    assert row.locator(".passage blockquote").first.is_visible()
    told = row.locator(".id").first.evaluate("one => getComputedStyle(one, '::after').content")
    assert "claims/" in told


def test_after_print_the_folds_are_as_they_were(open_page: Open, address: str) -> None:
    page = open_page(f"{address}{SIDE}")
    page.locator(".fold summary").first.click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("main .fold:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".band .fold[open]").count() == 1


def test_a_passage_of_a_record_has_its_place_and_a_button_for_its_link(open_page: Open, address: str) -> None:
    page = open_page(f"{address}claims/C3/", permissions=["clipboard-read", "clipboard-write"])
    passage = page.locator("#p2")
    place = passage.locator(".where")
    assert re.search(r"\d+ of \d+", place.inner_text())
    passage.get_by_role("button", name="Copy link #p2").focus()
    page.keyboard.press("Enter")
    expect(passage.get_by_role("status")).to_contain_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("/claims/C3/#p2")
    place.click()
    page.wait_for_url(re.compile(r"/sources/S\d+/(index\.html)?#C3-p2$"))
