from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.check.lookalike import folded, nearest, occurrences
from diptych.spans import Span

TEXT = (
    "The auditor visited nine wells in spring. “None of the gauges could be read,” she wrote, and asked for new ones. "
    "The company’s engineer answered that the gauges were sound; the wells were deep. Nobody paid the anglers.\n"
)


def found(needle: str, text: str = TEXT, stated: int = 0) -> str | None:
    span = nearest(needle, text, stated)
    return None if span is None else span.of(text)


@pytest.mark.parametrize(
    ("needle", "words"),
    [
        ("None of the gouges could be read", "None of the gauges could be read"),
        ("none of the gauges could be red", "None of the gauges could be read"),
        ('"None of the gauges could be read,"', "“None of the gauges could be read,”"),
        ("visited\u00a0nine wells", "visited nine wells"),
        ("The company's engineer", "The company’s engineer"),
        ("xhe auditor visited nine wells", "The auditor visited nine wells"),
        ("deep. Nobody payed the anglers", "deep. Nobody paid the anglers"),
        ("the wells were very deep", "the wells were deep"),
        ("three wells in spring", "nine wells in spring"),
        ("engneer", "engineer"),
        ("It rained on the parliament of a distant country", None),
        ("", None),
    ],
)
def test_nearest(needle: str, words: str | None) -> None:
    assert found(needle) == words


def test_nothing_to_search() -> None:
    assert nearest("words", "", 0) is None


def test_of_equal_ones_the_nearest_to_the_stated_place() -> None:
    text = "the weir is shut. " * 40
    assert nearest("the weir is shot.", text, 18 * 30) == Span(540, 557)
    assert nearest("the weir is shot.", text, 18 * 3) == Span(54, 71)


def test_in_a_long_text_no_candidate_is_lost() -> None:
    rng = random.Random(7)
    vocabulary = ["".join(rng.choices("abcdefghij", k=rng.randint(2, 8))) for _ in range(5000)]
    words = rng.choices(vocabulary, k=60_000)
    text = " ".join(words)
    assert len(text) > 200_000
    for start in range(1000, 60_000, 9000):
        exact = " ".join(words[start : start + 25])
        place = len(" ".join(words[:start])) + 1
        altered = " ".join([*words[start : start + 8], "other", *words[start + 9 : start + 25]])
        span = nearest(altered, text, 0)
        assert span == Span(place, place + len(exact))


@settings(deadline=None)
@given(st.data())
def test_one_altered_character_is_found_where_it_stands(data: st.DataObject) -> None:
    words = [place for place, char in enumerate(TEXT) if place == 0 or TEXT[place - 1] == " "]
    start = data.draw(st.sampled_from([place for place in words if place + 30 < len(TEXT)]))
    end = data.draw(st.integers(start + 20, len(TEXT) - 1))
    at = data.draw(st.integers(start + 1, end - 2))
    altered = TEXT[start:at] + "§" + TEXT[at + 1 : end]
    assert nearest(altered, TEXT, data.draw(st.integers(0, 2 * len(TEXT)))) == Span(start, end)


@given(st.text())
def test_folding_moves_nothing(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_folding() -> None:
    assert folded("“A”\u00a0—\u2009‘İ’") == "\"A\" - 'İ'"
    assert folded("‚Zürich‘") == "'zürich'"


@given(st.text("ab", min_size=1, max_size=3), st.text("ab", max_size=40), st.integers(1, 6))
def test_occurrences_are_exact_and_as_many_as_asked(needle: str, text: str, most: int) -> None:
    places = [place for place in range(len(text)) if text.startswith(needle, place)]
    assert occurrences(needle, text, most) == places[:most]
