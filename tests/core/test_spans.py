"""A span and its exact slice."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from diptych.spans import Span, covered, lies_on, union, without

spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Span(min(pair), max(pair)))


@given(st.text(max_size=40), spans)
def test_a_trimmed_span_loses_white_space_and_nothing_else(text: str, span: Span) -> None:
    inside = Span(min(span.start, len(text)), min(span.end, len(text)))
    assert inside.trimmed(text).of(text) == inside.of(text).strip()


@given(spans, spans)
def test_overlap_counts_the_shared_code_points(one: Span, other: Span) -> None:
    assert one.overlap(other) == len(set(range(*one)) & set(range(*other)))


@given(st.lists(spans))
def test_covered_counts_each_code_point_once(many: list[Span]) -> None:
    assert covered(many) == len({place for span in many for place in range(*span)})


@given(st.lists(spans))
def test_a_union_has_the_same_places_in_order_with_gaps_between(many: list[Span]) -> None:
    found = union(many)
    assert {place for span in found for place in range(*span)} == {place for span in many for place in range(*span)}
    assert all(one.start < one.end for one in found)
    assert all(one.end < other.start for one, other in pairwise(found))


@given(st.lists(spans), st.lists(spans))
def test_what_is_left_of_spans_is_what_no_cut_has(many: list[Span], cut: list[Span]) -> None:
    found = without(many, cut)
    cut_out = {place for span in cut for place in range(*span)}
    left = {place for span in many for place in range(*span)} - cut_out
    assert [place for span in found for place in range(*span)] == sorted(left)
    assert all(one.start < one.end for one in found)


def test_a_passage_lies_on_a_sentence_of_which_it_is_three_tenths() -> None:
    assert lies_on(Span(0, 3), Span(0, 10))
    assert lies_on(Span(7, 20), Span(0, 10))
    assert not lies_on(Span(8, 30), Span(0, 10))
    assert not lies_on(Span(10, 20), Span(0, 10))
