"""Who works where the report looked, by what is told of a nameless person."""

from __future__ import annotations

from typing import cast

import pytest

from diptych.extract.antecedents import Antecedents
from diptych.extract.insiders import inside
from diptych.spans import Span


class _Sentences:
    """Two sentences, the second from the last capital after a full stop."""

    def __init__(self, text: str) -> None:
        self._cut = text.index(". ") + 2 if ". " in text else 0
        self._end = len(text)

    def sentence(self, at: int) -> Span:
        return Span(self._cut, self._end) if at >= self._cut else Span(0, self._cut)

    def previous(self, at: int) -> Span | None:
        return Span(0, self._cut) if self._cut and at >= self._cut else None


@pytest.mark.parametrize(
    ("text", "mention", "works"),
    [
        ("said a woman who has worked on the bottling line for six years", "a woman", True),
        ("says a packer with nine years at the creamery, who would not be named", "a packer", True),
        ("a person in packing there tells me", "a person in packing there", True),
        ("sighed one member of the supervisory board", "one member", True),
        ("Someone who still works for him met me. this person said", "this person", True),
        ("said a man who worked on the bottling line until the spring", "a man", False),
        ("said a woman who worked on the study", "a woman", False),
        ("said a farmer who sells milk to it", "a farmer", False),
        ("Someone who still works for him met me. a farmer said", "a farmer", False),
    ],
)
def test_inside(text: str, mention: str, works: bool) -> None:
    before = cast(Antecedents, _Sentences(text))
    assert inside(mention, text.index(mention), text, before) is works
