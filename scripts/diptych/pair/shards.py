"""Statements divided into what can be grouped apart: kinds, and of a large kind neighbourhoods of a bounded size.

The division depends on the articles alone, so that the groups are the same wherever, and by how many, they are made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from diptych.collector import paused
from diptych.drafts import Article, Group, Speaker
from diptych.pair.align import Rewrites, facing
from diptych.pair.cluster import home
from diptych.pair.group import group
from diptych.pair.items import Ground, Rarity, Told, itemised
from diptych.pair.neighbours import neighbours
from diptych.pair.senses import Sense, senses
from diptych.spans import Span
from diptych.spool import Spool

#: A shard has no more statements than this.
LARGEST = 4000
#: Kinds with together no more of all statements than one in so many are one shard.
_SMALL = 4
#: Neighbours are found by so many of a statement's rarest words, of those that no more statements have; so many count.
_RAREST = 6
_COMMON = 40
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Shard:
    """The groups of some kinds of statements, and what each says that answers or may be answered."""

    groups: list[Group]
    senses: Sequence[Sense | None]


def shards(articles: Sequence[Article], told: Sequence[Told], rare: Rarity, made_from: Rewrites) -> list[list[Told]]:
    """What may be grouped apart from the rest: neighbourhoods of every large kind, and small kinds together.

    The largest kinds come first. `rare` says how rare words are among all the statements.
    """

    def place(one: Told) -> tuple[tuple[str, Span], Span]:
        return articles[one.statement.article].order, one.statement.span

    of_kind: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        of_kind[one.statement.kind].append(one)
    made: list[list[Told]] = []
    for _, held in sorted(of_kind.items(), key=lambda kind: (-len(kind[1]), kind[0])):
        if len(held) > LARGEST:
            made += _neighbourhoods(sorted(held, key=place), rare, made_from)
        elif made and _SMALL * (len(made[-1]) + len(held)) <= len(told) and len(made[-1]) + len(held) <= LARGEST:
            made[-1] += held
        else:
            made.append(held)
    return made


def _neighbourhoods(told: Sequence[Told], rare: Rarity, made_from: Rewrites) -> list[list[Told]]:
    """Statements of one kind in parts of no more than LARGEST, those that share their rarest words together.

    Kruskal's way to a tree (1956), which stops where a part would be too large; what is left in small parts is put
    together in the order of first statements.
    """
    into = list(range(len(told)))
    size = [1] * len(told)
    for one, other in [*_reworded(told, made_from), *_near(told, rare)]:
        first, second = sorted((home(into, one), home(into, other)))
        if first != second and size[first] + size[second] <= LARGEST:
            into[second] = first
            size[first] += size[second]
    parts: dict[int, list[Told]] = defaultdict(list)
    for place, statement in enumerate(told):
        parts[home(into, place)].append(statement)
    made: list[list[Told]] = []
    for part in parts.values():
        if made and len(made[-1]) + len(part) <= LARGEST:
            made[-1] += part
        else:
            made.append(part)
    return made


def _near(told: Sequence[Told], rare: Rarity) -> list[tuple[int, int]]:
    """Pairs of statements that share rare words, or follow each other in an article; the nearest first."""
    found: dict[tuple[int, int], float] = {}
    before: dict[int, int] = {}
    for place, one in enumerate(told):
        if (last := before.get(one.statement.article)) is not None:
            found[last, place] = 0.0
        before[one.statement.article] = place
    weighed = [rare.weigh(one.stems) for one in told]
    for place, near in enumerate(neighbours(weighed, _NEAREST, _RAREST, _COMMON)):
        for other, value in near.items():
            found[min(place, other), max(place, other)] = value
    return sorted(found, key=lambda pair: (-found[pair], pair))


def _reworded(told: Sequence[Told], made_from: Rewrites) -> Iterable[tuple[int, int]]:
    """Pairs of statements of a sentence and of the one that it was made from."""
    of_article: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(told):
        of_article[one.statement.article].append(place)
    for theirs, ours in facing(made_from, of_article, lambda place: told[place].statement.span):
        yield from product(theirs, ours)


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
        groups = group(items, made_from, number)
        return Shard(groups, senses(groups, items))


def merged(articles: Sequence[Article], made: Iterable[Shard]) -> Shard:
    """All groups in the order of their first passages, as though they had been made together.

    What they say is put on disk, shard by shard: it is most of what pairing holds.
    """
    groups: list[Group] = []
    said: Spool[Sense | None] = Spool()
    for shard in made:
        groups += shard.groups
        for sense in shard.senses:
            said.append(sense)

    def first(place: int) -> tuple[tuple[str, Span], Span, str]:
        held = groups[place].statements[0]
        return articles[held.article].order, held.span, held.kind

    order = sorted(range(len(groups)), key=first)
    return Shard([groups[place] for place in order], said.picked(order))
