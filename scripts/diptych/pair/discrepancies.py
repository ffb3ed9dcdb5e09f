"""What the articles should agree on and do not: wordings of one quotation, values of one figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from diptych.collector import paused
from diptych.drafts import Article, Difference, Speaker, Statement
from diptych.pair.align import Rewrites
from diptych.pair.counts import Mention, disagreeing
from diptych.pair.quotations import Quotation, altered, differing, quotations
from diptych.pair.running import continued
from diptych.spans import Span
from diptych.values import DiscrepancyKind


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
        sets = continued(articles, filter(differing, altered(articles, held, made_from)))
        return _differences(articles, "quotation", sets, _shortened)


def of_figures(articles: Sequence[Article], made_from: Rewrites) -> list[Difference]:
    """Figures with different values: the articles alone tell them."""
    return _differences(articles, "figure", disagreeing(articles, made_from), " or ".join)


def _differences(
    articles: Sequence[Article],
    kind: DiscrepancyKind,
    sets: Iterable[Sequence[Quotation | Mention]],
    what: Callable[[list[str]], str],
) -> list[Difference]:
    """A difference for each set, and its passages, in the order of the files; `what` names it by its wordings."""

    def place(where: tuple[int, Span]) -> tuple[str, Span]:
        return articles[where[0]].seed.file, where[1]

    held = [sorted(((one.article, one.span) for one in members), key=place) for members in sets]
    made: list[Difference] = []
    for spans in sorted(held, key=lambda spans: place(spans[0])):
        texts = dict.fromkeys(span.of(articles[number].seed.text) for number, span in spans)
        made.append(Difference(kind, what([*texts]), tuple(spans)))
    return made


def _shortened(texts: Sequence[str]) -> str:
    """The first of some texts, cut at a word where it is long."""
    return texts[0] if len(texts[0]) <= 80 else texts[0][:77].rsplit(" ", 1)[0] + " …"
