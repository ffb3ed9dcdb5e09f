"""seeds → proposed records in content/: ingest, attribute, classify, pair, and what of it may be written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from diptych.drafts import Article, Attribution, Reading, Seed
from diptych.extract import Lexicon, attribute, lexicon
from diptych.extract.classify import classify
from diptych.ingest import ingest
from diptych.pair import pair
from diptych.pipeline.files import files
from diptych.pipeline.identity import Register
from diptych.pipeline.propose import propose
from diptych.pipeline.sources import Registered, register
from diptych.pipeline.standing import quoted, reports, standing
from diptych.problems import DossierError, Problem
from diptych.records import Dossier
from diptych.store import decoded, load, write
from diptych.topic import topic_of


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a run of extraction did: the files it changed, and what is proposed now, counted by folder."""

    changed: tuple[str, ...]
    proposed: dict[str, int]
    warnings: tuple[Problem, ...] = ()


def extract(root: Path) -> Extracted:
    """Reads seeds/ and proposes sources, records, actors, themes and discrepancies in content/.

    Only what is `status: proposed` is ever rewritten or withdrawn. A reviewed source is finished: nothing is proposed
    from it. Raises `DossierError`, and writes nothing, where content/ or a seed can't be read.
    """
    loaded = load(root)
    found = [decoded(file, data) for file, data in loaded.seeds.items()]
    faults = [*loaded.problems, *(seed for seed in found if isinstance(seed, Problem))]
    if faults or loaded.dossier is None:
        raise DossierError(faults)
    dossier, ids = loaded.dossier, Register(loaded.dossier)
    seeds = [seed for seed in found if isinstance(seed, Seed)]
    articles = ingest(seeds)
    registered = register(dossier, seeds, articles, ids)
    now = standing(registered.every, quoted(dossier), {seed.file: seed for seed in seeds}, articles)
    proposal = propose(dossier, registered, _read(dossier, registered), now, ids)
    changed = write(root, files(proposal, dossier, registered, loaded.texts, ids))
    warnings = (*registered.warnings, *reports(dossier, now))
    return Extracted(tuple(changed), proposal.counts(registered), warnings)


def attributions(file: Path) -> dict[str, object]:
    """Who said what in one text file, as plain data: offsets are code points of the file."""
    seed = decoded(file.name, file.read_bytes())
    if isinstance(seed, Problem):
        raise DossierError([seed])
    words = lexicon()
    return {
        "doc_id": file.stem,
        "text": seed.text,
        "attributions": [
            {
                "source": one.source and list(one.source),
                "cue": one.cue and list(one.cue),
                "content": [list(span) for span in one.content],
            }
            for article in ingest([seed])
            for one in _attributions(article, words)
        ],
    }


def _read(dossier: Dossier, registered: Registered) -> Reading:
    """What the articles say; nothing where all are reviewed, since a finished source takes no proposals."""
    articles = registered.articles
    if all(source.status == "reviewed" for source in registered.sources):
        return Reading(articles)
    words = lexicon(dossier.cues.model_dump(mode="json"))
    found = [[] if article.kind == "copy" else _attributions(article, words) for article in articles]
    topic = topic_of(dossier)
    speakers, statements = classify(articles, found, topic)
    return pair(articles, speakers, statements, topic)


def _attributions(article: Article, words: Lexicon) -> list[Attribution]:
    """The attributions of one article, in offsets of its seed."""
    start, end = article.span
    inside = [one.span for one in article.sentences if one.use != "noise"]
    found = attribute(article.seed.text[start:end], [span.shifted(-start) for span in inside], words)
    return [
        replace(
            one,
            content=tuple(span.shifted(start) for span in one.content),
            source=one.source and one.source.shifted(start),
            cue=one.cue and one.cue.shifted(start),
            quotes=tuple(span.shifted(start) for span in one.quotes),
        )
        for one in found
    ]
