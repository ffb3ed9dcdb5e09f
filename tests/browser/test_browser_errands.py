"""What readers come for, each within two clicks and ten seconds from the front page, at a desk and on a phone."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

Open = Callable[..., Page]

_CLICKS = 2
_SECONDS = 10
_SIZES: dict[str, dict[str, object]] = {
    "desk": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True},
}


class Reader:
    """Somebody at the front page, whose clicks and time are counted."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.clicks, self._start = page, 0, time.monotonic()
        page.goto(home)

    def click(self, what: Locator) -> None:
        """Clicks something that is there to be seen."""
        expect(what.first).to_be_visible()
        what.first.click()
        self.clicks += 1

    def search(self, words: str) -> Locator:
        """Asks the box of the front page; the results."""
        self.page.get_by_role("searchbox").fill(words)
        self.click(self.page.locator("main").get_by_role("button", name="Search"))
        results = self.page.locator("#results > li")
        expect(results.first).to_be_visible()
        return results

    def is_done(self) -> None:
        """Nobody had to click more, or to wait longer, than is promised."""
        assert self.clicks <= _CLICKS
        assert time.monotonic() - self._start < _SECONDS


@pytest.fixture(params=list(_SIZES))
def reader(request: pytest.FixtureRequest, open_page: Open, address: str) -> Iterator[Reader]:
    page = open_page("about:blank", **_SIZES[request.param])
    one = Reader(page, address)
    yield one
    one.is_done()


@pytest.fixture(scope="module")
def data(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "data/dossier.json").read_text("utf-8"))
    return found


def _claim(data: dict[str, Any], words: str) -> dict[str, Any]:
    """The claim whose statement has these words."""
    found: dict[str, Any] = next(one for one in data["records"] if one["kind"] == "claim" and words in one["statement"])
    return found


def _replies(data: dict[str, Any], to: str) -> list[dict[str, Any]]:
    return [one for one in data["records"] if any(answer["to"] == to for answer in one["answers"])]


def _outlets(data: dict[str, Any], record: dict[str, Any]) -> set[str]:
    """The outlets that report a record, as its page names them."""
    names = {one["id"]: one["publisher"] for one in data["sources"]}
    return {names[one["source"]] for one in record["passages"] if names[one["source"]]}


def test_what_did_they_say_to_the_finding_on_forced_labour_and_where(reader: Reader, data: dict[str, Any]) -> None:
    claim = _claim(data, "forced labour")
    results = reader.search("forced labour")
    reader.click(results.filter(has_text=claim["statement"]).get_by_role("link"))
    answers = reader.page.locator("section", has=reader.page.get_by_role("heading", name="What answers it")).last
    expect(answers).to_be_visible()
    said = answers.inner_text()
    replies = _replies(data, claim["id"])
    for reply in replies:
        assert reply["statement"] in said
        assert all(outlet in said for outlet in _outlets(data, reply))
    if not replies:
        assert "No answer to this claim" in said
        assert "The Straits Times" in said
        assert answers.get_by_role("link", name="answers to the report as a whole").is_visible()


def test_the_answer_stands_beside_the_finding_under_its_theme(reader: Reader, data: dict[str, Any]) -> None:
    claim = _claim(data, "forced labour")
    theme = next(one for one in data["themes"] if one["id"] == claim["themes"][0])
    reader.click(reader.page.locator("main").get_by_role("link", name=theme["title"]))
    row = reader.page.locator(".row", has_text=claim["statement"])
    row.scroll_into_view_if_needed()
    said = row.locator(".leaf").nth(1).inner_text()
    for reply in _replies(data, claim["id"]):
        assert reply["statement"] in said
    assert _replies(data, claim["id"]) or "No answer" in said


def test_who_said_it_in_whose_reporting_in_which_words(reader: Reader, data: dict[str, Any]) -> None:
    shown = "\n".join(reader.search("farce").all_inner_texts())
    assert "farce" in shown
    actors = {one["id"]: one["name"] for one in data["actors"]}
    sources = {one["id"]: one["publisher"] for one in data["sources"]}
    said = [one for record in data["records"] for one in record["passages"] if "farce" in one["text"]]
    assert any(
        actors[one["actor"]] in shown and (sources[one["source"]] or "") in shown for one in said if one["actor"]
    )


def test_which_findings_have_no_answer(reader: Reader, data: dict[str, Any]) -> None:
    reader.click(reader.page.get_by_role("link", name="What has no answer?"))
    listed = reader.page.locator("#unanswered")
    expect(listed.get_by_role("heading")).to_be_in_viewport()
    answered = {answer["to"] for one in data["records"] for answer in one["answers"]}
    open_ = [one["id"] for one in data["records"] if one["kind"] == "claim" and one["id"] not in answered]
    assert listed.locator(".eyebrow .id").all_inner_texts() == open_


def test_what_was_recommended_to_others(reader: Reader, data: dict[str, Any]) -> None:
    names = {one["id"]: one["name"] for one in data["actors"]}
    asked = [one for one in data["records"] if one["addressee"] not in (None, data["parties"]["responding"])]
    states = [one for one in asked if re.search("government|state", names[one["addressee"]], re.IGNORECASE)]
    name = names[states[0]["addressee"]]
    reader.click(reader.page.locator("main").get_by_role("link", name=name, exact=True))
    band = reader.page.locator(".band", has=reader.page.get_by_role("heading", name=name, level=2))
    expect(band.get_by_role("heading", name=name, level=2)).to_be_in_viewport()
    said = band.inner_text()
    assert all(one["statement"] in said for one in states if names[one["addressee"]] == name)


