"""Sentences that nobody says, and that another article has somebody say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diptych.drafts import Article, Speaker, Statement
from diptych.pair.align import Rewrites
from diptych.pair.compared import compared
from diptych.pair.items import spaces
from diptych.pair.settle import settled
from diptych.pair.unsaid import unsaid

Corpus = Callable[..., tuple[list[Article], list[Statement]]]
Line = tuple[str, str | None, str]
FOUND = (
    "Life vests on the older ferries were rotten at the seams and their whistles gone, Ada Lind found.",
    "claim",
    "lind",
)
LED = ("Crews had not been drilled since the spring, the inspectors write.", "claim", "lind")
SAID = ("The line has bought new boats, Ivo Brand told the harbour radio.", "response", "brand")
GREY = ("It was a grey day with gulls over the customs house and no wind to speak of.", None, "")
BARE = "On the older of the ferries the life vests were rotten at the seams and had lost their whistles."


def heard(
    corpus: Corpus, speakers: dict[str, Speaker], *lines: Line, made_from: Rewrites | None = None
) -> list[tuple[str, str | None]]:
    """The kinds and speakers of what is read into an article beside one that has Ada Lind say it."""
    articles, said = corpus([FOUND, SAID, GREY], [GREY, *lines])
    made = settled(articles, speakers, said, spaces(articles), made_from or {})
    assert [one for one in made if one.rule != "echo"] == said
    return [(one.kind, one.speaker) for one in made if one.rule == "echo"]


def test_what_another_has_somebody_say_among_what_is_said(corpus: Corpus, speakers: dict[str, Speaker]) -> None:
    assert heard(corpus, speakers, LED, (BARE, None, ""), LED) == [("claim", "lind")]


@pytest.mark.parametrize(
    "lines",
    [
        [
            LED,
            ("Ferries leave for the islands every hour from the older of the quays by the market hall.", None, ""),
            LED,
        ],
        [SAID, (BARE.replace("On", "Whether on").replace(".", "?"), None, ""), SAID],  # asks, among what another says
    ],
)
def test_what_stays_the_narrators(corpus: Corpus, speakers: dict[str, Speaker], lines: list[Line]) -> None:
    assert heard(corpus, speakers, *lines) == []


def test_the_evidence(corpus: Corpus, speakers: dict[str, Speaker]) -> None:
    articles, said = corpus([FOUND, SAID], [LED, (BARE, None, ""), SAID], [("Rotten. " + BARE, None, ""), GREY])
    known = compared(articles, speakers, said, spaces(articles), {})
    assert known is not None
    one = {one.meant.article: one for one in unsaid(articles, known)}[1]
    assert one.read is None
    assert (one.other.article, one.other.speaker, one.meant.span.of(articles[1].seed.text)) == (0, "lind", BARE)
    assert min(one.evidence["alike"], one.evidence["nobody"]) > 3
    assert {piece: one.evidence[piece] for piece in ("second", "long", "question", "after")} == {
        "second": 0,
        "long": 1,
        "question": 0,
        "after": 0,
    }


def test_rewrites_are_left_to_their_originals(corpus: Corpus, speakers: dict[str, Speaker]) -> None:
    assert heard(corpus, speakers, LED, (BARE, None, ""), LED, made_from={1: (0, [])}) == []
