"""One sentence for a record, readable alone, saying whose it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diptych.drafts import Group
from diptych.pair import statement
from diptych.spans import Span


def test_it_attributes_and_quotes(corpus, speakers) -> None:
    articles, said = corpus([("“The boats leaked,”", "claim", "lind")])
    assert statement(Group("claim", tuple(said)), speakers, articles) == "Ada Lind says: “The boats leaked”"


def test_indirect_speech_stays_indirect(corpus, speakers) -> None:
    articles, said = corpus([('that the report was "a fable" and no more', "response", "brand")])
    assert statement(Group("response", tuple(said)), speakers, articles) == (
        "Ivo Brand says that the report was ‘a fable’ and no more."
    )


@pytest.mark.parametrize(
    ("sentence", "force", "cue", "told"),
    [
        ("He denied |that any boat had leaked.", "denies", "denied", "Ivo Brand denies that any boat had leaked."),
        (
            "He would not accept |that any boat had leaked.",
            "acknowledges",
            "accept",
            "Ivo Brand, in an outlet’s words: “He would not accept that any boat had leaked”",
        ),
        (
            "He didn’t deny |that a boat had leaked.",
            "denies",
            "deny",
            "Ivo Brand, in an outlet’s words: “He didn’t deny that a boat had leaked”",
        ),
        (
            "Not a word was changed; he insists |that no boat leaked.",
            "claims",
            "insists",
            "Ivo Brand says that no boat leaked.",
        ),
        (
            "He rejected |all of its findings.",
            "rejects",
            "rejected",
            "Ivo Brand, in an outlet’s words: “He rejected all of its findings”",
        ),
    ],
)
def test_what_is_denied_is_never_told_as_said(corpus, speakers, sentence: str, force: str, cue: str, told: str) -> None:
    at = sentence.index("|")
    articles, said = corpus([(sentence.replace("|", ""), "response", "brand")])
    turned = tuple(replace(one, span=Span(at, one.span.end), force=force, cue=cue) for one in said)
    assert statement(Group("response", turned), speakers, articles) == told


def test_a_demand_asks(corpus, speakers) -> None:
    articles, said = corpus([("to repair the boats", "recommendation", "lind")])
    assert statement(Group("recommendation", tuple(said)), speakers, articles) == "Ada Lind asks: “to repair the boats”"


def test_a_demand_asks_somebody(corpus, speakers) -> None:
    articles, said = corpus([("to repair the boats", "recommendation", "lind")])
    asked = tuple(replace(one, addressee="brand") for one in said)
    assert (
        statement(Group("recommendation", asked), speakers, articles) == "Ada Lind asks Ivo Brand to repair the boats."
    )


def test_what_happened_has_a_date_and_no_speaker(corpus, speakers) -> None:
    articles, said = corpus([("Two boats sank in 2029.", "event", "lind")])
    event = tuple(replace(one, speaker=None, date="2029") for one in said)
    assert statement(Group("event", event), speakers, articles) == "2029: “Two boats sank in 2029”"


def test_a_rewrite_does_not_lend_its_wording(corpus, speakers) -> None:
    articles, said = corpus(
        [("“The boats leaked.”", "claim", "lind")],
        [("“The ships had been leaking for fairly some time, in response to everybody who knew.”", "claim", "lind")],
        a1=("rewrite", 0),
    )
    assert statement(Group("claim", tuple(said)), speakers, articles) == "Ada Lind says: “The boats leaked”"
