from __future__ import annotations

import pytest

from diptych.drafts import Statement
from diptych.extract.going_on import Line, goes_on
from diptych.extract.people import People
from diptych.spans import Span
from diptych.values import Kind


def went_on(
    parts: list[tuple[str, str | None]], names: tuple[str, ...] = ("Oda Brandt",), kind: Kind = "response"
) -> list[str]:
    """What goes on in one paragraph; each part is a sentence with its speaker, if it has one."""
    text = " ".join(said for said, _ in parts)
    lines: list[Line] = []
    at = 0
    for said, who in parts:
        span = Span(at, at + len(said))
        made = [Statement(0, span, "indirect", kind, who, None, "said-clause")] if who else []
        lines.append(Line(span, made, not lines, False))
        at = span.end + 1
    found = goes_on(text, lines, People(text, [one.span for one in lines], names, {}))
    assert all(one.rule == "goes-on" and one.kind == kind for one in found)
    return [one.span.of(text) for one in found]


SAID = ("The rafts were sound, the line said.", "line")
AGAIN = ("It had papers for each, it said.", "line")


def test_between_sentences_of_one_speaker() -> None:
    assert went_on([SAID, ("A yard in the next port opens them.", None), AGAIN]) == [
        "A yard in the next port opens them."
    ]


def test_two_between() -> None:
    between = [("A yard in the next port opens them.", None), ("The yard is licensed by the port.", None)]
    assert len(went_on([SAID, *between, AGAIN])) == 2


@pytest.mark.parametrize(
    "said",
    [
        "In the spring two in three of them were under water.",
        "Forty of the valves came from a scrapyard in the next port.",
        "Some of the crews had never opened one.",
    ],
)
def test_figures_after_a_finding(said: str) -> None:
    assert went_on([SAID, (said, None)], kind="claim") == [said]


@pytest.mark.parametrize(
    "said", ["It is raining.", "They are drying nets.", "Oda Brandt pours the tea for both of them."]
)
def test_narration_after_a_finding(said: str) -> None:
    assert went_on([SAID, (said, None)], kind="claim") == []


def test_tense_of_reported_speech() -> None:
    assert went_on([SAID, ("A yard in the next port had opened them.", None)]) == [
        "A yard in the next port had opened them."
    ]


@pytest.mark.parametrize(
    "said",
    [
        "A yard in the next port opens them.",
        "Oda Brandt had seen them.",
        "Had anybody looked?",
        "She had to catch a boat.",
        "The reply had 40 pages.",
    ],
)
def test_narration(said: str) -> None:
    assert went_on([SAID, (said, None)]) == []


@pytest.mark.parametrize("said", ["Were there papers?", "I went to look.", "She opened a drawer."])
def test_narration_between(said: str) -> None:
    assert went_on([SAID, (said, None), AGAIN]) == []


def test_not_between_two_speakers() -> None:
    assert (
        went_on([SAID, ("A yard in the next port opens them.", None), ("Nobody does, the union said.", "union")]) == []
    )


def test_demands_do_not_go_on() -> None:
    assert went_on([SAID, ("A yard opens them.", None), AGAIN], kind="recommendation") == []
