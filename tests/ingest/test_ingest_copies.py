from __future__ import annotations

import random
import time

from diptych.drafts import Article, Seed
from diptych.ingest import ingest
from diptych.ingest.copies import copies, resembling

WORDS = [
    first + second
    for first in ("ba", "do", "fe", "gi", "ku", "la", "mo", "ne")
    for second in ("r", "st", "lm", "nd", "p")
]


def words(seed: int, count: int) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(WORDS) for _ in range(count)]


def prose(seed: int, count: int = 300) -> str:
    said = words(seed, count)
    return "\n\n".join(" ".join(said[at : at + 15]).capitalize() + "." for at in range(0, count, 15))


def article(name: str, text: str) -> Seed:
    return Seed(f"seeds/{name}.txt", text, name)


def kinds(found: tuple[Article, ...]) -> list[tuple[str, int | None]]:
    return [(one.kind, one.copy_of) for one in found]


def test_case_punctuation_space_and_clutter_do_not_count() -> None:
    text = prose(1)
    other = "title: “A” date: “2033-03-04” author: “B”\n" + text.upper().replace(".", " !") + "\n\nLeave a Comment"
    found = ingest([article("a", text), article("b", other)])
    assert kinds(found) == [("original", None), ("copy", 0)]
    assert "seeds/a.txt" in found[1].evidence


def test_of_equal_articles_the_first_published_is_the_original() -> None:
    text = prose(1)
    dated = [f"Leaks\nBy A\nPublished: {day} March 2033\n\n{text}" for day in (4, 3)]
    found = ingest([*map(article, "ab", dated), article("c", text)])
    assert [one.published for one in found] == ["2033-03-04", "2033-03-03", None]
    assert kinds(found) == [("copy", 1), ("original", None), ("copy", 1)]
    assert kinds(ingest([article("a", text), *map(article, "bc", dated)])) == [
        ("original", None),
        ("copy", 0),
        ("copy", 0),
    ]


def test_a_nearly_equal_text_is_a_copy() -> None:
    text = prose(1, 900)
    assert kinds(ingest([article("a", text), article("b", text.replace("dost", "dust", 3))]))[1] == ("copy", 0)


def test_half_a_text_in_common_is_no_copy() -> None:
    found = ingest([article("a", prose(1)), article("b", prose(1, 150) + "\n\n" + prose(2, 150))])
    assert kinds(found) == [("original", None), ("original", None)]


def test_an_excerpt_is_the_copy_though_it_comes_first() -> None:
    long = words(3, 900)
    assert {place: copy.of for place, copy in copies([long[:400], long, long]).items()} == {0: 1, 2: 1}


def test_a_copy_of_a_copy_is_one_of_the_original() -> None:
    long = words(4, 400)
    assert {place: copy.of for place, copy in copies([long, long[:-5], long[5:], words(5, 400)]).items()} == {
        1: 0,
        2: 0,
    }


def test_short_texts_are_copies_only_if_equal() -> None:
    assert {p: c.of for p, c in copies([["a", "b"], ["a", "b"], ["a"], [], []]).items()} == {1: 0}


def test_many_copies_take_linear_time() -> None:
    text = words(6, 400)
    texts = [[*text, str(number)] for number in range(600)]

    def took(count: int) -> float:
        start = time.process_time()
        assert len(copies(texts[:count])) == count - 1
        return time.process_time() - start

    assert took(600) < 40 * max(took(75), 0.01)


def test_a_text_with_changes_resembles_and_a_copy_or_another_report_does_not() -> None:
    words = [f"word{number}" for number in range(400)]
    edited = ["other" if number % 25 == 7 else word for number, word in enumerate(words)]
    quoting = [f"own{number}" for number in range(400)] + words[:100]
    found = resembling([words, edited, quoting, [*words]])
    assert set(found) == {1}
    assert found[1].of == 0
    assert 0.5 <= found[1].share < 0.9
    assert copies([words, edited]) == {}
