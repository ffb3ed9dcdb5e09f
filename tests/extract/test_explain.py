"""Explanations, in their exact words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diptych.extract import Lexicon, explain
from diptych.spans import Span

Sentences = Callable[[str], list[Span]]


def test_what_was_found(words: Lexicon, sentences_of: Sentences) -> None:
    text = "Odile Marchetti runs the yard.\n“It is rotten,” Marchetti said."
    assert str(explain(text, sentences_of(text), words, 35)) == (
        "sentence 31–62: “It is rotten,” Marchetti said.\n"
        "  said (direct, says): “It is rotten,”\n"
        "    by: Marchetti, that is Odile Marchetti (by surname)\n"
        "    cue: said\n"
        "    rule: said-after"
    )


def test_what_came_nearest(words: Lexicon, sentences_of: Sentences) -> None:
    text = "They have not seen the report."
    assert "'report' may report, but stands here as a noun or an adjective" in str(
        explain(text, sentences_of(text), words, 3)
    )


def test_words_in_marks_that_nobody_says(words: Lexicon, sentences_of: Sentences) -> None:
    text = "The “ghost pier” was closed."
    assert "taken for a title or a coined term" in str(explain(text, sentences_of(text), words, 8))


def test_nothing_at_all(words: Lexicon, sentences_of: Sentences) -> None:
    text = "The sea was calm."
    assert "no reporting verb, phrase or quotation" in str(explain(text, sentences_of(text), words, 3))


def test_an_offset_outside(words: Lexicon, sentences_of: Sentences) -> None:
    text = "The sea was calm."
    with pytest.raises(ValueError, match="no sentence at offset 99"):
        explain(text, sentences_of(text), words, 99)
