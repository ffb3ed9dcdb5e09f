"""What is said, and what nobody says, beside what is like it in other articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diptych.drafts import Article, Speaker, Statement
from diptych.pair import compared as module
from diptych.pair.compared import Compared, compared
from diptych.pair.items import spaces

Corpus = Callable[..., tuple[list[Article], list[Statement]]]
FOUND = ("Fire valves on 47 ferries had rusted shut, said Ada Lind.", "claim", "lind")
SAID = ("Every crew is drilled twice a month, Ivo Brand told the harbour radio.", "response", "brand")
GREY = ("It was a grey day with gulls over the customs house and no wind to speak of.", None, "")
BARE = ("On 47 ferries the fire valves were rusted shut.", None, "")
SUNK = ("A ferry sank off the quay in the spring.", "event", "")


def made(corpus: Corpus, speakers: dict[str, Speaker], *rewrites: int) -> Compared | None:
    articles, said = corpus([FOUND, SAID, SUNK], [SAID, BARE, GREY, FOUND])
    return compared(articles, speakers, said, spaces(articles), {number: (0, []) for number in rewrites})


def test_what_is_like_what(corpus: Corpus, speakers: dict[str, Speaker]) -> None:
    known = made(corpus, speakers)
    assert known is not None
    (place, other) = (n for n, one in enumerate(known.items) if one.statement in known.nobodys)
    assert [(one.kind, one.article) for _, one in known.said(place)] == [("claim", 0)]
    assert all(known.items[n].article == 0 for _, n in known.alike[place])
    assert known.said(other) == []
    values = [value for value, _ in known.alike[0]]
    assert values == sorted(values, reverse=True)


def test_what_stands_beside(corpus: Corpus, speakers: dict[str, Speaker]) -> None:
    known = made(corpus, speakers)
    assert known is not None
    kinds = [
        tuple(one.kind if one is not None else None for one in (known.before[place], known.after[place]))
        for place in range(len(known.items))
    ]
    first = [(None, "response"), ("claim", "event"), ("response", None)]
    assert kinds == [*first, (None, "claim"), ("response", "claim"), ("response", "claim"), ("response", None)]


def test_rewrites_are_left_out(corpus: Corpus, speakers: dict[str, Speaker]) -> None:
    known = made(corpus, speakers, 1)
    assert known is not None
    assert {one.article for one in known.items} == {0}


def test_too_many_are_not_compared(
    corpus: Corpus, speakers: dict[str, Speaker], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FEW", 4)
    assert made(corpus, speakers) is None
