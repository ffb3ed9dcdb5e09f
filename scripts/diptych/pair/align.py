"""Which sentence of a rewritten article is which of its original."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from diptych.drafts import Article
from diptych.pair.words import content, grams, words
from diptych.spans import Span

#: By the place of a rewrite: the place of its original, and pairs (sentence of the original, sentence of the rewrite).
Rewrites = Mapping[int, tuple[int, Sequence[tuple[Span, Span]]]]

#: Below this likeness two sentences are not held to be one.
_LIKE = 0.2
#: Two sentences at least this alike are one, reworded.
_SAME = 0.5
#: Words in more articles than this tell nothing about which was made from which; so many articles are tried.
_COMMON = 40
_NEAREST = 3


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


def rewrites(articles: Sequence[Article]) -> Rewrites:
    """For every rewrite, in order: the place of the article it was made from, and their sentences side by side."""
    return {
        number: (original, aligned(articles[original], articles[number]))
        for number, original in sorted(originals(articles).items())
    }


def originals(articles: Sequence[Article]) -> dict[int, int]:
    """For every rewrite, the place of the article it was made from: the one named, else the one it follows closely.

    Of the articles that share most of its rare words, that one is it of which most sentences find their like in order;
    none, where fewer than a third do.
    """
    found = {n: one.copy_of for n, one in enumerate(articles) if one.kind == "rewrite" and one.copy_of is not None}
    loose = [n for n, one in enumerate(articles) if one.kind == "rewrite" and one.copy_of is None]
    if loose:
        held = {n: set(content(one.span.of(one.seed.text))) for n, one in enumerate(articles) if one.kind != "copy"}
        posted: dict[str, list[int]] = defaultdict(list)
        for number in sorted(held, key=lambda n: (articles[n].seed.file, articles[n].span)):
            for term in held[number]:
                posted[term].append(number)
        for number in loose:
            original = _followed(articles, number, held, posted)
            if original is not None:
                found[number] = original
    return found


def _followed(
    articles: Sequence[Article], number: int, held: dict[int, set[str]], posted: dict[str, list[int]]
) -> int | None:
    shared: Counter[int] = Counter()
    for term in held[number]:
        if len(posted[term]) <= _COMMON:
            shared.update(other for other in posted[term] if other != number and articles[other].kind == "original")

    def order(other: int) -> tuple[int, str, Span]:
        return (-shared[other], articles[other].seed.file, articles[other].span)

    best: tuple[int, int] | None = None
    for other in sorted(shared, key=order)[:_NEAREST]:
        close = sum(
            1
            for left, right in aligned(articles[other], articles[number])
            if _close(articles, other, number, left, right)
        )
        if 3 * close >= len(articles[number].sentences) and (best is None or close > best[0]):
            best = (close, other)
    return best[1] if best else None


def _close(articles: Sequence[Article], original: int, rewrite: int, left: Span, right: Span) -> bool:
    return like(_bag(left.of(articles[original].seed.text)), _bag(right.of(articles[rewrite].seed.text))) >= _SAME


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
