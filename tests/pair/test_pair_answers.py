"""What a response answers: a claim that it shares rare words with, else the report."""

from __future__ import annotations

from diptych.pair.answers import answered
from diptych.pair.group import group
from diptych.pair.items import prepare

CLAIMS = [
    ("Eleven of the lifeboats could not be lowered.", "claim", "lind"),
    ("The masters had never held a drill.", "claim", "lind"),
    ("Wages were paid three months late.", "claim", "lind"),
    ("The harbour has nine quays and one crane.", None, ""),
    ("Nobody on the quay remembers a wetter spring.", None, ""),
]


def answers(corpus, speakers, sentence: str) -> list[tuple[str, str]]:
    articles, said = corpus(CLAIMS, [(sentence, "response", "brand")])
    items = prepare(articles, speakers, said)
    groups = answered(group(articles, items), articles, items)
    mine = next(one for one in groups if one.kind == "response")
    return [
        (to if isinstance(to, str) else groups[to].statements[0].span.of(articles[0].seed.text)[:6], how)
        for to, how in mine.answers
    ]


def test_a_claim(corpus, speakers) -> None:
    assert answers(corpus, speakers, "Every one of the lifeboats was lowered last week.") == [
        ("Eleven", "gives-another-account")
    ]


def test_a_denial(corpus, speakers) -> None:
    assert answers(corpus, speakers, "It is not true that wages were paid late.") == [("Wages ", "denies")]


def test_the_report_where_nothing_is_shared(corpus, speakers) -> None:
    assert answers(corpus, speakers, "This is a politically motivated fairy tale.") == [("report", "rejects")]


def test_only_responses_answer(corpus, speakers) -> None:
    articles, said = corpus(CLAIMS)
    items = prepare(articles, speakers, said)
    assert all(one.answers == () for one in answered(group(articles, items), articles, items))
