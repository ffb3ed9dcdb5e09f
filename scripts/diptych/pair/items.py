"""Statements prepared for comparison: their words, characters, figures and meaning, and what stands around them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from diptych.drafts import Article, Speaker, Statement
from diptych.pair import thesaurus
from diptych.pair.aspects import aspects
from diptych.pair.concepts import concepts
from diptych.pair.numerals import figures
from diptych.pair.runs import run_on
from diptych.pair.sentences import place_of, sentence_of
from diptych.pair.vectors import Space, Vector, cosine, total
from diptych.pair.words import content, grams
from diptych.spans import Span

#: A word tells one statement from another where no more than this share of the statements has it.
RARE = 1 / 8
#: In the smallest dossiers a word is rare that fewer statements than this have.
_FEWEST = 5
#: What is usual is told with caution where there are few statements: as though so many more were like nothing else.
_UNSEEN = 8
#: How much of its paragraph is a statement's context, in code points either side.
AROUND = 300


@dataclass(frozen=True, slots=True)
class Item:
    """One statement; `key` orders items whatever the order of the sources, and their names.

    `rare` and `figures` hold what is rare among the statements, by how rare it is. `context` are the words of the
    paragraph, and of the question where an interview's answer is stated. `meaning` are the concepts of its sentence, or
    its own where that states several things, `context_meaning` those of its context, and `lists` has its own stems by
    concept. `sentence` is the place of its sentence in the article, and `depth` the share of that which stands before
    it. `person` is whether a person states it, and no body or paper. `run` is the run-on quotation it is part of, and
    `place` the place in that. `usual_grams` is how like it statements of its kind are on average.
    """

    key: tuple[tuple[str, Span], Span, str]
    statement: Statement
    grams: Vector
    words: Vector
    context: Vector
    rare: dict[str, float]
    figures: dict[str, float]
    meaning: Vector
    context_meaning: Vector
    lists: dict[str, tuple[str, ...]]
    sentence: int
    depth: float
    aspects: frozenset[str]
    owner: str | None
    person: bool
    run: int
    place: int
    telling: int
    usual_grams: float = 0.0

    @property
    def kind(self) -> str:
        """The statement's kind."""
        return self.statement.kind

    @property
    def article(self) -> int:
        """The place of its article in the list of articles."""
        return self.statement.article

    @property
    def speaker(self) -> str | None:
        """Who states it."""
        return self.statement.speaker


class Spaces(NamedTuple):
    """How rare words are, runs of characters, and what words mean."""

    words: Space
    grams: Space
    meanings: Space


def spaces(articles: Sequence[Article]) -> Spaces:
    """What all sentences of the articles tell of how rare things are, not only those that state something."""
    made = Spaces(Space(split=_both), Space(split=grams), Space(split=thesaurus.concepts))
    for article in articles:
        for one in article.sentences if article.kind != "copy" else ():
            text = one.span.of(article.seed.text)
            for space in made:
                space.add(text)
    return made


class Rarity:
    """How rare terms are among statements: 0 at a share and above it, then the logarithm of how much rarer."""

    def __init__(self, statements: Iterable[Sequence[str]], share: float) -> None:
        self._df: Counter[str] = Counter()
        number = 0
        for terms in statements:
            self._df.update(terms)
            number += 1
        self._most = max(number * share, _FEWEST)

    def weigh(self, terms: Sequence[str]) -> dict[str, float]:
        """The rare ones of some different terms, with how rare they are."""
        return {term: math.log(self._most / self._df[term]) for term in terms if self._df[term] < self._most}


class Told(NamedTuple):
    """What a statement tells by itself: its stems and its figures as they are compared, none twice.

    `run`, `place` and `sentence` are those of its item; `sole` says that its sentence states nothing else of its kind.
    """

    statement: Statement
    run: int
    place: int
    sentence: int
    sole: bool
    stems: list[str]
    figures: list[str]


@dataclass(frozen=True, slots=True)
class Ground:
    """What the items of every kind of statements are made of: how rare words are, in all texts and in statements."""

    spaces: Spaces
    rare: Rarity
    figures: Rarity


