"""Plain-text cases: tests/cases/attribute.md."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from diptych.drafts import Attribution
from diptych.extract import Lexicon, attribute
from diptych.spans import Span

CASES = Path(__file__).parents[1] / "cases" / "attribute.md"


def cases() -> Iterator[object]:
    title, line = "", 0
    lines: list[str] = []
    for number, row in enumerate([*CASES.read_text(encoding="utf-8").split("\n"), "## "], 1):
        if row.startswith("## "):
            if title:
                text = "\n".join(one for one in lines if not one.startswith("=> ")).strip("\n")
                expected = [one[3:] for one in lines if one.startswith("=> ")]
                yield pytest.param(text, expected, id=f"{line}:{title}")
            title, line, lines = row[3:], number, []
        else:
            lines.append(row)


def shown(text: str, found: Attribution) -> str:
    parts = [
        found.source.of(text) if found.source else "-",
        found.cue.of(text) if found.cue else "-",
        found.mode,
        " ## ".join(span.of(text) for span in found.content),
        found.speaker or "-",
    ]
    return " | ".join(parts)


def plain(row: str) -> str:
    """A row without the marks at the edges of its source, which belong to the sentence."""
    source, rest = row.split(" | ", 1)
    return f"{source.rstrip(',')} | {rest}"


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_case(text: str, expected: list[str], words: Lexicon, sentences_of: Callable[[str], list[Span]]) -> None:
    found = attribute(text, sentences_of(text), words)
    assert [plain(shown(text, one)) for one in found] == [plain(row) for row in expected]
