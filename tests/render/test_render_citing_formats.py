"""BibTeX, RIS and CSL-JSON as parsers that others wrote read them."""

import json
from typing import Any

import pybtex.database
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT

from diptych.dossier import DossierFile, Parties, Party
from diptych.records import Actor, Passage, Record, Source
from diptych.render import language
from diptych.render.citing.formats import bibtex, csl_json, ris
from diptych.render.citing.items import dossier_item, page_item, passage_item, record_item, source_item
from diptych.render.citing.metadata import terms

ENGLISH = language([ROOT / "templates"], "en")
FILE = DossierFile(
    title="The audit & the answer",
    version="2",
    date="2024-03-05",
    authors=("Okoye, Ada", "Working Group 50% {A}"),
    publisher="Library_1",
    parties=Parties(reporting=Party(name="Board of Audit"), responding=Party(name="Vell Water")),
)
BOARD = Actor(id="board", name="Board of Audit", kind="organisation", party="reporting")
GAZETTE = Source(
    id="S1",
    file="seeds/a.txt",
    start=0,
    end=100,
    sha256="0" * 64,
    title="Who counted?",
    publisher="The Gazette",
    authors=("Berg, Ada", "Li Na"),
    published="2024-03",
    address="https://gazette.example/a",
)
PASSAGE = Passage(
    source="S1", start=3, end=20, text="“unsound in\nits core”", mode="direct", actor="board", rule="said"
)
CLAIM = Record(id="C1", statement="The method is unsound.", actor="board", status="reviewed", passages=(PASSAGE,))
RECORD = record_item(FILE, ENGLISH, CLAIM, BOARD, [GAZETTE, GAZETTE], "https://d.example/claims/C1/")
QUOTED = passage_item(FILE, ENGLISH, CLAIM, 1, PASSAGE, BOARD, GAZETTE, "https://d.example/claims/C1/#p1")
ITEMS = [
    dossier_item(FILE, "https://d.example/"),
    page_item(FILE, "Side by side", "https://d.example/side-by-side/"),
    RECORD,
    QUOTED,
    source_item(GAZETTE),
]


def quoted(text: str, mode: str, speaker: Actor | None = BOARD, source: Source = GAZETTE) -> dict[str, Any]:
    passage = PASSAGE.model_copy(update={"text": text, "end": PASSAGE.start + len(text), "mode": mode})
    return passage_item(FILE, ENGLISH, CLAIM, 1, passage, speaker, source, "")


def test_a_record_is_worded_by_the_dossier_and_names_who_said_it_and_who_reports_it() -> None:
    assert RECORD["author"] == [{"family": "Okoye", "given": "Ada"}, {"literal": "Working Group 50% {A}"}]
    assert RECORD["title"] == "Board of Audit: The method is unsound."
    assert RECORD["genre"] == "Claim C1, in the words of this dossier, as reported by The Gazette"
    assert RECORD["container-title"] == "The audit & the answer"
    assert RECORD["issued"] == {"date-parts": [[2024, 3, 5]]}


def test_a_record_that_names_who_said_it_is_cited_as_it_stands() -> None:
    board = BOARD.model_copy(update={"aliases": ("auditors",)})
    for statement, title in (
        ("The Board of Audit finds it unsound.", "The Board of Audit finds it unsound."),
        ("The auditors find it unsound.", "The auditors find it unsound."),
        ("The subauditors find it sound.", "Board of Audit: The subauditors find it sound."),
    ):
        record = CLAIM.model_copy(update={"statement": statement})
        assert record_item(FILE, ENGLISH, record, board, [GAZETTE], "")["title"] == title


def test_nobody_is_the_author_of_a_record_whose_makers_are_not_named() -> None:
    unsigned = FILE.model_copy(update={"authors": ()})
    assert "author" not in record_item(unsigned, ENGLISH, CLAIM, BOARD, [GAZETTE], "")


def test_a_passage_names_who_speaks_in_whose_words_and_the_article() -> None:
    assert QUOTED["title"] == "“unsound in its core”"
    assert QUOTED["genre"] == (
        "Board of Audit, in the speaker’s words, in “Who counted?”, The Gazette, March 2024; Claim C1, passage 1"
    )
    assert quoted("It was said.", "indirect", None)["genre"].startswith("in the outlet’s words, in “Who counted?”")


