"""Findings that one article tells as facts and another as a body's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diptych.drafts import Article, Statement
from diptych.pair.echoes import echoed

Corpus = Callable[..., tuple[list[Article], list[Statement]]]
FOUND = ("Crews on 47 ferries had never opened a fire valve, the inspectorate found.", "claim", "lind")
OTHERS = [
    ("The harbour was closed on Sunday.", None, ""),
    ("The valves were sound, said Ivo Brand, who owns 12 of the quays.", "response", "brand"),
]


def added(corpus: Corpus, bare: str, *found: tuple[str, str, str]) -> list[Statement]:
    """What is made of a sentence without a speaker, in an article of its own."""
    articles, said = corpus([*(found or (FOUND,)), *OTHERS], [("It was a grey day.", None, ""), (bare, None, "")])
    made = echoed(articles, said)
    assert [one for one in made if one.rule != "echo"] == said
    return [one for one in made if one.rule == "echo"]


@pytest.mark.parametrize(
    "bare",
    [
        "On 47 ferries the crews had never opened a valve.",
        "Forty-seven ferries have crews that never opened a single fire valve.",
    ],
)
def test_the_same_figure_in_much_the_same_words(corpus: Corpus, bare: str) -> None:
    (one,) = added(corpus, bare)
    assert (one.kind, one.speaker, one.article, one.mode, one.cue) == ("claim", "lind", 1, "indirect", None)


def test_several_figures_need_fewer_words(corpus: Corpus) -> None:
    found = ("Of 2,614 pumps that were tested, 809 leaked oil into the bilge, she said.", "claim", "lind")
    bare = "Of 2,614 machines on the quay and at sea, 809 were found to have leaked oil."
    assert len(added(corpus, bare, found)) == 1
    assert added(corpus, "A crowd of 809 people stood on the quay in the oil and the rain.", found) == []


@pytest.mark.parametrize(
    "bare",
    [
        "Crews on 48 ferries had never opened a fire valve.",  # another figure
        "The line has 47 tugs.",  # other words
        "Had crews on 47 ferries never opened a fire valve?",  # a question
        "Crews had never opened a fire valve on the ferries.",  # no figure
        "He owns 12 of the quays and the valves are sound.",  # what a party answers
        "A ferry with a crew that opened a valve cost 47 crowns.",  # the same of something else
    ],
)
def test_what_tells_nothing(corpus: Corpus, bare: str) -> None:
    assert added(corpus, bare) == []


def test_a_copy_echoes_nothing(corpus: Corpus) -> None:
    lines = [FOUND, *OTHERS]
    articles, said = corpus(lines, [(text, None, "") for text, _, _ in lines], _1=("copy", 0))
    assert echoed(articles, said) == said


def test_the_order_of_the_articles_changes_nothing(corpus: Corpus) -> None:
    other = ("Never, on 47 ferries, was a fire valve opened by crews, the minister found.", "claim", "sorn")
    bare = [("Crews on 47 ferries had never opened a fire valve.", None, "")]
    ways = ([[FOUND], [other], bare], [bare, [other], [FOUND]])
    told = [[one.speaker for one in echoed(*corpus(*way)) if one.rule == "echo"] for way in ways]
    assert told[0] == told[1]
    assert len(told[0]) == 1
