"""Statements that say the same, whatever their wording, become one group."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from diptych.drafts import Group, Statement
from diptych.pair.align import Rewrites
from diptych.pair.cluster import agglomerate
from diptych.pair.evidence import likeness
from diptych.pair.items import Item
from diptych.pair.neighbours import FEW, neighbours, shares
from diptych.pair.reworded import reworded
from diptych.pair.vectors import cosine

#: Two groups become one where their statements are, on average, at least this alike.
THRESHOLD = 2.4
#: A statement that tells several things is beside every group whose statements it is, on average, this like; of small
#: groups that is told with caution, as though so much of a statement more were like nothing else.
BESIDE = 2.7
_UNSEEN = 0.3
#: Of more statements than `FEW`, each is compared with so many that share its rarest terms, and with so many behind it
#: in its text.
_NEAREST = 10
_FOLLOWING = 4


def group(items: Sequence[Item], made_from: Rewrites, number: int) -> list[Group]:
    """Groups of statements of one kind, in the order of their first passages.

    What a rewrite says is what its original says, and counts once with it. Then the two groups whose members are on
    average most alike are joined, again and again, down to a threshold. `number` is how many statements there are: the
    items may be only those of some kinds.
    """
    of = reworded(made_from, items)
    size = {place: 1 for place in range(len(items)) if place not in of}
    near: dict[int, dict[int, float]] = defaultdict(dict)
    pairs = _candidates(items, number)
    for (i, j), share in zip(pairs, closest(items, pairs), strict=True):
        value = likeness(items[i], items[j], share) if i in size and j in size else 0.0
        if value:
            near[i][j] = near[j][i] = value
    alike = [(i, j, value) for i, others in near.items() for j, value in others.items()]
    merged = agglomerate(size, near, THRESHOLD)
    within = _beside(merged, alike)
    own: dict[int, list[Statement]] = defaultdict(list)
    others: dict[int, list[Statement]] = defaultdict(list)
    for place, item in enumerate(items):
        original = of.get(place, place)
        own[merged[original]].append(item.statement)
        for one in within.get(original, ()):
            others[one].append(item.statement)
    return [
        Group(kind=held[0].kind, statements=tuple(held), beside=tuple(others.get(one, ()))) for one, held in own.items()
    ]


def _beside(merged: Mapping[int, int], alike: Iterable[tuple[int, int, float]]) -> dict[int, list[int]]:
    """The groups that statements belong to beside their own."""
    size = Counter(merged.values())
    total: dict[tuple[int, int], float] = defaultdict(float)
    for one, other, value in alike:
        if merged[one] != merged[other]:
            total[one, merged[other]] += value
    found: dict[int, list[int]] = defaultdict(list)
    for (one, group), value in sorted(total.items()):
        if value > BESIDE * (size[group] + _UNSEEN):
            found[one].append(group)
    return found


def closest(items: Sequence[Item], pairs: Sequence[tuple[int, int]]) -> list[float]:
    """For every pair how alike the words are, as a share of the most that either shares with the other's article.

    Of two statements of one article that tells nothing.
    """
    of = [item.article for item in items]
    alike = [cosine(items[i].words, items[j].words) if of[i] != of[j] else 0.0 for i, j in pairs]
    return shares(of, pairs, alike)


def _candidates(items: Sequence[Item], number: int) -> list[tuple[int, int]]:
    """Pairs of places worth a comparison, in order."""
    of_kind: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        of_kind[item.kind].append(place)
    if number <= FEW:
        return sorted(pair for places in of_kind.values() for pair in combinations(places, 2))
    found = _near(items)
    terms = [_terms(item) for item in items]
    for places in of_kind.values():
        held = [terms[place] for place in places]
        for place, near in zip(places, neighbours(held, _NEAREST), strict=True):
            found.update((min(place, places[n]), max(place, places[n])) for n in near)
    return sorted(found)


def _terms(item: Item) -> dict[str, float]:
    """What a statement is found by: its rare words, and as one each its concepts, aspects and figures."""
    others = [term for term in item.words if term.startswith("~")]
    others += [*(f"@{one}" for one in item.aspects), *(f"#{one}" for one in item.figures)]
    return {**item.rare, **dict.fromkeys(others, 1.0)}


def _near(items: Sequence[Item]) -> set[tuple[int, int]]:
    """Pairs of statements of a kind that stand near each other in an article."""
    held: dict[tuple[int, str], list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        held[item.article, item.kind].append(place)
    return {
        (place, after)
        for places in held.values()
        for n, place in enumerate(places)
        for after in places[n + 1 : n + 1 + _FOLLOWING]
    }
