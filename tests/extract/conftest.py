"""Sentences for texts in tests: paragraphs by line, sentences by the segmenter that the pipeline uses."""

from __future__ import annotations

import re
from collections.abc import Callable

import nupunkt
import pytest

from diptych.extract import Lexicon, lexicon
from diptych.spans import Span


@pytest.fixture(scope="session")
def words() -> Lexicon:
    return lexicon()


@pytest.fixture(scope="session")
def sentences_of() -> Callable[[str], list[Span]]:
    tokenizer = nupunkt.load("default")

    def sentences(text: str) -> list[Span]:
        found = []
        for paragraph in re.finditer(r"[^\n]+", text):
            if paragraph[0].strip():
                for start, end in tokenizer.span_tokenize(paragraph[0]):
                    found.append(Span(paragraph.start() + start, paragraph.start() + end).trimmed(text))
        return [span for span in found if span.end > span.start]

    return sentences
