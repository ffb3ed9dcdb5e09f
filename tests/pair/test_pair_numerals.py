"""Figures in digits and in words, with what they count."""

from __future__ import annotations

import pytest

from diptych.pair.numerals import figures


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("41 boats", 41, "boat"),
        ("Forty-one boats", 41, "boat"),
        ("a hundred and twelve witnesses", 112, "witness"),
        ("Twenty-six thousand households", 26_000, "household"),
        ("1.9 million crowns", 1_900_000, "crown"),
        ("a 48-page report", 48, "pag"),
        ("about two-thirds of the crews", 2 / 3, "crew"),
        ("half of the boats", 0.5, "boat"),
        ("one and a half years", 1.5, "year"),
        ("a year and a half", 1.5, "year"),
        ("1,400 invoices", 1400, "invoic"),
        ("41 of the line's 96 boats", 41, "boat"),
        ("19 of the 23 trips", 19, "trip"),
        ("1.3 lakh people", 130_000, "peopl"),
        ("31 p.c. of the boats", 31, "%"),
        ("31 pct of the boats", 31, "%"),
        ("One in eight boats", 12.5, "%"),
        ("nine out of ten crews", 90, "%"),
        ("94 in every hundred", 94, "%"),
        ("three out of every five boats", 60, "boat"),
        ("two in 10 days", 2, ""),
        ("three in 2031", 3, ""),
        ("41 out of 96 boats", 41, "boat"),
        ("hundreds of thousands of boats", 100_000, "boat"),
        ("tens of thousands of boats", 10_000, "boat"),
    ],
)
def test_value_and_unit(text: str, value: float, unit: str) -> None:
    figure = figures(text)[0]
    assert figure.value == pytest.approx(value)
    assert unit in figure.units or not unit


@pytest.mark.parametrize(
    "text",
    [
        "in 2031 it sank",
        "on 12 March",
        "March 14",
        "page 31",
        "Article 44",
        "the under-15s",
        "one of them",
        "at 7 pm",
        "kick-off",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert figures(text) == []


def test_money_takes_its_sign_in() -> None:
    text = "It cost Rs 840 crore."
    figure = figures(text)[0]
    assert figure.money
    assert figure.span.of(text) == "Rs 840 crore"


def test_a_hyphen_that_touches_no_word_takes_no_number_away() -> None:
    assert [one.value for one in figures("It fell to -5 in May.")] == [5]
    assert figures("The covid-19 ward.") == []


def test_several_in_order() -> None:
    assert [one.value for one in figures("Nine ports, 31 boats and two hundred men.")] == [9, 31, 200]
