"""Quotations of several sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from diptych.drafts import Article, Difference, Seed
from diptych.pair.align import rewrites
from diptych.pair.discrepancies import of_quotations
from diptych.records import Sentence
from diptych.spans import Span

SILENT = "“The pumps were silent when we came. Nobody on the boats had been told why,” Ada Lind said."


def compared(texts: Sequence[str]) -> tuple[list[Article], list[Difference]]:
    articles = [
        Article(
            Seed(f"seeds/{number}.txt", text, f"{number:064}"),
            Span(0, len(text)),
            tuple(Sentence(start=one.start(), end=one.end()) for one in re.finditer(r"\S.*?(?:[.]”?|$)(?=\s|$)", text)),
        )
        for number, text in enumerate(texts)
    ]
    return articles, of_quotations(articles, {}, [], rewrites(articles))


def shown(*texts: str) -> list[list[str]]:
    articles, found = compared(texts)
    return [[span.of(articles[number].seed.text) for number, span in one.spans] for one in found]


def test_two_sentences_that_differ_are_one_difference() -> None:
    other = "“The pumps were still when we came. No one on the boats had been told why,” Ada Lind said."
    third = "Ada Lind said that “nobody on these boats had been told why”."
    assert shown(SILENT, other, third) == [
        [
            "“The pumps were silent when we came. Nobody on the boats had been told why,”",
            "“The pumps were still when we came. No one on the boats had been told why,”",
            "“nobody on these boats had been told why”",
        ]
    ]


@pytest.mark.parametrize("between", [" Ada Lind said. “", "”\n“"])
def test_what_an_article_parts_is_two(between: str) -> None:
    other = f"“The pumps were still when we came.{between}No one on the boats had been told why,” Ada Lind said."
    assert [len(one) for one in shown(SILENT, other.replace("came. Ada", "came,” Ada"))] == [2, 2]


def test_one_of_two_sentences_that_differs_stands_alone() -> None:
    other = SILENT.replace("Nobody", "No one")
    assert shown(SILENT, other) == [
        ["Nobody on the boats had been told why,”", "No one on the boats had been told why,”"]
    ]
