"""The sentence that a passage stands in."""

from __future__ import annotations

from bisect import bisect_right

from diptych.drafts import Article
from diptych.spans import Span


def place_of(article: Article, passage: Span) -> int:
    """The place of the sentence that a passage starts in, or after; -1 where it stands before them all."""
    return bisect_right(article.sentences, passage.start, key=lambda one: one.start) - 1


def sentence_of(article: Article, passage: Span) -> str:
    """The text of the sentence that a passage starts in; the passage itself where the article has none there."""
    place = place_of(article, passage)
    if place >= 0 and article.sentences[place].end > passage.start:
        return article.sentences[place].span.of(article.seed.text)
    return passage.of(article.seed.text)
