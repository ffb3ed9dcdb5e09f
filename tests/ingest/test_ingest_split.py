from __future__ import annotations

import pytest

from diptych.drafts import Article, Seed
from diptych.ingest import ingest

FIRST = "The river authority said on Monday that the bridge at Harrow would be closed for two whole years."
SECOND = "Nobody had asked the ferryman whether he could carry the whole town over the river and back again."
OTHER = "A court in Lakeview heard on Tuesday how the clerk of the market had kept two different books for years."
MORE = "The clerk denied it, and the judge asked for both of the books to be brought to him by the end of the week."


def articles(text: str) -> tuple[Article, ...]:
    return ingest([Seed("seeds/a.txt", text, "")])


def starts(text: str) -> list[str]:
    return [one.span.of(text)[:12] for one in articles(text)]


def test_a_seed_is_one_article() -> None:
    assert starts(f" {FIRST}\n\n{SECOND}\n") == [FIRST[:12]]


@pytest.mark.parametrize("text", ["", " \n\r\n\t"])
def test_an_empty_seed_has_none(text: str) -> None:
    assert articles(text) == ()


@pytest.mark.parametrize(
    "header",
    [
        "title: “Bridge shut” ShowToc: true date: “2033-03-04” author: “Ann Holt”",
        'title: "Bridge shut" date: "2033-03-04T05:06:07Z" author: "Ann Holt"',
        "Title: Bridge shut Date: 2033-03-04 Author: Ann Holt",
        "---\ntitle: Bridge shut\ndate: 2033-03-04\nauthor:\n  - Ann Holt\n---",
        '+++\ntitle = "Bridge shut"\ndate = "2033-03-04"\nauthor = "Ann Holt"\n+++',
        "Title: Bridge shut\nDate: 2033-03-04\nAuthor: Ann Holt",
        '--- title: "Bridge shut" date: "2033-03-04" author: "Ann Holt" ---',
    ],
)
def test_a_header_belongs_to_what_follows(header: str) -> None:
    text = f"{FIRST}\n\n{SECOND}\n{header}\n{OTHER}\n\n{MORE}"
    before, after = articles(text)
    assert before.span.of(text) == f"{FIRST}\n\n{SECOND}"
    assert after.span.of(text).startswith(header)
    assert (after.title, after.published, after.authors) == ("Bridge shut", "2033-03-04", ("Ann Holt",))
    assert (before.title, before.published, before.authors) == (None, None, ())
    assert [one.use for one in after.sentences if one.start >= text.index(OTHER)] == ["context", "context"]


def test_text_may_follow_a_header_on_its_line() -> None:
    text = f"title: “Bridge shut” date: “2033-03-04” author: “Ann Holt” {FIRST}"
    (one,) = articles(text)
    assert [text[s.start : s.end] for s in one.sentences if s.use == "context"] == [FIRST]


def test_a_header_in_the_middle_of_a_line_begins_an_article() -> None:
    text = f"{FIRST} {SECOND} title: “Books” date: “2033-03-04” author: “Ann Holt” {OTHER} {MORE}"
    assert [one.title for one in articles(text)] == [None, "Books"]


def test_a_repeated_opening_begins_a_copy_with_what_stood_above_it() -> None:
    one = f"Bridge shut for years\nBy Ann Holt\n\n{FIRST}\n\n{SECOND}"
    text = f"{one}\n\n{one}\n\n{one}"
    found = articles(text)
    assert [article.span.of(text) for article in found] == [one, one, one]
    assert [(article.kind, article.copy_of) for article in found] == [("original", None), ("copy", 0), ("copy", 0)]


def test_one_repeated_sentence_is_no_article() -> None:
    assert len(articles(f"{FIRST}\n\n{SECOND}\n\n{FIRST}\n\n{OTHER}")) == 1


def test_a_repeated_masthead_with_bylines_begins_an_article() -> None:
    text = f"THE HARBOUR POST\nBy Ann Holt\n\n{FIRST}\n\n{SECOND}\n\nTHE HARBOUR POST\nBy Jim Roe\n\n{OTHER}\n\n{MORE}"
    assert [one.authors for one in articles(text)] == [("Ann Holt",), ("Jim Roe",)]


def test_a_rule_between_paragraphs_is_no_header() -> None:
    assert len(articles(f"{FIRST}\n\n---\n\n{SECOND}\n\n---\n\n{OTHER}")) == 1


def test_a_header_with_nothing_after_it_stays_with_what_is_before() -> None:
    text = f"{FIRST}\n\n{SECOND}\ntitle: “Bridge shut” date: “2033-03-04”"
    (one,) = articles(text)
    assert one.span.end == len(text)


def test_two_headers_in_a_row_are_one() -> None:
    text = f"---\ntitle: Bridge shut\n---\ndate: “2033-03-04” author: “Ann Holt”\n\n{FIRST}"
    (one,) = articles(text)
    assert (one.title, one.published, one.authors) == ("Bridge shut", "2033-03-04", ("Ann Holt",))
