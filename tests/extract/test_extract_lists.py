from __future__ import annotations

import pytest

from diptych.extract.lists import demands, findings, items
from diptych.records import Sentence


def found(text: str) -> list[str]:
    """The items of a text, each line of which is a sentence."""
    sentences = []
    at = 0
    for line in text.split("\n"):
        if line:
            sentences.append(Sentence(start=at, end=at + len(line), use="context"))
        at += len(line) + 1
    return [
        text[items(text, sentences)[one.start].start : one.end]
        for one in sentences
        if one.start in items(text, sentences)
    ]


def test_items_with_marks_go_on_over_empty_lines() -> None:
    text = "The auditors found:\n\n• two wells were dry\n\n• one was sold twice\n\nThe mayor was away."
    assert found(text) == ["two wells were dry", "one was sold twice"]


def test_items_in_lower_case_need_no_mark() -> None:
    assert found("It wants the port to:\n\ndredge the channel\n\nsell the crane\n\nNobody came.") == [
        "dredge the channel",
        "sell the crane",
    ]


def test_numbered_items_stay_together_under_lines_that_say_for_whom() -> None:
    text = "What the panel recommends\n\nTo the port:\n1. Dredge the channel.\n\nTo the ministry:\n2. Sell the crane."
    assert found(text) == ["Dredge the channel.", "Sell the crane."]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said:\n\n“The wells were never dry.”",
        "The auditors found:\n\nThe mayor was away that week, and nobody else would talk.",
        "The auditors were early.\n\n• two wells were dry",
    ],
)
def test_no_list(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "line", ["Recommendations", "The recommendations in full", "What the panel wants", "Key demands:"]
)
def test_headings_over_demands(line: str) -> None:
    assert demands(line)


@pytest.mark.parametrize(
    "line",
    ["Key findings", "Key points from the 140 pages so far:", "What inspectors found", "The findings at a glance"],
)
def test_headings_over_findings(line: str) -> None:
    assert findings(line)


@pytest.mark.parametrize(
    "line", ["What happens now?", "The recommendations were late", "Findings of fact are rare things"]
)
def test_other_headings(line: str) -> None:
    assert not demands(line)
    assert not findings(line)
