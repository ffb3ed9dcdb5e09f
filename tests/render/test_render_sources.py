"""A source's page: what was taken, in order, and never the article."""

from __future__ import annotations

from sample_dossier import DAILY
from site_reader import text

from diptych.render.words import excerpt

S1 = "sources/S1/index.html"


def taken(page):
    (listed,) = page.all("ol", "taken")
    return [text(item) for item in listed if item.tag == "li"]


def test_passages_stand_in_the_order_of_the_article(book):
    items = taken(book[S1])
    order = [next((n for n, item in enumerate(items) if said in item)) for said in ("dredged", "lifetime", "63 barges")]
    assert order == sorted(order)


def test_gaps_are_counted_and_not_shown(book):
    items = taken(book[S1])
    assert items[0] == "1 line of page furniture not shown"
    assert "1 sentence of context not shown" in items
    assert "northern shore" not in text(book[S1].all("body")[0])


def test_passages_that_overlap_are_shown_once_with_their_parts_named(book):
    said = text(book[S1].all("main")[0])
    assert said.count("The sand was taken from a protected bank") == 1
    assert "only “protected bank”" in text(book[S1].one("A3-p1"))
    assert "only" not in text(book[S1].one("C2-p1"))


def test_a_sentence_that_goes_on_is_marked_as_cut(book):
    (item,) = [item for item in taken(book["sources/S2/index.html"]) if "bought the sand" in item]
    assert not item.startswith("[…]")
    (item,) = [item for item in taken(book[S1]) if "every grain" in item]
    assert item.startswith("[…] every grain was accounted for […]")


def test_a_long_passage_is_shown_by_its_first_and_last_words_and_whole_on_its_record(written):
    whole = "The company says it bought the sand from a quarry"
    assert whole in written["responses/R2/index.html"]
    assert whole + " inland, and that the board" not in written["sources/S2/index.html"]
    assert excerpt("one two three four", head=2, tail=1) == (18, 18)
    first, last = excerpt("one two three four five six", head=2, tail=1)
    assert ("one two three four five six"[:first], "one two three four five six"[last:]) == ("one two", "six")


def test_the_article_is_not_republished(written):
    words = "Brannick is a town of 9,000"
    assert words in DAILY
    for path, html in written.items():
        assert words not in html, path


def test_the_share_is_of_code_points(book):
    passages = [
        "The harbour at Brannick was dredged without a licence, the Coastal Audit Board said on Monday.",
        "“The sand was taken from a protected bank,” Mira Solberg, the board’s chair, told reporters.",
        "“It will not come back in our lifetime.”",
        "The board counted 63 barges in one season.",
        "The port company called the report “a work of fiction”",
        "every grain was accounted for",
        "“No bank was touched,” said Jonas Čapek, the company’s spokesman.",
        "The board urged the port company to publish its logs",
        "the ministry to close the bank to all ships",
        "Shore Watch, a charity, said the findings came “ten years late”.",
    ]
    share = f"{100 * sum(map(len, passages)) / len(DAILY):.0f}% of the article"
    assert share in text(book[S1].all("dl", "facts")[0])


def test_what_a_person_added_is_marked_with_the_reason(book):
    facts = {text(div[0]): text(div[1]) for div in book[S1].all("dl", "facts")[0]}
    assert facts["Published"] == "3 April 2023 added by a person Read from the printed edition."
    assert facts["Publisher"] == "The Daily Shore"


def test_a_copy_says_what_it_copies_and_nothing_is_taken(book):
    page = book["sources/S4/index.html"]
    said = text(page.all("main")[0])
    assert "This is a copy of The Daily Shore" in said
    assert not page.all("blockquote")


def test_a_rewrite_says_what_that_means(book):
    said = text(book["sources/S3/index.html"].all("main")[0])
    assert "This is a rewrite of The Daily Shore" in said
    assert "may be altered" in said


def test_the_list_says_of_each_what_it_is(book):
    said = text(book["sources/index.html"].all("main")[0])
    assert "A copy of The Daily Shore; nothing is taken from it." in said
    assert "date not shown in the file" in said
