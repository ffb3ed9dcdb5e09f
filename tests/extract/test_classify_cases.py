"""Kinds and speakers, from texts in plain text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from dossiers import classify

from diptych.dossier import DossierFile
from diptych.drafts import Article, Seed, Speaker, Statement
from diptych.extract import Lexicon, attribute
from diptych.records import Sentence
from diptych.topic import Topic, make_topic

CASES = [
    Path(__file__).parents[1] / "cases" / f"{name}.md"
    for name in (
        "classify",
        "speakers",
        "registers",
        "genres",
        "phrasing",
        "relayed",
        "firms",
        "whose",
        "entries",
        "belonging",
        "asking",
    )
]


def topic(line: str) -> Topic:
    sides = []
    for part in line.split(" / "):
        match = re.fullmatch(r"(.+?) \((.+)\)", part)
        assert match
        sides.append({"name": match[1], "aliases": match[2].split(", ")})
    return make_topic(
        DossierFile.model_validate(
            {"title": "Case", "parties": dict(zip(("reporting", "responding"), sides, strict=True))}
        )
    )


def article(lines: list[str]) -> tuple[Article, list[tuple[str, Sentence]]]:
    text = ""
    expected: list[tuple[str, Sentence]] = []
    for line in lines:
        if not line:
            text = text.rstrip(" ") + "\n\n"
            continue
        wanted, said = line.split(" | ", 1)
        expected.append((wanted, Sentence(start=len(text), end=len(text) + len(said))))
        text += said + " "
    seed = Seed("seeds/case.txt", text, "0" * 64)
    from diptych.spans import Span

    return Article(seed, Span(0, len(text)), tuple(one for _, one in expected)), expected


def read(one: Article, given: Topic, words: Lexicon) -> tuple[dict[str, Speaker], list[Statement]]:
    found = attribute(one.seed.text, [sentence.span for sentence in one.sentences], words)
    return classify([one], [found], given)


def blocks() -> list[tuple[str, str, list[str]]]:
    found = []
    texts = [path.read_text(encoding="utf-8") for path in CASES]
    for block in (block for text in texts for block in re.split(r"^## ", text, flags=re.MULTILINE)[1:]):
        title, parties, *lines = block.strip().split("\n")
        found.append((title, parties, lines[1:]))
    return found


@pytest.mark.parametrize(("title", "parties", "lines"), blocks(), ids=[title for title, _, _ in blocks()])
def test_case(title: str, parties: str, lines: list[str], words: Lexicon) -> None:
    one, expected = article(lines)
    speakers, statements = read(one, topic(parties), words)
    wrong = []
    for wanted, sentence in expected:
        here = [said for said in statements if sentence.span.covers(said.span)]
        kind, _, who = wanted.partition(" ")
        if kind == "-":
            good = all(said.kind == "event" for said in here)
        else:
            good = {said.kind for said in here} == {kind} and all(
                said.speaker and who in speakers[said.speaker].name for said in here
            )
        if not good:
            made = [(said.kind, said.speaker, said.rule, said.why) for said in here]
            wrong.append(f"{wanted} | {sentence.span.of(one.seed.text)}\n    {made}")
    assert not wrong, "\n" + "\n".join(wrong)
