"""What holds for `attribute` on any text: no crash, spans inside the text, order, and time in proportion to length."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.extract import Lexicon, attribute, explain
from diptych.spans import Span

PIECES = st.sampled_from(
    [
        *(
            "“",
            "”",
            "‘",
            "’",
            '"',
            "'",
            "''",
            "«",
            "»",
            ":",
            ",",
            ".",
            "?",
            "—",
            "-",
            "(",
            ")",
            "[",
            "]",
            "…",
            "\n",
            "\n\n",
        ),
        *("said", "Reed", "Mr Reed", "she", "the report", "that", "denied", "who", "according to", "Q:", "A:", "REED:"),
        *("U.N.", "accused", "of", "and", "but", "adding", "called", "was", "been", "it", "Its authors", "they"),
        *("e\u0301", "中国", "🎈", "\u200b", "\u2028"),
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=60).map("".join), st.text(max_size=200)
)


def cut(text: str, edges: list[int]) -> list[Span]:
    """Any sentences at all: trimmed, in order, apart."""
    places = sorted({0, len(text), *(edge % (len(text) + 1) for edge in edges)})
    spans = [Span(first, last).trimmed(text) for first, last in pairwise(places)]
    return [span for span in spans if span.end > span.start]


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, edges=st.lists(st.integers(min_value=0, max_value=400), max_size=6))
def test_spans_are_exact_whatever_the_text(text: str, edges: list[int]) -> None:
    words = _words()
    found = attribute(text, cut(text, edges), words)
    for one in found:
        assert one.content
        spans = [*one.content, *one.quotes, *([one.source] if one.source else []), *([one.cue] if one.cue else [])]
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
            assert span == span.trimmed(text)
        assert list(one.content) == sorted(one.content)
        assert (one.speaker is None) == (one.resolved_by == "")
    assert [one.content[0].start for one in found] == sorted(one.content[0].start for one in found)


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_the_same_text_is_read_the_same_way(text: str) -> None:
    words = _words()
    assert attribute(text, cut(text, []), words) == attribute(text, cut(text, []), words)


@settings(max_examples=50, deadline=None)
@given(text=TEXTS.filter(lambda text: bool(text.strip())), place=st.integers(min_value=0))
def test_any_sentence_can_be_explained(text: str, place: int) -> None:
    spans = cut(text, [])
    offset = spans[0].start + place % (spans[0].end - spans[0].start)
    assert str(explain(text, spans, _words(), offset)).startswith("sentence ")


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "“ ",
            '" ',
            "' ",
            "“‘",
            "“a. ",
            "he said ",
            "Smith said that ",
            "who said ",
            "a, ",
            "A: b\n",
            "Q: a?\nA: b.\n",
        ),
        *(
            "SMITH: “no”.\n",
            "John Smith ",
            "Smith and ",
            "the report ",
            "It said it. ",
            "(",
            "- ",
            "Its report says it. ",
        ),
        "Mr. Smith said “no.” She denied it. ",
    ],
)
def test_time_grows_with_length_alone(piece: str, words: Lexicon) -> None:
    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size].rstrip()
        best = float("inf")
        for _ in range(2):
            start = time.process_time()
            attribute(text, [Span(0, len(text))], words)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(40_000) < 12 * seconds(8_000) + 0.1


def _words() -> Lexicon:
    from diptych.extract import lexicon

    return lexicon()
