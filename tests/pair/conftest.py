"""Articles and statements for tests of pairing: one paragraph a line, one statement a marked line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diptych.drafts import Article, Seed, Speaker, Statement
from diptych.records import Sentence
from diptych.spans import Span
from diptych.values import Kind, Mode, SourceKind

#: A sentence, and the kind and speaker of what it states; None for context.
Line = tuple[str, Kind | None, str]
SPEAKERS = {
    "lind": Speaker("lind", "Ada Lind", "person", "reporting"),
    "brand": Speaker("brand", "Ivo Brand", "person", "responding"),
    "bell": Speaker("bell", "Oona Bell", "person", "third"),
    "sorn": Speaker("sorn", "Marit Sorn", "person", "third"),
}


def build(
    articles: list[list[Line]], kinds: dict[int, tuple[SourceKind, int]]
) -> tuple[list[Article], list[Statement]]:
    made: list[Article] = []
    said: list[Statement] = []
    for number, lines in enumerate(articles):
        text, spans = "", []
        for sentence, kind, who in lines:
            span = Span(len(text), len(text) + len(sentence))
            spans.append(Sentence(start=span.start, end=span.end))
            text += sentence + "\n"
            if kind:
                mode: Mode = "direct" if sentence[0] in '“"' else "indirect"
                said.append(Statement(number, span, mode, kind, who, None, "test"))
        of, original = kinds.get(number, ("original", None))
        made.append(
            Article(
                Seed(f"seeds/{number}.txt", text, f"{number:064}"),
                Span(0, len(text)),
                tuple(spans),
                kind=of,
                copy_of=original,
            )
        )
    return made, said


@pytest.fixture
def speakers() -> dict[str, Speaker]:
    return dict(SPEAKERS)


@pytest.fixture
def corpus() -> Callable[..., tuple[list[Article], list[Statement]]]:
    def make(*articles: list[Line], **kinds: tuple[SourceKind, int]) -> tuple[list[Article], list[Statement]]:
        return build(list(articles), {int(key[1:]): value for key, value in kinds.items()})

    return make
