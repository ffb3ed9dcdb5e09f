"""Fits what speaks for figures that disagree, the table `figure` of pairing.yml.

`python tests/measure/figure_weights.py GOLD.yml …`: each GOLD.yml is that of an annotated dispute, with its articles
beside it. Logistic regression over all pairs of different figures that are compared: one thing are those that lie on
values of one discrepancy of the gold. With `--left-out` each dispute is read with the weights that the others give, and
its discrepancies are scored: what an unseen dispute may expect.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from unittest.mock import patch

import dossiers
import yaml
from weights import fit

from diptych.ingest import ingest
from diptych.pair import figured
from diptych.pair.counts import compared
from diptych.pair.mentions import Mention, mentions
from diptych.spans import Span

_PENALTY = 1.0

#: What speaks for two figures being about one thing, and whether they are.
Example = tuple[dict[str, float], bool]


def examples(gold: Path) -> list[Example]:
    """The pairs of different figures of a dispute."""
    articles = ingest(dossiers.seeds(gold.parent, gold.stem))
    held = mentions(articles)
    values = _values(gold)
    on = [_on(values[Path(articles[one.article].seed.file).stem], one) for one in held]
    pairs, equal = compared(held)
    found = figured.evidence(held, pairs, equal)
    return [(pieces, not on[a].isdisjoint(on[b])) for (a, b), pieces in zip(pairs, found, strict=True)]


def _values(gold: Path) -> dict[str, list[tuple[Span, int]]]:
    """By article the values that disagree, each with the number of its discrepancy."""
    found: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for number, one in enumerate(yaml.safe_load(gold.read_text(encoding="utf-8"))["discrepancies"]):
        for value in one["values"] if one["type"] == "figure" else ():
            found[value["article"]].append((Span(value["start"], value["end"]), number))
    return found


def _on(values: Sequence[tuple[Span, int]], one: Mention) -> set[int]:
    """The discrepancies on a value of which a figure lies."""
    return {number for span, number in values if span.overlap(one.figure.span)}


def fitted(held: Sequence[Example]) -> dict[str, float]:
    """The weights that make the pairs most likely."""
    return fit(held, _PENALTY)


def _score(gold: Path, weigh: Mapping[str, float]) -> list[float]:
    with patch.object(figured, "weights", lambda _: weigh):
        found: list[float] = dossiers.score(gold.parent, gold.stem)["discrepancies P/R"]
        return found


def main(arguments: list[str]) -> None:
    """Prints the weights of all disputes, after the figures of each one left out."""
    golds = [Path(one) for one in arguments if not one.startswith("--")]
    held = {gold: examples(gold) for gold in golds}
    if "--left-out" in arguments:
        for gold in golds:
            weigh = fitted([pair for other in golds if other != gold for pair in held[other]])
            print(f"{gold.stem:10} discrepancies P/R {_score(gold, weigh)}", flush=True)
    for name, weight in fitted([pair for gold in golds for pair in held[gold]]).items():
        print(f"{name:12} {weight:6.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
