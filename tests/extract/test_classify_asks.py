"""What asks somebody to act, and the single asks of a sentence."""

from __future__ import annotations

import pytest

from diptych.extract.asks import announces, heads, imperative, obliges, passive, tells
from diptych.extract.parts import asks, thats
from diptych.spans import Span


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Open the books.", True),
        ("And pass the law.", True),
        ("LIND: Pay the crews.", True),
        ("No money until the books are open.", True),
        ("I'd like an ombudsman too.", True),
        ("Let me finish.", False),
        ("Look, it was dark.", False),
        ("Pay the crews?", False),
        ("The crews were paid.", False),
    ],
)
def test_imperative(sentence: str, expected: bool) -> None:
    assert imperative(sentence) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Lenders have been asked to wait.", True),
        ("The owners were urged not to sail.", True),
        ("The ministry has been given 60 days to reply.", True),
        ("They were told to wait below.", False),
        ("Crews have been asked to wait by the Harbour Union.", False),
        ("The club is told, in the last chapter, to open its books.", True),
        ("It is also suggested that schools should wait.", True),
        ("The guild is invited to send an observer.", True),
        ("Owners are being asked to check their boats.", True),
        ("The line has been told to publish its logs.", True),
        ("A diver said he had been asked to look away.", False),
    ],
)
def test_passive(sentence: str, expected: bool) -> None:
    assert passive(sentence) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the club should pay", True),
        ("lenders ought not to wait", True),
        ("banks should have to explain", True),
        ("the club should have paid", False),
        ("things that should be kept apart", False),
        ("scenes no child should see", False),
        ("should the club pay?", False),
        ("nurses have to wait", False),
        ("the captain should have her ship back", True),
        ("the captain should have been told", False),
    ],
)
def test_obliges(words: str, expected: bool) -> None:
    assert obliges(words) is expected


def test_announces() -> None:
    assert announces("The court's list of demands is long.")
    assert not announces("The court is long.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "free everyone held; tell families where they are; and open the valley",
            ["free everyone held", "tell families where they are", "open the valley"],
        ),
        (
            "to insure the crews, and to hire a safety officer",
            ["to insure the crews", "to hire a safety officer"],
        ),
        (
            "withdraw last year's accounts, dismiss the head of the branch and publish the list",
            ["withdraw last year's accounts", "dismiss the head of the branch", "publish the list"],
        ),
        ("hire a captain and a mate", ["hire a captain and a mate"]),
        ("say “sorry; and mean it” to the crews", ["say “sorry; and mean it” to the crews"]),
    ],
)
def test_single_asks(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in asks(text, Span(0, len(text)))] == expected


def test_clauses_of_indirect_speech() -> None:
    text = 'that bills "fall to the crews," that the fund was a loan, and that six men were banned'
    assert [span.of(text) for span in thats(text, Span(0, len(text)))] == [
        'that bills "fall to the crews,"',
        "that the fund was a loan",
        "that six men were banned",
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The recommendations, eleven in number, are addressed to three parties.", True),
        ("4. The recommendations are short.", True),
        ("So what do the inspectors want?", True),
        ("What should happen now?", True),
        ("Her prescriptions are dull.", True),
        ("What did the inspectors find?", False),
        ("The rafts are short.", False),
    ],
)
def test_heads(sentence: str, expected: bool) -> None:
    assert heads(sentence) is expected


def test_tells() -> None:
    assert tells("Among the remedies that the panel proposes are a new pier and a new boat.")
    assert not tells("The remedies are dull.")
