from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diptych.check.distance import distances, nearest_ends, nearest_span
from diptych.spans import Span

short = st.text("abc “", min_size=1, max_size=9)
texts = st.text("abc “", max_size=30)


def table(needle: str, text: str, anchored: bool) -> list[int]:
    """Levenshtein's table row by row, to compare with."""
    row = list(range(len(needle) + 1))
    found = []
    for place, char in enumerate(text, 1):
        new = [place if anchored else 0]
        for i, mine in enumerate(needle, 1):
            new.append(min(row[i] + 1, new[i - 1] + 1, row[i - 1] + (mine != char)))
        row = new
        found.append(row[-1])
    return found


@given(short, texts)
def test_as_the_table_says(needle: str, text: str) -> None:
    assert distances(needle, text) == table(needle, text, anchored=False)
    assert distances(needle, text, anchored=True) == table(needle, text, anchored=True)


@given(short, texts.filter(bool), st.integers(0, 30))
def test_the_span_found_is_as_near_as_any(needle: str, text: str, stated: int) -> None:
    fewest, ends = nearest_ends(needle, Span(0, len(text)), text, stated)
    assert fewest == min(table(needle, text, anchored=False))
    if fewest < len(needle):
        span = nearest_span(needle, fewest, ends, text, stated)
        assert table(needle, span.of(text), anchored=True)[-1] == fewest


def test_longer_than_a_machine_word() -> None:
    needle = "a flood of words " * 12
    text = "before " + needle.replace("flood", "blood", 1) + "after"
    fewest, ends = nearest_ends(needle, Span(0, len(text)), text, 0)
    assert fewest == 1
    assert nearest_span(needle, fewest, ends, text, 0) == Span(7, 7 + len(needle))
