"""Values on disk come back as they were put there, in any order, and take next to no memory."""

from __future__ import annotations

import tracemalloc

import pytest

from diptych.spool import Shelf, Spool

VALUES = [{"weight": 1 / 3, "terms": ("a", "ü")}, None, [], "x" * 10**5, 2**70]


def test_values_come_back_in_order_and_by_place() -> None:
    held = Spool(VALUES)
    assert list(held) == VALUES
    assert [held[place] for place in (3, 0, -1)] == [VALUES[3], VALUES[0], VALUES[-1]]
    assert list(held[1:3]) == VALUES[1:3]
    assert len(held) == len(VALUES)


def test_what_is_put_behind_after_a_look_harms_nothing() -> None:
    held: Spool[object] = Spool(VALUES)
    assert held[0] == VALUES[0]
    held.append("last")
    assert list(held) == [*VALUES, "last"]


def test_values_at_some_places_in_another_order() -> None:
    held = Spool(VALUES)
    assert list(held.picked([4, 0, 0])) == [VALUES[4], VALUES[0], VALUES[0]]
    assert list(held) == VALUES


def test_what_is_no_place_raises() -> None:
    with pytest.raises(IndexError):
        Spool(VALUES)[len(VALUES)]


def test_memory_holds_places_only() -> None:
    tracemalloc.start()
    try:
        held = Spool([f"{number}" * 2000] for number in range(1000))
        assert tracemalloc.get_traced_memory()[0] < 100_000
    finally:
        tracemalloc.stop()
    assert held[999] == ["999" * 2000]


def test_values_by_name() -> None:
    held: Shelf[str | None] = Shelf()
    held.update({"a": "1", "b": None, "c": "3"})
    held["a"] = "2"
    del held["c"]
    assert dict(held) == {"a": "2", "b": None}
    assert (len(held), "c" in held) == (2, False)
