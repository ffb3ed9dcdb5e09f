"""Statements that other articles give as somebody else's, and what speaks for that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from diptych.drafts import Article, Speaker, Statement
from diptych.pair.compared import compared
from diptych.pair.items import spaces
from diptych.pair.misread import misread
from diptych.pair.settle import settled

Corpus = Callable[..., tuple[list[Article], list[Statement]]]
Line = tuple[str, str | None, str]
ONE = ("Fire valves on 47 ferries had rusted shut, said Ada Lind, who led the survey.", "claim", "lind")
TWO = ("The survey found fire valves on 47 of the ferries rusted shut.", "claim", "lind")
LED = ("Crews had not been drilled since the spring, the survey says.", "claim", "lind")
OTHERS = [
    ("Every crew is drilled twice a month, Ivo Brand told the harbour radio.", "response", "brand"),
    ("The pilots want a holiday on the quay, said Oona Bell.", "reaction", "bell"),
    ("It was a grey day with gulls over the customs house and no wind to speak of.", None, ""),
]
AGAIN = "Rusted shut were the fire valves on 47 ferries."
YARD = Speaker("yard", "Yard", "organisation", "third")


def read(
    corpus: Corpus, speakers: dict[str, Speaker], *lines: Line, rule: str = "said-clause"
) -> list[tuple[str, str]]:
    """The kinds and speakers of what an article says beside two whose statements tell it as a finding."""
    articles, told = corpus([ONE, *OTHERS], [OTHERS[1], TWO, OTHERS[2]], list(lines))
    made = settled(articles, speakers | {"yard": YARD}, told, spaces(articles), {})
    return [
        (one.kind, str(one.speaker)) for one in made if one.article > 1 and one.span.of(articles[2].seed.text) == AGAIN
    ]


def test_among_what_another_says_it_is_anothers(corpus: Corpus, speakers: dict[str, Speaker]) -> None:
    assert read(corpus, speakers, LED, (AGAIN, "reaction", "yard"), LED) == [("claim", "lind")]


def test_what_a_party_is_named_as_saying_stays_its_own(corpus: Corpus, speakers: dict[str, Speaker]) -> None:
    articles, told = corpus([ONE, *OTHERS], [OTHERS[1], TWO, OTHERS[2]], [LED, (AGAIN, "response", "brand"), LED])
    named = [replace(one, named=one.kind == "response") for one in told]
    assert settled(articles, speakers, told, spaces(articles), {}) != told
    assert settled(articles, speakers, named, spaces(articles), {}) == named


def test_nothing_becomes_a_third_partys(corpus: Corpus, speakers: dict[str, Speaker]) -> None:
    third = [(text, "reaction", "bell") for text, _, _ in (ONE, TWO)]
    articles, told = corpus(
        [third[0], *OTHERS], [OTHERS[1], third[1]], [OTHERS[1], (AGAIN, "claim", "yard"), OTHERS[1]]
    )
    assert settled(articles, speakers | {"yard": YARD}, told, spaces(articles), {}) == told


def test_something_else_stays(corpus: Corpus, speakers: dict[str, Speaker]) -> None:
    other = "Ferries are a danger to swimmers off the quay."
    articles, told = corpus([ONE, *OTHERS], [LED, (other, "reaction", "yard"), LED])
    assert settled(articles, speakers | {"yard": YARD}, told, spaces(articles), {}) == told


@pytest.mark.parametrize(
    ("rule", "nameless"), [("said-clause", 0), ("goes-on", 1), ("continued", 1), ("quotation", 1), ("own-words", 1)]
)
def test_the_evidence(corpus: Corpus, speakers: dict[str, Speaker], rule: str, nameless: int) -> None:
    articles, told = corpus([ONE, *OTHERS], [OTHERS[1], TWO, OTHERS[2]], [OTHERS[1], (AGAIN, "reaction", "bell"), LED])
    told = [replace(one, rule=rule) for one in told]
    known = compared(articles, speakers, told, spaces(articles), {})
    assert known is not None
    one = next(one for one in misread(articles, known) if one.read is told[-2])
    assert (one.meant.kind, one.meant.speaker, one.meant.rule, one.other.kind) == ("claim", "lind", "echo", "claim")
    assert min(one.evidence["alike"], one.evidence["second"]) > 3
    expected = {"before": 0, "after": 1, "beside": 0, "own-before": 1, "goes-on": 1, "person": 1, "asked": 0}
    assert {piece: one.evidence[piece] for piece in expected} == expected
    assert one.evidence["nameless"] == nameless


def test_a_rewrite_is_left_to_its_original(corpus: Corpus, speakers: dict[str, Speaker]) -> None:
    articles, told = corpus([ONE, *OTHERS], [OTHERS[1], TWO], [LED, (AGAIN, "reaction", "yard"), LED])
    assert settled(articles, speakers | {"yard": YARD}, told, spaces(articles), {2: (0, [])}) == told


def meant(corpus: Corpus, speakers: dict[str, Speaker], kind: str, who: str, other: str) -> Statement:
    """What a statement of a kind, behind "told" and with an addressee, may be where others have one of another kind."""
    articles, told = corpus([(ONE[0], other, "lind"), *OTHERS], [OTHERS[1], (AGAIN, kind, who), OTHERS[1]])
    told = [replace(one, cue="told", addressee="brand") if one.kind == kind else one for one in told]
    known = compared(articles, speakers | {"yard": YARD}, told, spaces(articles), {})
    assert known is not None
    return next(one.meant for one in misread(articles, known) if one.meant.span.of(articles[1].seed.text) == AGAIN)


def test_what_one_party_says_stays_its_speakers(corpus: Corpus, speakers: dict[str, Speaker]) -> None:
    one = meant(corpus, speakers, "recommendation", "yard", "claim")
    assert (one.kind, one.speaker, one.cue, one.addressee) == ("claim", "yard", "told", None)
    assert one.why == ("other articles give it as a claim",)


def test_anothers_is_brought_in_by_no_word_of_the_first_ones(corpus: Corpus, speakers: dict[str, Speaker]) -> None:
    one = meant(corpus, speakers, "response", "yard", "claim")
    assert (one.kind, one.speaker, one.cue, one.addressee) == ("claim", "lind", None, None)
    assert one.why == ("other articles give it as somebody else's",)
