"""What a response answers: a claim that it shares rare words with, else the report."""

from __future__ import annotations

import pytest
from dossiers import grouped, prepare

from diptych.pair.answers import answered, chances, chosen
from diptych.pair.replies import BEFORE, replies
from diptych.pair.senses import senses

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
    made = grouped(articles, items)
    groups = answered(made, articles, senses(made, items))
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


def test_a_claim_that_nothing_joins_to_the_response_is_not_answered(corpus, speakers) -> None:
    assert answers(corpus, speakers, "Our cooks are proud of their soup.") == [("report", "rejects")]


def evidence(corpus, speakers, lines) -> dict[int | str, dict[str, float]]:
    articles, said = corpus(lines)
    items = prepare(articles, speakers, said)
    groups = grouped(articles, items)
    ((_, _, options),) = replies(groups, articles, senses(groups, items))
    return options


PUMPS = ("The pumps had no fuel.", "claim", "lind")
FUEL = ("The pumps ran on fuel.", "response", "brand")


@pytest.mark.parametrize(("sentences", "told"), [(1, 1.0), (4, 0.5), (BEFORE + 1, 0.0)])
def test_what_the_outlet_tells_shortly_before_speaks_for_itself(corpus, speakers, sentences: int, told: float) -> None:
    far = [("Nobody on the quay remembers a wetter spring.", None, "")] * (sentences - 1)
    assert evidence(corpus, speakers, [PUMPS, *far, FUEL])[0]["before"] == pytest.approx(told)


def test_what_the_outlet_tells_afterwards_is_not_told_before(corpus, speakers) -> None:
    assert evidence(corpus, speakers, [FUEL, PUMPS])[1]["before"] == 0


def test_what_a_report_did_not_find_is_not_answered(corpus, speakers) -> None:
    withheld = ("It made no finding that the pumps had no fuel.", "claim", "lind")
    assert set(evidence(corpus, speakers, [PUMPS, withheld, FUEL])) == {0, "report"}


def test_a_response_that_has_a_word_for_all_that_is_said(corpus, speakers) -> None:
    all_of_it = ("We deny the accusations.", "response", "brand")
    assert evidence(corpus, speakers, [PUMPS, all_of_it])["report"]["blame"] == 1
    assert evidence(corpus, speakers, [PUMPS, FUEL])["report"]["blame"] == 0


def test_chances_are_one_together() -> None:
    found = chances({0: {"words": 1.0}, 4: {}, "report": {"words": -1.0}}, {"words": 2.0})
    assert sum(found.values()) == pytest.approx(1)
    assert found[0] / found[4] == pytest.approx(found[4] / found["report"])


def test_a_claim_far_less_likely_than_the_report_is_not_answered() -> None:
    assert chosen({0: 0.2, 1: 0.1, "report": 0.7}) == ["report"]
    assert chosen({0: 0.6, 1: 0.3, 2: 0.05, "report": 0.05}) == [0, 1]
    assert chosen({0: 0.38, 1: 0.13, "report": 0.45}) == [0, "report"]
    assert chosen({"report": 1.0}) == ["report"]


def test_only_responses_answer(corpus, speakers) -> None:
    articles, said = corpus(CLAIMS)
    items = prepare(articles, speakers, said)
    groups = grouped(articles, items)
    found = answered(groups, articles, senses(groups, items))
    assert found
    assert all(one.answers == () for one in found)
