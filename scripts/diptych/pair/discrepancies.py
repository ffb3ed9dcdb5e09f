"""What the articles should agree on and do not: wordings of one quotation, values of one figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from diptych.collector import paused
from diptych.drafts import Article, Difference, Speaker, Statement
from diptych.pair.align import Rewrites, rewrites
from diptych.pair.counts import disagreeing
from diptych.pair.quotations import Quotation, altered, differing, quotations
from diptych.pair.running import continued


def differences(
    articles: Sequence[Article], speakers: Mapping[str, Speaker], statements: Iterable[Statement]
) -> list[Difference]:
    """The differences between articles, quotations first, each kind in the order of its first passage."""
    made_from = rewrites(articles)
    return [*of_quotations(articles, speakers, statements, made_from), *of_figures(articles, made_from)]


def of_quotations(
    articles: Sequence[Article], speakers: Mapping[str, Speaker], statements: Iterable[Statement], made_from: Rewrites
) -> list[Difference]:
    """Quotations worded differently; who speaks, the statements tell."""
    with paused():
        said: dict[int, list[Statement]] = defaultdict(list)
        for one in statements:
            said[one.article].append(one)
        held: dict[int, list[Quotation]] = {}
        for number, article in enumerate(articles):
            if article.kind != "copy":
                sentences = [one.span for one in article.sentences if one.use != "noise"]
                held[number] = quotations(number, article.seed.text, sentences, said[number], speakers)
        found: list[Difference] = []
        for members in continued(articles, filter(differing, altered(articles, held, made_from))):
            spans = tuple((one.article, one.span) for one in members)
            found.append(Difference("quotation", _heading(articles, members[0]), spans))
        return found


def of_figures(articles: Sequence[Article], made_from: Rewrites) -> list[Difference]:
    """Figures with different values: the articles alone tell them."""
    found: list[Difference] = []
    for counted in disagreeing(articles, {n: one.kind == "copy" for n, one in enumerate(articles)}, made_from):
        texts = dict.fromkeys(one.span.of(articles[one.article].seed.text) for one in counted)
        spans = tuple((one.article, one.span) for one in counted)
        found.append(Difference("figure", " or ".join(texts), spans))
    return found


def _heading(articles: Sequence[Article], quotation: Quotation) -> str:
    text = quotation.span.of(articles[quotation.article].seed.text)
    return text if len(text) <= 80 else text[:77].rsplit(" ", 1)[0] + " …"
