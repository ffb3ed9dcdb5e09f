"""Statements that say the same, whatever their wording, become one group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from diptych.drafts import Article, Group, Speaker, Statement
from diptych.pair.aspects import aspects
from diptych.pair.numerals import figures
from diptych.pair.runs import must_links
from diptych.pair.vectors import Space, Vector, cosine, unit
from diptych.spans import Span

#: Two groups become one where their statements are, on average, at least this alike.
THRESHOLD = 0.08
ASPECT = 0.2
CONTEXT = 0.0
#: No comparison is started from a term that more statements of a kind than this have in common.
_COMMON = 60
_RAREST = 8
SMALL = 2000
_NEAREST = 24


@dataclass(frozen=True, slots=True)
class Item:
    """A statement prepared for comparison; `key` orders items whatever the order of the sources."""

    key: tuple[str, int, int, str]
    statement: Statement
    text: str
    stems: Vector
    grams: Vector
    numbers: frozenset[tuple[float, str]]
    owner: str | None
    aspects: frozenset[str]


def items(articles: Sequence[Article], speakers: Mapping[str, Speaker], statements: Iterable[Statement]) -> list[Item]:
    """The statements prepared for comparison, in an order that does not depend on that of the sources."""
    held = list(statements)
    texts = [one.span.of(articles[one.article].seed.text) for one in held]
    around = [surroundings(articles[one.article], one.span) for one in held]
    stems, grams = Space(sorted(texts)), Space(sorted(texts), n_grams=True)
    made = [
        Item(
            (articles[one.article].seed.file, one.span.start, one.span.end, one.kind),
            one,
            text,
            _blend(stems, text, near),
            _blend(grams, text, near),
            _numbers(text),
            _owner(one.speaker, speakers),
            aspects(text, one.kind),
        )
        for one, text, near in zip(held, texts, around, strict=True)
    ]
    return sorted(made, key=lambda item: item.key)


def _blend(space: Space, text: str, near: str) -> Vector:
    """What a statement is about: its own words, and faintly those around it."""
    return unit(centre_weighted(space.vector(text), space.vector(near), CONTEXT))


def centre_weighted(one: Vector, other: Vector, weight: float) -> Vector:
    """One vector with a share of the other."""
    total = dict(one)
    for term, value in other.items():
        total[term] = total.get(term, 0.0) + weight * value
    return {term: value for term, value in total.items() if value}


def surroundings(article: Article, span: Span) -> str:
    """The rest of a statement's paragraph, and the question before it where it is an answer."""
    text = article.seed.text
    start = max(text.rfind("\n", 0, span.start), article.span.start - 1) + 1
    end = text.find("\n", span.end)
    end = min(article.span.end, end if end >= 0 else len(text))
    before = text[max(article.span.start, start - 300) : start].rstrip()
    question = before[before.rfind("\n") + 1 :] if before.endswith("?") else ""
    return f"{question} {text[start : span.start]} {text[span.end : end]}"


def _numbers(text: str) -> frozenset[tuple[float, str]]:
    """The figures that tell one statement from another: uneven ones by themselves, the rest with what they count."""
    found: set[tuple[float, str]] = set()
    for one in figures(text):
        if not one.vague:
            uneven = one.value > 12 and one.value % 10 != 0
            found |= {(one.value, "")} if uneven else {(one.value, unit) for unit in one.units[:2]}
    return frozenset(found)


def _owner(speaker: str | None, speakers: Mapping[str, Speaker]) -> str | None:
    """Whom a third party's statement belongs to: the speaker's organisation or state, else the speaker."""
    held = speakers.get(speaker or "")
    return (held.affiliation or held.id) if held else None


def likeness(one: Item, other: Item) -> float:
    """How alike two statements are: words, characters, figures, and for third parties who speaks."""
    alike = 0.55 * cosine(one.stems, other.stems) + 0.45 * cosine(one.grams, other.grams)
    if one.numbers & other.numbers:
        alike += 0.15
    if one.aspects & other.aspects:
        alike += ASPECT
    if one.statement.kind == "reaction" and one.owner != other.owner:
        alike *= 0.6
    elif one.statement.kind == "reaction" and one.owner is not None:
        alike += 0.05
    return alike


