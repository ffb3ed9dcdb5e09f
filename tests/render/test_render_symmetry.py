"""The measures of each party: counted again by other means, each with the list of what it counts."""

from __future__ import annotations

import posixpath
import statistics
from xml.etree.ElementTree import Element

import pytest
from sample_dossier import ACTORS, DISCREPANCIES, RECORDS, SEEDS, sample
from site_reader import Page, parse, text

from diptych.records import Passage
from diptych.render.evidence import count_words, words_of
from diptych.values import PLURALS, kind_of

SYMMETRY = "symmetry/index.html"
PARTIES = ("reporting", "responding", "third")
SIDES = {str(actor["id"]): str(actor["party"]) for actor in ACTORS}
FILES = {"S1": "seeds/daily.txt", "S2": "seeds/courier.txt", "S3": "seeds/spun.txt"}


@pytest.fixture(scope="session")
def page(book) -> Page:
    return book[SYMMETRY]


def numbers(page: Page) -> dict[str, list[Element]]:
    """The cells of each measure."""
    rows = [row for row in page.all("tr") if row.get("id")]
    return {str(row.get("id")).removeprefix("measure-"): list(row)[1:] for row in rows}


def shown(page: Page, name: str) -> list[str]:
    return [text(cell).split()[0] for cell in numbers(page)[name]]


def own(party: str) -> list[dict]:
    return [record for record in RECORDS if SIDES[record["actor"]] == party and record["id"][0] != "E"]


def passages(party: str) -> list[tuple[str, int, dict]]:
    return [(r["id"], number, one) for r in own(party) for number, one in enumerate(r["passages"], 1)]


def counts(expected) -> list[str]:
    return [str(expected(party)) for party in PARTIES]


def test_records_by_kind(page):
    assert shown(page, "statements") == counts(lambda party: len(own(party))) == ["7", "4", "1"]
    for kind, letter in (("claim", "C"), ("response", "R"), ("recommendation", "A"), ("reaction", "T")):
        assert shown(page, kind) == counts(lambda party, one=letter: sum(r["id"][0] == one for r in own(party)))
    assert shown(page, "proposed") == counts(lambda party: sum(r["status"] == "proposed" for r in own(party)))


def test_events_are_nobodys_and_the_page_says_so(page):
    assert "2 events are nobody’s statements and are counted for no party: see Events." in text(page.all("main")[0])
    assert not [link for link in page.all("a") if "/E1/" in str(link.get("href"))]


def test_passages_by_mode_and_source(page):
    assert shown(page, "passages") == counts(lambda party: len(passages(party)))
    for mode in ("direct", "mixed", "indirect"):
        assert shown(page, mode) == counts(lambda party, m=mode: sum(p["mode"] == m for _, _, p in passages(party)))
    assert shown(page, "sources") == counts(lambda party: len({p["source"] for _, _, p in passages(party)}))
    assert shown(page, "rewrites") == counts(lambda party: sum(p["source"] == "S3" for _, _, p in passages(party)))
    assert shown(page, "unnamed") == counts(lambda party: sum(p["actor"] is None for _, _, p in passages(party)))


def test_speakers(page):
    named = {p["actor"] for record in RECORDS for p in record["passages"] if p["actor"]}
    assert shown(page, "speakers") == counts(lambda party: sum(SIDES[actor] == party for actor in named))


def test_a_rewrite_is_no_second_article(page):
    origin = {"S1": "S1", "S2": "S2", "S3": "S1"}
    single = counts(lambda party: sum(len({origin[p["source"]] for p in r["passages"]}) == 1 for r in own(party)))
    assert shown(page, "single") == single
    assert "R1" in text(page.one("single-responding"))


def test_answers(page):
    answered = {answer["to"] for record in RECORDS for answer in record.get("answers", ())}
    asked = [record["id"] for record in own("reporting") if record["id"][0] in "CA"]
    assert shown(page, "answered") == [str(sum(one in answered for one in asked)), "–", "–"]
    assert shown(page, "unanswered") == [str(sum(one not in answered for one in asked)), "–", "–"]
    to = {record["id"]: {one["to"] for one in record.get("answers", ())} for record in own("responding")}
    assert shown(page, "answering") == ["–", str(sum(bool(one - {"report"}) for one in to.values())), "–"]
    assert shown(page, "whole") == ["–", str(sum("report" in one for one in to.values())), "–"]
    assert shown(page, "loose") == ["–", str(sum(not one for one in to.values())), "–"]


def test_words_of_statements(page):
    lengths = {party: [len(record["statement"].split()) for record in own(party)] for party in PARTIES}
    assert shown(page, "words") == [str(sum(lengths[party])) for party in PARTIES]
    assert shown(page, "median") == [f"{statistics.median(lengths[party]):g}" for party in PARTIES]


def test_words_within_and_outside_quotation_marks_each_once(page):
    quoted, reported = [], []
    for party in PARTIES:
        inside, outside = 0, 0
        for source, file in FILES.items():
            taken = {at for _, _, p in passages(party) if p["source"] == source for at in range(p["start"], p["end"])}
            open_ = False
            words: dict[bool, str] = {True: "", False: ""}
            for at, letter in enumerate(SEEDS[file]):
                open_ = open_ or letter == "“"
                words[open_] += letter if at in taken else " "
                words[not open_] += " "
                open_ = open_ and letter != "”"
            inside += sum(any(map(str.isalnum, word)) for word in words[True].split())
            outside += sum(any(map(str.isalnum, word)) for word in words[False].split())
        quoted.append(str(inside))
        reported.append(str(outside))
    assert shown(page, "quoted") == quoted
    assert shown(page, "reported") == reported


