"""What speaks for a response answering a claim or a recommendation, and for its answering the report as a whole."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache

from diptych.drafts import Article, Group, Statement
from diptych.pair.lexicon import phrases, stems_of
from diptych.pair.senses import Sense
from diptych.pair.sentences import place_of, sentence_of
from diptych.pair.vectors import cosine
from diptych.pair.words import content
from diptych.values import REPORT

#: What may be answered: the place of a group, or the report; with the pieces of evidence for it.
Options = dict[int | str, dict[str, float]]

#: A finding told no more sentences before the reply is one that the outlet may have set the reply against.
BEFORE = 20
#: Where there are many, those told no more sentences before are always compared.
_SHORTLY = 3
#: Of no more claims and recommendations than this a response is compared with all.
_SMALL = 200
#: Of more, it is compared with those that share one of its rarest words, and of these with the likest.
_RAREST = 24
_COMMON = 200
_LIKEST = 60
#: So many senses that were looked at last are held.
_READ = 1024
#: Responses with these aspects answer the report.
_WHOLE = frozenset({"motive", "standing", "warning", "counter-report", "cooperation"})


def replies(
    groups: Sequence[Group], articles: Sequence[Article], senses: Sequence[Sense | None]
) -> Iterator[tuple[int, str, Options]]:
    """Every response with its sentences, in lower case, and what it may answer; `senses` is what the groups say.

    The pieces of evidence have the names of the weights in pairing.yml. Likenesses are shares of that to the claim
    most like the response, since how alike the two are depends on how much is told of either.
    """
    near = _Near()
    for place, sense in enumerate(senses):
        if sense is not None and groups[place].kind != "response":
            near.add(place, sense)
    before = _Told(groups, articles, near.places)
    sense_of = lru_cache(_READ)(senses.__getitem__)
    for place, group in enumerate(groups):
        said = sense_of(place) if group.kind == "response" else None
        if said is not None:
            told = " ".join(sentence_of(articles[one.article], one.span) for one in group.every)
            text = told.lower().replace("’", "'")
            told_before, beside = before.told(group.every)
            shortly = {other for other, since in told_before.items() if since <= _SHORTLY}
            places = near.to(said) | shortly
            senses_of = ((other, sense_of(other)) for other in sorted(places))
            # what a report says that it did not find is nothing to answer
            likest = {other: one for other, one in senses_of if one is not None and "withheld" not in one.aspects}
            asking = {other for other in likest if groups[other].kind == "recommendation"}
            options = _of_claims(said, likest, asking, told_before, beside)
            options[REPORT] = _of_report(said, text, before.early(group.every))
            yield place, text, options


def _of_claims(
    said: Sense, others: Mapping[int, Sense], asking: Set[int], before: Mapping[int, int], beside: Set[int]
) -> Options:
    """The evidence for each claim and recommendation that a response may answer; `asking` are the recommendations.

    The `others` are in the order of their places.
    """
    alike = [cosine(said.context, other.words) for other in others.values()]
    meaning = _shares([cosine(said.meaning, other.meaning) for other in others.values()])
    around = _shares(alike)
    return {
        place: {
            "meaning": meaning[n],
            "around": around[n],
            "alike": alike[n],
            "before": 1 / math.sqrt(before[place]) if place in before else 0.0,
            "beside": float(place in beside),
            "person": other.people,
            "recommendation": float(place in asking),
            "limits": float("limits" in other.aspects),
        }
        for n, (place, other) in enumerate(others.items())
    }


def _of_report(said: Sense, text: str, early: float) -> dict[str, float]:
    """The evidence for the report as a whole; `text` are the response's sentences in lower case."""
    return {
        "report": 1.0,
        "named": float(not stems_of("work").isdisjoint(content(text))),
        "blame": float(bool(phrases("blame").search(text))),
        "whole": float(not said.aspects.isdisjoint(_WHOLE)),
        "warning": float("warning" in said.aspects),
        "early": early,
    }


def _shares(values: Sequence[float]) -> list[float]:
    most = max(values, default=0.0)
    return [value / most if most else 0.0 for value in values]


class _Near:
    """What a response is compared with: every claim and recommendation, or where they are many, some.

    Of those that have a word only the first are known, each with what it tells there.
    """

    def __init__(self) -> None:
        self.places = array("L")
        self._having: Counter[str] = Counter()
        self._first: dict[str, tuple[array[int], array[float]]] = {}

    def add(self, place: int, sense: Sense) -> None:
        """Takes in a claim or recommendation, in the order of their places."""
        self.places.append(place)
        self._having.update(sense.words.keys())
        for term, weight in sense.words.items():
            if self._having[term] <= _COMMON:
                places, weights = self._first.setdefault(term, (array("L"), array("d")))
                places.append(place)
                weights.append(weight)

    def to(self, said: Sense) -> set[int]:
        """Those that share a rare word with a response or its context, and more words than others do."""
        if len(self.places) <= _SMALL:
            return set(self.places)
        words, context = said.words, said.context
        having = self._having
        terms = sorted((having[term], term) for term in {*words, *context} if term in having)[:_RAREST]
        alike: dict[int, float] = {}
        for _, term in terms:
            weight = words.get(term, 0.0) + context.get(term, 0.0)
            for place, theirs in zip(*self._first[term], strict=True):
                alike[place] = alike.get(place, 0.0) + weight * theirs
        return set(sorted(alike, key=lambda place: (-alike[place], place))[:_LIKEST])


class _Told:
    """Where the articles tell claims and recommendations, by sentence and paragraph."""

    def __init__(self, groups: Sequence[Group], articles: Sequence[Article], targets: Iterable[int]) -> None:
        self._articles = articles
        self._at: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for place in targets:
            for one in groups[place].every:
                self._at.setdefault((one.article, self._place(one)), []).append((place, self._paragraph(one)))
        self._telling = {article for article, _ in self._at}

    def _place(self, one: Statement) -> int:
        return place_of(self._articles[one.article], one.span)

    def _paragraph(self, one: Statement) -> int:
        return self._articles[one.article].seed.text.rfind("\n", 0, one.span.start)

    def told(self, statements: Iterable[Statement]) -> tuple[dict[int, int], set[int]]:
        """What is told before some statements, with the fewest sentences between, from one; and in their paragraphs."""
        before: dict[int, int] = {}
        beside: set[int] = set()
        for one in statements:
            at, paragraph = self._place(one), self._paragraph(one)
            for since in range(-BEFORE, BEFORE + 1):
                for place, there in self._at.get((one.article, at - since), ()):
                    if since > 0:
                        before[place] = min(since, before.get(place, since))
                    if there == paragraph:
                        beside.add(place)
        return before, beside

    def early(self, statements: Iterable[Statement]) -> float:
        """How early the first of some statements stands in an article that also tells what they may answer.

        1 in the first sentence, a half in the second, and so on.
        """
        places = (self._place(one) for one in statements if one.article in self._telling)
        return max((1 / (1 + max(place, 0)) for place in places), default=0.0)
