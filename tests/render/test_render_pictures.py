"""The pictures: right, the same as their tables, and open to nothing hostile."""

from __future__ import annotations

import posixpath
from datetime import date
from xml.etree.ElementTree import Element

import pytest
from picture_reader import GLANCE, SVG, WIDTHS, address, drawn, hrefs, section, tabled
from sample_dossier import ACTORS, DAILY, RECORDS, SOURCES, THEMES, sample
from site_reader import Page, parse, text

HOSTILE = '</svg></title><script>alert(1)</script>"><img src=x onerror=alert(1)> & {{ 7*7 }}'


@pytest.fixture(scope="session")
def glance(book) -> Page:
    return book[GLANCE]


@pytest.mark.parametrize("width", WIDTHS)
def test_every_finding_has_a_sign_for_each_source_that_reports_it(glance, width):
    expected = set()
    for record in RECORDS:
        if record["id"].startswith("C"):
            first = {}
            for number, passage in enumerate(record["passages"], 1):
                first.setdefault(passage["source"], number)
            expected |= {f"{address(record['id'])}#p{number}" for number in first.values()}
    assert len(expected) == 6
    assert hrefs(drawn(glance, "matrix", width), "cell") == expected


def test_the_table_of_findings_lists_every_passage(glance):
    rows = {text(head).split()[0]: cell for head, cell in tabled(glance, "matrix")}
    claims = {record["id"]: record for record in RECORDS if record["id"].startswith("C")}
    assert list(rows) == list(claims)
    for given, record in claims.items():
        found = {str(link.get("href")) for link in rows[given].iter("a")}
        expected = {f"{address(given)}#p{number}" for number in range(1, len(record["passages"]) + 1)}
        assert found == expected | {f"../sources/{passage['source']}/index.html" for passage in record["passages"]}


def test_a_sign_says_in_whose_words(glance):
    titles = {str(link.get("href")): text(link[0]) for link in drawn(glance, "matrix", "wide")}
    assert titles["../claims/C1/index.html#p1"] == "C1 in The Daily Shore: 1 passage, in the outlet’s words"
    assert titles["../claims/C2/index.html#p1"] == "C2 in The Daily Shore: 2 passages, partly in the speaker’s words"


def test_the_shapes_of_the_signs_differ_by_mode_and_a_rewrite_is_framed(render):
    def sign(mode: str, source: str) -> set[str]:
        passages = [{**RECORDS[3]["passages"][0], "mode": mode, "source": source}]
        made = render(sample(records=[{**RECORDS[3], "passages": passages}]))
        (cell,) = [one for one in drawn(parse(GLANCE, made[GLANCE]), "matrix", "wide") if one.get("class") == "cell"]
        return {f"{one.tag.removeprefix(SVG)} {one.get('class')}" for one in cell} - {"title None", "rect target"}

    assert sign("direct", "S2") == {"rect full"}
    assert sign("indirect", "S2") == {"circle open"}
    assert sign("mixed", "S2") == {"polygon open", "polygon full"}
    assert sign("indirect", "S3") == {"circle open", "rect dashed"}


def test_copies_are_no_columns_and_named_with_what_they_copy(glance):
    key = [text(item) for item in section(glance, "matrix").iter("li")]
    assert "S1 The Daily Shore; also printed as Shore Mirror, a copy that is not counted" in key
    assert "../sources/S4/index.html" not in hrefs(drawn(glance, "matrix", "wide"))


@pytest.mark.parametrize("width", WIDTHS)
def test_every_answer_has_a_line_that_says_how(glance, width):
    expected = sorted(
        f"{record['id']} on {'The report as a whole' if answer['to'] == 'report' else answer['to']}: "
        + answer["how"].replace("-", " ").capitalize()
        for record in RECORDS
        for answer in record.get("answers", ())
    )
    ties = [link for link in drawn(glance, "answers", width) if link.get("class") == "tie"]
    assert sorted(text(link[0]) for link in ties) == expected
    for link in ties:
        (line,) = link.iter(f"{SVG}path")
        assert line.get("class", "").split()[1].replace("-", " ") in text(link[0]).lower()


def test_the_table_of_answers_says_the_same(glance):
    rows = {text(head).split()[0]: text(cell) for head, cell in tabled(glance, "answers")}
    assert {given for given in rows if given != "The"} == {r["id"] for r in RECORDS if r["id"][0] in "CA"}
    lines = [text(link[0]) for link in drawn(glance, "answers", "wide") if link.get("class") == "tie"]
    for line in lines:
        response, _, rest = line.partition(" on ")
        target, _, how = rest.partition(": ")
        assert f"{how} {response}" in rows[target.split()[0]]
    assert sum(cell.count(". ") + 1 for cell in rows.values() if cell != "no answer found") >= len(lines)


def test_what_has_no_answer_says_so_in_picture_and_table(glance):
    answered = {answer["to"] for record in RECORDS for answer in record.get("answers", ())}
    missing = [one["id"] for one in RECORDS if one["id"][0] in "CA" and one["id"] not in answered]
    assert missing
    words = [text(one) for one in section(glance, "answers").iter(f"{SVG}text") if one.get("class") == "missing"]
    assert words == ["no answer found"] * len(missing) * 2
    rows = {text(head).split()[0]: text(cell) for head, cell in tabled(glance, "answers")}
    assert [given for given, cell in rows.items() if cell == "no answer found"] == missing


def test_a_response_that_answers_nothing_is_named(glance):
    (aside,) = [p for p in section(glance, "answers").iter("p") if p.get("class") == "aside"]
    assert text(aside) == "Responses that answer none of these: R4."


