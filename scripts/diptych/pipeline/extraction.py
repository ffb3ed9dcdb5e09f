"""seeds → proposed records in content/: ingest, attribute, classify, pair, and what of it may be written."""

from __future__ import annotations

import gc
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from diptych.collector import paused
from diptych.cores import usable
from diptych.dossier import Dossier
from diptych.drafts import Article, Reading
from diptych.extract import Lexicon, attribute, lexicon
from diptych.extract.corpus import common
from diptych.extract.speakers import named
from diptych.ingest import ingest
from diptych.lexicons import laying, mark
from diptych.notes import NOTES, digest_of
from diptych.pair import compare, pair
from diptych.pipeline.build.ground import ground, parsed, template_directories
from diptych.pipeline.build.manifest import home
from diptych.pipeline.cards import carded
from diptych.pipeline.cluster import cluster
from diptych.pipeline.files import files
from diptych.pipeline.identity import Register
from diptych.pipeline.propose import propose
from diptych.pipeline.readings import (
    ARTICLES,
    FOLDER,
    Form,
    Readings,
    packed,
    packed_articles,
    remembered,
    shifted,
    speakers_of,
)
from diptych.pipeline.sources import Registered, register
from diptych.pipeline.standing import quoted, reports, standing
from diptych.pipeline.stating import stating
from diptych.pipeline.summary import Summary, summed
from diptych.pipeline.whole import whole
from diptych.pipeline.workers import WORTH, Workers, workers
from diptych.problems import DossierError, Problem
from diptych.progress import Progress, unshown
from diptych.spans import Span
from diptych.store import load, read_seed, write
from diptych.topic import Topic, topic_of


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a run of extraction did: the files it changed, and what is proposed now, counted by folder."""

    changed: tuple[str, ...]
    proposed: dict[str, int]
    warnings: tuple[Problem, ...]
    summary: Summary


def extract(root: Path, jobs: int | None = 1, progress: Progress = unshown, scheduler: str | None = None) -> Extracted:
    """Reads seeds/ and proposes sources, records, actors, themes and discrepancies in content/.

    Only what is `status: proposed` is ever rewritten or withdrawn. A reviewed source is finished: nothing is proposed
    from it. The result does not depend on `jobs`, the number of processes; None leaves it to the
    cores and the number of sources. A script that asks for several needs the usual `if __name__ == "__main__"`.
    With `scheduler`, the address of a Dask cluster, its workers take the place of processes here, with the same result.
    Raises `DossierError`, and writes nothing, where content/ or a seed can't be read, and `ClusterError` where the
    cluster can't be used.
    """
    before = parsed(root, ground(template_directories(root)))
    loaded = load(root, before)
    dossier, seeds = loaded.opened()
    del loaded.seeds  # as bytes, too, they are held no longer
    ids = Register(dossier)
    spread = cluster(scheduler, progress) if scheduler else workers(jobs or usable(len(seeds), WORTH), progress)
    held = Readings(
        root / NOTES / FOLDER, f"diptych reading 1 {home(root)} {ground(())} {version('nupunkt')} {mark(loaded.lists)}"
    )
    with laying(loaded.lists), spread as others:
        articles = ingest(
            seeds,
            lambda read, every: remembered(
                held, ARTICLES, every, partial(others.map, "reading", partial(packed_articles, read))
            ),
        )
        registered = carded(register(dossier, seeds, articles, ids), loaded.cards, dossier.file.language)
        now = standing(registered.every, quoted(dossier), {seed.file: seed for seed in seeds}, articles)
        reading = _read(dossier, registered, others, held)
        progress("proposing", 0, 0)
        proposal = propose(dossier, registered, reading, now, ids)
        made = files(proposal, dossier, registered, loaded.texts, ids, others.each, held, before)
    changed = write(root, made, {file: loaded.texts.get(file) for file in made})
    held.sweep()
    before.save()
    warnings = (*registered.warnings, *reports(dossier, now))
    return Extracted(
        tuple(changed),
        proposal.counts(registered),
        warnings,
        summed(dossier, registered, proposal, [file for file in changed if made[file] is not None], len(warnings)),
    )


def attributions(file: Path) -> dict[str, object]:
    """Who said what in one text file, as plain data: offsets are code points of the file.

    Raises `DossierError` where it is not UTF-8, or longer than a seed may be, and `OSError`.
    """
    seed = read_seed(file, file.name)
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
            for one in shifted(attribute(*_Text.of(article), words), article.span.start)
        ],
    }


def _read(dossier: Dossier, registered: Registered, others: Workers, held: Readings) -> Reading:
    """What the articles say; nothing where all are reviewed, since a finished source takes no proposals."""
    articles = registered.articles
    if all(source.status == "reviewed" for source in registered.sources):
        return Reading(articles)
    asked = [_Text.of(article) for article in articles if article.kind != "copy"]
    cues = dossier.cues.model_dump_json()
    read = partial(others.map, "attributing", partial(_attributed, cues=cues))
    made = iter(list(remembered(held, Form(partial(_key, cues=cues), lambda _, kept: kept), asked, read)))
    del asked
    found = ["[]" if article.kind == "copy" else next(made) for article in articles]
    del made
    topic = topic_of(dossier)
    return whole(articles, found, topic, held, partial(_paired, articles, found, topic, others, held))


def _paired(
    articles: Sequence[Article], found: Sequence[str], topic: Topic, others: Workers, held: Readings
) -> Reading:
    """What the articles say together, by the packed attributions of each."""
    others.progress("identifying", 0, 0)
    compared = compare(articles, others.start, others.share)
    with paused():
        known = common(articles, {name for one in found for name in speakers_of(one)}, topic)
        told = stating(articles, compared.articles, found, known, others, held)
        speakers, statements = named(topic, known.affiliations, told)
    del known, told
    gc.collect()  # what knew who is who in every article goes before as much is made of the statements
    others.progress("pairing", 0, 0)
    return pair(compared, speakers, statements, topic, others.start, others.share)


class _Text(NamedTuple):
    """What is read of an article: its words and where its sentences are, in offsets of its own; little to hand over."""

    text: str
    sentences: list[Span]

    @classmethod
    def of(cls, article: Article) -> _Text:
        """The text of an article without the rest of its seed, and its sentences."""
        start, end = article.span
        inside = [one.span.shifted(-start) for one in article.sentences if one.use != "noise"]
        return cls(article.seed.text[start:end], inside)


def _key(given: _Text, cues: str) -> str:
    """What the attributions of an article come from."""
    spans = " ".join(f"{span.start} {span.end}" for span in given.sentences)
    return digest_of(("attributions", cues, spans, given.text))


def _attributed(given: _Text, cues: str) -> str:
    """The attributions of one article in its own offsets, packed; `cues` is the dossier's cues.yml as JSON."""
    return packed(attribute(*given, _lexicon(cues)))


@lru_cache(maxsize=1)
def _lexicon(cues: str) -> Lexicon:
    return lexicon(json.loads(cues))
