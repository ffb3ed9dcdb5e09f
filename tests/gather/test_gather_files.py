"""Files of every kind: what is taken out of them, and what is refused in which words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from saved_files import docx, pdf
from support import ROOT

from diptych.gather import Refused, gather

SAVED = ROOT / "tests/saved"
SHELL = b"<html><body><div id=app></div><script src=a.js></script></body></html>"


def page(head: str = "", body: str = "") -> bytes:
    """A page with an article in it."""
    words = "<p>The Harbour Safety Board said on Friday that it would not change a word of its report.</p>"
    return f"<html><head>{head}</head><body><article>{body}{words}</article></body></html>".encode()


def test_a_text_is_the_file_itself() -> None:
    data = "\ufeffThe board said no.\r\n".encode()
    found = gather(".txt", data)
    assert found.verbatim
    assert found.text.encode("utf-8") == data


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-16-le"])
def test_a_text_with_another_mark_is_read(encoding: str) -> None:
    mark = "\ufeff" if encoding.endswith("le") else ""
    found = gather(".txt", f"{mark}Café, said the board.".encode(encoding))
    assert (found.text, found.verbatim) == ("Café, said the board.", False)


def test_an_encoding_may_be_said() -> None:
    assert gather(".txt", "“No,” it said.".encode("cp1252"), "cp1252").text == "“No,” it said."


def test_front_matter_is_read_and_stays() -> None:
    matter = "title: Ferry pays\nauthors: [Ada Brandt, Jonas Pell]\ndate: 2026-10-14\nurl: javascript:x"
    text = f"---\n{matter}\n---\n\nThe board.\n"
    found = gather(".md", text.encode())
    assert found.text == text
    assert found.facts.values == {
        "title": "Ferry pays",
        "authors": ["Ada Brandt", "Jonas Pell"],
        "published": "2026-10-14",
    }


@pytest.mark.parametrize(
    "matter", ["a: &x [1]\nb: *x", "title: [", "- x", "title: {a: b}", "title: !!python/object:os x"]
)
def test_front_matter_that_is_none_tells_nothing(matter: str) -> None:
    assert not gather(".md", f"---\n{matter}\n---\nThe board said no.\n".encode()).facts.values


def test_a_page_gives_its_article_without_its_clutter() -> None:
    text = gather(".html", (SAVED / "courier.html").read_bytes()).text
    assert text.startswith("Inquiry faults ferry line over lifeboat drills\n\nThe Harbour Safety Board said")
    assert text.endswith("locked cradles for years.\n")
    for clutter in ("Home", "Market hall", "never liked", "All rights", "changed"):
        assert clutter not in text


def test_the_first_place_that_says_a_thing_counts_and_is_named() -> None:
    linked = (
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":"A &amp; B News"}]}</script>'
    )
    head = '<meta name="author" content="Mia Lund"><meta property="og:site_name" content="Star">'
    found = gather(".html", page(f"{linked}{head}<title>Title | Star</title>")).facts
    assert found.values == {"authors": ["A", "B News"], "publisher": "Star", "title": "Title | Star"}
    assert found.where == {"authors": "JSON-LD author", "publisher": "meta og:site_name", "title": "title element"}


def test_dates_that_disagree_are_no_date() -> None:
    times = '<time datetime="2026-10-14">a</time><time datetime="2026-10-15">b</time>'
    assert "published" not in gather(".html", page(body=times)).facts.values


@pytest.mark.parametrize("said", ["[" * 100_000, '{"@type":', "null", '"x"', '[{"@type":["Article"],"author":[[1]]}]'])
def test_broken_json_ld_is_passed_over(said: str) -> None:
    found = gather(".html", page(f'<script type="application/ld+json">{said}</script>'))
    assert "Friday" in found.text


def test_a_page_in_its_own_encoding() -> None:
    found = gather(".htm", (SAVED / "evening.htm").read_bytes())
    assert "“unfair from the first page to the last”" in found.text
    assert found.facts.values["archived"].startswith("https://web.archive.org/")  # type: ignore[union-attr]


def test_a_wrong_byte_beside_the_article_does_no_harm_and_one_within_does() -> None:
    declared = page('<meta charset="utf-8">', "<!-- x -->")
    assert "Friday" in gather(".html", declared.replace(b"<!-- x", b"<!-- \xff")).text
    with pytest.raises(Refused, match="not what the page says"):
        gather(".html", declared.replace(b"Friday", b"Fri\xffday"))


def test_a_word_file() -> None:
    found = gather(".docx", docx(["Ferry line appeals", "The board said &amp; meant it."], title="Appeal"))
    assert found.text == "Ferry line appeals\n\nThe board said & meant it.\n"
    assert found.facts.values == {"title": "Appeal"}


def test_a_pdf_file() -> None:
    found = gather(".pdf", pdf([["Ferry line pays", "Osmund Ferries said on Tuesday that it had paid", "the fine."]]))
    assert found.text == "Ferry line pays\n\nOsmund Ferries said on Tuesday that it had paid the fine.\n"


@pytest.mark.parametrize(
    ("suffix", "data", "said"),
    [
        (".txt", b" \n", "it is empty"),
        (".txt", b"...", "it holds no text"),
        (".txt", b"a\0b", "it holds NUL characters: it is no text"),
        (".txt", bytes(range(1, 32)) * 9, "it is full of control characters: it is no text"),
        (".txt", b"abc \xed\xa0\x80", "it is not UTF-8 (byte 4); save it as UTF-8, or say what it is with --encoding"),
        (".html", b"no markup", "it is no web page: it holds no markup"),
        (".html", SHELL, "no article was found on the page: the page may have been saved before its text was loaded"),
        (".html", b"<p>caf\xe9</p>", "it is not UTF-8 (byte 6)"),
        (".html", b"<meta charset=klingon><p>caf\xe9</p>", "there is no encoding 'klingon'"),
        (".mhtml", b"Subject: x\n\nwords", "it is no saved page: none of its parts is HTML"),
        (".docx", b"words", "it is no Word file, or a broken one"),
        (".docx", b"\xd0\xcf\x11\xe0\xa1\xb1", "it is an old Word file or locked with a password"),
        (".docx", docx(["x"])[:300], "it is no Word file, or a broken one"),
        (".docx", docx(["x"], more={"a.xml": b"0" * 210_000_000}), "it unpacks to more than 200 MB or 5,000 parts"),
        (".docx", docx(["x"], more={"a.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "it declares entities in a.xml"),
        (".docx", docx([""]), "it holds no text"),
        (".pdf", b"<html>", "it is no PDF file"),
        (".pdf", pdf([["x"]])[:300], "it is a broken PDF file"),
        (".pdf", pdf([[]]), "it holds no text: scanned pages need text recognition (OCR) first"),
        (".pdf", pdf([["x"]] * 1501), "it has 1,501 pages; 1,500 are the most"),
        (".exe", b"MZ", "a .exe file can't be read, only .txt"),
        (".doc", b"\xd0\xcf\x11\xe0", "save it as .docx"),
        ("", b"x", "a name without an ending can't be read"),
    ],
)
def test_what_is_no_article_is_refused_in_plain_words(suffix: str, data: bytes, said: str) -> None:
    with pytest.raises(Refused) as refused:
        gather(suffix, data)
    assert said in str(refused.value)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([".txt", ".md", ".html", ".mhtml", ".docx", ".pdf"]), st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(suffix: str, data: bytes) -> None:
    head = {".docx": b"PK\x03\x04", ".pdf": b"%PDF-1.4\n", ".html": b"<p>", ".md": b"---\n"}.get(suffix, b"")
    assert _read_or_refused(suffix, head + data)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([".docx", ".pdf"]), st.data())
def test_a_damaged_file_is_read_or_refused(suffix: str, drawn: st.DataObject) -> None:
    whole = docx(["The board said no."]) if suffix == ".docx" else pdf([["The board said no."]])
    at = drawn.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + drawn.draw(st.binary(max_size=4)) + whole[at + drawn.draw(st.integers(0, 4)) :]
    assert _read_or_refused(suffix, damaged)


def _read_or_refused(suffix: str, data: bytes) -> str:
    """The text, or why there is none; any other exception is a fault."""
    try:
        return gather(suffix, data).text
    except Refused as refused:
        return str(refused)


def test_a_printed_heading_is_one_line_and_the_outlet_at_the_end_of_the_title_is_one_if_it_heads_the_text() -> None:
    head = ["Harbour Times", (24, "Ferry line held"), (24, "No drills")]
    body = ["The Harbour Safety Board said on Tuesday that the line had held no drill on", "four of its ships."]
    found = gather(".pdf", pdf([[*head, *body]], "Ferry line held no drills - Harbour Times"))
    assert found.text == f"Harbour Times\n\nFerry line held No drills\n\n{' '.join(body)}\n"
    assert found.facts.values == {"title": "Ferry line held no drills", "publisher": "Harbour Times"}
    other = gather(".pdf", pdf([body], "Ferry line held no drills - Harbour Times"))
    assert other.facts.values == {"title": "Ferry line held no drills - Harbour Times"}


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Ferry line appeals | Harbour Times", "Harbour Times"),
        ("Ferry line appeals | Ferries | Harbour Times", "Harbour Times"),
        ("Ferry line appeals - live", None),
        ("Ferry line appeals again | Harbour Times", None),
        ("Harbour Times", None),
    ],
)
def test_what_stands_after_the_headline_and_a_bar_is_the_outlet(title: str, outlet: str | None) -> None:
    found = gather(".html", page(f"<title>{title}</title>", "<h1>Ferry line appeals</h1>"))
    assert found.facts.values.get("publisher") == outlet


LONG = "<p>The harbour board said on Thursday that the old sea wall would be raised by two metres before winter.</p>"


def test_another_article_of_the_page_is_told_and_a_teaser_is_not() -> None:
    other = f"<article><h2>Sea wall rises</h2>{LONG}{LONG.replace('Thursday', 'Friday')}</article>"
    teaser = f"<article><h2>Fish prices</h2>{LONG}</article>"
    own = "<p>Osmund Ferries answered that every drill had been held, and that its logs show each one of them.</p>" * 3
    data = page(body=f"<h1>Ferry line appeals</h1>{own}").replace(b"</body>", f"{other}{teaser}</body>".encode())
    found = gather(".html", data)
    assert "sea wall" not in found.text
    assert found.remarks == (
        "the page holds another article, “Sea wall rises”, which was not taken: save it by itself",
    )
    assert gather(".html", page()).remarks == ()


def test_a_wall_at_the_end_and_a_question_for_consent_at_the_head_are_told() -> None:
    text = "The board said on Friday that it would not.\n\n" * 20
    assert gather(".txt", f"{text}Subscribe to continue reading.\n".encode()).remarks == (
        "its end says “subscribe to continue”; look whether the whole article was saved",
    )
    assert gather(".txt", f"We value your privacy\n\n{text}".encode()).remarks == (
        "its head says “we value your privacy”; look whether the article was saved, or what asks before it",
    )
    assert gather(".txt", f"{text}Subscribe to continue reading.\n\n{text}".encode()).remarks == ()
    gone = (
        b"<html><body><h1>Page not found</h1><p>Sorry, the page you are looking for has been moved.</p></body></html>"
    )
    assert "look whether the article was saved" in gather(".html", gone).remarks[0]


def test_a_picture_by_the_name_of_a_page_is_no_text() -> None:
    with pytest.raises(Refused, match="it holds NUL characters: it is no text"):
        gather(".html", b"\x89PNG\r\n\x1a\n" + bytes(100))


def test_the_notes_of_a_word_file_are_told() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = f'<w:footnotes {space}><w:footnote w:type="separator" w:id="0"/><w:footnote w:id="1"/></w:footnotes>'
    found = gather(".docx", docx(["The board said no."], more={"word/footnotes.xml": notes}))
    assert found.remarks == ("footnotes and endnotes were not taken: 1",)
    assert gather(".docx", docx(["The board said no."])).remarks == ()


def test_what_a_browser_prints_at_the_edges_of_a_page_is_no_text_and_tells_the_address() -> None:
    body = [
        "The Harbour Safety Board said on Tuesday that the line had held no drill on",
        "four of its ships, and that",
    ]
    where = "https://harbourtimes.example/ferry"
    first = ["11/22/26, 8:20 AM Ferry line", *body, f"{where} 1/2"]
    second = ["11/22/26, 8:20 AM Ferry line", "nobody had looked.", f"{where} 2/2"]
    found = gather(".pdf", pdf([first, second]))
    assert found.text == f"{' '.join(body)} nobody had looked.\n"
    assert found.facts.values == {"address": where}
    assert found.facts.where == {"address": "the edge of the printed page"}
