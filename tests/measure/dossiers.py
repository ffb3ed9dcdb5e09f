"""Scores the way from articles to a reading on annotated disputes: `python tests/measure/dossiers.py [NAME …]`.

    python tests/measure/dossiers.py                                       # D1 and D4
    python tests/measure/dossiers.py --gold=tests/eval/unseen --mean       # the mean of all of a folder

Given are the two parties' names and aliases, as dossier.yml would give them, and the articles, nothing else.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from diptych.dossier import DossierFile
from diptych.drafts import Article, Attribution, Group, Reading, Seed, Speaker, Statement
from diptych.extract.attribute import attribute
from diptych.extract.classify import stated
from diptych.extract.corpus import common, stating_order
from diptych.extract.lexicon import Lexicon, lexicon
from diptych.extract.speakers import named
from diptych.ingest import ingest
from diptych.pair import compare, pair
from diptych.pair import group as grouping
from diptych.pair.align import rewrites
from diptych.pair.items import Item, ground, itemised, spaces, tell
from diptych.spans import Span
from diptych.topic import Topic, make_topic
from diptych.values import LETTERS

EVAL = Path(__file__).parents[1] / "eval"


def topic(gold: Path, name: str) -> Topic:
    """The topic of a dispute, from the names and aliases of its parties."""
    meta = yaml.safe_load((gold / f"{name}.yml").read_text(encoding="utf-8"))
    sides = {"reporting": meta["reporting_party"], "responding": meta["respondent"]}
    parties = {side: {"name": one["name"], "aliases": one.get("aliases") or []} for side, one in sides.items()}
    return make_topic(DossierFile.model_validate({"title": meta["title"], "parties": parties}))


def seeds(gold: Path, name: str) -> list[Seed]:
    """The articles of a dispute."""
    found = []
    for path in sorted(gold.glob(f"{name}-*.txt")):
        data = path.read_bytes()
        found.append(Seed(f"seeds/{path.name}", data.decode("utf-8"), hashlib.sha256(data).hexdigest()))
    return found


def attributions(article: Article, words: Lexicon) -> list[Attribution]:
    """Who says what in an article; offsets are those of its seed, which it fills from its start."""
    end = article.span.end
    spans = [one.span for one in article.sentences if one.use != "noise"]
    return attribute(article.seed.text[:end], spans, words)


def read(gold: Path, name: str) -> Reading:
    """The reading of a dispute."""
    return read_together(seeds(gold, name), topic(gold, name))


def read_together(files: Sequence[Seed], given: Topic) -> Reading:
    """What some files say on a topic."""
    articles = ingest(files)
    words = lexicon()
    found = [[] if one.kind == "copy" else attributions(one, words) for one in articles]
    speakers, statements = classify(articles, found, given)
    return pair(compare(articles), speakers, statements, given)


def classify(
    articles: Sequence[Article], found: Sequence[Sequence[Attribution]], given: Topic
) -> tuple[dict[str, Speaker], list[Statement]]:
    """The speakers of articles, by id, and their statements; `found` are the attributions of each."""
    known = common(articles, {one.speaker for some in found for one in some if one.speaker}, given)
    made = (stated(known, number, articles[number], found[number]) for number in stating_order(articles))
    return named(given, known.affiliations, made)


def prepare(
    articles: Sequence[Article], speakers: Mapping[str, Speaker], statements: Sequence[Statement]
) -> list[Item]:
    """The items of all statements."""
    told = tell(articles, statements)
    return itemised(articles, speakers, told, ground(told, spaces(articles)))


def grouped(articles: Sequence[Article], items: Sequence[Item]) -> list[Group]:
    """The groups of all statements of the articles."""
    return grouping.group(items, rewrites(articles), len(items))


def dossier(reading: Reading) -> dict[str, Any]:
    """A reading in the shape of the published dataset, as far as the score looks at it."""
    counts: Counter[str] = Counter()
    ids: list[str] = []
    for group in reading.groups:
        counts[group.kind] += 1
        ids.append(f"{LETTERS[group.kind]}{counts[group.kind]}")
    texts = [one.seed.text for one in reading.articles]

    def quoted(article: int, span: Span) -> dict[str, Any]:
        return {"source": f"S{article + 1}", "start": span.start, "end": span.end, "text": span.of(texts[article])}

    records = [
        {
            "id": given,
            "kind": group.kind,
            "actor": group.statements[0].speaker,
            "themes": list(group.themes),
            "answers": [{"to": to if isinstance(to, str) else ids[to], "how": how} for to, how in group.answers],
            "passages": [{**quoted(one.article, one.span), "actor": one.speaker} for one in group.every],
        }
        for given, group in zip(ids, reading.groups, strict=True)
    ]
    return {
        "actors": [{"id": one.id, "name": one.name} for one in reading.speakers.values()],
        "sources": [{"id": f"S{n + 1}", "file": one.seed.file} for n, one in enumerate(reading.articles)],
        "records": records,
        "sentences": [
            {**quoted(number, one.span), "use": one.use}
            for number, article in enumerate(reading.articles)
            for one in article.sentences
        ],
        "discrepancies": [
            {"id": f"D{n + 1}", "kind": one.kind, "passages": [quoted(article, span) for article, span in one.spans]}
            for n, one in enumerate(reading.differences)
        ],
    }


def score(gold: Path, name: str, errors: int = 0) -> dict[str, Any]:
    """The figures of score_dossier.py for a dispute."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dossier.json"
        path.write_text(json.dumps(dossier(read(gold, name))), encoding="utf-8")
        command = [sys.executable, EVAL / "score_dossier.py", path, gold, name, "--json", "--errors", str(errors)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    if done.stderr:
        print(done.stderr, file=sys.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def mean(columns: list[dict[str, Any]]) -> dict[str, Any]:
    """The mean of every figure of several disputes, of those that have it."""
    found: dict[str, Any] = {}
    for key in columns[0]:
        held = [one[key] for one in columns if not isinstance(one[key], str)]
        if held and isinstance(held[0], list):
            found[key] = [round(sum(some) / len(held), 1) for some in zip(*held, strict=True)]
        else:
            found[key] = sum(held) / len(held) if held else "n/a"
    return found


def main(arguments: list[str]) -> None:
    """Prints a table, one column a dispute."""
    errors = next((int(one.split("=")[1]) for one in arguments if one.startswith("--errors=")), 0)
    gold = next((Path(one.split("=")[1]) for one in arguments if one.startswith("--gold=")), EVAL / "dev")
    names = [one for one in arguments if not one.startswith("--")] or sorted(path.stem for path in gold.glob("*.yml"))
    columns = [score(gold, name, errors) for name in names]
    if "--mean" in arguments:
        names, columns = [f"mean of {len(columns)}"], [mean(columns)]
    print(f"{'':24}" + "".join(f"{name:>24}" for name in names))
    for key in columns[0]:
        cells = [one[key] if not isinstance(one[key], float) else round(one[key], 1) for one in columns]
        print(f"{key:24}" + "".join(f"{cell!s:>24}" for cell in cells))


if __name__ == "__main__":
    main(sys.argv[1:])
