"""A reader whose line or machine is slow: nothing that is there moves, and keys that come before their results wait."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from boxes import SHIFTS
from playwright.sync_api import Page, Route, expect
from serving import Quiet, serving

Open = Callable[..., Page]

FACING = "side-by-side/index.html"
_PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length"


class Halting(Quiet):
    """Serves a folder; the page of the two columns stops before `until`, and goes on when it is told to."""

    until: bytes
    on: threading.Event

    def __init__(self, *arguments: object, until: bytes, on: threading.Event, directory: str) -> None:
        self.until, self.on = until, on
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        if not self.path.startswith(f"/{FACING}"):
            super().do_GET()
            return
        before, mark, after = (Path(self.directory) / FACING).read_bytes().partition(self.until)
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(before)
        self.wfile.flush()
        assert self.on.wait(30)
        self.wfile.write(mark + after)


@pytest.fixture(
    params=[
        b'<li><a href="../recommendations/',
        b'<form class="narrow"',
        b'<script src="../assets/facing.js"',
    ]
)
def halting(request: pytest.FixtureRequest, site: Path) -> Iterator[tuple[str, threading.Event]]:
    """An address at which the two columns halt halfway, and what lets them go on."""
    assert (site / FACING).read_bytes().count(request.param) == 1
    on = threading.Event()
    with serving(site, Halting, until=request.param, on=on) as origin:
        try:
            yield f"{origin}/", on
        finally:
            on.set()


def test_what_comes_later_moves_nothing_of_a_shared_view(open_page: Open, halting: tuple[str, threading.Event]) -> None:
    address, on = halting
    page = open_page("about:blank")
    page.add_init_script(SHIFTS)
    page.goto(f"{address}{FACING}?answered=no&source=S1", wait_until="commit")
    page.wait_for_function(_PAINTED)
    on.set()
    page.wait_for_load_state()
    expect(page.locator("html.settling")).to_have_count(0)
    expect(page.locator(".masthead-nav")).to_be_visible()
    expect(page.locator(".opening .contents")).to_be_visible()
    assert page.evaluate("moved()") < 0.01


def hold(page: Page, what: str) -> list[Route]:
    """Lets none of these files arrive; those that were asked for, as time goes by."""
    held: list[Route] = []
    page.route(re.compile(what), lambda route: held.append(route))  # noqa: PLW0108 - it wants a function of Python's own
    return held


def let_go(page: Page, held: list[Route]) -> None:
    """Lets them arrive, and whatever is asked for from now on."""
    page.route("**/*", lambda route: route.continue_())
    for route in held:
        route.continue_()


def test_keys_that_come_before_the_results_go_through_those_of_all_that_was_typed(
    open_page: Open, address: str
) -> None:
    page = open_page(f"{address}search/")
    links = page.locator("#results [data-title]")
    page.keyboard.press("/")
    page.keyboard.type("rights")
    expect(links).not_to_have_count(0)
    held = hold(page, r"/search/(terms|entries)-")
    page.keyboard.type(" denies detention")
    for key in ("ArrowDown", "ArrowDown", "ArrowDown"):
        page.keyboard.press(key)
    page.wait_for_function("() => document.querySelectorAll('script[src*=\"/terms-\"]').length > 1")
    expect(page.locator("#q")).to_be_focused()
    let_go(page, held)
    expect(links.nth(2)).to_be_focused()
    marked = " ".join(page.locator("#results mark").all_inner_texts()).lower()
    assert "detention" in marked


def test_who_types_on_after_a_key_stays_in_the_box(open_page: Open, address: str) -> None:
    page = open_page(f"{address}search/")
    held = hold(page, "/search/catalogue")
    page.locator("#q").focus()
    with page.expect_request(re.compile(r"/search/catalogue")):
        page.keyboard.type("rights")
        page.keyboard.press("ArrowDown")
    page.keyboard.type(" ")
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    page.keyboard.type("denied")
    let_go(page, held)
    expect(page.locator("#said")).to_have_text(re.compile(r"\d"))
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("#q")).to_have_value("rights denied")
