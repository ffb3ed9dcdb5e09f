"""Fits what evidence weighs in answers, the table `answer` of pairing.yml.

`python tests/measure/answer_weights.py GOLD.yml …`: each GOLD.yml is that of an annotated dispute, with its articles
and labels beside it. Conditional logit over what each response may answer, by Newton's method, with a penalty on large
weights. With `--left-out` the answers of each dispute are found with the weights that the others give, for some
thresholds; printed are the figures of those that are best on average, and of those that are best for the others: what
an unseen dispute may expect.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, product
from pathlib import Path
from typing import Any

import dossiers
from weights import solved

from diptych.drafts import Reading
from diptych.pair.answers import chances, chosen
from diptych.pair.replies import Options, replies
from diptych.pair.senses import senses

sys.path.insert(0, str(dossiers.EVAL))

import score_dossier

_PENALTY = 0.5
_STEPS = 10
_HALVED = 8
_TINY = 1e-300
_LEAST = (0.06, 0.08, 0.1, 0.12, 0.15)
_BESIDE = (0.2, 0.3, 0.4, 0.5, 0.6, 0.8)
_WHOLE = (0.25, 0.3, 0.33, 0.35, 0.4)

#: What a response may answer, how much each is right, and how much the response weighs.
Example = tuple[Options, dict[int | str, float], float]


@dataclass(frozen=True, slots=True)
class Dispute:
    """What answers are fitted to and scored by: `sentences` are the gold's responses, each with what it answers and
    the records that lie on it; `meant` is the gold's group of a record."""

    options: dict[int, Options]
    sentences: list[tuple[set[str], list[int]]]
    meant: dict[int, str]

    def examples(self) -> list[Example]:
        """The responses that the gold has, those of many sentences weighing more."""
        wanted: dict[int, list[set[str]]] = defaultdict(list)
        for want, records in self.sentences:
            for record in records:
                wanted[record].append(want)
        found: list[Example] = []
        for place, options in self.options.items():
            held = wanted.get(place, [])
            right = {one: float(sum(self._meant(one) in want for want in held)) for one in options}
            total = sum(right.values())
            if total:
                found.append((options, {one: value / total for one, value in right.items()}, math.sqrt(len(held))))
        return found

    def _meant(self, one: int | str) -> str:
        return one if isinstance(one, str) else self.meant.get(one, f"record {one}")

    def score(self, weigh: Mapping[str, float], least: float, beside: float, whole: float) -> float:
        """The F1 of score_dossier.py."""
        found = {place: chosen(chances(one, weigh), least, beside, whole) for place, one in self.options.items()}
        true = false = missed = 0
        for want, records in self.sentences:
            got = {self._meant(one) for record in records for one in found.get(record, ())}
            true, false, missed = true + len(want & got), false + len(got - want), missed + len(want - got)
        return float(score_dossier.f1(true, false, missed)[2])


def read(gold: Path) -> Dispute:
    """A dispute with the groups that pairing makes."""
    reading = dossiers.read(gold.parent, gold.stem)
    statements = [one for group in reading.groups for one in group.statements]
    items = dossiers.prepare(reading.articles, reading.speakers, statements)
    said = senses(reading.groups, items)
    options = {place: found for place, _, found in replies(reading.groups, reading.articles, said)}
    return _dispute(gold, reading, options)


def _dispute(gold: Path, reading: Reading, options: dict[int, Options]) -> Dispute:
    meta, articles = score_dossier.load_gold(gold.parent, gold.stem)
    groups: dict[str, dict[str, Any]] = {one["id"]: one for one in meta["groups"]}
    lying: dict[str, list[tuple[tuple[int, int], int]]] = defaultdict(list)
    for place, group in enumerate(reading.groups):
        for one in group.every:
            name = Path(reading.articles[one.article].seed.file).stem
            lying[name].append(((one.span.start, one.span.end), place))
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    sentences: list[tuple[set[str], list[int]]] = []
    for name, lines in articles.items():
        for line in lines:
            span = (line["start"], line["end"])
            on = sorted({place for passage, place in lying[name] if score_dossier.lies_on(passage, span)})
            kinds = {reading.groups[place].kind for place in on} & set(score_dossier.KINDS)
            stated = [one for one in line.get("groups", ()) if groups.get(one, {}).get("kind") == line["label"]]
            if not stated or (not kinds and {"context", "noise"} & {line["label"], *line.get("alt", ())}):
                continue
            for place in on:
                votes[place].update(one for one in stated if groups[one]["kind"] == reading.groups[place].kind)
            if line["label"] == "response":
                want = set(chain.from_iterable(groups[one].get("answers") or () for one in stated))
                sentences.append((want, on))
    meant = {place: min(held, key=lambda one: (-held[one], one)) for place, held in votes.items() if held}
    return Dispute(options, sentences, meant)


