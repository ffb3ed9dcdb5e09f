"""Statements that say the same, whatever their wording, become one group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from diptych.drafts import Article, Group, Speaker, Statement
from diptych.pair.clauses import clauses
from diptych.pair.cluster import agglomerate
from diptych.pair.items import Item, Preparation, likeness, prepare
from diptych.pair.runs import rewritten

#: Two groups become one where their statements are, on average, at least this alike.
THRESHOLD = 0.09
#: A clause joins a group beside that of its sentence where it is at least this like the group, on average.
CLAUSE = 0.2
#: No comparison is started from a term that more statements of a kind than this have in common.
_COMMON = 60
#: With more statements than this, each is compared by so many of its rarest terms, with so many others.
_SMALL = 2000
_RAREST = 8
_NEAREST = 24


def group(articles: Sequence[Article], speakers: Mapping[str, Speaker], statements: Iterable[Statement]) -> list[Group]:
    """Groups of statements of one kind, in the order of their first passages.

    Run-on quotations are one to begin with, and what a rewrite says is what its original says. Then the two groups
    whose members are on average most alike are joined, again and again, down to a threshold. At last a clause may join
    a second group, where its sentence says more than one thing.
    """
    preparation, items = prepare(articles, speakers, list(statements))
    cluster = rewritten(articles, [item.statements for item in items])
    size: dict[int, int] = defaultdict(int)
    for one in cluster:
        size[one] += 1
    near: dict[int, dict[int, float]] = defaultdict(dict)
    posted = _posted(items)
    for i, j in _candidates(items, posted):
        alike = likeness(items[i], items[j])
        a, b = cluster[i], cluster[j]
        if alike > 0.04 and a != b:
            near[a][b] = near[b][a] = near[a].get(b, 0.0) + alike
    merged = agglomerate(size, near, THRESHOLD)
    members: dict[int, list[int]] = defaultdict(list)
    for place in range(len(items)):
        members[merged[cluster[place]]].append(place)
    more = _by_clause(
        articles, preparation, items, posted, {place: merged[cluster[place]] for place in range(len(items))}, members
    )
    groups: list[Group] = []
    for given, places in members.items():
        held = [*(one for place in places for one in items[place].statements), *more.get(given, ())]
        held.sort(key=lambda one: (articles[one.article].seed.file, one.span, one.kind))
        groups.append(Group(kind=held[0].kind, statements=tuple(held)))
    return groups


def _by_clause(
    articles: Sequence[Article],
    preparation: Preparation,
    items: Sequence[Item],
    posted: Mapping[tuple[str, str], Sequence[int]],
    where: Mapping[int, int],
    members: Mapping[int, Sequence[int]],
) -> dict[int, list[Statement]]:
    """Clauses that say what another group says, by that group."""
    found: dict[int, list[Statement]] = defaultdict(list)
    for place, item in enumerate(items):
        one = item.statements[0]
        if len(item.statements) > 1 or one.kind == "recommendation":
            continue
        for span in clauses(articles[one.article].seed.text, one.span):
            said = replace(one, span=span)
            clause = preparation.item([said])
            near = {where[other] for other in _near(clause, posted) if other != place} - {where[place]}
            scored = [
                (sum(likeness(clause, items[other]) for other in members[given]) / len(members[given]), -given)
                for given in sorted(near)
            ]
            best = max(scored, default=(0.0, 0))
            if best[0] >= CLAUSE:
                found[-best[1]].append(said)
    return found


def _posted(items: Sequence[Item]) -> dict[tuple[str, str], list[int]]:
    """For every kind and term the items that have it."""
    posted: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        for term in _terms(item):
            posted[item.kind, term].append(place)
    return posted


def _terms(item: Item) -> list[str]:
    return [*item.stems, *(f"@{aspect}" for aspect in sorted(item.aspects))]


def _near(item: Item, posted: Mapping[tuple[str, str], Sequence[int]]) -> list[int]:
    """The items that share a rare term with an item."""
    held = [posted.get((item.kind, term), ()) for term in _terms(item)]
    return sorted({place for places in held if len(places) <= _COMMON for place in places})


def _candidates(items: Sequence[Item], posted: Mapping[tuple[str, str], Sequence[int]]) -> list[tuple[int, int]]:
    """Pairs of places worth a comparison: same kind, and a term in common that is rare."""
    found: set[tuple[int, int]] = set()
    for place, item in enumerate(items):
        usable = [term for term in _terms(item) if 1 < len(posted[item.kind, term]) <= _COMMON]
        if len(items) > _SMALL:
            usable = sorted(usable, key=lambda term: (len(posted[item.kind, term]), term))[:_RAREST]
        shared: dict[int, float] = defaultdict(float)
        for term in usable:
            weight = item.stems.get(term, 0.3)
            for other in posted[item.kind, term]:
                if other != place:
                    shared[other] += weight * items[other].stems.get(term, 0.3)
        near = sorted(shared, key=lambda other: (-shared[other], other))
        if len(items) > _SMALL:
            near = near[:_NEAREST]
        found.update((min(place, other), max(place, other)) for other in near)
    return sorted(found)
