"""A reader searches: by keys alone, from a shared address, from a folder, in Chinese, without scripts, in few bytes."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from large_dossier import write
from playwright.sync_api import Page, expect
from serving import Quiet, serving
from support import run

from diptych.render.search.terms import terms

Open = Callable[..., Page]

#: What a page that searches may load, to the letter: this site, and nothing that turns words into code.
_LISTEN = """
window.broken = [];
addEventListener("securitypolicyviolation", (event) => broken.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
_PACKED = {".html", ".css", ".js", ".svg", ".json", ".xml"}


class Packing(Quiet):
    """Serves a folder below a path, compressed as static hosts do, and keeps count of what it sent."""

    base = "/"
    sent: list[tuple[str, int]]

    def __init__(self, *arguments: object, base: str, sent: list[tuple[str, int]], directory: str) -> None:
        self.base, self.sent = base, sent
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        where = self.path.partition("?")[0]
        file = Path(self.translate_path("/" + where.removeprefix(self.base)))
        file = file / "index.html" if file.is_dir() else file
        if not where.startswith(self.base) or not file.is_file():
            self.send_error(404)
            return
        data = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in _PACKED:
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        self.sent.append((where, len(data)))


@contextmanager
def served(folder: Path, base: str = "/") -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """The address of a folder's root, and what is sent from it as time goes by."""
    sent: list[tuple[str, int]] = []
    with serving(folder, Packing, base=base, sent=sent) as origin:
        yield origin + base, sent


@pytest.fixture(params=["/", "/project/"])
def anywhere(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """The site's address under several paths."""
    with served(site, request.param) as (address, _):
        yield address


def searched(page: Page) -> None:
    """Waits until the number of results is told."""
    expect(page.locator("#said")).to_have_text(re.compile(r"\d|Nothing"))


def test_by_keys_alone_a_reader_finds_a_statement_and_comes_back(open_page: Open, anywhere: str) -> None:
    page = open_page("about:blank")
    page.add_init_script(_LISTEN)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text))
    page.goto(f"{anywhere}search/")
    page.keyboard.press("/")
    page.keyboard.type("detention crimes")
    searched(page)
    expect(page).to_have_url(f"{anywhere}search/?q=detention+crimes")
    links = page.locator("#results [data-title]")
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("Enter")
    expect(links.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("Enter")
    expect(links.first).to_be_focused()
    assert page.evaluate("broken") == []
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(claims|responses|recommendations|reactions|events)/[A-Z]\d+/"))
    page.go_back()
    searched(page)
    expect(page.locator("#q")).to_have_value("detention crimes")
    assert links.count() > 1
    page.locator("#q").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#q")).to_have_value("")
    expect(page).to_have_url(f"{anywhere}search/")
    assert errors == []


def test_a_filtered_address_shows_another_reader_the_same(open_page: Open, anywhere: str) -> None:
    page = open_page(f"{anywhere}search/?q=rights")
    searched(page)
    everything = int(re.findall(r"\d+", page.locator("#said").inner_text())[0])
    page.select_option("#by-kind", "response")
    page.select_option("#by-source", "S4")
    expect(page).to_have_url(f"{anywhere}search/?q=rights&kind=response&source=S4")
    searched(page)
    page.wait_for_function(
        "n => parseInt(document.getElementById('said').textContent.match(/\\d+/)) < n", arg=everything
    )
    shown = page.locator("#results").inner_text()
    again = open_page(page.url)
    searched(again)
    expect(again.locator("#by-kind")).to_have_value("response")
    expect(again.locator("#by-source")).to_have_value("S4")
    expect(again.locator("#results")).to_have_text(page.locator("#results").inner_text(), use_inner_text=True)
    assert again.locator("#results").inner_text() == shown
    assert again.locator("#results .mark-responding").count() == again.locator("#results > li").count() > 0


def test_filters_alone_list_all_that_passes_and_more_is_shown_on_demand(open_page: Open, address: str) -> None:
    page = open_page(f"{address}search/?kind=claim")
    searched(page)
    count = int(re.findall(r"\d+", page.locator("#said").inner_text())[0])
    assert count > 10
    expect(page.locator("#results > li")).to_have_count(10)
    page.locator("#more").click()
    expect(page.locator("#results > li")).to_have_count(min(20, count))
    expect(page.locator("#results [data-title]").nth(10)).to_be_focused()


def test_a_result_shows_kind_party_and_the_passage_with_its_place(open_page: Open, address: str) -> None:
    page = open_page(f"{address}search/?q=farce")
    searched(page)
    first = page.locator("#results > li").first
    assert re.match(
        r"\S.*\b(Claim|Response|Recommendation|Reaction|Event) [A-Z]\d+$",
        " ".join(first.locator(".eyebrow").inner_text().split()),
    )
    assert first.locator(".mark-responding, .mark-reporting, .mark-third").count() == 1
    marked = [words.lower() for words in first.locator("mark").all_inner_texts()]
    assert "farce" in marked
    place = first.locator("figcaption a").first
    place.click()
    page.wait_for_url(re.compile(r"/[A-Z]\d+/(index\.html)?#p\d+$"))
    assert "farce" in page.locator(f"id={page.url.partition('#')[2]}").inner_text().lower()


def test_an_id_leads_to_its_record_first(open_page: Open, address: str) -> None:
    page = open_page(f"{address}search/?q=c13")
    searched(page)
    expect(page.locator("#results > li").first.locator("[data-id]")).to_have_text("Claim C13")


def test_other_forms_of_a_word_are_found_after_the_word_itself(open_page: Open, address: str) -> None:
    page = open_page(f"{address}search/")
    stems = page.evaluate(
        "words => words.map(word => finder.stem(word, true))", ["denies", "denied", "denying", "deny"]
    )
    assert len(set(stems)) == 1
    kept = ["state", "use", "china", "police", "said", "king"]
    assert page.evaluate("words => words.map(word => finder.stem(word, true).length > 2)", kept) == [True] * len(kept)
    assert page.evaluate("finder.stem('detained', false)") == "detained"


def test_words_that_nothing_has_are_told_and_hostile_ones_stay_words(open_page: Open, address: str) -> None:
    page = open_page(f"{address}search/")
    page.locator("#q").fill("zzzqqq")
    expect(page.locator("#said")).to_have_text("Nothing here matches.")
    page.goto(f"{address}search/?q=%3Cimg+src%3Dx%3E+rights&kind=nonsense")
    searched(page)
    assert page.locator("main img").count() == 0
    expect(page.locator("#by-kind")).to_have_value("")


def test_the_number_of_results_is_in_a_live_region_and_the_form_is_a_search(open_page: Open, address: str) -> None:
    page = open_page(f"{address}search/")
    assert page.get_by_role("search").count() == 1
    assert page.get_by_role("status").count() == 1
    assert page.get_by_role("searchbox", name="Words").count() == 1
    assert page.get_by_role("combobox").count() == 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_width_scrolls_sideways(open_page: Open, address: str, scheme: str) -> None:
    page = open_page(f"{address}search/?q=rights+china", color_scheme=scheme)
    searched(page)
    for width in (1920, 1280, 768, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_the_search_leads_to_the_register(open_page: Open, address: str) -> None:
    page = open_page(f"{address}search/", java_script_enabled=False)
    expect(page.locator("#search")).to_be_hidden()
    assert page.locator('#ways a[href*="themes/"]').count() > 1
    page.locator('main a[href$="register/index.html"]').click()
    expect(page.locator('main a[href*="claims/C1/"]')).to_have_count(1)


def test_it_searches_from_a_plain_folder(open_page: Open, site: Path) -> None:
    page = open_page((site / "search/index.html").as_uri())
    page.locator("#q").fill("farce")
    searched(page)
    page.locator("#results [data-title]").first.click()
    page.wait_for_url(re.compile(r"/[A-Z]\d+/index\.html$"))


def test_an_index_that_is_not_there_is_told(open_page: Open, site: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(site, tmp_path / "site")
    (copy / "search/catalogue.js").unlink()
    with served(copy) as (address, _):
        page = open_page(f"{address}search/?q=rights")
        expect(page.locator("#said")).to_contain_text("could not be read")


def test_a_query_is_read_as_the_index_was(open_page: Open, address: str) -> None:
    page = open_page(f"{address}search/")
    texts = [
        "The Board’s 63 barges — “Čapek’s”, don't; A-1, x_y",
        "人权办公室的报告, 2022年8月31日",
        "カタカナ ｶﾀｶﾅ ひらがな 한국어 한국어의",
        "Łódź ﬁsh İstanbul Straße ΣΊΣΥΦΟΣ 𐐀𐐨 ²³ ½ Ⅷ",
        "กรุงเทพมหานคร नमस्ते مرحبا بالعالم שלום",
        "\U00020000\U00020001a\ufa0e",
        "",
    ]
    assert page.evaluate("texts => texts.map(finder.terms)", texts) == [terms(text) for text in texts]


def build(root: Path) -> Path:
    done = run("mkdocs", "build", cwd=root)
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_chinese_is_found_by_any_part_of_a_phrase(open_page: Open, tmp_path: Path) -> None:
    root = write(tmp_path / "dossier", 12, articles=3, language="zh")
    claim = root / "content/claims/C3.yml"
    words = "报告称，港口的沙子取自受保护的浅滩。"
    claim.write_text(re.sub(r"statement: .*", f"statement: {words}", claim.read_text("utf-8")), "utf-8")
    with served(build(root)) as (address, _):
        page = open_page(f"{address}search/")
        for asked in ("受保护的浅滩", "浅滩", "沙", "滩", "港口 保护"):
            page.locator("#q").fill(asked)
            expect(page.locator("#results mark").first).to_have_text(asked.partition(" ")[0])
            expect(page.locator("#results > li")).to_have_count(1)
            assert "".join(page.locator("#results mark").all_inner_texts()) == asked.replace(" ", "")
        page.locator("#q").fill("火山")
        expect(page.locator("#results > li")).to_have_count(0)


def test_a_first_query_at_a_thousand_records_stays_within_160_kb_with_the_page_itself(
    open_page: Open, tmp_path: Path
) -> None:
    root = write(tmp_path / "dossier", 1_000)
    words = (root / "content/claims/C7.yml").read_text("utf-8").partition("statement: ")[2].split()
    with served(build(root), "/project/") as (address, sent):
        for query in (words[1], " ".join(words[1:3]), " ".join(words[1:6])):
            sent.clear()
            page = open_page(f"{address}search/?q={query}")
            expect(page.locator("#results > li")).to_have_count(10)
            searched(page)
            assert sum(size for _, size in sent) < 160_000, sent
            index = sum(size for where, size in sent if re.search(r"/search/[a-z]+(-\d+)?\.js$", where))
            assert index < 60_000
