"""Fits what speaks for a sentence that nobody says being somebody's, the table `unsaid` of pairing.yml.

`python tests/measure/unsaid_weights.py GOLD.yml …`: each GOLD.yml is that of an annotated dispute, with its articles
and labels beside it. Logistic regression over the sentences that no rule reads and that are like a statement of another
article: those that the gold gives that statement's kind, and those that it gives to nobody.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import dossiers
from weights import fit

from diptych.extract.lexicon import lexicon
from diptych.ingest import ingest
from diptych.pair.align import rewrites
from diptych.pair.echoes import echoed
from diptych.pair.items import spaces
from diptych.pair.unsaid import likest

_PENALTY = 2.0
#: What is told in nobody's name.
_NOBODYS = frozenset(("context", "noise", "event"))
#: A sentence of the gold is one that was found where they share so much of the shorter one.
_SHARED = 0.3

#: What speaks for a sentence saying what a statement says, and whether it does.
Example = tuple[dict[str, float], bool]


def examples(gold: Path) -> list[Example]:
    """The sentences of a dispute that nobody says and that are like a statement."""
    articles = ingest(dossiers.seeds(gold.parent, gold.stem))
    words = lexicon()
    found = [[] if one.kind == "copy" else dossiers.attributions(one, words) for one in articles]
    speakers, statements = dossiers.classify(articles, found, dossiers.topic(gold.parent, gold.stem))
    held = likest(articles, speakers, echoed(articles, statements), spaces(articles), rewrites(articles))
    made: list[Example] = []
    for one in held:
        article = articles[one.sentence.article].seed.file
        labels = _labels(gold, Path(article).stem, one.sentence.span.start, one.sentence.span.end)
        said, nobodys = one.other.kind in labels, not labels.isdisjoint(_NOBODYS)
        if said != nobodys:
            made.append((one.evidence, said))
    return made


def _labels(gold: Path, article: str, start: int, end: int) -> set[str]:
    """All labels that the gold allows for a sentence."""
    lines = (gold.parent / f"{article}.gold.jsonl").read_text(encoding="utf-8").splitlines()
    found: set[str] = set()
    for one in map(json.loads, lines):
        shared = min(end, one["end"]) - max(start, one["start"])
        if shared >= _SHARED * min(end - start, one["end"] - one["start"]):
            found |= {one["label"], *one.get("alt", ())}
    return found


def fitted(held: Sequence[Example]) -> dict[str, float]:
    """The weights that make the sentences most likely."""
    return fit(held, _PENALTY)


def main(arguments: list[str]) -> None:
    """Prints the weights of all disputes."""
    held = [one for gold in map(Path, arguments) for one in examples(gold)]
    for name, weight in fitted(held).items():
        print(f"{name:12} {weight:6.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
