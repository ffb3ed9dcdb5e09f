"""What the cards of seeds add to the sources made of them."""

from __future__ import annotations

from diptych.drafts import Article, Seed
from diptych.pipeline.cards import carded
from diptych.pipeline.sources import Registered
from diptych.records import Source
from diptych.spans import Span
from diptych.store import Card

CARD = Card(
    title="Ferry pays",
    publisher="The Star",
    published="2026-10-14",
    address="https://star.example/ferry",
    language="en-GB",
    found={"title": "og:title"},
)


def source(number: int, **more: object) -> Source:
    given = {
        "id": f"S{number}",
        "file": "seeds/a.txt",
        "start": number,
        "end": number + 1,
        "sha256": "0" * 64,
        "title": "T",
    }
    return Source.model_validate({**given, **more})


def registered(*sources: Source) -> Registered:
    seed = Seed("seeds/a.txt", "....", "0" * 64)
    return Registered(sources, tuple(Article(seed, Span(one.start, one.end), ()) for one in sources))


def test_only_the_first_article_of_a_page_has_its_title_and_date() -> None:
    first, second = carded(registered(source(1), source(2)), {"seeds/a.txt": CARD}, "en").sources
    assert (first.title, first.published, first.publisher) == ("Ferry pays", "2026-10-14", "The Star")
    assert (second.title, second.published, second.publisher) == ("T", None, "The Star")
    assert second.address == CARD.address


def test_where_it_was_found_or_that_a_person_noted_it_is_told() -> None:
    made = carded(registered(source(1, added={"title": "The file shows no headline."})), {"seeds/a.txt": CARD}, "en")
    assert made.sources[0].found == {"title": "og:title"}
    assert set(made.sources[0].added) == {"publisher", "published", "address"}


def test_the_language_of_the_dossier_needs_no_saying() -> None:
    assert carded(registered(source(1)), {"seeds/a.txt": CARD}, "en").sources[0].language is None
    assert carded(registered(source(1)), {"seeds/a.txt": CARD}, "zh-Hans").sources[0].language == "en-GB"


def test_what_the_text_itself_shows_needs_no_saying() -> None:
    made = carded(registered(source(1, title="Ferry pays")), {"seeds/a.txt": CARD}, "en")
    assert "title" not in made.sources[0].found


def test_a_reviewed_source_stays_as_it_is() -> None:
    old = source(1, status="reviewed")
    assert carded(registered(old), {"seeds/a.txt": CARD}, "en").sources == (old,)
