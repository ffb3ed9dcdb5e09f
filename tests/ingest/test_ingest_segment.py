from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.ingest.paragraphs import lines, paragraphs
from diptych.ingest.segment import sentences
from diptych.spans import Span

CASES = Path(__file__).parent / "cases" / "sentences.md"


def cases() -> list[tuple[int, str]]:
    """The lines between two full stops that stand alone, with the number of their line."""
    numbered = list(enumerate(CASES.read_text(encoding="utf-8").splitlines(), 1))
    return [(number, line) for number, line in numbered if number > 1 and numbered[number - 2][1] == "." and line]


@pytest.mark.parametrize(("number", "marked"), cases())
def test_sentences(number: int, marked: str) -> None:
    wanted = marked.split("¦")
    text = "".join(part + ("" if place + 1 == len(wanted) else " ") for place, part in enumerate(wanted))
    got = [span.of(text) for span in sentences(text, Span(0, len(text)))]
    assert got == wanted, f"sentences.md:{number}"


def test_there_are_cases() -> None:
    assert len(cases()) >= 11


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Head\n\nOne ends. Two ends.\n"
    assert [span.of(text) for span in sentences(text, Span(6, 25))] == ["One ends.", "Two ends."]


def test_every_kind_of_line_break_ends_a_paragraph() -> None:
    text = "a\r\nb\rc\u2028d\x85 e \x0b\x0cf"
    assert [span.of(text) for span in lines(text, Span(0, len(text)))] == list("abcdef")


def test_a_text_broken_to_a_width_is_joined() -> None:
    text = (
        "The river authority said on Monday that the bridge at Harrow would\n"
        "be closed for two years, and that the ferry would run from dawn to\n"
        "dusk in the meantime. Nobody had asked the ferryman whether\n"
        "he could.\n\nThe mayor was away."
    )
    found = paragraphs(text, Span(0, len(text)))
    assert len(found) == 2
    assert [span.of(text)[:10] for span in sentences(text, found[0])] == ["The river ", "Nobody had"]


def test_lines_that_are_paragraphs_are_not_joined() -> None:
    text = "The river authority closed the bridge at Harrow on Monday evening.\n" * 4
    assert len(paragraphs(text, Span(0, len(text)))) == 4


@given(st.text(alphabet=st.sampled_from(list("Aab .!?…\"'“”‘’«»()[]\u0301\x00\t\xa0é你/:1")), max_size=80))
@settings(max_examples=300, deadline=None)
def test_sentences_cover_a_paragraph(text: str) -> None:
    spans = sentences(text, Span(0, len(text)))
    reached = 0
    for span in spans:
        assert not text[reached : span.start].strip()
        assert span.end > span.start
        assert span.of(text) == span.of(text).strip()
        reached = span.end
    assert not text[reached:].strip()


@pytest.mark.parametrize("unit", ["A man went home. ", '"', "?", '."', "” ", "x", "… ", "ArrowRight "])
def test_time_is_linear(unit: str) -> None:
    def took(size: int) -> float:
        text = (unit * size)[:size]
        start = time.process_time()
        sentences(text, Span(0, size))
        return time.process_time() - start

    took(1000)
    small, large = (min(took(size) for _ in range(2)) for size in (20_000, 160_000))
    assert large < 8 * max(small, 0.02) * 4
