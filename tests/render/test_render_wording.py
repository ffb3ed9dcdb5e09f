"""What other outlets have in the place of a passage's words, and where a passage stands in its article."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_dossier import DISCREPANCIES, RECORDS, SOURCES, cut, sample
from site_reader import parse, text

from diptych.render.differences import compared

C2 = "claims/C2/index.html"


def marked(page, anchor):
    return [text(span) for span in page.one(anchor).iter("span") if "differs" in span.get("class", "").split()]


def said(page, anchor):
    return [text(item) for found in page.one(anchor).iter("ul") for item in found.iter("li")]


def test_the_words_that_differ_are_marked_in_the_passage_and_told_with_the_outlets_that_have_others(book):
    assert marked(book[C2], "p2") == ["It", "not"]
    assert said(book[C2], "p2") == ["Elsewhere (D1): Courier: without “It”, “never” for “not”."]
    assert marked(book[C2], "p3") == ["never"]
    assert said(book[C2], "p3") == ["Elsewhere (D1): The Daily Shore: with “It” added, “not” for “never”."]


def test_a_passage_that_no_discrepancy_lies_on_says_nothing(book):
    assert marked(book[C2], "p1") == []
    assert said(book[C2], "p1") == []


def test_a_figure_is_told_by_its_other_value(book):
    page = book["claims/C3/index.html"]
    assert said(page, "p1") == ["Elsewhere (D2): Courier: “60” for “63”."]
    assert said(page, "p2") == ["Elsewhere (D2): The Daily Shore: “63” for “60”."]


def test_a_version_with_little_in_common_is_shown_whole(render):
    apart = {
        "id": "D3",
        "kind": "quotation",
        "what": "What the report is",
        "passages": [cut("S1", "“a work of fiction”"), cut("S3", "“a piece of invention”")],
    }
    made = render(sample(discrepancies=[*DISCREPANCIES, apart]))
    page = parse("R1", made["responses/R1/index.html"])
    assert said(page, "p1") == [
        "Elsewhere (D3): “Harbour firm replies”: “piece” for “work”, “invention” for “fiction”."
    ]
    apart["passages"] = [cut("S1", "called the report “a work of fiction”"), cut("S3", "named the document")]
    made = render(sample(discrepancies=[*DISCREPANCIES, apart]))
    page = parse("R1", made["responses/R1/index.html"])
    assert said(page, "p1") == ["Elsewhere (D3): “Harbour firm replies”: “named the document”."]
    apart["passages"] = [cut("S1", "“No bank was touched,”"), cut("S2", "it bought the sand from a quarry inland")]
    made = render(sample(discrepancies=[*DISCREPANCIES, apart]))
    page = parse("R2", made["responses/R2/index.html"])
    assert "Elsewhere (D3): The Daily Shore: “No bank was touched”." in said(page, "p2")


def test_an_outlet_that_has_its_version_twice_is_told_once(render):
    twice = {
        "id": "D3",
        "kind": "quotation",
        "what": "What the report is",
        "passages": [
            cut("S1", "“a work of fiction”"),
            cut("S3", "“a piece of invention”"),
            cut("S3", "a piece of invention"),
        ],
    }
    page = parse("R1", render(sample(discrepancies=[*DISCREPANCIES, twice]))["responses/R1/index.html"])
    assert said(page, "p1") == [
        "Elsewhere (D3): “Harbour firm replies”: “piece” for “work”, “invention” for “fiction”."
    ]


def test_two_differences_on_a_card_are_set_apart(render):
    second = {
        "id": "D4",
        "kind": "figure",
        "what": "Two or four barges",
        "passages": next(one for one in DISCREPANCIES if one["id"] == "D2")["passages"],
    }
    card = parse("S", render(sample(discrepancies=[*DISCREPANCIES, second]))["side-by-side/index.html"]).one("C3")
    (line,) = [one for one in card.iter("p") if one.get("class") == "differ"]
    assert text(line) == "Outlets differ: How many barges; Two or four barges"


def test_a_card_leads_to_where_its_outlets_differ(book):
    card = book["side-by-side/index.html"].one("C3")
    (line,) = [one for one in card.iter("p") if one.get("class") == "differ"]
    assert text(line) == "Outlets differ: How many barges"
    assert [link.get("href") for link in line.iter("a")] == ["../discrepancies/index.html#D2"]


WORDS = st.lists(st.sampled_from(["sand", "bank", "the", "old", "ninth"]), max_size=8).map(" ".join)


@given(WORDS, WORDS)
def test_the_changes_make_the_other_text_of_the_one(here, there):
    made, at = [], 0
    for change in compared(here, there).changes:
        made += here[at : change.here.start].split() + change.there.of(there).split()
        at = change.here.end
    assert made + here[at:].split() == there.split()


def test_texts_that_are_the_same_but_for_case_and_marks_do_not_differ():
    found = compared("“The sand,” she said", "the SAND she said.")
    assert found.changes == ()
    assert found.shared == pytest.approx(1)


def test_a_passage_is_placed_by_its_sentence_and_on_the_line_of_its_article(book):
    place = next(link for link in book[C2].one("p1").iter("a") if link.get("class") == "where")
    assert text(place) == "Sentence 2 of 7 in the article"
    assert place.get("href") == "../../sources/S1/index.html#C2-p1"
    taken, here = ([path.get("d") for path in place.iter() if path.get("class") == kind] for kind in ("taken", "here"))
    assert here[0] in taken[0]
    for start, width in re.findall(r"M(\d+) 5h(\d+)", taken[0]):
        assert 0 <= int(start) < int(start) + int(width) <= 600


def test_an_article_whose_sentences_are_not_known_still_has_its_line(render):
    made = render(sample(sources=[{**source, "sentences": []} for source in SOURCES]))
    page = parse(C2, made[C2])
    place = next(link for link in page.one("p1").iter("a") if link.get("class") == "where")
    assert text(place) == "Its place in the article"


def test_how_sure_the_reading_is_stands_in_plain_words(render, book):
    assert (
        "It rests on 3 passages in 2 articles: 1 in the speaker’s words and 2 partly in the speaker’s words."
        in text(book[C2].all("main")[0])
    )
    assert "Nobody has reviewed this record yet" in text(book["claims/C3/index.html"].all("main")[0])
    index = next(place for place, record in enumerate(RECORDS) if record["id"] == "C2")
    for rule, means in (
        ("said-after", "found by rule said-after, which looks for a quotation, and after it its speaker"),
        ("said-never-heard-of", "found by rule said-never-heard-of, which looks for a reporting verb with its speaker"),
    ):
        passages = [{**one, "rule": rule} for one in RECORDS[index]["passages"]]
        made = render(
            sample(records=[*RECORDS[:index], {**RECORDS[index], "passages": passages}, *RECORDS[index + 1 :]])
        )
        assert means in text(parse(C2, made[C2]).all("main")[0])
