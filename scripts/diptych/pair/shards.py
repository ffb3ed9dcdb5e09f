"""Statements grouped kind by kind: none is one with another kind's, so that each shard can have its own process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from diptych.collector import paused
from diptych.drafts import Article, Group, Speaker
from diptych.pair.align import Rewrites
from diptych.pair.group import group
from diptych.pair.items import Ground, Item, Told, itemised

#: Kinds with together no more of all statements than one in so many are one shard.
_SMALL = 4
#: What answers and is answered.
_PAIRED = frozenset(("claim", "response", "recommendation"))


@dataclass(frozen=True, slots=True)
class Shard:
    """The groups of some kinds of statements, and the items of what answers or is answered, without `grams`."""

    groups: list[Group]
    items: list[Item]


def shards(told: Sequence[Told]) -> list[list[Told]]:
    """What may be grouped apart from the rest: every large kind, and small ones together; the largest first."""
    of_kind: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        of_kind[one.statement.kind].append(one)
    made: list[list[Told]] = []
    for _, held in sorted(of_kind.items(), key=lambda kind: (-len(kind[1]), kind[0])):
        if made and _SMALL * (len(made[-1]) + len(held)) <= len(told):
            made[-1] += held
        else:
            made.append(held)
    return made


def grouped(
    articles: Sequence[Article],
    speakers: Mapping[str, Speaker],
    made_from: Rewrites,
    known: Ground,
    told: Sequence[Told],
    number: int,
) -> Shard:
    """The groups of a shard of `number` statements."""
    with paused():
        items = itemised(articles, speakers, told, known)
        groups = group(articles, items, made_from, number)
        return Shard(groups, [replace(one, grams={}) for one in items if one.kind in _PAIRED])


def merged(articles: Sequence[Article], made: Iterable[Shard]) -> Shard:
    """All groups in the order of their first passages, as though they had been made together, and all items."""

    def first(one: Group) -> tuple[str, int, int, str]:
        held = one.statements[0]
        return articles[held.article].seed.file, *held.span, one.kind

    found = list(made)
    return Shard(
        sorted((one for shard in found for one in shard.groups), key=first),
        sorted((one for shard in found for one in shard.items), key=lambda item: item.key),
    )
