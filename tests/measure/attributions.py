"""Scores `attribute` on gold in the scorer's JSON lines, and direct quotations on annotated disputes.

python tests/measure/attributions.py GOLD.jsonl …      the table's row for each
python tests/measure/attributions.py --direct [DIR]    direct quotations of DIR/*.yml
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from diptych.drafts import Attribution, Seed
from diptych.extract import Lexicon, attribute, lexicon
from diptych.ingest import ingest
from diptych.spans import Span

EVAL = Path(__file__).parents[1] / "eval"
sys.path.insert(0, str(EVAL))

from score_dossier import Names, words  # noqa: E402


def sentences(text: str) -> list[Span]:
    """The sentences of a text as the pipeline sees them."""
    seed = Seed("seeds/text.txt", text, hashlib.sha256(text.encode()).hexdigest())
    return [one.span for article in ingest([seed]) for one in article.sentences if one.use != "noise"]


def predict(gold: dict[str, Any], words: Lexicon) -> tuple[dict[str, Any], float]:
    """The attributions of every text of a gold file in its own format, and the processor seconds they took."""
    found: dict[str, Any] = {}
    seconds = 0.0
    for doc_id, doc in gold.items():
        spans = sentences(doc["text"])
        start = time.process_time()
        made = attribute(doc["text"], spans, words)
        seconds += time.process_time() - start
        rows = [{"source": one.source, "cue": one.cue, "content": [list(span) for span in one.content]} for one in made]
        found[doc_id] = {"doc_id": doc_id, "attributions": rows}
    return found, seconds


@dataclass(frozen=True)
class Direct:
    """Direct quotations of a gold: how many there are, are found with their exact span, and have the right speaker."""

    total: int
    exact: int
    right: int
    wrong: tuple[str, ...]

    @property
    def found(self) -> float:
        return 100 * self.exact / self.total

    @property
    def speaker(self) -> float:
        return 100 * self.right / self.total


def _by_span(found: list[Attribution]) -> dict[tuple[int, int], Attribution]:
    """Each quotation or part of what is said, with the attribution that holds it innermost."""
    by_span: dict[tuple[int, int], Attribution] = {}
    for one in sorted(found, key=lambda one: one.content[0].start - one.content[-1].end):
        for span in (*one.quotes, *one.content):
            by_span[span.start, span.end] = one
    return by_span


def _unnamed(one: Attribution, mention: str, gold: str) -> bool:
    """Whether gold describes somebody without a name (lower case), and the mention found shares a word of that."""
    return gold[:1].islower() and one.speaker is None and bool(set(words(gold)) & set(words(mention)))


def direct(folder: Path, name: str, words: Lexicon) -> Direct:
    """Compares with `direct_quotes` of a dispute's gold; unnamed speakers are right by a word of their description."""
    meta = yaml.safe_load((folder / f"{name}.yml").read_text(encoding="utf-8"))
    sides = [[side["name"], *(side.get("aliases") or [])] for side in (meta["reporting_party"], meta["respondent"])]
    names = Names([*sides, *(meta.get("aliases") or [])])
    total = exact = right = 0
    wrong: list[str] = []
    for article, quotes in meta["direct_quotes"].items():
        text = (folder / f"{article}.txt").read_bytes().decode("utf-8")
        by_span = _by_span(attribute(text, sentences(text), words))
        for quote in quotes:
            span = Span(quote["start"], quote["end"])
            one = by_span.get((span.start, span.end))
            mention = one.source.of(text) if one is not None and one.source else ""
            who = (one.speaker or mention) if one is not None else ""
            good = one is not None and (names.same(who, quote["speaker"]) or _unnamed(one, mention, quote["speaker"]))
            total, exact, right = total + 1, exact + (one is not None), right + good
            if not good:
                wrong.append(
                    f"{article} {span.of(text)[:60]!r}: {quote['speaker']!r}, not {who!r}"
                    if one
                    else f"{article} {span.of(text)[:60]!r}: not found"
                )
    return Direct(total, exact, right, tuple(wrong))


def _row(path: Path, words: Lexicon) -> str:
    from score_attributions import load, score

    gold = load(path)
    found, seconds = predict(gold, words)
    result, _ = score(gold, found)
    size = sum(len(doc["text"].split()) for doc in gold.values())
    figures = [
        f"{name} {result[key]['F1']:.1f}"
        for name, key in (
            ("content@50", "content@50"),
            ("exact", "content@exact"),
            ("with speaker", "speaker_e2e@overlap"),
        )
    ]
    return f"{path.name}: {', '.join(figures)}; {size / 700 / seconds:.0f} articles of 700 words a second"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="*")
    parser.add_argument("--direct", type=Path, nargs="?", const=EVAL / "dev")
    args = parser.parse_args()
    words = lexicon()
    for path in args.gold:
        print(_row(path, words))
    if args.direct:
        for file in sorted(args.direct.glob("*.yml")):
            result = direct(args.direct, file.stem, words)
            shares = f"{result.found:.1f}% exact, {result.speaker:.1f}% right speaker"
            print(f"{file.stem}: {result.total} direct quotations, {shares}")
            for line in result.wrong:
                print("  ", line)


if __name__ == "__main__":
    main()
