"""Quotation spans: what opens, closes, nests, was never closed or runs on."""

from __future__ import annotations

import pytest

from diptych.extract import Lexicon
from diptych.extract.quotes import paragraphs, quotations
from diptych.extract.tokens import tokenise

CASES = [
    ("“One.” “Two.”", ["“One.”", "“Two.”"]),
    ("“One ‘two’ three.”", ["“One ‘two’ three.”", "‘two’"]),
    ("‘One “two” three.’", ["‘One “two” three.’", "“two”"]),
    ("\"One 'two' three.\"", ["\"One 'two' three.\"", "'two'"]),
    ("He didn’t say the dogs’ owner’s name.", []),
    ("‘The dogs’ owner didn’t come,’ he said.", ["‘The dogs’ owner didn’t come,’"]),
    ("In the ’90s and the '80s.", []),
    ("''One'' and ``two''.", ["''One''", "``two''"]),
    ("”One,” he said.", ["”One,”"]),
    ("«One» and „two“.", ["«One»", "„two“"]),
    ("“One.\n\n“Two.”", ["“One.", "“Two.”"]),
    ("“One two.\nThree.", ["“One two."]),
    ('"One two, said Reed. "Three."', ['"One two,', '"Three."']),
    ("5' 6\" tall", []),
    ("She said: 'We have rafts. We open them.", ["'We have rafts. We open them."]),
    ("She said: 'rafts.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_spans(text: str, expected: list[str], words: Lexicon) -> None:
    tokens = tokenise(text, words)
    found = quotations(text, tokens, paragraphs(text, tokens), words)
    assert [quote.span(tokens).of(text) for quote in found] == expected


def test_a_speech_over_paragraphs(words: Lexicon) -> None:
    text = "“One.\n\n“Two.\n\n“Three.”\n\n“Four.”"
    tokens = tokenise(text, words)
    found = quotations(text, tokens, paragraphs(text, tokens), words)
    assert [quote.carries_on for quote in found] == [True, True, False, False]


def test_a_speech_goes_on_under_another_mark(words: Lexicon) -> None:
    text = 'She said: \'We have rafts. We open them.\n\n"Each spring."'
    tokens = tokenise(text, words)
    found = quotations(text, tokens, paragraphs(text, tokens), words)
    assert [quote.carries_on for quote in found] == [True, False]


def test_nesting_is_noted(words: Lexicon) -> None:
    text = "“A ‘b “c” d’ e.”"
    tokens = tokenise(text, words)
    found = quotations(text, tokens, paragraphs(text, tokens), words)
    assert [quote.outer for quote in found][:2] == [-1, 0]


def test_tokens_leave_out_nothing_but_white_space(words: Lexicon) -> None:
    text = "Mr. O’Neill’s U.N. envoy paid $1,000.50 at 3 p.m. — “no”… e\u0301 中国 🎈"
    tokens = tokenise(text, words)
    reached = 0
    for start, end in zip(tokens.start, tokens.end, strict=True):
        assert not text[reached:start].strip()
        assert start >= reached
        reached = end
    assert not text[reached:].strip()
