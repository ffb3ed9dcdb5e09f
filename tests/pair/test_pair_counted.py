"""Figures as discrepancies show them: with what they count."""

from __future__ import annotations

import pytest

from diptych.pair.align import rewrites
from diptych.pair.counted import shared_units, with_unit
from diptych.pair.discrepancies import of_figures, of_quotations
from diptych.pair.words import stem
from diptych.spans import Span


@pytest.mark.parametrize(
    ("number", "rest", "shared", "shown"),
    [
        ("38", " percent of boats", (), "38 percent"),
        ("38", " per cent of boats", (), "38 per cent"),
        ("38", "% of boats", (), "38%"),
        ("38", " p.c of boats", (), "38 p.c"),
        ("75", "-page report", (), "75-page"),
        ("Thirteen", " of the boats", (), "Thirteen"),
        ("57", " were lost", (), "57"),
        ("188", " former sailors of the line", (), "188 former"),
        ("188", " former sailors of the line", ("sailors",), "188 former sailors"),
        ("214", " safety certificates for boats", ("safety", "certificates"), "214 safety certificates"),
        ("188", " ex-sailors", (), "188 ex-sailors"),
        ("5", " boats. Sailors", ("sailors",), "5 boats"),
    ],
)
def test_a_figure_is_shown_with_what_it_counts(number: str, rest: str, shared: tuple[str, ...], shown: str) -> None:
    text = number + rest
    stems = frozenset(map(stem, shared))
    assert with_unit(text, Span(0, len(number)), len(text), stems).of(text) == shown


def test_units_are_shared_by_all() -> None:
    assert shared_units([("former", "sailor"), ("old", "sailor"), ("sailor",)]) == {"sailor"}
    assert shared_units([("boat",), ("sailor",)]) == frozenset()


def test_a_heading_tells_each_value_once_and_quotations_in_whole_marks(corpus, speakers) -> None:
    articles, said = corpus(
        [
            ("Eleven leaking lifeboats of the line could not be lowered.", "claim", "lind"),
            ("“The boats were a disgrace and everybody on the quay knew it,” Ada Lind said.", "claim", "lind"),
        ],
        [
            ("Inspectors say 14 leaking lifeboats of the line could not be lowered.", "claim", "lind"),
            ("Ada Lind called them “a disgrace and everyone at the harbour knew it”.", "claim", "lind"),
        ],
        [("The line says that 11 lifeboats could not be lowered in a gale.", "response", "brand")],
    )
    made_from = rewrites(articles)
    found = [*of_quotations(articles, speakers, said, made_from), *of_figures(articles, made_from)]
    assert [one.what for one in found] == [
        "“The boats were a disgrace and everybody on the quay knew it”",
        "Eleven leaking lifeboats or 14 leaking lifeboats",
    ]
