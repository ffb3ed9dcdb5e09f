"""Fits what evidence weighs in grouping, the table `same` of pairing.yml: `python tests/measure/weights.py GOLD.yml …`.

Each GOLD.yml is that of an annotated dispute, with its articles and labels beside it. Logistic regression over all
pairs of statements of a kind, by Newton's method, with a penalty on large weights. The gold groups sentences, not
statements: where two sentences that hold several statements share a group, it is not told which of these do, and only
the two that the first weights find likeliest count as one, the others not at all.

With `--left-out` each dispute is grouped with the weights that the others give, and its figures are printed: those that
an unseen dispute may expect.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Mapping, Sequence
from itertools import combinations, count
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import dossiers
import yaml

from diptych.pair import evidence
from diptych.pair.align import rewrites
from diptych.pair.group import closest
from diptych.pair.items import Item
from diptych.pair.reworded import reworded


class Pair(NamedTuple):
    """What two statements have in common, and the pairs of sentences with a common group that they lie on."""

    pieces: dict[str, float]
    sentences: frozenset[tuple[str, int, int]]


Pairs = list[Pair]

_PENALTY = 3.0
_STEPS = 12
#: A statement has the groups of a sentence when they share so much of the shorter one.
_SHARED = 0.3


def pairs(gold: Path) -> Pairs:
    """The pairs of a dispute's statements that have groups in the gold; those of rewrites tell nothing of wording."""
    reading = dossiers.read(gold.parent, gold.stem)
    statements = [one for group in reading.groups for one in group.statements]
    items = dossiers.prepare(reading.articles, reading.speakers, statements)
    labels = _labels(gold)
    on = [_on(labels[Path(reading.articles[item.article].seed.file).stem], item) for item in items]
    held = {n for n in range(len(items)) if on[n]} - reworded(rewrites(reading.articles), items).keys()
    places = [(a, b) for a, b in combinations(range(len(items)), 2) if items[a].kind == items[b].kind]
    return [
        Pair(evidence.evidence(items[a], items[b], share), _shared(gold.stem, on[a], on[b]))
        for (a, b), share in zip(places, closest(items, places), strict=True)
        if a in held and b in held and on[a].keys().isdisjoint(on[b])
    ]


def _shared(name: str, one: Mapping[int, set[str]], other: Mapping[int, set[str]]) -> frozenset[tuple[str, int, int]]:
    """The pairs of sentences with a group in common."""
    return frozenset((name, a, b) for a in one for b in other if not one[a].isdisjoint(other[b]))


def _labels(gold: Path) -> dict[str, list[tuple[int, int, int, dict[str, str]]]]:
    """By article the sentences of the gold: number, start, end, and their groups with the kinds of these."""
    meta = yaml.safe_load(gold.read_text(encoding="utf-8"))
    kinds = {group["id"]: group["kind"] for group in meta["groups"]}
    number = count()
    found: dict[str, list[tuple[int, int, int, dict[str, str]]]] = {}
    for path in sorted(gold.parent.glob(f"{gold.stem}-*.gold.jsonl")):
        read = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        found[path.name.removesuffix(".gold.jsonl")] = [
            (next(number), one["start"], one["end"], {group: kinds[group] for group in one.get("groups", ())})
            for one in read
        ]
    return found


def _on(sentences: Sequence[tuple[int, int, int, dict[str, str]]], item: Item) -> dict[int, set[str]]:
    """The sentences of the gold that a statement lies on, with their groups of its kind, where they have any."""
    span, found = item.statement.span, dict[int, set[str]]()
    for number, start, end, groups in sentences:
        shared = min(span.end, end) - max(span.start, start)
        of_kind = {group for group, kind in groups.items() if kind == item.kind}
        if of_kind and shared > 0 and shared >= _SHARED * min(span.end - span.start, end - start):
            found[number] = of_kind
    return found


def fitted(held: Pairs) -> dict[str, float]:
    """The weights that make the pairs most likely."""
    first = fit([(one.pieces, bool(one.sentences)) for one in held])
    best: dict[tuple[str, int, int], tuple[float, int]] = {}
    for place, (pieces, sentences) in enumerate(held):
        odds = math.fsum(first[name] * value for name, value in pieces.items())
        for two in sentences:
            best[two] = max(best.get(two, (-math.inf, place)), (odds, place))
    likeliest = {place for _, place in best.values()}
    return fit(
        [
            (pieces, bool(sentences))
            for place, (pieces, sentences) in enumerate(held)
            if not sentences or place in likeliest
        ]
    )


def fit(held: Sequence[tuple[dict[str, float], bool]], penalty: float = _PENALTY) -> dict[str, float]:
    """Logistic regression, with a penalty on the squares of the weights but that of the `base`."""
    names = ["base", *sorted({name for pieces, _ in held for name in pieces})]
    place = {name: n for n, name in enumerate(names)}
    rows = [
        ([(0, 1.0), *((place[name], value) for name, value in pieces.items() if value)], one) for pieces, one in held
    ]
    weigh = [0.0] * len(names)
    for _ in range(_STEPS):
        slope = [penalty * one for one in weigh]
        bend = [[penalty * (i == j) for j in range(len(names))] for i in range(len(names))]
        slope[0] = 0.0
        bend[0][0] = 1e-6
        for row, one in rows:
            chance = 1 / (1 + math.exp(-math.fsum(weigh[n] * value for n, value in row)))
            for n, value in row:
                slope[n] += (chance - one) * value
                for m, other in row:
                    bend[n][m] += chance * (1 - chance) * value * other
        weigh = [one - step for one, step in zip(weigh, solved(bend, slope), strict=True)]
    return dict(zip(names, weigh, strict=True))


def solved(matrix: Sequence[Sequence[float]], vector: Sequence[float]) -> list[float]:
    """The solution of a system of linear equations, by Gauss and Jordan."""
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for n in range(len(rows)):
        best = max(range(n, len(rows)), key=lambda m: abs(rows[m][n]))
        rows[n], rows[best] = rows[best], rows[n]
        rows[n] = [value / rows[n][n] for value in rows[n]]
        for m in range(len(rows)):
            if m != n:
                factor = rows[m][n]
                rows[m] = [value - factor * other for value, other in zip(rows[m], rows[n], strict=True)]
    return [row[-1] for row in rows]


def _score(gold: Path, weigh: Mapping[str, float]) -> list[float]:
    with patch.object(evidence, "weights", lambda _: weigh):
        found: list[float] = dossiers.score(gold.parent, gold.stem)["grouping P/R/F1"]
        return found


def main(arguments: list[str]) -> None:
    """Prints the weights of all disputes, after the figures of each one left out."""
    golds = [Path(one) for one in arguments if not one.startswith("--")]
    held = {gold: pairs(gold) for gold in golds}
    if "--left-out" in arguments:
        for gold in golds:
            weigh = fitted([pair for other in golds if other != gold for pair in held[other]])
            print(f"{gold.stem:10} grouping P/R/F1 {_score(gold, weigh)}", flush=True)
    for name, weight in fitted([pair for gold in golds for pair in held[gold]]).items():
        print(f"{name:12} {weight:6.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
