from __future__ import annotations

import pytest

from diptych.drafts import Attribution
from diptych.extract import Lexicon, attribute
from diptych.ingest.segment import sentences
from diptych.spans import Span

BODY = (
    "\n\nThe ferries were stopped on Monday."
    "\n\n“They told me the rafts had never been opened,” Oda Brandt said on the quay."
)


def read(text: str, words: Lexicon) -> list[Attribution]:
    spans = []
    at = 0
    for line in text.split("\n"):
        if line:
            spans += sentences(text, Span(at, at + len(line)))
        at += len(line) + 1
    return attribute(text, spans, words)


@pytest.mark.parametrize(
    ("head", "quoted"),
    [
        (
            "‘They told me the rafts had never been opened’: ferries stopped",
            "‘They told me the rafts had never been opened’",
        ),
        ("Ferries stopped over ‘rafts never opened’", "‘rafts never opened’"),
    ],
)
def test_a_headline_quotes_who_says_so_below(head: str, quoted: str, words: Lexicon) -> None:
    found = [one for one in read(head + BODY, words) if one.resolved_by == "same-words"]
    assert [one.content[0].of(head + BODY) for one in found] == [quoted]
    assert found[0].speaker == "Oda Brandt"


def test_a_subhead_that_is_a_quotation(words: Lexicon) -> None:
    text = (
        "Ferries stopped\n\nThe line has nine boats.\n\nThey lay in port."
        + BODY
        + "\n\n‘Rafts never opened’\n\nNobody came."
    )
    head = text.index("‘Rafts")
    assert [one.speaker for one in read(text, words) if any(part.start == head for part in one.content)] == [
        "Oda Brandt"
    ]


def test_a_headline_of_other_words(words: Lexicon) -> None:
    text = "Ferries stopped over ‘sunken wrecks’" + BODY
    assert not [one for one in read(text, words) if one.resolved_by == "same-words"]
