"""Nothing that a seed or a file of content/ says reaches a page, or a file for machines, as anything but text."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from functools import cache
from pathlib import Path

from hostile import MADE, PIECES, Page, calm, hostile, published
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from diptych.render import POLICY
from diptych.signs import CONTROLS, REORDERING


@cache
def before() -> dict[str, bytes]:
    """The site of the calm dossier."""
    return published(calm())


@cache
def after() -> dict[str, bytes]:
    """That of the one with every hostile word in every text."""
    return published(hostile(calm(), "".join(PIECES)))


@cache
def page(path: str) -> Page:
    """A page of the calm site."""
    return Page(before()[path])


def judged(made: dict[str, bytes], chosen: tuple[str, ...] = ()) -> None:
    """Every page is as harmless as the one of the calm dossier."""
    for path, data in made.items():
        if path.endswith((".sqlite", ".png")):
            continue
        assert str(MADE).encode() not in data, path
        if not path.endswith(".html") or (chosen and path not in chosen):
            continue
        shown = Page(data)
        assert shown.faults(page(path)) == [], path
        assert [one for _, one, _ in shown.elements if one.get("http-equiv")] == [
            {"http-equiv": "Content-Security-Policy", "content": POLICY}
        ], path
        for text in shown.inline:
            json.loads(text)
        assert not REORDERING.search(shown.text), path
        assert not CONTROLS.search(shown.text), path


def test_every_kind_of_page_is_looked_at() -> None:
    kinds = {re.sub(r"(?<=/)([A-Z]\d+|[a-z-]+)(?=/index)", "x", path) for path in before() if path.endswith(".html")}
    for kind in ("claims", "responses", "events", "sources", "themes", "actors", "recommendations", "reactions"):
        assert f"{kind}/x/index.html" in kinds
        assert f"{kind}/index.html" in before()
    for path in ("search", "timeline", "data", "symmetry", "side-by-side", "discrepancies", "register", "cite"):
        assert f"{path}/index.html" in before()
    for path in ("claims/C8/index.html", "claims/C9/index.html", "feed.xml", "data/dossier.jsonld"):  # moved, gone
        assert path in before()


def test_hostile_words_stay_words_on_every_page() -> None:
    judged(after())


@settings(max_examples=4, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join))
def test_hostile_words_stay_words_in_any_order(chosen: str) -> None:
    judged(
        published(hostile(calm(), chosen)),
        ("claims/C1/index.html", "sources/S1/index.html", "side-by-side/index.html", "claims/C9/index.html"),
    )


def test_the_judge_sees_what_is_not_escaped() -> None:
    path = "claims/C1/index.html"
    raw = after()[path].replace(b"&lt;", b"<").replace(b"&gt;", b">").replace(b"&#34;", b'"').replace(b"&#39;", b"'")
    found = Page(raw).faults(page(path))
    assert [one for one in found if one.startswith("script")]
    assert [one for one in found if one.startswith("on")]


def test_the_files_for_machines_are_the_same() -> None:
    assert after().keys() == before().keys()


def test_xml_and_json_can_be_read() -> None:
    assert {".xml", ".json", ".jsonld", ".csv", ".bib", ".ris"} <= {Path(path).suffix for path in after()}
    for path, data in after().items():
        if path.endswith((".xml", ".svg")):
            etree.fromstring(data, etree.XMLParser(resolve_entities=False))
        elif path.endswith((".json", ".jsonld")):
            json.loads(data)


def test_no_cell_of_a_table_is_a_formula() -> None:
    for path, data in after().items():
        if path.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))
            assert len(rows) == len(list(csv.reader(io.StringIO(before()[path].decode("utf-8"), newline=""))))
            assert not [cell for row in rows for cell in row if cell.startswith(tuple("=+-@\t\r"))], path


def test_references_stay_as_many() -> None:
    for path, data in after().items():
        if path.endswith(".bib"):
            assert len(re.findall(rb"(?m)^@", data)) == len(re.findall(rb"(?m)^@", before()[path])), path
            assert data.count(b"{") == data.count(b"}"), path
        elif path.endswith(".ris"):
            for tag in (rb"(?m)^ER  - ", rb"(?m)^TY  - "):
                assert len(re.findall(tag, data)) == len(re.findall(tag, before()[path])), path


def test_the_database_is_whole(tmp_path: Path) -> None:
    (tmp_path / "d.sqlite").write_bytes(next(data for path, data in after().items() if path.endswith(".sqlite")))
    with sqlite3.connect(tmp_path / "d.sqlite") as opened:
        assert opened.execute("pragma integrity_check").fetchone() == ("ok",)
        assert opened.execute("select count(*) from records").fetchone() == (6,)
        assert opened.execute("select count(*) from records where statement like '%<script>%'").fetchone() == (6,)