def group(articles: Sequence[Article], speakers: Mapping[str, Speaker], statements: Iterable[Statement]) -> list[Group]:
    """Groups of statements of one kind, in the order of their first passages.

    Run-on quotations and the sentences of rewrites come together first. Then the two groups whose statements are on
    average most alike are joined, again and again, down to a threshold (average-link clustering on a sparse graph of
    candidates that share a rare word).
    """
    prepared = items(articles, speakers, statements)
    cluster = must_links(articles, [item.statement for item in prepared])
    edges: dict[tuple[int, int], float] = {}
    for i, j in _candidates(prepared):
        alike = likeness(prepared[i], prepared[j])
        if alike > 0.05 and cluster[i] != cluster[j]:
            pair = (min(cluster[i], cluster[j]), max(cluster[i], cluster[j]))
            edges[pair] = edges.get(pair, 0.0) + alike
    merged = _joined(cluster, edges)
    groups: dict[int, list[Statement]] = defaultdict(list)
    for place, item in enumerate(prepared):
        groups[merged[cluster[place]]].append(item.statement)
    return [Group(kind=members[0].kind, statements=tuple(members)) for members in groups.values()]


def _candidates(prepared: Sequence[Item]) -> list[tuple[int, int]]:
    """Pairs of places worth a comparison: same kind, and a term in common that is rare."""
    posted: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, item in enumerate(prepared):
        for term in item.stems:
            posted[item.statement.kind, term].append(place)
        for aspect in item.aspects:
            posted[item.statement.kind, "@" + aspect].append(place)
    found: set[tuple[int, int]] = set()
    for place, item in enumerate(prepared):
        kind = item.statement.kind
        usable = [
            term
            for term in (*item.stems, *("@" + a for a in sorted(item.aspects)))
            if 1 < len(posted[kind, term]) <= _COMMON
        ]
        rare = (
            usable
            if len(prepared) <= SMALL
            else sorted(usable, key=lambda term: (len(posted[kind, term]), term))[:_RAREST]
        )
        shared: dict[int, float] = defaultdict(float)
        for term in rare:
            for other in posted[kind, term]:
                if other != place:
                    shared[other] += item.stems.get(term, 0.3) * prepared[other].stems.get(term, 0.3)
        near = sorted(shared, key=lambda other: (-shared[other], other))[: _NEAREST if len(prepared) > SMALL else None]
        found.update((min(place, other), max(place, other)) for other in near)
    return sorted(found)


def _joined(cluster: Sequence[int], edges: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Which cluster each one ends in."""
    size: dict[int, int] = defaultdict(int)
    for one in cluster:
        size[one] += 1
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), total in edges.items():
        near[a][b] = near[b][a] = total
    return agglomerate(size, near, THRESHOLD)


def agglomerate(size: dict[int, int], near: dict[int, dict[int, float]], threshold: float) -> dict[int, int]:
    """Average-link clustering: `near[a][b]` is the sum of the likenesses between the members of a and of b."""
    import heapq

    heap = [(-total / (size[a] * size[b]), a, b) for a in sorted(near) for b, total in near[a].items() if a < b]
    heapq.heapify(heap)
    into = {one: one for one in size}
    while heap:
        score, a, b = heapq.heappop(heap)
        if -score < threshold:
            break
        if into[a] != a or into[b] != b or b not in near[a] or -near[a][b] / (size[a] * size[b]) != score:
            continue
        into[b] = a
        size[a] += size[b]
        for other, total in near.pop(b).items():
            near[other].pop(b, None)
            if other != a:
                near[a][other] = near[other][a] = near[a].get(other, 0.0) + total
        near[a].pop(b, None)
        for other in near[a]:
            first, second = min(a, other), max(a, other)
            heapq.heappush(heap, (-near[a][other] / (size[first] * size[second]), first, second))
    return {one: _root(into, one) for one in into}


def _root(into: Mapping[int, int], one: int) -> int:
    while into[one] != one:
        one = into[one]
    return one