def fitted(held: Sequence[Example]) -> dict[str, float]:
    """The weights that make what is answered most likely."""
    names = sorted({piece for options, _, _ in held for pieces in options.values() for piece in pieces})
    place = {name: n for n, name in enumerate(names)}
    weigh = dict.fromkeys(names, 0.0)
    for _ in range(_STEPS):
        slope = [_PENALTY * weigh[name] for name in names]
        bend = [[_PENALTY * (i == j) for j in range(len(names))] for i in range(len(names))]
        for options, right, weight in held:
            mean = [0.0] * len(names)
            for one, chance in chances(options, weigh).items():
                row = [(place[name], value) for name, value in options[one].items() if value]
                for n, value in row:
                    mean[n] += chance * value
                    slope[n] += weight * (chance - right[one]) * value
                    for m, other in row:
                        bend[n][m] += weight * chance * value * other
            for n, one in enumerate(mean):
                for m, two in enumerate(mean):
                    bend[n][m] -= weight * one * two
        weigh = _stepped(held, weigh, dict(zip(names, solved(bend, slope), strict=True)))
    return weigh


def _stepped(held: Sequence[Example], weigh: dict[str, float], step: Mapping[str, float]) -> dict[str, float]:
    """The weights after a step of Newton's, or after so small a part of it that they are better than before."""
    before = _loss(held, weigh)
    for halved in range(_HALVED):
        after = {name: one - step[name] / 2**halved for name, one in weigh.items()}
        if _loss(held, after) < before:
            return after
    return weigh


def _loss(held: Sequence[Example], weigh: Mapping[str, float]) -> float:
    unlikely = math.fsum(
        weight * right[one] * -math.log(max(chance, _TINY))
        for options, right, weight in held
        for one, chance in chances(options, weigh).items()
        if right[one]
    )
    return unlikely + _PENALTY / 2 * math.fsum(one * one for one in weigh.values())


def left_out(held: Mapping[str, Dispute]) -> None:
    """Prints the figures of each dispute with the weights that the others give."""
    examples = {name: one.examples() for name, one in held.items()}
    tables: dict[str, dict[tuple[float, float, float], float]] = {}
    for name, one in held.items():
        weigh = fitted([each for other in held if other != name for each in examples[other]])
        tables[name] = {limits: one.score(weigh, *limits) for limits in product(_LEAST, _BESIDE, _WHOLE)}

    def mean(limits: tuple[float, float, float], but: str = "") -> float:
        some = [table[limits] for name, table in tables.items() if name != but]
        return sum(some) / len(some)

    common = max(tables[next(iter(tables))], key=mean)
    print(f"least, beside and whole {common} on average {mean(common):.1f}")
    apart = []
    for name, table in tables.items():
        theirs = max(table, key=partial(mean, but=name))
        apart.append(table[theirs])
        print(f"{name:10} answers F1 {table[common]:6.1f}   with the others' {theirs} {table[theirs]:6.1f}")
    print(f"{'':10} on average with the others' {sum(apart) / len(apart):.1f}")


def main(arguments: list[str]) -> None:
    """Prints the weights of all disputes, after the figures of each one left out."""
    held = {gold.stem: read(gold) for gold in (Path(one) for one in arguments if not one.startswith("--"))}
    if "--left-out" in arguments:
        left_out(held)
    for name, weight in fitted([each for one in held.values() for each in one.examples()]).items():
        print(f"{name:16} {weight:6.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
