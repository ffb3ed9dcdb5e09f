"""A large kind of statements is grouped by neighbourhoods: of a bounded size, the same ones in any order."""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from pathlib import Path

import pytest
import scale_articles
from support import lasting

from diptych.drafts import Article, Seed, Statement
from diptych.ingest import ingest
from diptych.pair import shards
from diptych.pair.items import RARE, Rarity, Told, tell
from diptych.pipeline import extraction
from diptych.spans import Span

BOUND = 12


def seed(file: str, text: str) -> Seed:
    return Seed(file, text, hashlib.sha256(text.encode()).hexdigest())


def every_sentence(articles: tuple[Article, ...]) -> list[Statement]:
    return [
        Statement(number, Span(one.start, one.end), "indirect", "claim", None, None, "test")
        for number, article in enumerate(articles)
        for one in article.sentences
        if one.use != "noise"
    ]


def divided(seeds: list[Seed], monkeypatch: pytest.MonkeyPatch) -> tuple[tuple[Article, ...], list[list[Told]]]:
    monkeypatch.setattr(shards, "LARGEST", BOUND)
    articles = ingest(seeds)
    told = tell(articles, every_sentence(articles))
    return articles, shards.shards(articles, told, Rarity((one.stems for one in told), RARE), {})


def texts(articles: tuple[Article, ...], parts: list[list[Told]]) -> set[frozenset[str]]:
    return {
        frozenset(one.statement.span.of(articles[one.statement.article].seed.text) for one in part) for part in parts
    }


def test_every_statement_is_in_one_part_of_a_bounded_size(monkeypatch: pytest.MonkeyPatch) -> None:
    made = scale_articles.articles(6)
    articles, parts = divided([seed(f"seeds/{name}", text) for name, text in made.items()], monkeypatch)
    assert len(parts) > 2
    assert max(map(len, parts)) <= BOUND
    held = Counter(one.statement for part in parts for one in part)
    assert held == Counter(every_sentence(articles))


def test_what_shares_rare_words_is_in_one_part(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [
        (f"The gauger said that the {one} weir leaks at {one}ford.", f"A {one} weir at {one}ford leaks, he found.")
        for one in ("alder", "birch", "cedar", "dogwood", "elder", "filbert", "gorse", "hazel", "juniper", "larch")
    ]
    told = [seed(f"seeds/{n}{m}.txt", one + "\n") for n, both in enumerate(pairs) for m, one in enumerate(both)]
    articles, parts = divided(told, monkeypatch)
    held = texts(articles, parts)
    assert len(held) > 1
    assert all(any(set(both) <= part for part in held) for both in pairs)


def test_the_names_of_the_seeds_change_no_part(monkeypatch: pytest.MonkeyPatch) -> None:
    made = list(scale_articles.articles(6).values())
    found = [
        texts(*divided([seed(f"seeds/{n}.txt", text) for n, text in enumerate(order)], monkeypatch))
        for order in (made, made[::-1])
    ]
    assert found[0] == found[1]


def test_two_processes_write_the_bytes_of_one_by_neighbourhoods(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = scale_articles.write(tmp_path / "one", 24)
    whole, two = (Path(shutil.copytree(one, tmp_path / name)) for name in ("whole", "two"))
    extraction.extract(whole)
    monkeypatch.setattr(shards, "LARGEST", 60)
    extraction.extract(one)
    extraction.extract(two, 2)
    assert lasting(one) == lasting(two)
    assert lasting(one) != lasting(whole)
