"""Statements that two other articles give as a party's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from diptych.drafts import Article, Speaker, Statement
from diptych.pair import misread
from diptych.pair.align import Rewrites
from diptych.pair.items import ground, spaces, tell
from diptych.pair.misread import settled

Corpus = Callable[..., tuple[list[Article], list[Statement]]]
ONE = ("Fire valves on 47 ferries had rusted shut, said Ada Lind, who led the survey.", "claim", "lind")
TWO = ("The survey found fire valves on 47 of the ferries rusted shut.", "claim", "lind")
OTHERS = [
    ("Every crew is drilled twice a month, Ivo Brand told the harbour radio.", "response", "brand"),
    ("The pilots want a holiday on the quay, said Oona Bell.", "reaction", "bell"),
    ("It was a grey day with gulls over the customs house and no wind to speak of.", None, ""),
]
AGAIN = "Rusted shut were the fire valves on 47 ferries."


def read(
    corpus: Corpus, speakers: dict[str, Speaker], said: tuple[str, str, str], rule: str = "said-clause", *more: str
) -> list[tuple[str, str | None]]:
    """The kinds and speakers of what articles say behind two that tell it as a finding."""
    speakers["yard"] = Speaker("yard", "Yard", "organisation", "third")
    articles, told = corpus([ONE, *OTHERS], [OTHERS[1], TWO, OTHERS[2]], [said], *([(one, *said[1:])] for one in more))
    told = [replace(one, rule=rule) if one.article > 1 else one for one in told]
    return [(one.kind, one.speaker) for one in made(articles, told, speakers) if one.article > 1]


def made(
    articles: list[Article], told: list[Statement], speakers: dict[str, Speaker], made_from: Rewrites | None = None
) -> list[Statement]:
    held = tell(articles, told)
    return [one.statement for one in settled(articles, speakers, held, ground(held, spaces(articles)), made_from or {})]


def test_what_two_others_give_as_a_partys_is_that_partys(corpus: Corpus, speakers: dict[str, Speaker]) -> None:
    assert read(corpus, speakers, (AGAIN, "reaction", "yard")) == [("claim", "lind")]


@pytest.mark.parametrize(
    ("rule", "kind"),
    [("said-clause", "reaction"), ("goes-on", "claim"), ("continued", "claim"), ("quotation", "claim")],
)
def test_whom_the_sentence_names_is_believed(
    corpus: Corpus, speakers: dict[str, Speaker], rule: str, kind: str
) -> None:
    assert [one for one, _ in read(corpus, speakers, (AGAIN, "reaction", "bell"), rule)] == [kind]


def test_what_another_of_its_kind_says_as_well_stays(corpus: Corpus, speakers: dict[str, Speaker]) -> None:
    same = "Fire valves on 47 ferries: rusted, all of them shut."
    assert read(corpus, speakers, (AGAIN, "reaction", "yard"), "said-clause", same) == [("reaction", "yard")] * 2


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Ferries are a danger to swimmers off the quay.", "reaction"),  # something else
        (AGAIN, "recommendation"),  # what is asked for is seldom taken for anything else
    ],
)
def test_what_stays(corpus: Corpus, speakers: dict[str, Speaker], said: str, kind: str) -> None:
    assert read(corpus, speakers, (said, kind, "yard")) == [(kind, "yard")]


def test_a_rewrite_follows_its_original(corpus: Corpus, speakers: dict[str, Speaker]) -> None:
    speakers["yard"] = Speaker("yard", "Yard", "organisation", "third")
    lines = (
        [(AGAIN, "reaction", "yard")],
        [("Corroded closed had been the hearth taps on 47 boats.", "reaction", "yard")],
    )
    articles, told = corpus([ONE, *OTHERS], [OTHERS[1], TWO, OTHERS[2]], *lines)
    pair = tuple(one.span for one in told if one.article > 1)
    found = made(articles, told, speakers, {3: (2, [pair])})
    assert [(one.kind, one.speaker) for one in found if one.article > 1] == [("claim", "lind")] * 2


def test_of_too_many_none_is_looked_at(
    corpus: Corpus, speakers: dict[str, Speaker], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(misread, "SMALL", 3)
    assert read(corpus, speakers, (AGAIN, "reaction", "yard")) == [("reaction", "yard")]
