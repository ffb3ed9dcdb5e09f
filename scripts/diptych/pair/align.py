"""Which sentence of a rewritten article is which of its original."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from diptych.drafts import Article
from diptych.pair.originals import originals
from diptych.pair.sequence import in_order
from diptych.pair.words import grams, words
from diptych.spans import Span

T = TypeVar("T")

#: By the place of a rewrite: the place of its original, and pairs (sentence of the original, sentence of the rewrite).
Rewrites = Mapping[int, tuple[int, Sequence[tuple[Span, Span]]]]

#: Below this likeness two sentences are not held to be one.
_LIKE = 0.2


def rewrites(articles: Sequence[Article]) -> Rewrites:
    """For every rewrite: the place of the article it was made from, and their sentences side by side."""
    return {
        number: (original, aligned(articles[original], articles[number]))
        for number, original in originals(articles).items()
    }


def facing(
    made_from: Rewrites, held: Mapping[int, Sequence[T]], span_of: Callable[[T], Span]
) -> Iterator[tuple[list[T], list[T]]]:
    """For each sentence of a rewrite what lies on the sentence it was made from, and what on itself.

    `held` has the things of each article, by its place.
    """
    for number, (original, sentences) in made_from.items():
        for left, right in sentences:
            theirs = [one for one in held.get(original, ()) if left.overlap(span_of(one))]
            yield theirs, [one for one in held.get(number, ()) if right.overlap(span_of(one))]


def aligned(original: Article, rewrite: Article) -> list[tuple[Span, Span]]:
    """Pairs (sentence of the original, sentence of the rewrite) in order, none used twice.

    The best global alignment of the two lists on how many words and character n-grams two sentences share: a rewriter
    changes words and drops sentences, but hardly ever their order. What stands between two pairs is one, too, where it
    is as many sentences in the rewrite as in the original.
    """
    left, right = ([one.span for one in article.sentences if one.use != "noise"] for article in (original, rewrite))
    bags = [_bag(span.of(original.seed.text)) for span in left]
    others = [_bag(span.of(rewrite.seed.text)) for span in right]
    alike = [[value if (value := like(a, b)) >= _LIKE else 0.0 for b in others] for a in bags]
    pairs = in_order(alike)
    between = [
        (one[0] + n, one[1] + n)
        for one, other in pairwise(pairs)
        if other[0] - one[0] == other[1] - one[1]
        for n in range(1, other[0] - one[0])
    ]
    return [(left[i], right[j]) for i, j in sorted([*pairs, *between])]


def _bag(text: str) -> Counter[str]:
    found = Counter(words(text))
    found.update(grams(text))
    return found


def like(one: Counter[str], other: Counter[str]) -> float:
    """What two bags of words share, from 0 to 1 (Dice)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
