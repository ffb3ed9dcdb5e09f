"""The dataset's YAML has the bytes that `yamlio.dump` would give it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych import yamlio
from diptych.render.dataset.outline import Outline

SIGNS = st.sampled_from(
    [*"aByn0 1-:#'\"“”‘’,.?![]{}&*%@`|>=~$/\\()é字\u0301", "\U0001f600", "\u2028", "\n", "\t", "\x85", "\ufeff"]
)
TEXTS = st.one_of(
    st.text(SIGNS, max_size=24),
    st.sampled_from(
        [
            "yes",
            "no",
            "null",
            "true",
            "False",
            "off",
            "12:30",
            "089",
            "1e5",
            "2022-09-01",
            "Yes sir",
            "",
            "C1",
            "1a7b",
            "1e55",
            "0b1",
        ]
    ),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=130),
)
SCALARS = st.one_of(TEXTS, st.integers(-10, 10**6), st.none(), st.booleans())
KEYS = st.one_of(
    st.sampled_from(["id", "text", "no", "on", "start", "passages"]), st.text(SIGNS, min_size=1, max_size=5)
)
SMALL = st.one_of(st.lists(SCALARS, max_size=3), st.dictionaries(KEYS, SCALARS, max_size=3))
ITEMS = st.dictionaries(
    KEYS,
    st.one_of(SCALARS, SMALL, st.lists(st.dictionaries(KEYS, st.one_of(SCALARS, SMALL), max_size=4), max_size=3)),
    max_size=5,
)
TOP = st.sampled_from(["records", "sources", "title", "version"])


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(TOP, st.one_of(SCALARS, SMALL, st.lists(ITEMS, max_size=4)), min_size=1, max_size=3))
def test_the_bytes_are_those_of_the_dump(data: dict[str, Any]) -> None:
    assert "".join(Outline().top(data)) == yamlio.dump(data)


@pytest.mark.parametrize(
    "text", ["The mayor said: no", "It “ran”, he said…", "ends with a space ", "a\n\nb", "C# 'x'", "🙂 so"]
)
def test_a_text_stands_as_the_dump_writes_it(text: str) -> None:
    data = {"records": [{"id": "C1", "statement": text, "passages": [{"source": "S1", "start": 3, "text": text}]}]}
    assert "".join(Outline().top(data)) == yamlio.dump(data)
