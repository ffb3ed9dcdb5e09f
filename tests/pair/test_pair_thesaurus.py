"""What words mean."""

from __future__ import annotations

import pytest

from diptych.lexicons import laying, lexicon
from diptych.pair.thesaurus import concepts
from diptych.pair.vectors import Space, cosine
from diptych.pair.words import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("jailed", "imprisonment"),
        ("a bribe", "their kickbacks"),
        ("the rivers", "a stream"),
        ("he was locked up", "he is imprisoned"),
        ("put behind bars", "put in prison"),
        ("on the motorway", "the freeway's second lane"),
        ("an ordinance", "the town's by-laws"),
        ("fractured masonry", "rows of brick"),
        ("their luggage", "the baggage"),
    ],
)
def test_words_for_one_thing_share_a_concept(one: str, other: str) -> None:
    assert not set(concepts(one)).isdisjoint(concepts(other))


def test_a_phrase_is_one_only_where_its_words_follow_each_other() -> None:
    behind = set(concepts("behind bars")) - set(concepts("behind")) - set(concepts("bars"))
    assert behind
    assert behind.isdisjoint(concepts("bars were behind them"))


def test_words_that_have_nothing_in_common_share_none() -> None:
    assert set(concepts("the hospital")).isdisjoint(concepts("an invoice"))
    assert set(concepts("a motorway")).isdisjoint(concepts("a bakery"))


def test_a_corpus_weighs_them() -> None:
    texts = [
        "the police arrested him",
        "officers detained them",
        "the police came",
        "an officer wrote",
        "she was poisoned",
    ]
    space = Space(texts, concepts)
    assert cosine(space.vector(texts[0]), space.vector(texts[1])) > cosine(
        space.vector(texts[0]), space.vector(texts[4])
    )
    told = space.vector("police arrested")
    assert told[concepts("police")[0]] < told[concepts("arrested")[0]]


def test_every_concept_has_other_words_and_no_stem_twice() -> None:
    for name, others in lexicon("thesaurus").items():
        forms = [name, *others.split()]
        stems = ["-".join(map(stem, form.split("-"))) for form in forms]
        assert len(stems) == len(set(stems)) > 1, forms


def test_a_dossier_lays_words_over_one_concept_and_has_concepts_of_its_own() -> None:
    with laying((("thesaurus", "bribe: baksheesh\nfelucca: dhow\n"),)):
        assert concepts("baksheesh") == ["~bribe"]
        assert set(concepts("a dhow")) & set(concepts("the felucca"))
        assert "~bribe" not in concepts("their kickbacks")
    assert concepts("baksheesh") == []
