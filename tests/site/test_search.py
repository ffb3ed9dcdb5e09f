"""The files of the search: everything is in them, the same each time, in pieces that stay small."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from large_dossier import write

from diptych.pipeline.publication import sound
from diptych.render import Language
from diptych.render.index import index_of
from diptych.render.search import KINDS, Entry, entries, shelves
from diptych.render.search.terms import terms

_SCRIPT = re.compile(r'diptychSearch\("([a-z0-9-]+)",(.*)\);\n', re.DOTALL)


def read(files: dict[str, str]) -> dict[str, Any]:
    """The data of the files by name, as a browser gets them."""
    found = {}
    for path, script in files.items():
        match = _SCRIPT.fullmatch(script)
        assert match is not None, path
        assert path == f"search/{match[1]}.js"
        found[match[1]] = json.loads(match[2])
    return found


def entry(number: int, title: str, **more: Any) -> Entry:
    return Entry("claim", f"C{number}", f"claims/C{number}/index.html", "reporting", title, "Board", **more)


def postings(data: dict[str, Any], term: str) -> dict[int, int]:
    """The entries that have a term, by number, each with its weight."""
    found, number = {}, 0
    for name, shelf in data.items():
        for posting in shelf.get(term, []) if name.startswith("terms-") else []:
            number += posting // 10
            found[number] = posting % 10
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Board’s 63 barges", ["the", "board", "63", "barges"]),
        ("Čapek, Jonas", ["capek", "jonas"]),
        ("A-1 café_noir", ["a", "1", "cafe", "noir"]),
        ("Straße ÉTÉ", ["straße", "ete"]),
        ("人权办公室", ["人权", "权办", "办公", "公室", "室"]),
        ("说“不”。C7", ["说", "不", "c7"]),
        ("港口 harbour", ["港口", "口", "harbour"]),
        ("", []),
    ],
)
def test_the_terms_of_a_text(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@given(st.text())
def test_terms_are_found_again_in_themselves(text: str) -> None:
    for term in terms(text):
        assert term in terms(term)


def test_every_entry_is_shown_once_and_found_by_each_of_its_words() -> None:
    made = [entry(number, f"word{number} shared") for number in range(1, 21)]
    data = read(shelves(made).files)
    shown = [row for name, rows in data.items() if name.startswith("entries-") for row in rows]
    assert sorted(row[0] for row in shown) == sorted(one.id for one in made)
    assert list(postings(data, "shared")) == list(range(20))
    for number in range(20):
        assert list(postings(data, f"word{number + 1}")) == [number]
        assert list(postings(data, f"c{number + 1}")) == [number]
    assert data["catalogue"]["kinds"] == "0" * 20


def test_a_word_of_the_title_weighs_more_than_one_beside_it() -> None:
    data = read(shelves([entry(1, "harbour plan"), entry(2, "plan of sand", also="harbour")]).files)
    weights = postings(data, "harbour")
    assert weights[0] > weights[1] > 0


def test_nothing_to_find_is_an_index_too() -> None:
    data = read(shelves([]).files)
    assert data["catalogue"]["starts"] == []


def test_shelves_are_in_the_order_in_which_a_browser_compares() -> None:
    # U+FA0E stands before U+20000, and after the two halves that UTF-16 makes of that.
    words = [f"{first}{chr(0x4E00 + number)}" for first in "\ufa0e\U00020000" for number in range(1200)]
    data = read(shelves([entry(1, " ".join(["zebra", "á", *words]))]).files)
    starts = [start.encode("utf-16-be") for start in data["catalogue"]["starts"]]
    assert starts == sorted(starts)
    assert len(starts) > 1
    for place, start in enumerate(data["catalogue"]["starts"]):
        assert next(iter(data[f"terms-{place}"])) == start


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> list[Entry]:
    root: Path = write(tmp_path_factory.mktemp("large"), 1_000)
    return list(entries(index_of(sound(root).dossier, Language())))


def test_the_same_entries_make_the_same_files(large: list[Entry]) -> None:
    first, second = shelves(large), shelves(list(large))
    assert first == second
    assert shelves(large[1:]).version != first.version


def test_every_kind_of_entry_is_there(large: list[Entry]) -> None:
    assert {one.kind for one in large} == set(KINDS) - {"event", "discrepancy"}


def test_the_pieces_stay_small(large: list[Entry]) -> None:
    sizes = {path: len(gzip.compress(script.encode())) for path, script in shelves(large).files.items()}
    assert sizes.pop("search/catalogue.js") < 16_000
    assert max(sizes.values()) < 12_000


def test_the_site_holds_the_search_of_what_it_shows(site: Path) -> None:
    data = read({f"search/{path.name}": path.read_text("utf-8") for path in (site / "search").glob("*.js")})
    dossier = json.loads((site / "data/dossier.json").read_text("utf-8"))
    shown = {row[0]: row for name, rows in data.items() if name.startswith("entries-") for row in rows}
    for record in dossier["records"]:
        given, path, title, _, quotes = shown[record["id"]]
        assert given == record["id"]
        assert title == record["statement"]
        assert (site / path).is_file()
        assert [quote[1] for quote in quotes] == [passage["text"] for passage in record["passages"]]
        html = (site / path).read_text("utf-8")
        assert all(f'id="{quote[0]}"' in html for quote in quotes)
    for group in ("sources", "actors", "themes", "discrepancies"):
        assert {one["id"] for one in dossier[group]} <= set(shown)
