"""The numbers of passages, which are part of their addresses and stay when others of the record come and go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from diptych.records import Item, Passage, Quoted, Record
from diptych.values import PLURALS


class Numbered(NamedTuple):
    """A passage and the number that it has; None for one that comes new to its record."""

    number: int | None
    passage: Quoted


def numbers(item: Item) -> list[int]:
    """The numbers of an item's passages, in order; those of a discrepancy count from 1."""
    if isinstance(item, Record):
        return [number for number, _ in item.numbered]
    return list(range(1, len(item.passages) + 1))


def numbered(item: Item) -> list[Numbered]:
    """An item's passages with their numbers."""
    return [Numbered(*pair) for pair in zip(numbers(item), item.passages, strict=True)]


def page(item: Item) -> str:
    """The address of an item from the site's root: a record's page, a discrepancy's place on the page of all."""
    return f"{PLURALS[item.kind]}/{item.id}/" if isinstance(item, Record) else f"discrepancies/#{item.id}"


def place(item: Item, number: int) -> str:
    """The address of a record's passage."""
    return f"{page(item)}#p{number}"


def next_number(item: Item, known: Iterable[str]) -> int:
    """A number that no passage of the item has, nor had at any of the addresses that are known."""
    start = f"{page(item)}#p"
    held = [int(one.removeprefix(start)) for one in known if one.startswith(start) and one[len(start) :].isdecimal()]
    return max([*numbers(item), *held]) + 1


def with_numbers(passages: Iterable[Numbered], following: int) -> tuple[list[int], tuple[Quoted, ...]]:
    """Passages that keep their numbers, new ones from `following` on; a number is written down where it is not the
    next in order."""
    given: list[int] = []
    made: list[Quoted] = []
    for number, passage in passages:
        own = following if number is None else number
        following += number is None
        written = None if own == (given[-1] + 1 if given else 1) else own
        made.append(passage.model_copy(update={"number": written}) if isinstance(passage, Passage) else passage)
        given.append(own)
    return given, tuple(made)


def told(found: Sequence[int]) -> str:
    """`passage 2`, or `passages 2, 5`."""
    return f"passage{'' if len(found) == 1 else 's'} {', '.join(map(str, found))}"
