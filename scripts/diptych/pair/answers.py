"""Which claim or recommendation a response answers, and how; the report as a whole where none can be told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from diptych.drafts import Article, Group
from diptych.pair.aspects import aspects
from diptych.pair.vectors import Space, Vector, centre, cosine
from diptych.records import REPORT, How

#: A response is linked with what it is at least this alike, and with what is nearly as alike as the best.
LEAST = 0.17
NEARLY = 0.8
_MOST = 2
#: Responses of these kinds answer the report, whatever else they mention.
_WHOLE = frozenset({"motive", "standing", "warning", "counter-report", "cooperation"})
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|untrue|false|not true|no (?:such|one|evidence|truth|basis)|never|nobody|none|nothing"
    r"|not even|did not|didn't|does not|doesn't|do not|don't|was not|wasn't|were not|weren't|is not|isn't|are not|aren't"
    r"|has not|hasn't|have not|haven't|refut\w+|disput\w+)\b"
)
_SOURCE = re.compile(
    r"\b(?:witness\w*|anonymous|unnamed|source[sd]?|sourcing|paid|actors?|testimon\w+|hearsay|method\w*|sample\w*"
    r"|evidence|prove|proof|proven|statistics|statistical|data|calculat\w+|arithmetic|authors?|leak\w*|forg\w+)\b"
)


@dataclass(frozen=True, slots=True)
class _Target:
    place: int
    vector: Vector
    passages: tuple[Vector, ...]


def answered(groups: Sequence[Group], articles: Sequence[Article]) -> list[Group]:
    """The groups, every response with what it answers.

    A response answers what shares its rare words. Where nothing does clearly it answers the report: a false link misleads,
    and most rebuttals are of the whole.
    """
    texts = [[one.span.of(articles[one.article].seed.text) for one in group.statements] for group in groups]
    space = Space(sorted(text for some in texts for text in some))
    vectors = [tuple(space.vector(text) for text in some) for some in texts]
    targets = [
        _Target(place, centre(vectors[place]), vectors[place])
        for place, group in enumerate(groups)
        if group.kind in ("claim", "recommendation")
    ]
    by_term = _index(targets)
    made: list[Group] = []
    for place, group in enumerate(groups):
        if group.kind == "response":
            found = _answers(" ".join(texts[place]), vectors[place], group, targets, by_term, groups)
            group = replace(group, answers=found)
        made.append(group)
    return made


def _index(targets: Sequence[_Target]) -> dict[str, list[int]]:
    by_term: dict[str, list[int]] = {}
    for number, target in enumerate(targets):
        for term in target.vector:
            by_term.setdefault(term, []).append(number)
    return by_term


def _answers(
    text: str,
    passages: Sequence[Vector],
    group: Group,
    targets: Sequence[_Target],
    by_term: Mapping[str, Sequence[int]],
    groups: Sequence[Group],
) -> tuple[tuple[int | str, How], ...]:
    held = frozenset().union(*(aspects(one, "response") for one in [text]))
    whole: tuple[tuple[int | str, How], ...] = ((REPORT, "rejects"),)
    if held & _WHOLE:
        return whole
    vector = centre(passages)
    rare = sorted(vector, key=lambda term: (len(by_term.get(term, ())), term))[:12]
    near = sorted({number for term in rare for number in by_term.get(term, ())[:200]})
    scored = sorted(
        ((_alike(vector, passages, targets[number]), number) for number in near), key=lambda one: (-one[0], one[1])
    )
    if not scored or scored[0][0] < LEAST:
        return whole
    best = [number for score, number in scored if score >= max(LEAST, NEARLY * scored[0][0])][:_MOST]
    return tuple((targets[number].place, _how(text, groups[targets[number].place])) for number in sorted(best))


def _alike(vector: Vector, passages: Sequence[Vector], target: _Target) -> float:
    closest = max(cosine(one, other) for one in passages for other in target.passages)
    return (cosine(vector, target.vector) + closest) / 2


def _how(text: str, target: Group) -> How:
    """What a response does to what it answers, by its words."""
    plain = text.lower().replace("’", "'")
    if target.kind == "recommendation":
        return "rejects"
    if _SOURCE.search(plain):
        return "disputes-the-source"
    if _DENIAL.search(plain):
        return "denies"
    return "gives-another-account"
