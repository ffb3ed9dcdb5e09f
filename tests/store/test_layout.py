"""How lists stand in their texts."""

from __future__ import annotations

import pytest

from diptych import yamlio
from diptych.store.layout import list_layout

LISTS = [
    "# head\n- a\n-\n  b\n# end\n",
    "  - {a: 1}   # one\n\n  - |\n    - no item\n  - - nested",
    "- 'a\n- b'\n- c\n...\n",
    "\ufeff- a\r\n- b\r\n",
    "- a\u2028- b\x85- c\r- d",
    "[a, {b: c}, 'd'] # end\n",
]


@pytest.mark.parametrize("source", LISTS)
def test_a_list_is_made_of_its_items(source: str) -> None:
    layout = list_layout(source, ())
    assert layout is not None
    items = [span.of(source) for span in layout.items]
    assert [yamlio.load(item if layout.flow else f"{item}\n", "f.yml") for item in items] == [
        entry if layout.flow else [entry] for entry in yamlio.load(source, "f.yml")
    ]
    if not layout.flow:
        assert "".join(items) == layout.whole.of(source)
        assert all(item.startswith(" " * layout.column + "-") for item in items), items


def test_where_there_is_no_list_there_is_no_layout() -> None:
    assert list_layout("a: [1]\n", ("b",)) is None
    assert list_layout("a: 1\n", ("a",)) is None
    assert list_layout("# nothing\n", ()) is None
    assert list_layout("[1]\n", ("a",)) is None