def test_discrepancies_that_touch_a_partys_passages(page):
    def touching(party: str) -> int:
        return sum(
            any(
                quoted["source"] == p["source"] and quoted["start"] < p["end"] and p["start"] < quoted["end"]
                for quoted in one["passages"]
                for _, _, p in passages(party)
            )
            for one in DISCREPANCIES
        )

    assert shown(page, "discrepancies") == counts(touching)


def test_every_number_leads_to_a_list_of_exactly_so_many(book, page):
    listed = 0
    for name, cells in numbers(page).items():
        for cell in cells:
            (value, *_) = text(cell).split()
            links = list(cell.iter("a"))
            assert len(links) == (value not in ("0", "–")), name
            if not links:
                continue
            where, _, anchor = str(links[0].get("href")).partition("#")
            there = book[where.removeprefix("../")].all("main")[0] if where else page.one(anchor)
            ways = {item for menu in there.iter("nav") for item in menu.iter("li")}
            items = [item for item in there.iter("li") if item not in ways]
            items = items or [row for row in there.iter("section") if row.get("class") == "row"]
            assert items, name
            if name not in ("words", "median", "reported", "quoted"):  # whose number is one of words
                assert len(items) == int(value), name
                listed += 1
    assert listed > 25


def test_the_lists_hold_the_records_themselves(page):
    for party in PARTIES:
        found = [str(link.get("href")) for link in page.one(f"statements-{party}").iter("a")][1:]
        assert found == [f"../{PLURALS[kind_of(r['id'])]}/{r['id']}/index.html" for r in own(party)]
        found = [text(link) for link in page.one(f"passages-{party}").iter("a")][1:]
        assert found == [f"{given} p{number}" for given, number, _ in passages(party)]


def test_every_link_leads_to_a_page_and_a_place_on_it(book, page, written):
    ids = {path: {element.get("id") for element in one.tree.iter()} for path, one in book.items()}
    (main,) = page.all("main")
    found = list(main.iter("a"))
    assert len(found) > 20
    for link in found:
        target, _, anchor = str(link.get("href")).partition("#")
        reached = posixpath.normpath(posixpath.join("symmetry", target)) if target else SYMMETRY
        assert reached in written, link.get("href")
        assert not anchor or anchor in ids[reached], link.get("href")


def test_shares_are_of_the_partys_own(page):
    cell = numbers(page)["direct"][0]
    told = passages("reporting")
    share = 100 * sum(p["mode"] == "direct" for _, _, p in told) / len(told)
    assert text(cell).split()[1] == f"({share:.0f}%)"


def test_the_parties_stand_in_columns_of_one_width(page):
    heads = [text(head) for head in page.all("table")[0].iter("th") if head.get("scope") == "col"]
    assert heads == ["Measure", "Audit Board", "Port Company", "Third parties"]
    assert {len(cells) for cells in numbers(page).values()} == {3}


def test_the_front_page_and_every_foot_lead_here(book):
    for path, one in book.items():
        (foot,) = one.all("footer")
        ways = [str(link.get("href")) for link in foot.iter("a")]
        for page in (SYMMETRY, "at-a-glance/index.html"):
            assert any(way.endswith(f"/{page}") for way in ways), path
    (main,) = book["index.html"].all("main")
    assert {"./symmetry/index.html", "./at-a-glance/index.html"} <= {
        str(link.get("href")).partition("#")[0] for link in main.iter("a")
    }


def test_a_dossier_with_nothing_in_it_counts_nothing(render):
    made = render(sample(records=[], themes=[], sources=[], discrepancies=[], actors=[]))
    page = parse(SYMMETRY, made[SYMMETRY])
    assert set(shown(page, "statements") + shown(page, "median")) == {"0", "–"}
    assert not [link for cells in numbers(page).values() for cell in cells for link in cell.iter("a")]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("It is the chair’s well-known word.", 6),
        ("In 2022, 40 of 50 people said 3.5 per cent…", 10),
        ("报告没有根据。", 6),
        ("OHCHR说：完全错误", 6),
        ("12,000 of them", 3),
        ("— “ ” …", 0),
    ],
)
def test_words_are_counted_as_each_writing_has_them(said, number):
    assert count_words(said) == number


def test_passages_that_share_words_count_them_once():
    said = "He said “we shall go home” and left the room."

    def passage(start: int, end: int, mode: str) -> Passage:
        return Passage.model_validate(
            {"source": "S1", "start": start, "end": end, "text": said[start:end], "mode": mode, "rule": "person"}
        )

    whole, part = passage(0, len(said), "mixed"), passage(9, 17, "direct")
    assert part.text == "we shall"
    found = words_of([whole, part])
    assert (found.quoted, found.reported) == (4, 6)
    apart = words_of([whole, whole.model_copy(update={"source": "S2"})])
    assert (apart.quoted, apart.reported) == (8, 12)