def tell(articles: Sequence[Article], statements: Sequence[Statement]) -> list[Told]:
    """What each statement tells by itself."""
    made: list[Told] = []
    sentences = {one: place_of(articles[one.article], one.span) for one in statements}
    stated = Counter((one.article, sentences[one], one.kind) for one in statements)
    for number, run in enumerate(run_on(articles, statements)):
        for place, one in enumerate(run):
            text, at = one.span.of(articles[one.article].seed.text), sentences[one]
            counted = sorted({f"{held.value:g}" for held in figures(text) if not held.vague})
            sole = stated[one.article, at, one.kind] == 1
            made.append(Told(one, number, place, at, sole, list(dict.fromkeys(content(text))), counted))
    return made


def ground(told: Sequence[Told], known: Spaces) -> Ground:
    """What all statements tell together; `known` are the `spaces` of their articles."""
    return Ground(known, Rarity((one.stems for one in told), RARE), Rarity((one.figures for one in told), 1.0))


def itemised(
    articles: Sequence[Article], speakers: Mapping[str, Speaker], told: Sequence[Told], known: Ground
) -> list[Item]:
    """The items of statements, by their keys: of all, or of all of a kind, which have nothing to do with the others."""
    contexts, meanings = _Remembering(known.spaces.words), _Remembering(known.spaces.meanings)
    made: list[Item] = []
    for one, run, place, at, sole, telling, counted in told:
        article = articles[one.article]
        text = one.span.of(article.seed.text)
        sentence, context = sentence_of(article, one.span), around(article, one)
        by_itself = one.kind == "recommendation" or not sole
        held = speakers.get(one.speaker or "")
        made.append(
            Item(
                key=(article.order, one.span, one.kind),
                statement=one,
                grams=known.spaces.grams.vector(text),
                words=known.spaces.words.vector(text),
                context=contexts.vector(context),
                rare=known.rare.weigh(telling),
                figures=known.figures.weigh(counted),
                meaning=meanings.vector(text if by_itself else sentence),
                context_meaning=meanings.vector(context),
                lists=thesaurus.lists(telling),
                sentence=at,
                depth=(one.span.start - article.span.start) / (article.span.end - article.span.start),
                aspects=aspects(sentence, one.kind),
                owner=(held.affiliation or held.id) if held else None,
                person=held is not None and held.kind == "person",
                run=run,
                place=place,
                telling=len(telling),
            )
        )
    return _compared(sorted(made, key=lambda item: item.key))


class _Remembering:
    """Vectors of texts that come again: statements of one paragraph mostly have the same context."""

    def __init__(self, space: Space) -> None:
        self._space = space
        self._known: dict[str, Vector] = {}

    def vector(self, text: str) -> Vector:
        """The vector of a text; the same object where the text is the same."""
        if text not in self._known:
            self._known[text] = self._space.vector(text)
        return self._known[text]


def _compared(items: Sequence[Item]) -> list[Item]:
    """The items with their usual likeness: to the middle of all statements of their kind."""
    of_kind: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        of_kind[item.kind].append(item)
    sums = {kind: total(one.grams for one in held) for kind, held in of_kind.items()}
    return [
        replace(item, usual_grams=(cosine(item.grams, sums[item.kind]) - bool(item.grams)) / number)
        for item in items
        for number in (len(of_kind[item.kind]) + _UNSEEN,)
    ]


def _both(text: str) -> list[str]:
    """The stems of a text and the lists that they are on."""
    stems = content(text)
    return [*stems, *concepts(stems)]


def around(article: Article, one: Statement) -> str:
    """The paragraph of a statement as far as it is near, after the question where it is an answer to one."""
    text = article.seed.text
    start = max(text.rfind("\n", 0, one.span.start) + 1, one.span.start - AROUND, article.span.start)
    end = text.find("\n", one.span.end)
    end = min(article.span.end if end < 0 else end, one.span.end + AROUND)
    asked = question(article, one) + " " if one.rule == "turn" else ""
    return asked + text[start:end]


def question(article: Article, one: Statement) -> str:
    """The paragraph before that of an answer."""
    text = article.seed.text
    start = max(text.rfind("\n", 0, one.span.start), article.span.start - 1) + 1
    before = text[max(article.span.start, start - 400) : start].rstrip()
    return before[before.rfind("\n") + 1 :]
