from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.check.cover import gaps, overlaps
from diptych.check.cycles import cycles
from diptych.spans import Span

TEXT = "\ufeffOne two.  Three \n four. "
spans = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda p: Span(p[0], p[0] + p[1])), max_size=8)


def test_gaps_are_trimmed_and_hold_more_than_white_space() -> None:
    assert [span.of(TEXT) for span in gaps([Span(1, 9), Span(18, 24)], Span(0, len(TEXT)), TEXT)] == ["Three"]
    assert [span.of(TEXT) for span in gaps([], Span(5, 15), TEXT)] == ["two.  Thre"]


@given(spans, st.integers(0, 10), st.integers(0, 24))
def test_what_no_span_and_no_gap_covers_is_white(held: list[Span], start: int, length: int) -> None:
    text = "ab c\n d" * 5
    within = Span(start, min(len(text), start + length))
    left = list(gaps(held, within, text))
    for place in range(within.start, within.end):
        cover = sum(span.start <= place < span.end for span in held)
        missed = sum(span.start <= place < span.end for span in left)
        assert missed == 0 if cover else missed == 1 or text[place].isspace()


@given(spans)
def test_overlaps_are_found_if_there_are_any(held: list[Span]) -> None:
    pairs = list(overlaps(held))
    assert all(held[one].overlap(held[other]) and one != other for one, other in pairs)
    any_pair = any(one.overlap(other) for n, one in enumerate(held) for other in held[n + 1 :])
    assert bool(pairs) == any_pair


@pytest.mark.parametrize(
    ("following", "found"),
    [
        ({}, []),
        ({"a": "b", "b": "c"}, []),
        ({"a": "a"}, [("a",)]),
        ({"c": "b", "b": "c", "a": "c"}, [("b", "c")]),
        ({"a": "d", "d": "a", "b": "c", "c": "b"}, [("a", "d"), ("b", "c")]),
    ],
)
def test_cycles(following: dict[str, str], found: list[tuple[str, ...]]) -> None:
    assert cycles(following) == found
