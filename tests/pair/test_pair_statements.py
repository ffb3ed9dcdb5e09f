"""One sentence for a record, readable alone, saying whose it is."""

from __future__ import annotations

from diptych.drafts import Group
from diptych.pair import statement


def test_it_attributes_and_quotes(corpus, speakers) -> None:
    articles, said = corpus([("“The boats leaked,”", "claim", "lind")])
    assert statement(Group("claim", tuple(said)), speakers, articles) == "Ada Lind says: “The boats leaked”"


def test_a_demand_asks(corpus, speakers) -> None:
    articles, said = corpus([("to repair the boats", "recommendation", "lind")])
    assert statement(Group("recommendation", tuple(said)), speakers, articles) == "Ada Lind asks: “to repair the boats”"


def test_marks_within_are_single(corpus, speakers) -> None:
    articles, said = corpus([('that the report was "a fable" and no more', "response", "brand")])
    assert statement(Group("response", tuple(said)), speakers, articles) == (
        "Ivo Brand says: “that the report was ‘a fable’ and no more”"
    )
