"""Evidence for two different figures being about one thing."""

from __future__ import annotations

import pytest

from diptych.pair.counts import LEAST, compared
from diptych.pair.figured import evidence, likely
from diptych.pair.mentions import mentions

LETTER = "The line's lawyers asked the inspectors in a letter to hold the survey back for eleven weeks."


def found(corpus, *texts: str) -> dict[tuple[str, str], dict[str, float]]:
    """The evidence for each pair of different figures, by what stands there; each text is an article."""
    articles, _ = corpus(*([(text, "claim", "lind")] for text in texts))
    held = mentions(articles)
    shown = [one.span.of(articles[one.article].seed.text) for one in held]
    pairs, equal = compared(held)
    pieces = evidence(held, pairs, equal)
    return {(shown[a], shown[b]): one for (a, b), one in zip(pairs, pieces, strict=True)}


def odds(corpus, *texts: str) -> list[float]:
    articles, _ = corpus(*([(text, "claim", "lind")] for text in texts))
    held = mentions(articles)
    return list(likely(held, *compared(held)))


def test_a_figure_of_the_same_thing_disagrees(corpus) -> None:
    assert max(odds(corpus, LETTER, "The lawyers of the line wanted the survey held back for ten weeks.")) > LEAST


def test_a_figure_of_another_thing_does_not(corpus) -> None:
    other = (
        "The ferry was laid up for nine weeks. A coat of paint took the yard all winter, said a survey of the trade."
    )
    assert all(one < LEAST for one in odds(corpus, LETTER, other))


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Inspectors counted 450 valves on the ferry.", "misprint"),
        ("Inspectors counted 5,400 valves on the ferry.", "misprint"),
        ("Inspectors counted 530 valves on the ferry.", "near"),
    ],
)
def test_pieces(corpus, text: str, piece: str) -> None:
    pieces = found(corpus, "Inspectors counted 540 valves on the ferry.", text)
    assert next(iter(pieces.values()))[piece] > 0.9


def test_what_the_other_article_tells_as_well_is_taken(corpus) -> None:
    both = "Inspectors counted 540 valves on the ferry. Of the seals on the ferry 517 leaked, inspectors counted."
    pieces = found(corpus, "Inspectors counted 540 valves on the ferry.", both)
    assert {(pair, one["taken"]) for pair, one in pieces.items()} == {(("540 valves", "517 leaked"), 1.0)}


def test_one_value_that_a_third_article_tells_is_supported(corpus) -> None:
    texts = [f"Inspectors counted {number} valves on the ferry." for number in (540, 517)]
    assert [one["supported"] for one in found(corpus, *texts).values()] == [0.0]
    third = "There were 540 valves on the ferry, all of which the inspectors looked at for a week."
    assert {one["supported"] for one in found(corpus, *texts, third).values()} == {1.0}


def test_what_has_few_digits_is_no_misprint_whichever_comes_first(corpus) -> None:
    lorries = [f"The lorry weighed {number} tonnes when it left the quay." for number in (10, 100)]
    assert found(corpus, *lorries) == found(corpus, *reversed(lorries)) == {}
