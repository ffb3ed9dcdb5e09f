"""Articles found in the seeds, matched with the sources that content/ already has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diptych.drafts import Article, Seed
from diptych.pipeline.identity import Ledger, matched
from diptych.problems import Problem
from diptych.records import Dossier, Source
from diptych.spans import Span

_UNTITLED = "The file shows no headline; these are the words that the article opens with."


@dataclass(frozen=True, slots=True)
class Registered:
    """The sources as they will stand in content/, each with its article where its seed is there, in the same order."""

    sources: tuple[Source, ...]
    articles: tuple[Article, ...]
    kept: tuple[Source, ...] = ()
    warnings: tuple[Problem, ...] = ()


def register(dossier: Dossier, articles: Sequence[Article], ledger: Ledger) -> Registered:
    """Gives every article its source: the reviewed one as it stands, the proposed one rewritten, or a new one.

    Sources whose seed is gone or has changed are kept as they are, reviewed or not: only a person may drop evidence.
    """
    hashes = {article.seed.file: article.seed.sha256 for article in articles}
    sure = [source for source in dossier.sources if source.status == "reviewed" or source.file not in hashes]
    loose = [source for source in dossier.sources if source.status == "proposed" and source.file in hashes]
    seeds = {article.seed.file: article.seed for article in articles}
    pairs: list[tuple[Source, Article]] = []
    warnings: list[Problem] = []
    for source in sure:
        if hashes.get(source.file) == source.sha256:
            pairs.append((source, _as_stored(source, seeds[source.file])))
        elif source.file in hashes:
            said = f"{source.file} has changed since {source.id} was reviewed; nothing was read from it"
            hint = "put the old seed back, or review the source again and write its new sha256"
            warnings.append(Problem(f"content/sources/{source.id}.yml", 0, 0, "seed-changed", said, hint, "warning"))
    reviewed = [(source.file, source.span) for source in sure]
    free = [one for one in articles if not any(one.seed.file == f and one.span.overlap(s) for f, s in reviewed)]
    same = matched(
        {source.id: [(source.file, source.span)] for source in loose},
        [[(article.seed.file, article.span)] for article in free],
    )
    places = {id(article): place for place, article in enumerate(articles)}
    given = {places[id(article)]: same.get(n) or ledger.next("S") for n, article in enumerate(free)}
    given |= {
        place: source.id
        for source in sure
        for place, one in enumerate(articles)
        if one.seed.file == source.file and one.span.overlap(source.span)
    }
    pairs += [(_source(one, given[places[id(one)]], given), one) for one in free]
    order = {source.id: number for number, (source, _) in enumerate(pairs)}
    pairs = [
        (source, replace(one, copy_of=order.get(source.copy_of) if source.copy_of else None)) for source, one in pairs
    ]
    found = {source.id for source, _ in pairs}
    return Registered(
        tuple(source for source, _ in pairs),
        tuple(article for _, article in pairs),
        tuple(source for source in sure if source.id not in found),
        tuple(warnings),
    )


def _as_stored(source: Source, seed: Seed) -> Article:
    """A reviewed source's article as a person left it, whatever ingest makes of the seed."""
    return Article(
        seed=seed,
        span=source.span,
        sentences=source.sentences,
        title=source.title,
        publisher=source.publisher,
        authors=source.authors,
        published=source.published,
        kind=source.kind,
    )


def _source(article: Article, given: str, ids: dict[int, str]) -> Source:
    return Source(
        id=given,
        file=article.seed.file,
        start=article.span.start,
        end=article.span.end,
        sha256=article.seed.sha256,
        title=article.title or _opening(article),
        publisher=article.publisher,
        authors=article.authors,
        published=article.published,
        kind=article.kind,
        copy_of=ids[article.copy_of] if article.copy_of is not None else None,
        added={}
        if article.title
        else {"title": "The file shows no headline; these are the words the article opens with."},
        note=article.evidence,
        sentences=article.sentences,
    )


def _opening(article: Article) -> str:
    """What to call an article that shows no headline: its first words, in square brackets as catalogues do."""
    body = [one.span for one in article.sentences if one.use != "noise"] or [article.span]
    words = Span(body[0].start, min(body[0].end, body[0].start + 400)).of(article.seed.text).split()
    return "[" + " ".join(words[:10]) + (" …]" if len(words) > 10 else "]")