def test_a_passage_is_its_speakers_where_all_of_it_is_quotation_and_the_articles_otherwise() -> None:
    theirs, outlets = [{"literal": "Board of Audit"}], [{"family": "Berg", "given": "Ada"}, {"literal": "Li Na"}]
    assert quoted("“It is unsound.”", "direct")["author"] == theirs
    assert quoted("It is unsound", "direct")["author"] == theirs  # a quotation cut without its marks
    assert quoted("“It is unsound,” the board said.", "direct")["author"] == outlets
    assert quoted("The board called it “unsound”.", "mixed")["author"] == outlets
    assert quoted("The board finds it unsound.", "indirect")["author"] == outlets
    assert quoted("“It is unsound.”", "direct", None)["author"] == outlets
    unsigned = GAZETTE.model_copy(update={"authors": ()})
    assert quoted("The board finds it unsound.", "indirect", source=unsigned)["author"] == [{"literal": "The Gazette"}]
    nobodys = unsigned.model_copy(update={"publisher": None})
    assert "author" not in quoted("The board finds it unsound.", "indirect", source=nobodys)


def test_a_passage_that_goes_on_after_a_comma_is_cited_without_it() -> None:
    assert quoted("“It is unsound,”", "direct")["title"] == "“It is unsound”"


def test_a_long_passage_is_cited_by_its_first_words() -> None:
    title = quoted("Some words of it. " * 20, "indirect")["title"]
    assert title.startswith("Some words of it. Some words")
    assert title.endswith("…")
    assert len(title) <= 50


def test_an_event_is_nobodys_statement() -> None:
    event = Record(id="E1", statement="The audit came out.", actor="board", status="reviewed", passages=(PASSAGE,))
    item = record_item(FILE, ENGLISH, event, BOARD, [GAZETTE], "")
    assert item["author"][0] == {"family": "Okoye", "given": "Ada"}
    assert item["title"] == "The audit came out."


def test_what_pages_say_of_themselves_keeps_institutions_whole() -> None:
    said = terms(RECORD, "en", ["Who counted?"], "Board of Audit")
    assert [content for name, content in said if name == "citation_author"] == ["Okoye, Ada", "Working Group 50% {A},"]
    assert [content for name, content in said if name == "DC.contributor"] == ["Board of Audit,"]
    unsigned = {key: value for key, value in RECORD.items() if key != "author"}
    assert ("citation_author", "The audit & the answer,") in terms(unsigned, "en")


def test_an_article_is_cited_at_its_own_address_or_its_archived_copy() -> None:
    assert source_item(GAZETTE)["URL"] == "https://gazette.example/a"
    archived = GAZETTE.model_copy(update={"address": None, "archived": "https://archive.example/1"})
    assert source_item(archived)["URL"] == "https://archive.example/1"
    assert "URL" not in source_item(GAZETTE.model_copy(update={"address": None}))


def test_bibtex() -> None:
    entries = pybtex.database.parse_string(bibtex(ITEMS), "bibtex").entries
    assert list(entries) == ["dossier", "page", "C1", "C1-p1", "S1"]
    article = entries["S1"]
    assert article.type == "article"
    assert [str(name) for name in article.persons["author"]] == ["Berg, Ada", "{Li Na}"]
    assert dict(article.fields) == {
        "title": "{Who counted?}",
        "journal": "The Gazette",
        "url": "https://gazette.example/a",
        "year": "2024",
        "month": "March",
    }
    assert entries["dossier"].fields["title"] == r"{The audit \& the answer}"
    assert str(entries["dossier"].persons["author"][0]) == "Okoye, Ada"


def test_ris() -> None:
    dossier, page, record, passage, article = rispy.loads(ris(ITEMS))
    assert dossier["type_of_reference"] == "DATA"
    assert page["title"] == "Side by side"
    assert record["authors"] == ["Okoye, Ada", "Working Group 50% {A}"]
    assert record["urls"] == ["https://d.example/claims/C1/"]
    assert record["date"] == "2024/03/05"
    assert passage["notes"] == [QUOTED["genre"]]
    assert article["authors"] == ["Berg, Ada", "Li Na"]
    assert article["secondary_title"] == "The Gazette"
    assert article["year"] == "2024"


def test_csl_json() -> None:
    assert json.loads(csl_json(ITEMS)) == ITEMS


@given(st.text(min_size=1).filter(str.strip), st.text(alphabet='{}\\%&#_$~^"@,=\n ab', min_size=1).filter(str.strip))
def test_no_words_break_out_of_a_field(title: str, name: str) -> None:
    hostile = RECORD | {"title": title, "genre": name, "author": [{"literal": name}], "publisher": name}
    entries = pybtex.database.parse_string(bibtex([hostile, ITEMS[0]]), "bibtex").entries
    assert list(entries) == ["C1", "dossier"]
    assert len(entries["C1"].persons["author"]) == 1
    assert [found["id"] for found in rispy.loads(ris([hostile, ITEMS[0]]))] == ["C1", "dossier"]


@pytest.mark.parametrize("form", [bibtex, ris, csl_json])
def test_an_item_with_a_title_alone(form: object) -> None:
    assert callable(form)
    assert "Alone" in form([{"id": "page", "type": "webpage", "title": "Alone"}])
