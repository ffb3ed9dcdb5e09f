"""Seeds in, articles out: each with its facts and sentences, and with what it copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from diptych.drafts import Article, Seed
from diptych.ingest.clean import ledger
from diptych.ingest.copies import Copy, copies, resembling
from diptych.ingest.metadata import facts
from diptych.ingest.quotations import Words, quoted
from diptych.ingest.rewrites import rewrites, spun
from diptych.ingest.split import parts
from diptych.ingest.words import folded
from diptych.spans import Span


@dataclass(frozen=True, slots=True)
class Found:
    """An article before it is compared with others, the agency that its dateline names, and what shows a rewrite."""

    article: Article
    agency: str | None = None
    spun: str = ""

    def body(self) -> str:
        """Its text without header and clutter, one sentence a line."""
        return _body(self.article.seed.text, self.article)

    def quotes(self) -> list[Words]:
        """Its quotations, those of the header left out."""
        first = next((one.start for one in self.article.sentences if one.use == "context"), self.article.span.end)
        return quoted(self.article.seed.text, Span(first, self.article.span.end))


#: Applies a function to every seed, as `map` does, with the results in their order; perhaps in other processes.
Each = Callable[[Callable[[Seed], list[Found]], Sequence[Seed]], Iterable[list[Found]]]


def ingest(seeds: Sequence[Seed], each: Each = map) -> tuple[Article, ...]:
    """The articles of the seeds by file and place, whatever the order of the seeds.

    What is found in one seed, `each` finds; the articles are compared here.
    An article that names no other publisher has the agency of its dateline for one, unless it is a copy or a rewrite:
    what repeats an agency's text is not the agency.
    """
    ordered = sorted(seeds, key=lambda seed: (seed.file, seed.sha256, seed.text))
    found: list[Found] = []
    texts: list[tuple[str, ...]] = []
    quotes: list[list[Words]] = []
    for seed, some in zip(ordered, each(_articles, ordered), strict=True):
        for bare in some:
            one = replace(bare, article=replace(bare.article, seed=seed))
            found.append(one)
            texts.append(tuple(folded(one.body())))  # while others read the next seeds, perhaps
            quotes.append(one.quotes())
    repeated = _repeated([one.article for one in found], texts)
    originals = [place for place in range(len(found)) if place not in repeated]
    rewritten = rewrites([found[place].spun for place in originals], [quotes[place] for place in originals])
    evidence = {originals[place]: said for place, said in rewritten.items()}
    return tuple(_judged(one, found, repeated.get(place), evidence.get(place)) for place, one in enumerate(found))


def edited(articles: Sequence[Article]) -> dict[int, Copy]:
    """The articles (their places) that may be others with changes: which, and how much of each stands there.

    This is no finding: two reports that quote one text at length are alike as well. A person can tell.
    """
    own = [place for place, one in enumerate(articles) if one.kind == "original"]
    near = resembling([tuple(folded(Found(articles[place]).body())) for place in own])
    return {own[place]: Copy(own[copy.of], copy.share) for place, copy in near.items()}


def _repeated(articles: Sequence[Article], texts: Sequence[tuple[str, ...]]) -> dict[int, Copy]:
    """The articles (their places) that repeat others; of equal ones that are dated, the first published comes first."""
    equal: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, one in enumerate(articles):
        if one.published:
            equal[texts[place]].append(place)
    order = list(range(len(articles)))
    for places in equal.values():
        for place, first in zip(places, sorted(places, key=lambda one: articles[one].published or ""), strict=True):
            order[place] = first
    return {order[place]: Copy(order[copy.of], copy.share) for place, copy in copies(texts).items()}


def _articles(seed: Seed) -> list[Found]:
    """The articles of one seed, none of them compared with any other; they leave the seed's text behind."""
    bare = replace(seed, text="")
    text = f" {seed.text[1:]}" if seed.text.startswith("\ufeff") else seed.text  # a byte order mark is no word
    found: list[Found] = []
    for part in parts(text):
        known = facts(text, part.span, part.header)
        header = part.header.span if part.header else None
        article = Article(
            seed=bare,
            span=part.span,
            sentences=ledger(text, part.span, header, known.headline),
            title=known.title,
            publisher=known.publisher,
            authors=known.authors,
            published=known.published,
        )
        found.append(Found(article, known.agency, spun(_body(text, article))))
    return found


def _body(text: str, article: Article) -> str:
    return "\n".join(text[one.start : one.end] for one in article.sentences if one.use == "context")


def _judged(one: Found, found: Sequence[Found], copy: Copy | None, rewritten: str | None) -> Article:
    """The article with its kind and the evidence for it."""
    if copy is not None:
        first = found[copy.of].article
        same = folded(one.body()) == folded(found[copy.of].body())
        said = "the same words as" if same else f"{copy.share:.0%} of the runs of five words compared stand in"
        evidence = f"{said} {first.seed.file} from {first.span.start} on"
        return replace(one.article, kind="copy", copy_of=copy.of, evidence=evidence)
    if rewritten is not None:
        return replace(one.article, kind="rewrite", evidence=rewritten)
    return replace(one.article, publisher=one.article.publisher or one.agency)
