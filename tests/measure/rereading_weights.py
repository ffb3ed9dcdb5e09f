"""Fits what has sentences read another way, the tables `unsaid` and `misread` of pairing.yml.

`python tests/measure/rereading_weights.py GOLD.yml …`: each GOLD.yml is that of an annotated dispute, with its articles
and labels beside it. Logistic regression over what is like a statement of another article: sentences that no rule
reads, which the gold gives that statement's kind or gives to nobody; and statements of another kind than it, which the
gold gives its kind or their own.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import dossiers
from weights import fit

from diptych.drafts import Article, Statement
from diptych.extract.lexicon import lexicon
from diptych.ingest import ingest
from diptych.pair.align import rewrites
from diptych.pair.compared import compared
from diptych.pair.echoes import echoed
from diptych.pair.items import spaces
from diptych.pair.misread import misread
from diptych.pair.reread import Rereading
from diptych.pair.unsaid import unsaid

_PENALTY = 2.0
#: What is told in nobody's name.
_NOBODYS = frozenset(("context", "noise", "event"))
#: A sentence of the gold is one that was found where they share so much of the shorter one.
_SHARED = 0.3

#: What speaks for a sentence being what another says, and whether it is.
Example = tuple[dict[str, float], bool]


def examples(gold: Path) -> dict[str, list[Example]]:
    """What may be read another way in a dispute, by the table that decides."""
    articles = ingest(dossiers.seeds(gold.parent, gold.stem))
    words = lexicon()
    found = [[] if one.kind == "copy" else dossiers.attributions(one, words) for one in articles]
    speakers, statements = dossiers.classify(articles, found, dossiers.topic(gold.parent, gold.stem))
    held = compared(articles, speakers, echoed(articles, statements), spaces(articles), rewrites(articles))
    assert held is not None
    return {
        "unsaid": [made for one in unsaid(articles, held) if (made := _example(gold, articles, one))],
        "misread": [made for one in misread(articles, held) if (made := _example(gold, articles, one))],
    }


def _example(gold: Path, articles: Sequence[Article], one: Rereading) -> Example | None:
    """What speaks for it, and whether the gold does; None where that allows both, or neither."""
    labels = _labels(gold, articles, one.meant)
    right, wrong = one.meant.kind in labels, not labels.isdisjoint({one.read.kind} if one.read else _NOBODYS)
    return (one.evidence, right) if right != wrong else None


def _labels(gold: Path, articles: Sequence[Article], one: Statement) -> set[str]:
    """All labels that the gold allows for what a statement lies on."""
    file = gold.parent / f"{Path(articles[one.article].seed.file).stem}.gold.jsonl"
    found: set[str] = set()
    for line in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
        shared = min(one.span.end, line["end"]) - max(one.span.start, line["start"])
        if shared >= _SHARED * min(one.span.end - one.span.start, line["end"] - line["start"]):
            found |= {line["label"], *line.get("alt", ())}
    return found


def main(arguments: list[str]) -> None:
    """Prints the weights of all disputes."""
    held: dict[str, list[Example]] = defaultdict(list)
    for gold in map(Path, arguments):
        for table, found in examples(gold).items():
            held[table] += found
    for table, found in held.items():
        print(f"{table}: {sum(one for _, one in found)} of {len(found)}")
        for name, weight in fit(found, _PENALTY).items():
            print(f"  {name:15} {weight:6.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
