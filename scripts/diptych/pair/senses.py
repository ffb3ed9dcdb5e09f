"""What a group says: what its statements have in common, as far as answers are told by it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from diptych.drafts import Group
from diptych.pair.items import Item
from diptych.pair.vectors import Vector, centre

#: What answers and is answered.
_PAIRED = frozenset(("claim", "response", "recommendation"))


@dataclass(frozen=True, slots=True)
class Sense:
    """The middle of a group's words, of what stands around them and of what its sentences mean; its aspects, and the
    share that persons state."""

    words: Vector
    context: Vector
    meaning: Vector
    aspects: frozenset[str]
    people: float


def senses(groups: Sequence[Group], items: Iterable[Item]) -> list[Sense | None]:
    """The sense of each group that answers or may be answered; `items` are their statements."""
    of_statement = {item.statement: item for item in items if item.kind in _PAIRED}
    return [_sense([of_statement[one] for one in group.every]) if group.kind in _PAIRED else None for group in groups]


def _sense(items: Sequence[Item]) -> Sense:
    return Sense(
        words=centre([item.words for item in items]),
        context=centre([item.context for item in items]),
        meaning=centre([item.meaning for item in items]),
        aspects=frozenset(aspect for item in items for aspect in item.aspects),
        people=sum(item.person for item in items) / len(items),
    )
