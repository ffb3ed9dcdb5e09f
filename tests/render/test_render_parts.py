"""Home, speakers, discrepancies, timeline, data: what each says."""

from __future__ import annotations

from sample_dossier import sample
from site_reader import TEMPLATES, text

from diptych.render import Checked, Site, frame, language
from diptych.render.index import index_of

ENGLISH = language([TEMPLATES], "en")


def main(page):
    return text(page.all("main")[0])


def test_home_has_both_parties_the_themes_and_the_sources(book):
    said = main(book["index.html"])
    assert "4 claims, 2 of them answered" in said
    assert "4 responses" in said
    assert "An introduction." in said
    assert "The sand bank 2 claims, all of them answered; 1 reaction" in said
    assert "Shore Mirror" not in said


def test_exactness_never_says_more_than_was_done(render):
    made = render(sample(), checked=Checked(exact=0, unchecked=19))
    assert "Not checked: the seeds are not here." in made["index.html"]
    assert "Not checked: the seeds are not here." in made["data/index.html"]
    assert "match their seed" not in "".join(made.values())
    assert Checked(exact=2, unchecked=1).sentence(ENGLISH).startswith("2 of 3 passages match their seed")
    assert "1 were not checked" in Checked(exact=2, unchecked=1).sentence(ENGLISH)


def test_speakers_stand_by_their_side(book):
    page = book["actors/index.html"]
    assert "Mira Solberg" in text(page.one("reporting"))
    assert "Jonas Čapek" in text(page.one("responding"))
    assert "Shore Watch" in text(page.one("third"))


def test_a_speaker_has_the_passages_that_name_them(book):
    page = book["actors/jonas-capek/index.html"]
    assert "No bank was touched" in main(page)
    assert "spokesman" in main(page)
    assert "../../actors/brannick-port-company/index.html" in [a.get("href") for a in page.all("a")]


def test_where_a_speaker_speaks_for_another_the_record_stands_once(book):
    page = book["actors/mira-solberg/index.html"]
    (spoken,) = page.all("div", "spoken")
    assert text(spoken).count("The sand came from a protected bank") == 1
    assert len(list(spoken.iter("figure"))) == 3
    assert not book["actors/shore-watch/index.html"].all("div", "spoken")


def test_whoever_is_asked_to_act_sees_it(book):
    assert "Recommendation A2" in main(book["actors/ministry/index.html"])


def test_discrepancies_show_the_versions_and_the_words_that_differ(book):
    page = book["discrepancies/index.html"]
    band = page.one("D1")
    differing = [text(span) for span in band.iter("span") if "differs" in span.get("class", "").split()]
    assert differing == ["It", "not", "never"]
    assert "../sources/S1/index.html#C2-p2" in [a.get("href") for a in band.iter("a")]
    assert "whole sentence" in text(band)
    assert "proposed" in text(page.one("D2"))


def test_the_timeline_is_in_order_and_keeps_what_has_no_date_apart(book):
    page = book["timeline/index.html"]
    assert [text(date) for date in page.all("time")] == ["3 May 2021", "April 2023", "3 April 2023"]
    assert "The board spoke to reporters." in text(page.all("section", "year")[-1])
    assert page.all("time")[1].get("datetime") == "2023-04"


def test_data_lists_every_file_and_the_size(book):
    said = main(book["data/index.html"])
    for name in (
        "dossier.json",
        "dossier.schema.json",
        "passages.csv",
        "sentences.csv",
        "discrepancies.csv",
        "record.schema.json",
    ):
        assert name in said
    size = {text(div[0]): text(div[1]) for div in book["data/index.html"].all("dl", "facts")[0]}
    assert (size["Passages of records"], size["Claims"], size["Version"]) == ("19", "4", "1.0")


def test_a_narrative_page_gets_the_same_frame(book):
    assert text(book["about/index.html"].all("h1")[0]) == "About"
    found = frame(sample(), Site(language=ENGLISH), "about/", "About")
    assert found["root"] == "../"
    assert found["here"] == "about/index.html"
    assert found["full_title"] == "About · The sand of Brannick"


def test_the_front_page_has_the_dossiers_title():
    assert frame(sample(), Site(language=ENGLISH), "index.html", "Home")["full_title"] == "The sand of Brannick"


def test_a_dossier_is_indexed_once_and_never_taken_for_another():
    one, other = sample(), sample()
    assert index_of(one, ENGLISH) is index_of(one, ENGLISH)
    assert index_of(other, ENGLISH).dossier is other
    assert index_of(one, ENGLISH).dossier is one
    assert index_of(one, language([TEMPLATES], "zh")) is not index_of(one, ENGLISH)


def test_the_lost_page_promises_no_page_for_what_was_withdrawn(book):
    said = main(book["404.html"])
    assert "An ID is given once and never given again" in said
    assert "was withdrawn or never was" in said


def test_a_policy_can_be_left_out():
    assert frame(sample(), Site(policy="", language=ENGLISH), "about/", "About")["policy"] == ""
