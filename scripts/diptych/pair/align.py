"""Which sentence of a rewritten article is which of its original."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from diptych.drafts import Article
from diptych.pair.words import grams, words
from diptych.spans import Span

#: Below this likeness two sentences are not held to be one.
_LIKE = 0.2
#: An article that shares less with every original was made from none of them.
_SAME = 0.3


def aligned(original: Article, rewrite: Article) -> list[tuple[Span, Span]]:
    """Pairs (sentence of the original, sentence of the rewrite) in order, none used twice.

    The best global alignment of the two lists (Needleman and Wunsch 1970) on how many words and character n-grams two
    sentences share: a rewriter changes words and drops sentences, but hardly ever their order.
    """
    left = [one.span for one in original.sentences]
    right = [one.span for one in rewrite.sentences]
    bags = [_bag(span.of(original.seed.text)) for span in left]
    others = [_bag(span.of(rewrite.seed.text)) for span in right]
    likeness = [[like(a, b) for b in others] for a in bags]
    return [(left[i], right[j]) for i, j in _best(likeness) if likeness[i][j] >= _LIKE]


def originals(articles: Sequence[Article]) -> dict[int, int]:
    """For every rewrite, the place of the article it was made from: the one named, else the most alike one."""
    found: dict[int, int] = {}
    bags: dict[int, Counter[str]] = {}
    for number, article in enumerate(articles):
        if article.kind != "rewrite":
            continue
        if article.copy_of is not None:
            found[number] = article.copy_of
            continue
        if not bags:
            bags = {n: _bag(one.span.of(one.seed.text)) for n, one in enumerate(articles) if one.kind == "original"}
        bag = _bag(article.span.of(article.seed.text))
        near = [(like(bag, other), articles[n].seed.file, -articles[n].span.start, n) for n, other in bags.items()]
        if near and max(near)[0] >= _SAME:
            found[number] = max(near)[3]
    return found


def _bag(text: str) -> Counter[str]:
    found = Counter(words(text))
    found.update(grams(text))
    return found


def like(one: Counter[str], other: Counter[str]) -> float:
    """What two bags of words share, from 0 to 1 (Dice)."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _best(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs of the alignment of highest total score; going past an item costs nothing."""
    rows, columns = len(scores), len(scores[0]) if scores else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            gain = scores[i][j] if scores[i][j] >= _LIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + gain)
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < rows and j < columns:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs
