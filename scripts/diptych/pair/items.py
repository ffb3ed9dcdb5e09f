"""Statements prepared for comparison: run-on ones as one item, with words, characters, figures and aspects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from diptych.drafts import Article, Speaker, Statement
from diptych.pair.aspects import aspects
from diptych.pair.numerals import figures
from diptych.pair.runs import run_on
from diptych.pair.sentences import sentence_of
from diptych.pair.vectors import Space, Vector, blend, cosine
from diptych.pair.words import grams

#: How much an interviewer's question tells of what the answer is about.
QUESTION = 0.2
#: A longer run of sentences speaks of more than one thing: its aspects are only those of each sentence.
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Item:
    """One statement or a run of them; `key` orders items whatever the order of the sources."""

    key: tuple[str, int, int, str]
    statements: tuple[Statement, ...]
    stems: Vector
    grams: Vector
    numbers: frozenset[tuple[float, str]]
    owner: str | None
    aspects: frozenset[str]

    @property
    def kind(self) -> str:
        """The kind that all its statements have."""
        return self.statements[0].kind


class Preparation:
    """The words of a dossier's statements, weighed."""

    def __init__(self, articles: Sequence[Article], speakers: Mapping[str, Speaker], texts: Iterable[str]) -> None:
        self._articles = articles
        self._speakers = speakers
        held = sorted(texts)
        self._stems, self._grams = Space(held), Space(held, grams)

    def item(self, run: Sequence[Statement], text: str | None = None) -> Item:
        """A run of statements as one item; `text` stands for it where it is less than the statements' passages."""
        first = run[0]
        article = self._articles[first.article]
        said = [one.span.of(article.seed.text) for one in run]
        whole = " ".join(said) if text is None else text
        asked = question(article, first) if first.rule == "turn" else ""
        told = " ".join(dict.fromkeys(sentence_of(article, one.span) for one in run)) if text is None else text
        found = aspects(told, first.kind) if len(run) <= _SHORT else frozenset()
        return Item(
            (article.seed.file, first.span.start, run[-1].span.end, first.kind),
            tuple(run),
            blend(self._stems.vector(whole), self._stems.vector(asked), QUESTION),
            blend(self._grams.vector(whole), self._grams.vector(asked), QUESTION),
            _numbers(whole),
            self._owner(first.speaker),
            found,
        )

    def _owner(self, speaker: str | None) -> str | None:
        """Whom a third party's statement belongs to: the speaker's organisation or state, else the speaker."""
        held = self._speakers.get(speaker or "")
        return (held.affiliation or held.id) if held else None


def prepare(
    articles: Sequence[Article], speakers: Mapping[str, Speaker], statements: Sequence[Statement]
) -> tuple[Preparation, list[Item]]:
    """The items of all statements, in an order that does not depend on that of the sources.

    How rare a word is, all sentences of the articles tell, not only those that state something.
    """
    sentences = (
        one.span.of(article.seed.text) for article in articles if article.kind != "copy" for one in article.sentences
    )
    preparation = Preparation(articles, speakers, sentences)
    items = [preparation.item(run) for run in run_on(articles, statements)]
    return preparation, sorted(items, key=lambda item: item.key)


def question(article: Article, one: Statement) -> str:
    """The paragraph before that of an answer."""
    text = article.seed.text
    start = max(text.rfind("\n", 0, one.span.start), article.span.start - 1) + 1
    before = text[max(article.span.start, start - 400) : start].rstrip()
    return before[before.rfind("\n") + 1 :]


def _numbers(text: str) -> frozenset[tuple[float, str]]:
    """The figures that tell one statement from another: uneven ones by themselves, the rest with what they count."""
    found: set[tuple[float, str]] = set()
    for one in figures(text):
        if not one.vague:
            uneven = one.value > 12 and one.value % 10 != 0
            found |= {(one.value, "")} if uneven else {(one.value, unit) for unit in one.units[:2]}
    return frozenset(found)


#: What shared figures and a shared aspect add to the likeness of words, and what another speaker's takes from it.
FIGURES = 0.15
ASPECT = 0.2
OWNER = 0.1
OTHER_OWNER = 0.4
#: Items of one speaker that stand this near each other, in code points, are this much more alike.
NEIGHBOURS = 400
NEIGHBOUR = 0.05


def likeness(one: Item, other: Item) -> float:
    """How alike two items are: words, characters, figures, aspects, and for third parties who speaks."""
    alike = 0.55 * cosine(one.stems, other.stems) + 0.45 * cosine(one.grams, other.grams)
    if one.numbers & other.numbers:
        alike += FIGURES
    if one.aspects & other.aspects:
        alike += ASPECT
    if one.kind == "reaction":
        if one.owner != other.owner:
            alike *= OTHER_OWNER
        elif one.owner is not None:
            alike += OWNER
    elif _neighbours(one.statements[-1], other.statements[0]) or _neighbours(other.statements[-1], one.statements[0]):
        alike += NEIGHBOUR
    return alike


def _neighbours(one: Statement, other: Statement) -> bool:
    same = (one.article, one.speaker) == (other.article, other.speaker)
    return same and 0 <= other.span.start - one.span.end < NEIGHBOURS
