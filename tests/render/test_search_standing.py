"""An index that is brought up to date has the bytes of one made anew, and is made anew where another one stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.render.search import Entry, counting, shelves, standing
from diptych.render.search.entries import Quote
from diptych.render.search.scripts import BOX
from diptych.render.search.shelves import Shelves

_WORDS = st.lists(st.sampled_from(["sand", "weir", "Été", "人权", "C3", "a'b", "”", "plan", "63"]), max_size=9)
_TEXTS = _WORDS.map(" ".join)


@st.composite
def _entries(draw: st.DrawFn) -> list[Entry]:
    return [
        Entry(
            "claim",
            f"C{number}",
            f"claims/C{number}/index.html",
            "reporting",
            draw(_TEXTS),
            draw(_TEXTS),
            tuple(Quote(f"p{place}", draw(_TEXTS), "Board") for place in range(draw(st.integers(0, 2)))),
            draw(st.sampled_from([(), ("t",), ("u", "t")])),
            also=draw(_TEXTS),
        )
        for number in range(1, draw(st.integers(1, 3)) * BOX + 2)
    ]


def _again(made: Shelves) -> tuple[tuple[str, ...], Callable[[str], str | None]]:
    return made.noted, made.files.get


@given(_entries(), st.data())
def test_a_few_other_entries_change_the_index_as_if_it_was_made_anew(before: list[Entry], data: st.DataObject) -> None:
    after = list(before)
    for place in data.draw(st.lists(st.integers(0, len(before) - 1), max_size=len(before) // 8)):
        also, title = data.draw(_TEXTS), data.draw(_TEXTS)
        after[place] = replace(after[place], title=title, also=also, themes=("v",), quotes=after[place].quotes[1:])
    calls: list[str] = []
    old = shelves(before)

    def read(path: str) -> str | None:
        calls.append(path)
        return old.files.get(path)

    assert shelves(after, old.noted, read) == shelves(after)
    assert calls == [*old.files]


@given(_entries(), _entries())
def test_any_other_entries_make_the_index_that_they_make_anew(before: list[Entry], after: list[Entry]) -> None:
    assert shelves(after, *_again(shelves(before))) == shelves(after)


@pytest.fixture
def entries() -> list[Entry]:
    return [
        Entry("claim", f"C{number}", f"claims/C{number}/index.html", "third", f"plan {number % 7} of sand", "Board")
        for number in range(1, 200)
    ]


def test_only_what_is_other_is_counted(entries: list[Entry], monkeypatch: pytest.MonkeyPatch) -> None:
    made = shelves(entries)
    counted: list[str] = []
    count = standing.counted
    monkeypatch.setattr(standing, "counted", lambda one: counted.append(one.id) or count(one))
    entries[6] = replace(entries[6], title="weir 0 of sand")
    again = shelves(entries, *_again(made))
    assert set(counted) == {"C7"}
    monkeypatch.undo()
    assert again == shelves(entries)


@pytest.mark.parametrize("harm", ["a file gone", "a file other", "no note", "a broken note", "a note of less"])
def test_what_does_not_stand_as_it_was_noted_is_made_anew(entries: list[Entry], harm: str) -> None:
    made = shelves(entries)
    files, noted = dict(made.files), made.noted
    if harm == "a file gone":
        del files["search/entries-3.js"]
    elif harm == "a file other":
        files["search/terms-0.js"] = files["search/terms-0.js"].replace("11", "12", 1)
    elif harm == "no note":
        noted = ()
    elif harm == "a broken note":
        noted = (noted[0], *(line.replace(" ", "") for line in noted[1:]))
    else:
        noted = noted[:-1]
    entries[0] = replace(entries[0], title="weir")
    assert shelves(entries, noted, files.get) == shelves(entries)


def test_an_index_of_other_code_is_made_anew(entries: list[Entry], monkeypatch: pytest.MonkeyPatch) -> None:
    made = shelves(entries, ground="old")
    monkeypatch.setattr(counting, "_TITLE", 1)
    again = shelves(entries, *_again(made), ground="new")
    assert again == shelves(entries, ground="new")
    assert again.files != made.files
