"""A passage's quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diptych.render.differences import differing
from diptych.render.quotations import Segment, segments, split
from diptych.spans import Span

CASES = [
    ("He said “no”.", "mixed", ["“no”"]),
    ('He said "no" and "never".', "mixed", ['"no"', '"never"']),
    ("it is so,” she said. “It is.”", "mixed", ["it is so,”", "“It is.”"]),
    ('it is so," she said.', "mixed", ['it is so,"']),
    ("She said: “It goes on", "mixed", ["“It goes on"]),
    ("He called it ‘a lie’, the town’s own.", "indirect", ["‘a lie’"]),
    ("The town's men said 'we will not' to that.", "indirect", ["'we will not'"]),
    ("The workers’ rights were kept.", "indirect", []),
    ("It is what he’d call ‘so.", "indirect", []),
    ("“He told me ‘go’ and I went,” she said.", "mixed", ["“He told me ‘go’ and I went,”"]),
    ('It was “as large as a town" by then.', "mixed", ['“as large as a town"']),
    ("Those ‘camps’ are a lie,” he said.", "mixed", ["Those ‘camps’ are a lie,”"]),
    ("« Non », dit-il.", "mixed", ["« Non »"]),
    ("他说「不」。", "mixed", ["「不」"]),
    ("no marks at all", "direct", ["no marks at all"]),
    ("no marks at all", "indirect", []),
]


@pytest.mark.parametrize(("text", "mode", "quoted"), CASES)
def test_what_is_quoted(text, mode, quoted):
    assert [segment.text for segment in segments(text, mode) if segment.quoted] == quoted


@given(st.text(alphabet="ab .,’‘“”\"'«»\n"), st.sampled_from(["direct", "indirect", "mixed"]))
def test_the_segments_are_the_text(text, mode):
    assert "".join(segment.text for segment in segments(text, mode)) == text


@given(st.text(alphabet="ab “”", min_size=1), st.sets(st.integers(0, 20), max_size=6))
def test_cutting_again_loses_nothing(text, places):
    spans = tuple(Span(place, place + 1) for place in sorted(places) if place < len(text))
    cut = split(segments(text), spans)
    assert "".join(segment.text for segment in cut) == text
    assert sum(len(segment.text) for segment in cut if segment.differs) == len(spans)


def test_a_difference_keeps_to_its_side_of_a_mark():
    assert split((Segment("ab", quoted=False), Segment("“c”", quoted=True)), (Span(1, 4),)) == (
        Segment("a", quoted=False),
        Segment("b", quoted=False, differs=True),
        Segment("“c", quoted=True, differs=True),
        Segment("”", quoted=True),
    )


def test_words_that_differ_are_found_and_marks_are_no_difference():
    one, two = "“The sand will not come back,”", "the sand will never come back"
    found = differing([one, two])
    assert [[span.of(text) for span in spans] for spans, text in zip(found, (one, two), strict=True)] == [
        ["not"],
        ["never"],
    ]


@given(st.lists(st.text(alphabet="ab c.", max_size=30), min_size=1, max_size=4))
def test_a_text_does_not_differ_from_itself(texts):
    assert differing([texts[0], texts[0]]) == ((), ())
    for text, spans in zip(texts, differing(texts), strict=True):
        assert all(span.of(text).strip() for span in spans)
