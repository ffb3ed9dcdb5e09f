"""Themes: as given, else proposed from the words of the corpus."""

from __future__ import annotations

from diptych.dossier import DossierFile
from diptych.pair import compare, pair
from diptych.records import Theme
from diptych.topic import make_topic

FILE = DossierFile.model_validate(
    {"title": "x", "parties": {"reporting": {"name": "Ports Inspectorate"}, "responding": {"name": "Lund Ferries"}}}
)
LINES = [
    ("Eleven of the lifeboats leaked badly in harbour.", "claim", "lind"),
    ("Nine lifeboats were painted over.", "claim", "lind"),
    ("All the lifeboats of Lund Ferries were sound.", "response", "brand"),
    ("Wages were late for a year.", "claim", "lind"),
    ("Wages were paid in time.", "response", "brand"),
    ("Crews said that wages came late.", "reaction", "bell"),
    ("The kitchens were clean.", "response", "brand"),
    ("Masters slept ashore.", "claim", "lind"),
]


def test_given_ones_are_used(corpus, speakers) -> None:
    articles, said = corpus(LINES)
    given = [Theme(id="boats", title="The boats", terms=("lifeboat",)), Theme(id="pay", title="Wages")]
    reading = pair(compare(articles), speakers, said, make_topic(FILE, themes=given))
    assert [one[0] for one in reading.themes] == ["boats", "pay"]
    by_word = {one.span.of(articles[0].seed.text): held.themes for held in reading.groups for one in held.statements}
    assert by_word["Eleven of the lifeboats leaked badly in harbour."] == ("boats",)
    assert by_word["Wages were paid in time."] == ("pay",)
    assert by_word["The kitchens were clean."] == ()


def test_some_are_proposed_without_the_parties_names(corpus, speakers) -> None:
    articles, said = corpus(LINES)
    reading = pair(compare(articles), speakers, said, make_topic(FILE))
    assert any("lifeboats" in words for _, _, words in reading.themes)
    assert not any({"lund", "ferries"} & set(words) for _, _, words in reading.themes)
    assert len(reading.themes) <= 8


def test_two_words_that_are_one_expression_make_the_title(corpus, speakers) -> None:
    lines = [
        ("The ballast water was never changed.", "claim", "lind"),
        ("They drained the ballast water into the bay.", "claim", "lind"),
        ("Nobody tested the ballast water of the fleet.", "response", "brand"),
        ("The kitchens were clean.", "response", "brand"),
        *((f"Quay {n} has a crane and a shed of its own.", "claim", "lind") for n in range(9)),
    ]
    articles, said = corpus(lines)
    reading = pair(compare(articles), speakers, said, make_topic(FILE))
    assert "Ballast water" in [title for _, title, _ in reading.themes]


def test_what_describes_a_thing_or_is_done_with_it_is_no_theme(corpus, speakers) -> None:
    lines = [
        ("The rusty winches were never turned.", "claim", "lind"),
        ("The rusty hulls held, and the anchors dragged.", "claim", "lind"),
        ("Nobody saw the rusty cranes, and the anchors dragged.", "response", "brand"),
        ("A rusty chain was lifted, and the anchors dragged.", "claim", "lind"),
        ("The fenders thrown out were torn.", "response", "brand"),
        ("The fenders thrown back were not.", "response", "brand"),
        ("The fenders thrown away were sold.", "response", "brand"),
        *((f"Quay {n} has a crane and a shed of its own.", "claim", "lind") for n in range(9)),
    ]
    articles, said = corpus(lines)
    titles = [title for _, title, _ in pair(compare(articles), speakers, said, make_topic(FILE)).themes]
    assert {"Anchors", "Fenders"} <= set(titles)
    assert not [title for title in titles if "usty" in title or "thrown" in title or "dragged" in title]


def test_neither_the_report_nor_what_figures_are_given_in_is_a_theme(corpus, speakers) -> None:
    lines = [
        ("The study says that the lifeboats cost 40 crowns.", "claim", "lind"),
        ("All of the study is about lifeboats of nine crowns.", "response", "brand"),
        ("The study counts the lifeboats, at three million crowns.", "claim", "lind"),
        *((f"Quay {n} has a crane and a shed of its own.", "claim", "lind") for n in range(9)),
    ]
    articles, said = corpus(lines)
    reading = pair(compare(articles), speakers, said, make_topic(FILE))
    told = {word for _, _, defining in reading.themes for word in defining}
    assert "lifeboats" in told
    assert told.isdisjoint({"study", "crowns"})
