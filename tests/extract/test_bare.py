"""Findings told in nobody's name, told from what narrators say themselves."""

from __future__ import annotations

import pytest
from test_classify_cases import read, topic

from diptych.drafts import Article, Seed
from diptych.extract.lexicon import lexicon
from diptych.records import Sentence
from diptych.spans import Span

PARTIES = "Harbour Lab (the lab, the researchers) / Quill Ferries (Quill, the company)"
#: Background, so that what follows stands in the middle of an article.
OPENING = ("The harbour lies under the hill.", "It has two piers.", "A clock stands on one of them.")
FOUND = "The rafts were late on most days, the lab found."
AGAIN = "The lab also found that the papers were old."
CLOSING = ("The clock was a gift.",) * 8


def found(*paragraphs: str) -> list[tuple[str, str]]:
    """What is read as a finding in nobody's name, with whose it is; each paragraph is one sentence."""
    text, sentences = "", []
    for said in (*OPENING, *OPENING, *paragraphs, *CLOSING):
        sentences.append(Sentence(start=len(text), end=len(text) + len(said)))
        text += said + "\n\n"
    article = Article(Seed("seeds/case.txt", text, "0" * 64), Span(0, len(text)), tuple(sentences))
    speakers, statements = read(article, topic(PARTIES), lexicon())
    return [(one.span.of(text), speakers[one.speaker].name) for one in statements if one.rule == "bare" and one.speaker]


@pytest.mark.parametrize(
    "said",
    [
        "Nearly a third of the rafts in the sample left more than half an hour after the time in the book.",
        "On windy days 41 rafts in a hundred went out with fewer vests on board than the papers say.",
        "At night the rafts were four times as likely to leave without a second hand as in the day.",
    ],
)
def test_among_findings(said: str) -> None:
    assert found(FOUND, said, AGAIN) == [(said, "Harbour Lab")]


@pytest.mark.parametrize(
    "said",
    [
        "The piers are closed in winter.",
        "Quill runs eleven rafts and carried more than 90,000 people in the year before the war.",
        "Oda Brandt has lived on the pier for more than twenty years and paints one raft in every month.",
        "He has crossed the harbour for more than twenty years and was late for his own shift on most days.",
        "We counted nine rafts on the morning when we went down to the pier to look for ourselves.",
        "How many rafts went out on windy days with fewer vests on board than there were people?",
        "Four rafts on a windy day with fewer vests than people",
        "There were loud boos from all of the 41 ferrymen on the pier when the average of most years was told.",
    ],
)
def test_background_among_findings(said: str) -> None:
    assert found(FOUND, said, AGAIN) == []


def test_nothing_found_around_it() -> None:
    said = "Nearly a third of the rafts in the sample left more than half an hour after the time in the book."
    union = "The union of ferrymen said that the pier was cold."
    assert found(union, said, union) == []


@pytest.mark.parametrize(
    "said",
    [
        "The rafts were on time, Quill said. On windy days 41 rafts in a hundred stayed in, more than ever.",
        "Quill was founded in the war. Most of its 41 rafts are older than the pier that they leave from every day.",
    ],
)
def test_a_paragraph_goes_on_about_who_spoke_or_is_its_subject(said: str) -> None:
    text = "\n\n".join((*OPENING, FOUND, said, AGAIN, *CLOSING))
    cuts = [at for at in range(len(text)) if text[at] == "."]
    sentences, start = [], 0
    for cut in cuts:
        sentences.append(Sentence(start=start, end=cut + 1))
        start = next((at for at in range(cut + 1, len(text)) if not text[at].isspace()), len(text))
    article = Article(Seed("seeds/case.txt", text, "0" * 64), Span(0, len(text)), tuple(sentences))
    _, statements = read(article, topic(PARTIES), lexicon())
    assert not [one for one in statements if one.rule == "bare"]
