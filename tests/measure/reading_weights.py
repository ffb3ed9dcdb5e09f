"""Fits what tells sentences in nobody's name: `python tests/measure/reading_weights.py [--left-out] GOLD.yml …`.

Two tables: continuing.yml, of sentences that go on with what somebody said before them in their paragraph, and
bare.yml, of findings in a paragraph where nobody has spoken yet. Each GOLD.yml is that of an annotated dispute, with
its articles and labels beside it. Logistic regression over the sentences that the rules ask the tables about and that
have to be one or the other in the gold, by Newton's method; the bias asks for odds of three to two. With `--left-out`
it is printed first what each table finds in disputes whose sentences it was not fitted to.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

import dossiers
from weights import fit

from diptych.extract import bare, going_on

TABLES = ("continuing", "bare")
_CLASSIFY = import_module("diptych.extract.classify")  # the package has a function of that name
#: The odds from which a sentence is held for one.
_ODDS = 1.5
#: The weights are few, and what they tell is plain: no more than a little has to keep them small.
_PENALTY = 0.3

#: What speaks for a sentence, and whether it is one.
Example = tuple[dict[str, float], bool]


class Asked:
    """What the tables are asked while a dispute is read: by table, the text, the sentence and what speaks for it."""

    def __init__(self) -> None:
        self.found: dict[str, list[tuple[str, Any, Any, dict[str, bool]]]] = defaultdict(list)
        self._at: tuple[Any, ...] = ()

    @contextmanager
    def listening(self) -> Iterator[None]:
        """While this lasts, what is asked is noted; the answers are the usual ones."""
        goes_on, holds, tells, likely = _CLASSIFY.goes_on, going_on._holds, bare._tells, going_on.likely

        def in_text(text: str, lines: Any, people: Any) -> Any:
            self._text = text
            return goes_on(text, lines, people)

        def in_lines(told: str, line: Any, before: Any, *rest: Any) -> bool:
            self._at = (self._text, line.span, before)
            return holds(told, line, before, *rest)

        def at_place(text: str, lines: Any, place: int, *rest: Any) -> bool:
            self._at = (text, lines[place].span, None)
            return tells(text, lines, place, *rest)

        def noted(table: str, speaks_for_it: Mapping[str, bool]) -> bool:
            self.found[table].append((*self._at, dict(speaks_for_it)))  # type: ignore[arg-type]
            return likely(table, speaks_for_it)

        with (
            patch.object(_CLASSIFY, "goes_on", in_text),
            patch.object(going_on, "_holds", in_lines),
            patch.object(bare, "_tells", at_place),
            patch.object(going_on, "likely", noted),
            patch.object(bare, "likely", noted),
        ):
            yield


def examples(gold: Path) -> dict[str, list[Example]]:
    """What the tables are asked of a dispute, and the gold's answers."""
    asked = Asked()
    with asked.listening():
        reading = dossiers.read(gold.parent, gold.stem)
    labels = {
        one.seed.text: [
            json.loads(line)
            for line in (gold.parent / f"{Path(one.seed.file).stem}.gold.jsonl").read_text("utf-8").splitlines()
        ]
        for one in reading.articles
    }
    made: dict[str, list[Example]] = {}
    for table, sentences in asked.found.items():
        made[table] = []
        for text, span, before, holds in sentences:
            told = next((one for one in labels[text] if one["start"] <= span.start < one["end"]), None)
            if told is None:
                continue
            kind = before.kind if before else "claim"
            may = {told["label"], *told["alt"]}
            neither = {"context", "noise"}
            if may.isdisjoint(neither) == (kind in may):
                made[table].append(({name: float(value) for name, value in holds.items()}, kind in may))
    return made


def found(held: list[Example], weigh: Mapping[str, float]) -> list[tuple[bool, bool]]:
    """For each example whether the weights find it, and whether it is one."""
    least = math.log(_ODDS)
    return [
        (weigh["base"] + math.fsum(weigh.get(name, 0.0) * value for name, value in pieces.items()) > least, one)
        for pieces, one in held
    ]


def main(arguments: list[str]) -> None:
    """Prints the weights of both tables."""
    golds = [Path(one) for one in arguments if not one.startswith("--")]
    held = {gold: examples(gold) for gold in golds}
    for table in TABLES:
        if "--left-out" in arguments:
            told = [
                one
                for gold in golds
                for one in found(
                    held[gold].get(table, []),
                    fit([two for other in golds if other != gold for two in held[other].get(table, [])], _PENALTY),
                )
            ]
            right, wrong = sum(a and b for a, b in told), sum(a and not b for a, b in told)
            print(
                f"{table}: {right} of {sum(b for _, b in told)} found, {wrong} of {sum(not b for _, b in told)} wrongly"
            )
        weigh = fit([one for gold in golds for one in held[gold].get(table, [])], _PENALTY)
        print(f"{table}:\n{'bias':12} {weigh.pop('base') - math.log(_ODDS):6.2f}")
        for name, weight in weigh.items():
            print(f"{name:12} {weight:6.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
