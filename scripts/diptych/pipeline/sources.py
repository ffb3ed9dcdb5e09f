"""Articles found in the seeds, matched with the sources that content/ already has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from diptych.dossier import Dossier
from diptych.drafts import Article, Seed
from diptych.ledger import cited_addresses
from diptych.pipeline.identity import Places, Register, matched
from diptych.pipeline.standing import homes_of
from diptych.problems import Problem
from diptych.records import Source
from diptych.spans import Span
from diptych.store import item_file

_UNTITLED = "The file shows no headline; these are the words that the article opens with."


@dataclass(frozen=True, slots=True)
class Registered:
    """The sources as they will stand in content/, each with its article where its seed is there, in the same order."""

    sources: tuple[Source, ...]
    articles: tuple[Article, ...]
    kept: tuple[Source, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @property
    def every(self) -> tuple[Source, ...]:
        """All sources, also those that nothing was read from."""
        return (*self.sources, *self.kept)


def register(dossier: Dossier, seeds: Sequence[Seed], articles: Sequence[Article], ids: Register) -> Registered:
    """Gives every article its source: the reviewed one as it stands, the proposed one rewritten, or a new one.

    `articles` are those of the seeds, by file and place. A seed that only got another name is known by its bytes.
    Sources whose seed is gone, reviewed ones whose seed has changed, and released ones that their seed shows no more
    are kept as they are: only a person may drop evidence.
    """
    texts = {seed.file: seed for seed in seeds}
    homes = homes_of(dossier.sources, texts)
    reviewed = [source for source in dossier.sources if source.status == "reviewed"]
    proposed = [source for source in dossier.sources if source.status == "proposed" and source.id in homes]
    standing = Places({source.id: [(homes[source.id], source.span)] for source in reviewed if source.id in homes})
    given: dict[int, str] = {}
    free: list[int] = []
    for number, article in enumerate(articles):
        shared = standing.sharing((article.seed.file, article.span))
        if shared:
            given[number] = max(shared, key=lambda one: (shared[one], one))
        else:
            free.append(number)
    same = matched(
        {source.id: [(homes[source.id], source.span)] for source in proposed},
        [[(articles[number].seed.file, articles[number].span)] for number in free],
    )
    given |= {number: same.get(place) or ids.next("S") for place, number in enumerate(free)}
    pairs = [(_source(articles[number], given[number], given), articles[number]) for number in free]
    pairs += [
        (source, _as_stored(source, texts[source.file]))
        for source in reviewed
        if homes.get(source.id) == source.file and texts[source.file].sha256 == source.sha256
    ]
    pairs.sort(key=lambda pair: (pair[1].seed.file, pair[1].span))
    order = {source.id: place for place, (source, _) in enumerate(pairs)}
    cited = frozenset(cited_addresses(dossier.permalinks))
    found = {source.id for source, _ in pairs}
    found |= {source.id for source in proposed if f"sources/{source.id}/" not in cited}
    return Registered(
        tuple(source for source, _ in pairs),
        tuple(replace(one, copy_of=order.get(source.copy_of or "")) for source, one in pairs),
        tuple(source for source in dossier.sources if source.id not in found),
        tuple(_moved(source, homes[source.id]) for source in reviewed if _out_of_step(source, homes, texts)),
    )


def _out_of_step(source: Source, homes: Mapping[str, str], texts: Mapping[str, Seed]) -> bool:
    home = homes.get(source.id)
    return home is not None and (home != source.file or texts[home].sha256 != source.sha256)


def _moved(source: Source, home: str) -> Problem:
    """A reviewed source whose seed is no longer what it was: nothing is read from it until a person has looked."""
    if home != source.file:
        said = f"{source.file} is now called {home}; nothing was read from it"
        hint = f"write `file: {home}` into the source, or run `diptych review refind`"
        code = "seed-renamed"
    else:
        said = f"{source.file} has changed since {source.id} was reviewed; nothing was read from it"
        hint = "put the old seed back, or run `diptych review`"
        code = "seed-changed"
    return Problem(item_file(source), 0, 0, code, said, hint, "warning")


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
        added={} if article.title else {"title": _UNTITLED},
        note=article.evidence,
        sentences=article.sentences,
    )


def _opening(article: Article) -> str:
    """What to call an article that shows no headline: its first words, in square brackets as catalogues do."""
    body = [one.span for one in article.sentences if one.use != "noise"] or [article.span]
    words = Span(body[0].start, min(body[0].end, body[0].start + 400)).of(article.seed.text).split()
    return "[" + " ".join(words[:10]) + (" …]" if len(words) > 10 else "]")
