"""The two columns: who stands where, and what is said where nobody answers."""

from __future__ import annotations

from sample_dossier import RECORDS, SOURCES, sample
from site_reader import text

SIDE = "side-by-side/index.html"


def row(page, given):
    return page.one(given)


def leaves(element):
    return [child for child in element if "leaf" in child.get("class", "").split()]


def test_claims_stand_left_and_answers_right_with_the_kind_of_answer_in_words(book):
    left, right = leaves(row(book[SIDE], "C2"))
    assert "Claim C2" in text(left)
    assert "Response R2 Denies" in text(right)
    assert "Response R3 Disputes the source" in text(right)
    assert "R1" not in text(right)


def test_both_columns_have_the_same_markup(book):
    for page in (book[SIDE], book["themes/sand/index.html"], book["recommendations/index.html"]):
        for section in page.all("section", "row"):
            left, right = leaves(section)
            assert left.attrib == right.attrib
    left, right = leaves(row(book[SIDE], "C1"))

    def shape(element):
        return [
            (child.tag, child.get("class"))
            for child in element.iter()
            if child.get("class") in ("card", "eyebrow", "statement", "fold", "passage")
        ]

    assert [item for item in shape(left) if item[1] != "passage"] == [
        item for item in shape(right) if item[1] != "passage"
    ]


def test_the_party_is_told_apart_in_words_and_shape_not_only_in_place(book):
    left, right = leaves(row(book[SIDE], "C1"))
    assert "Audit Board Claim C1" in text(left)
    assert "Port Company Response R2" in text(right)
    marks = [
        element.get("class") for element in row(book[SIDE], "C1").iter() if "mark" in element.get("class", "").split()
    ]
    assert marks == ["mark mark-reporting", "mark mark-responding"]


def test_where_nobody_answers_the_cell_names_what_was_read(book):
    _, right = leaves(row(book[SIDE], "C4"))
    assert (
        text(right)
        == "No answer to this claim in the 3 articles read: The Daily Shore, Courier and “Harbour firm replies”. "
        "There are answers to the report as a whole."
    )
    assert [link.get("href") for link in right.iter("a")][3:] == ["../side-by-side/index.html#report"]
    _, right = leaves(row(book[SIDE], "A2"))
    assert text(right).startswith("No answer to this recommendation in the 3 articles read:")


def test_where_many_articles_were_read_the_cell_leads_to_their_list(render):
    more = [{**SOURCES[1], "id": f"S{number}"} for number in range(5, 12)]
    made = render(sample(sources=[*SOURCES, *more]))
    assert 'in the <a href="../sources/index.html">10 articles</a> read.' in made[SIDE]


def test_every_claim_stands_once_under_the_first_of_its_themes_in_their_order(book):
    page = book[SIDE]
    assert [section.get("id") for section in page.all("section", "row")] == ["C1", "C2", "C3", "C4", "A1", "A2", "A3"]
    bands = {section.get("id"): text(section) for section in page.all("section", "band")}
    assert list(bands) == ["report", "theme-sand", "theme-traffic", "other", "recommendations", "loose"]
    assert "Claim C2" in bands["theme-sand"]
    assert "Claim C4" in bands["other"]


def test_answers_to_the_report_and_to_nothing_have_bands_of_their_own(book):
    bands = {section.get("id"): text(section) for section in book[SIDE].all("section", "band")}
    assert "Response R1 Rejects" in bands["report"]
    assert "Response R4" in bands["loose"]
    assert "R4" not in "".join(said for name, said in bands.items() if name != "loose")


def test_a_report_that_nobody_answered_says_so(render):
    made = render(sample(records=[record for record in RECORDS if record["id"] != "R1"]))
    assert "<strong>No answer</strong> to the report as a whole in the 3 articles read" in made[SIDE]


def test_what_is_proposed_is_marked_and_what_is_reviewed_is_not(book):
    assert "proposed" in text(leaves(row(book[SIDE], "C3"))[0])
    assert "proposed" not in text(leaves(row(book[SIDE], "C1"))[0])


def test_a_theme_shows_what_bears_it_second_too(book):
    assert "Claim C2" in text(book["themes/fish/index.html"].all("main")[0])


def test_recommendations_stand_by_who_is_asked(book):
    page = book["recommendations/index.html"]
    bands = {section.get("aria-labelledby"): text(section) for section in page.all("section", "band")}
    assert list(bands) == ["to-brannick-port-company", "to-ministry", "to-nobody"]
    assert "A2" in bands["to-ministry"]


def test_a_row_bears_what_it_is_found_by_its_own_and_that_of_its_answers(book):
    found = row(book[SIDE], "C2")
    assert found.get("data-kind") == "claim"
    assert found.get("data-theme") == "sand fish"
    assert set(found.get("data-how").split()) == {"denies", "disputes-the-source"}
    assert set(found.get("data-said").split()) == {
        "S1:mira-solberg",
        "S1:coastal-audit-board",
        "S2:mira-solberg",
        "S2:coastal-audit-board",
        "S1:jonas-capek",
        "S1:brannick-port-company",
        "S2:brannick-port-company",
    }
    alone = row(book[SIDE], "C4")
    assert alone.get("data-theme") == "-"
    assert alone.get("data-how") == ""


def test_every_card_is_in_one_place_that_filters_find(book):
    page = book[SIDE]
    kinds = [one.get("data-kind") for one in page.all("*") if one.get("data-kind")]
    assert kinds == ["report", *["claim"] * 4, *["recommendation"] * 3, "response"]


def test_the_filters_offer_what_some_row_has(book):
    form = book[SIDE].one("narrow")
    assert form.get("hidden") is not None
    offered = {
        select.get("name"): [option.get("value") for option in select.iter("option")] for select in form.iter("select")
    }
    assert offered == {
        "theme": ["", "sand", "traffic", "fish", "-"],
        "source": ["", "S1", "S2", "S3"],
        "speaker": ["", "coastal-audit-board", "mira-solberg", "brannick-port-company", "jonas-capek"],
        "how": ["", "denies", "gives-another-account", "disputes-the-source", "rejects"],
        "answered": ["", "yes", "no"],
    }
    labels = {label.get("for"): text(label) for label in form.iter("label")}
    assert all(labels[f"by-{name}"] for name in offered)
    groups = [group.get("label") for group in form.iter("optgroup")]
    assert groups == ["Audit Board", "Port Company"]


def test_the_numbers_are_told_with_what_they_are_part_of(book):
    assert book[SIDE].one("narrow").get("data-shown") == (
        "Shown: {claim} of 4 claims, {recommendation} of 3 recommendations, {report} of 1 answer to the report as a "
        "whole and {response} of 1 statement not tied to a claim."
    )


def test_passages_are_open_until_a_script_closes_them(book):
    for path in (SIDE, "themes/sand/index.html", "recommendations/index.html", "claims/C2/index.html"):
        folds = book[path].all("details", "fold")
        assert folds
        assert all(fold.get("open") is not None for fold in folds if next(fold.iter("figure"), None) is not None)


def test_a_page_without_recommendations_and_loose_statements_has_no_numbers_of_them(render):
    kept = [record for record in RECORDS if record["id"][0] in "CR" and record["id"] != "R4"]
    made = render(sample(records=kept))
    assert 'data-shown="Shown: {claim} of 4 claims and {report} of 1 answer to the report as a whole."' in made[SIDE]