@pytest.mark.parametrize("width", WIDTHS)
def test_the_line_of_time_has_all_that_is_dated_in_order(glance, width):
    found = [str(link.get("href")) for link in drawn(glance, "time", width)]
    expected = ["../events/E1", "../claims/C2", "../sources/S1", "../sources/S2"]
    assert found == [f"{path}/index.html" for path in expected]
    assert [str(cell.find(".//a").get("href")) for _, cell in tabled(glance, "time")] == found


def test_the_line_of_time_explains_the_signs_that_are_on_it(glance, render):
    def explained(page: Page) -> set[str]:
        signs = {"event", "statement", "article published", "no day known"}
        return signs & {text(one) for one in section(page, "time").iter(f"{SVG}text")}

    assert explained(glance) == {"event", "statement", "article published", "no day known"}
    undated = [{key: value for key, value in one.items() if key != "date" or one["id"][0] == "E"} for one in RECORDS]
    days = [{**one, "published": one.get("published") and "2021-05-04"} for one in SOURCES]
    rendered = render(sample(records=undated, sources=days))
    assert explained(parse(GLANCE, rendered[GLANCE])) == {"event", "article published"}


def test_what_is_known_by_its_month_is_as_long_as_the_month(glance):
    (svg,) = [one for div in section(glance, "time").iter("div") if div.get("class") == "for-wide" for one in div]
    _, stretch = [line for line in svg.iter(f"{SVG}line") if line.get("class") == "period"]
    axis = next(line for line in svg.iter(f"{SVG}line") if line.get("class") == "axis")

    def long(line: Element) -> float:
        return float(line.get("y2", 0)) - float(line.get("y1", 0))

    whole = (date(2023, 4, 30) - date(2021, 5, 3)).days
    assert long(stretch) / long(axis) == pytest.approx(29 / whole, abs=0.005)


def test_the_parts_of_a_source_are_those_of_its_text(glance):
    passages = [one for record in RECORDS for one in record["passages"] if one["source"] == "S1"]
    taken = {at for one in passages for at in range(one["start"], one["end"])}
    quoted, inside = set(), False
    for at, letter in enumerate(DAILY):
        inside = inside or letter == "“"
        if inside and at in taken:
            quoted.add(at)
        inside = inside and letter != "”"
    noise = len("Subscribe to our newsletter.")
    expected = [len(DAILY), len(quoted), len(taken - quoted), len(DAILY) - len(taken) - noise, noise]
    row = next(row for row in tabled(glance, "shares") if text(row[0]).startswith("S1"))
    assert [int(text(cell).split()[0].replace(",", "")) for cell in row[1:]] == expected


@pytest.mark.parametrize("width", WIDTHS)
def test_the_parts_of_a_bar_are_as_long_as_their_numbers(glance, width):
    bars = [link for link in drawn(glance, "shares", width) if link.get("class") == "bar"]
    assert [str(bar.get("href")) for bar in bars] == [f"../sources/S{number}/index.html" for number in (1, 2, 3)]
    rows = [row for row in tabled(glance, "shares") if len(row) == 6]
    for bar, row in zip(bars, rows, strict=True):
        numbers = [int(text(cell).split()[0].replace(",", "")) for cell in row[1:]]
        lengths = [float(rect.get("width", 0)) for rect in bar.iter(f"{SVG}rect")]
        parts = [number for number in numbers[1:] if number]
        assert sum(parts) == numbers[0]
        for length, part in zip(lengths, parts, strict=True):
            assert length / sum(lengths) == pytest.approx(part / numbers[0], abs=0.002)


def test_a_copy_has_no_bar_and_says_of_what_it_is_one(glance):
    row = next(row for row in tabled(glance, "shares") if text(row[0]).startswith("S4"))
    assert text(row[1]) == "a copy of The Daily Shore; nothing is taken from it"


def test_every_link_leads_to_a_page_and_a_place_on_it(book, written):
    ids = {path: {element.get("id") for element in page.tree.iter()} for path, page in book.items()}
    (main,) = book[GLANCE].all("main")
    links = [link for link in main.iter() if link.get("href")]
    assert len(links) > 60
    for link in links:
        target, _, anchor = str(link.get("href")).partition("#")
        reached = posixpath.normpath(posixpath.join("at-a-glance", target)) if target else GLANCE
        assert reached in written, link.get("href")
        assert not anchor or anchor in ids[reached], link.get("href")


def test_every_picture_has_a_name_and_is_described(glance):
    pictures = list(glance.tree.iter(f"{SVG}svg"))
    assert len(pictures) == 8
    for svg in pictures:
        assert svg.get("role") == "group"
        for name in ("aria-labelledby", "aria-describedby"):
            assert text(glance.one(str(svg.get(name))))
        assert not [one for one in svg.iter() if one.get("style") or one.get("fill", "url").startswith("#")]


def test_hostile_names_stay_words(render):
    made = render(
        sample(
            sources=[{**source, "label": HOSTILE, "title": HOSTILE} for source in SOURCES],
            themes=[{**theme, "title": HOSTILE} for theme in THEMES],
            actors=[{**actor, "name": HOSTILE} for actor in ACTORS],
            records=[{**record, "statement": HOSTILE} for record in RECORDS],
        )
    )
    for path in (GLANCE, "symmetry/index.html"):
        page = parse(path, made[path])
        assert not page.all("img")
        assert all(one.get("src") or one.get("type") == "application/ld+json" for one in page.all("script"))
        assert not list(page.tree.iter(f"{SVG}script"))
        assert "49" not in text(page.all("main")[0])


def test_where_there_is_nothing_to_draw_the_page_says_so(render):
    made = render(sample(records=[], themes=[], sources=[], discrepancies=[]))
    page = parse(GLANCE, made[GLANCE])
    assert not list(page.tree.iter(f"{SVG}svg"))
    assert [text(p) for p in page.all("p", "none")] == ["There is nothing to draw yet."] * 4
