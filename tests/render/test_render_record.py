"""A record's page: its passages with who reports and who speaks, and the ways from it."""

from __future__ import annotations

import json

from sample_dossier import RECORDS, sample
from site_reader import text

C2 = "claims/C2/index.html"


def metas(page):
    return [(m.get("name"), m.get("content")) for m in page.all("meta") if m.get("name")]


def test_a_passage_shows_its_outlet_date_speaker_and_mode(book):
    shown = text(book[C2].one("p1"))
    assert "The Daily Shore, 3 April 2023" in shown
    assert "Mira Solberg, partly in the speaker’s words." in shown


def test_a_date_that_the_file_does_not_show_is_said_to_be_missing(book):
    assert "“Harbour firm replies”, date not shown in the file" in text(book["responses/R1/index.html"].one("p2"))


def test_the_exact_words_are_told_from_the_outlets_framing(book):
    (quote,) = next(book[C2].one("p1").iter("blockquote"))
    (said,) = quote
    assert (said.get("class"), said.text) == ("said", "“The sand was taken from a protected bank,”")
    assert (quote.text, said.tail) == (None, " Mira Solberg, the board’s chair, told reporters.")


def test_the_passage_leads_to_its_place_and_from_there_back(book):
    ways = [a.get("href") for a in book[C2].one("p1").iter("a")]
    assert "../../sources/S1/index.html#C2-p1" in ways
    back = [a.get("href") for a in book["sources/S1/index.html"].one("C2-p1").iter("a")]
    assert "../../claims/C2/index.html#p1" in back


def test_answers_are_shown_from_both_ends(book):
    assert "Response R2 Denies" in text(book[C2].all("main")[0])
    said = text(book["responses/R2/index.html"].all("main")[0])
    assert "What it answers" in said
    assert "Claim C2 Denies" in said
    assert "Rejects the report as a whole" in text(book["responses/R1/index.html"].all("main")[0])


def test_an_unanswered_claim_says_what_was_read(book):
    assert "No answer to this claim in the 3 articles read" in text(book["claims/C3/index.html"].all("main")[0])


def test_copies_are_named_and_not_counted(book):
    said = text(book[C2].all("main")[0])
    assert "The Daily Shore is also printed as Shore Mirror" in said
    assert "not counted as further evidence" in said


def test_a_rewrite_is_marked_where_it_is_quoted(book):
    assert "quoted words may be altered" in text(book["responses/R1/index.html"].one("p2"))
    assert "altered" not in text(book["responses/R1/index.html"].one("p1"))


def test_what_is_proposed_is_said_to_be(book):
    assert "not yet reviewed by a person" in text(book["claims/C3/index.html"].all("main")[0])
    assert "reviewed by a person" in text(book[C2].all("dl")[0])


def test_which_rule_found_a_passage_is_said(book):
    said = text(book[C2].all("main")[0])
    assert "characters 126 to 218: found by rule quote-said" in said
    assert "chosen by a person" in said


def test_the_note_is_markdown(book):
    (part,) = [section for section in book[C2].all("section") if section.get("aria-labelledby") == "note"]
    (link,) = [a for a in part.iter("a") if text(a) == "D1"]
    assert link.get("href") == "../../discrepancies/index.html#D1"


def test_discrepancies_that_touch_a_passage_are_linked(book):
    hrefs = [a.get("href") for a in book["claims/C3/index.html"].all("a")]
    assert "../../discrepancies/index.html#D2" in hrefs
    assert "../../discrepancies/index.html#D1" not in hrefs


def test_neighbours_of_the_same_kind(book):
    ways = {a.get("rel"): a.get("href") for a in book[C2].all("a") if a.get("rel")}
    assert ways == {"prev": "../../claims/C1/index.html", "next": "../../claims/C3/index.html"}
    first = {a.get("rel") for a in book["claims/C1/index.html"].all("a")}
    assert "prev" not in first


def test_the_page_can_be_cited(book, written):
    part = next(section for section in book[C2].all("section", "cite"))
    record = next(record for record in RECORDS if record["id"] == "C2")
    said = text(part)
    for style in ("APA", "Chicago", "MLA", "OSCOLA"):
        assert style in said
    title = f"Coastal Audit Board: {record['statement']}"
    assert f"“{title.rstrip('.')}.” Claim C2, in the words of this dossier, as reported by" in said
    assert "https://reader.example/base/claims/C2/#p2" in said
    found = metas(book[C2])
    assert ("citation_public_url", "https://reader.example/base/claims/C2/") in found
    assert ("citation_author", f"{sample().file.title},") in found
    assert ("DC.contributor", "Coastal Audit Board,") in found
    assert [content for name, content in found if name == "DC.source"] == [
        "Board: Brannick harbour dredged without licence",
        "Auditors accuse Brannick port",
    ]
    (script,) = [s for s in book[C2].all("script") if s.get("type") == "application/ld+json"]
    data = json.loads("".join(script.itertext()))
    assert data["url"] == "https://reader.example/base/claims/C2/"
    assert data["appearance"][0]["isPartOf"]["headline"] == "Board: Brannick harbour dredged without licence"
    assert json.loads(written["claims/C2/cite.json"])[0]["title"] == title
    assert written["claims/C2/cite.bib"].startswith("@misc{C2,")
    assert written["claims/C2/cite.ris"].startswith("TY  - ELEC")


def test_a_passage_that_names_no_speaker_says_so_and_is_nobodys(render):
    index = next(place for place, record in enumerate(RECORDS) if record["id"] == "C2")
    changed = {**RECORDS[index], "passages": [{**one, "actor": None} for one in RECORDS[index]["passages"]]}
    made = render(sample(records=[*RECORDS[:index], changed, *RECORDS[index + 1 :]]))
    assert "No speaker named, " in made["claims/C2/index.html"]
    assert "Stated by" not in made["claims/C2/index.html"]


def test_an_event_concerns_somebody_and_nobody_states_it(book):
    said = text(book["events/E1/index.html"].all("dl", "facts")[0])
    assert "Concerns" in said
    assert "Stated by" not in said