def test_which_outlets_report_the_interviews_and_whether_they_agree(reader: Reader, data: dict[str, Any]) -> None:
    claim = _claim(data, "interviews with")
    reader.click(reader.search("number of interviews").filter(has_text=claim["statement"]).get_by_role("link"))
    passages = reader.page.locator("section", has=reader.page.locator("#passages"))
    expect(passages.locator("figure.passage").first).to_be_visible()
    said = passages.inner_text()
    outlets = _outlets(data, claim)
    assert len(outlets) > 1
    assert all(outlet in said for outlet in outlets)
    spans = {(one["source"], one["start"]) for one in claim["passages"]}
    differ = [one for one in data["discrepancies"] if spans & {(p["source"], p["start"]) for p in one["passages"]}]
    for one in differ:
        assert one["what"] in said or one["id"] in said


def test_a_passage_of_one_outlet_is_cited(reader: Reader, data: dict[str, Any]) -> None:
    reader.click(reader.page.locator("main").get_by_role("link", name="The Straits Times", exact=True))
    reader.click(reader.page.locator(".uses").get_by_role("link", name="Cite", exact=True))
    page = reader.page
    place = page.url.partition("#")[2]
    shown = page.locator(f"id={place}")
    expect(shown).to_be_in_viewport()
    first = shown.locator("dd").first
    assert "The Straits Times" in first.inner_text()
    kind, number, passage = re.search(r"/(\w+)/(\w+)/(?:index\.html)?#cite-p(\d+)$", page.url).groups()  # type: ignore[union-attr]
    assert f"{kind}/{number}/#p{passage}" in first.inner_text()
    record = next(one for one in data["records"] if one["id"] == number)
    source = next(one for one in data["sources"] if one["id"] == record["passages"][int(passage) - 1]["source"])
    assert source["publisher"] == "The Straits Times"


def test_a_citation_is_copied_by_a_button(open_page: Open, address: str) -> None:
    page = open_page(f"{address}claims/C1/", permissions=["clipboard-read", "clipboard-write"])
    entry = page.locator("section.cite dd").first
    words = entry.locator("span").first.inner_text()
    entry.get_by_role("button", name="Copy").click()
    expect(entry.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == words


def test_references_for_programs_are_shown_and_copied_from_the_files_beside_the_page(
    open_page: Open, address: str, site: Path
) -> None:
    page = open_page(f"{address}claims/C1/", permissions=["clipboard-read", "clipboard-write"])
    fold = page.locator("details.references")
    fold.locator("summary").click()
    expect(fold.locator("pre")).to_have_count(3)
    for number, ending in enumerate(("bib", "ris", "json")):
        file = (site / f"claims/C1/cite.{ending}").read_text("utf-8")  # line ends read as one sign
        entry = fold.locator("pre").nth(number)
        assert (entry.locator("span").first.text_content() or "").replace("\r\n", "\n") == file
        entry.get_by_role("button", name="Copy").click()
        expect(entry.get_by_role("button", name="Copied")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == file.strip()


def test_references_for_programs_are_files_where_no_script_shows_them(open_page: Open, address: str) -> None:
    page = open_page(f"{address}claims/C1/", java_script_enabled=False)
    page.locator("details.references summary").click()
    links = page.locator("details.references a[download]")
    assert [link.get_attribute("href") for link in links.all()] == ["cite.bib", "cite.ris", "cite.json"]
    with page.expect_download() as kept:
        links.first.click()
    assert kept.value.path().read_text("utf-8").startswith("@misc{C1,")


@pytest.mark.parametrize("scripts", [True, False])
def test_an_address_opens_the_citation_that_it_names(open_page: Open, address: str, scripts: bool) -> None:
    page = open_page(f"{address}claims/C1/#cite-p1", java_script_enabled=scripts)
    expect(page.locator("#cite-p1 dd").first).to_be_in_viewport()


@pytest.mark.parametrize("path", ["claims/C1/", "side-by-side/"])
def test_an_address_that_is_no_text_names_no_place_and_breaks_nothing(open_page: Open, address: str, path: str) -> None:
    page, wrong = open_page("about:blank"), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{address}{path}#%")
    expect(page.locator("details.fold").first).not_to_have_attribute("open", "")
    assert page.locator(".cite button.copy").count()
    assert wrong == []


def test_the_records_that_a_wording_stands_in_are_told_as_words(open_page: Open, address: str) -> None:
    page = open_page(f"{address}discrepancies/")
    told = page.locator(".ways.told").all_inner_texts()
    assert any(re.fullmatch(r"In its place: \w+ and \w+", one) for one in told)
    assert all(re.fullmatch(r"In its place: \w+(, \w+)*( and \w+)?", one) for one in told)


@pytest.mark.parametrize("size", list(_SIZES))
def test_the_ways_in_are_there_without_scripts(open_page: Open, address: str, size: str) -> None:
    page = open_page(address, **_SIZES[size], java_script_enabled=False)
    for name in ("What has no answer?", "What is asked, and of whom?", "Where do the sources differ?"):
        page.get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.go_back()
