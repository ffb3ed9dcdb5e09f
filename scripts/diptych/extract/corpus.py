"""What all articles tell together, before any of them is read for what it states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from diptych.drafts import Article
from diptych.extract.affiliation import Affiliations
from diptych.extract.antecedents import Antecedents
from diptych.extract.overseers import overseers
from diptych.extract.parties import Parties
from diptych.extract.reports import owned
from diptych.topic import Topic
from diptych.values import PartyRole


@dataclass(frozen=True, slots=True)
class Common:
    """Whom names and nouns mean that come up in any article.

    `papers` are the documents that only one party has, `overseers` the offices that only others have.
    """

    topic: Topic
    parties: Parties
    papers: Mapping[str, PartyRole]
    affiliations: Affiliations
    overseers: frozenset[str] = frozenset()


def reading_order(articles: Sequence[Article]) -> list[int]:
    """The places of the articles in an order that is their own."""
    return sorted(range(len(articles)), key=lambda number: articles[number].order)


def stating_order(articles: Sequence[Article]) -> list[int]:
    """The places, in that order, of the articles whose statements are made: a copy's are those of its original."""
    return [number for number in reading_order(articles) if articles[number].kind != "copy"]


def common(articles: Sequence[Article], names: Iterable[str], topic: Topic) -> Common:
    """What the articles tell of the parties, their papers and of persons; `names` are those of the attributions."""
    ordered = [articles[number] for number in reading_order(articles)]
    parties = Parties(topic, [one.span.of(one.seed.text) for one in ordered])
    sentences = [[said.span for said in one.sentences if said.use != "noise"] for one in ordered]
    texts = [one.seed.text for one in ordered]
    papers = owned(texts, parties)

    @lru_cache(maxsize=1)
    def before(number: int) -> Antecedents:
        return Antecedents(texts[number], sentences[number], parties, papers)

    rewritten = frozenset(number for number, one in enumerate(ordered) if one.kind == "rewrite")
    told = Affiliations(texts, sentences, names, parties, before, rewritten)
    return Common(topic, parties, papers, told, overseers(texts, parties))
