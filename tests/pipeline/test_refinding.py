"""A passage is found again by its exact words and what stands around them, and never at another place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.pipeline.refinding import AROUND, context, refound
from diptych.records import Quoted
from diptych.spans import Span

TEXT = (
    "Auditors fault the weir\n\nThe auditors said on Monday that the weir leaks. “We reject this,” said Ida Falk.\n\n"
    "On Tuesday the mayor called the audit careless. “We reject this,” he added, and left the hall at nine.\n"
)


def cited(text: str, words: str, nth: int = 0, noted: bool = True) -> Quoted:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    span = Span(at, at + len(words))
    prefix, suffix = context(text, span) if noted else (None, None)
    return Quoted(source="S1", start=at, end=span.end, text=words, prefix=prefix, suffix=suffix)


def one(passage: Quoted, text: str) -> tuple[str, str]:
    found = refound([passage], text, Span(0, len(text)))[0]
    return found.finding, found.place.of(text) if found.place else ""


@pytest.mark.parametrize("noted", [True, False])
def test_words_that_only_moved_are_found(noted: bool) -> None:
    passage = cited(TEXT, "On Tuesday the mayor called the audit careless.", noted=noted)
    assert one(passage, TEXT) == ("unchanged", passage.text)
    assert one(passage, "Corrected on Friday.\n\n" + TEXT) == ("moved", passage.text)
    assert one(passage, TEXT.replace("the weir leaks", "it leaks")) == ("moved", passage.text)


def test_an_edit_right_beside_a_passage_leaves_it_to_a_person() -> None:
    passage = cited(TEXT, "On Tuesday the mayor called the audit careless.")
    assert one(passage, TEXT.replace("Ida Falk.", "Ida Falk, of Wellwater.")) == ("ambiguous", "")
    headline = cited(TEXT, "Auditors fault the weir")
    assert one(headline, "CORRECTED\n" + TEXT) == ("ambiguous", "")


def test_the_same_words_elsewhere_are_not_the_passage() -> None:
    first = cited(TEXT, "“We reject this,”")
    assert one(first, TEXT) == ("unchanged", first.text)
    gone = TEXT.replace("“We reject this,” said", "“We refuse this,” said")
    assert one(first, gone) == ("ambiguous", "")
    assert one(cited(TEXT, "“We reject this,”", nth=1), gone) == ("unchanged", first.text)


def test_changed_words_are_lost_however_alike() -> None:
    passage = cited(TEXT, "“We reject this,” said Ida Falk.")
    for other in ("“We reject this”, said Ida Falk.", '"We reject this," said Ida Falk.', "“We  reject this,” said"):
        assert one(passage, TEXT.replace(passage.text, other)) == ("lost", "")


def test_without_context_words_that_stand_twice_or_are_few_are_a_persons_to_place() -> None:
    assert one(cited(TEXT, "“We reject this,”", noted=False), "\n" + TEXT) == ("ambiguous", "")
    assert one(cited(TEXT, "the weir leaks", noted=False), "\n" + TEXT) == ("ambiguous", "")
    assert one(cited(TEXT, "the weir leaks", noted=False), TEXT + "\n") == ("unchanged", "the weir leaks")


def test_without_context_the_order_of_the_passages_must_hold() -> None:
    parts = ["The first of three long statements. ", "The second of three long statements. ", "The third of them all. "]
    held = [cited("".join(parts), part.strip(), noted=False) for part in parts]
    text = "".join([parts[1], parts[0], parts[2]])
    assert [found.finding for found in refound(held, text, Span(0, len(text)))] == [
        "ambiguous",
        "ambiguous",
        "unchanged",
    ]
    text = "New. " + "".join(parts)
    assert [found.finding for found in refound(held[:2], text, Span(0, len(text)))] == ["moved", "moved"]


def test_the_order_tells_two_places_apart_that_context_cannot() -> None:
    long = "Sing. " * 8
    text = f"{long}hey {long}\nA speaker rose and asked for quiet at nine.\n{long}hey {long}"
    held = [cited(text, "hey"), cited(text, "A speaker rose"), cited(text, "hey", nth=1)]
    held = [held[0], held[1], held[2].model_copy(update={"suffix": held[0].suffix})]
    later = "Late. " + text + f"{long}"
    assert [found.place and found.place.start for found in refound(held, later, Span(0, len(later)))] == [
        passage.start + 6 for passage in held
    ]


def test_another_article_of_the_seed_is_no_place() -> None:
    passage = cited(TEXT, "“We reject this,” said Ida Falk.", noted=False)
    two = "Nothing here.\n\n" + TEXT
    assert refound([passage], two, Span(0, 14))[0].finding == "lost"


WORDS = st.sampled_from(["no", "we reject", "this,", "he said", "“never”", "the weir", "leaks", "\n\n", "Étude", "𝔘"])
TEXTS = st.lists(st.tuples(WORDS, st.integers(0, 999)), min_size=8, max_size=40)


def joined(pieces: list[tuple[str, int]]) -> str:
    """Words that repeat, numbers that seldom do."""
    return " ".join(f"{word} {number}" if number % 3 else word for word, number in pieces)


@settings(max_examples=300)
@given(
    TEXTS,
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 30)), min_size=1, max_size=4),
    st.tuples(st.integers(0, 400), st.integers(0, 60), WORDS),
)
def test_no_edit_ever_moves_a_passage_to_other_words(
    pieces: list[tuple[str, int]], cuts: list[tuple[int, int]], edit: tuple[int, int, str]
) -> None:
    old = joined(pieces)
    at, put = edit[0] % (len(old) + 1), edit[2]
    end = min(len(old), at + edit[1])
    new = old[:at] + put + old[end:]
    passages = []
    for first, length in cuts:
        start = first % len(old)
        span = Span(start, min(len(old), start + 1 + length))
        before, behind = context(old, span)
        passages.append(
            Quoted(source="S1", start=span.start, end=span.end, text=span.of(old), prefix=before, suffix=behind)
        )
    for passage, found in zip(passages, refound(passages, new, Span(0, len(new))), strict=True):
        window = Span(max(0, passage.start - AROUND), min(len(old), passage.end + AROUND))
        whole = window.of(old)
        alone = new.find(whole) == new.rfind(whole)
        right = passage.span if at >= passage.end else passage.span.shifted(len(new) - len(old))
        if found.place:
            assert found.place.of(new) == passage.text
            assert context(new, found.place) == (passage.prefix, passage.suffix)
            if alone and (end <= passage.start or at >= passage.end):
                assert found.place == right
        untouched = (end + AROUND < passage.start and passage.start > AROUND) or at >= passage.end + AROUND
        if alone and untouched:
            assert found.place == right


@settings(max_examples=200)
@given(TEXTS, st.integers(0, 400), st.integers(1, 60), TEXTS)
def test_without_context_nothing_is_found_that_stands_twice(
    pieces: list[tuple[str, int]], start: int, length: int, others: list[tuple[str, int]]
) -> None:
    old, new = joined(pieces), joined(others)
    span = Span(start % len(old), min(len(old), start % len(old) + length))
    found = refound([Quoted(source="S1", start=span.start, end=span.end, text=span.of(old))], new, Span(0, len(new)))[0]
    if found.place:
        assert found.place.of(new) == span.of(old)
        assert new.find(span.of(old)) == new.rfind(span.of(old))
