"""Whatever is read: a passage lies in one sentence, every speaker is known, and nothing depends on order."""

from __future__ import annotations

import time

from dossiers import classify
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.dossier import DossierFile
from diptych.drafts import Article, Seed
from diptych.extract import attribute, lexicon
from diptych.extract.agents import agents
from diptych.records import Sentence
from diptych.spans import Span
from diptych.topic import make_topic

TOPIC = make_topic(
    DossierFile.model_validate(
        {"title": "x", "parties": {"reporting": {"name": "Ports Inspectorate"}, "responding": {"name": "Lund Ferries"}}}
    )
)
PIECES = st.sampled_from(
    [
        "The Ports Inspectorate said in a 40-page report that eleven boats leaked.",
        "“Nine were sound,” said Ada Lind, head of the Ports Inspectorate.",
        "“We sail on,",
        "and we sail today,” she said.",
        "Lund Ferries called it ‘a fable’ and released a review of its own.",
        "The report urges Lund Ferries to pay crews; to train masters; and to open its books.",
        "Q: Why?",
        "A: Because. Pay them.",
        "It did not answer.",
        "His lawyer, Mr Ivo Brand, denied that.",
        "",
        "An official, who did not want to be named, laughed.",
        "In 2031 the quay was built.",
    ]
)


def article(pieces: list[str], file: str) -> Article:
    text = ""
    spans: list[Sentence] = []
    for piece in pieces:
        if piece:
            spans.append(Sentence(start=len(text), end=len(text) + len(piece)))
        text += piece + (" " if piece else "\n\n")
    return Article(Seed(file, text, "0" * 64), Span(0, len(text)), tuple(spans))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=8), min_size=1, max_size=3))
def test_passages_and_speakers(pieces: list[list[str]]) -> None:
    articles = [article(some, f"seeds/{number}.txt") for number, some in enumerate(pieces)]
    words = lexicon()
    found = [attribute(one.seed.text, [said.span for said in one.sentences], words) for one in articles]
    speakers, statements = classify(articles, found, TOPIC)
    for said in statements:
        assert said.span.end > said.span.start
        assert any(one.span.covers(said.span) for one in articles[said.article].sentences)
        assert said.speaker is None or said.speaker in speakers
    assert all(one.affiliation is None or one.affiliation in speakers for one in speakers.values())
    assert {one.party for one in speakers.values()} >= {"reporting", "responding"}
    backwards = classify(articles[::-1], found[::-1], TOPIC)[1]
    last = len(articles) - 1
    key = {(said.article, said.span, said.kind, said.speaker) for said in statements}
    assert {(last - said.article, said.span, said.kind, said.speaker) for said in backwards} == key


def test_a_long_word_of_capitals_takes_linear_time() -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        assert agents(["The office has " + "A-" * (size // 2)], lambda _: ()) == []
        return time.process_time() - start

    assert seconds(8_000) < 0.5
