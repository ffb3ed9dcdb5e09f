"""What the articles should agree on and do not: wordings of one quotation, values of one figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from diptych.collector import paused
from diptych.drafts import Article, Difference, Speaker, Statement
from diptych.pair.align import Rewrites
from diptych.pair.counts import disagreeing, one_a_value, with_units
from diptych.pair.mentions import Mention
from diptych.pair.quotations import Quotation, altered, differing, quotations
from diptych.pair.running import continued
from diptych.pair.shown import shown
from diptych.spans import Span
from diptych.values import DiscrepancyKind

Found = TypeVar("Found", Quotation, Mention)

#: Of a quotation, a heading shows so many code points.
_LONGEST = 80


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
        return _differences(
            articles, "quotation", sets, lambda members: f"“{shown(_texts(articles, members)[0], _LONGEST)}”"
        )


def of_figures(articles: Sequence[Article], made_from: Rewrites) -> list[Difference]:
    """Figures with different values, each with what it counts: the articles alone tell them."""
    sets = [with_units(articles, members) for members in disagreeing(articles, made_from)]
    return _differences(articles, "figure", sets, lambda members: " or ".join(_texts(articles, one_a_value(members))))


def _differences(
    articles: Sequence[Article],
    kind: DiscrepancyKind,
    sets: Iterable[Sequence[Found]],
    what: Callable[[list[Found]], str],
) -> list[Difference]:
    """A difference for each set, and its passages, in the order of the files; `what` names it by its members."""

    def place(one: Quotation | Mention) -> tuple[str, Span]:
        return articles[one.article].seed.file, one.span

    held = [sorted(members, key=place) for members in sets]
    return [
        Difference(kind, what(members), tuple((one.article, one.span) for one in members))
        for members in sorted(held, key=lambda members: place(members[0]))
    ]


def _texts(articles: Sequence[Article], members: Iterable[Quotation | Mention]) -> list[str]:
    """What stands there, each text once."""
    return [*dict.fromkeys(one.span.of(articles[one.article].seed.text) for one in members)]
