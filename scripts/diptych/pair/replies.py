"""What speaks for a response answering a claim or a recommendation, and for its answering the report as a whole."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from diptych.drafts import Article, Group, Statement
from diptych.pair.lexicon import phrases, word_list
from diptych.pair.senses import Sense
from diptych.pair.sentences import place_of, sentence_of
from diptych.pair.vectors import cosine
from diptych.pair.words import content, stem
from diptych.values import REPORT, Kind

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
#: Responses with these aspects answer the report.
_WHOLE = frozenset({"motive", "standing", "warning", "counter-report", "cooperation"})


@dataclass(frozen=True, slots=True)
class _Said:
    """What a group says, and its sentences in lower case."""

    kind: Kind
    text: str
    sense: Sense


@cache
def _names() -> frozenset[str]:
    """The stems of the words for the report itself."""
    return frozenset(stem(word) for word in word_list("work"))


def replies(
    groups: Sequence[Group], articles: Sequence[Article], senses: Sequence[Sense | None]
) -> Iterator[tuple[int, str, Options]]:
    """Every response with its sentences, in lower case, and what it may answer; `senses` is what the groups say.

    The pieces of evidence have the names of the weights in pairing.yml. Likenesses are shares of that to the claim
    most like the response, since how alike the two are depends on how much is told of either.
    """
    paired = {place: sense for place, sense in enumerate(senses) if sense is not None}
    told = {place: [sentence_of(articles[one.article], one.span) for one in groups[place].every] for place in paired}
    held = {
        place: _Said(
            kind=groups[place].kind,
            text=" ".join(told[place]).lower().replace("’", "'"),
            sense=sense,
        )
        for place, sense in paired.items()
    }
    targets = {place: said for place, said in held.items() if said.kind != "response"}
    near, before = _Near(targets), _Told(groups, articles, targets)
    for place in paired:
        said, group = held[place], groups[place]
        if said.kind == "response":
            told_before, beside = before.told(group.every)
            shortly = {other for other, since in told_before.items() if since <= _SHORTLY}
            likest = {other: held[other] for other in near.to(said) | shortly}
            options = _of_claims(said, likest, told_before, beside)
            options[REPORT] = _of_report(said, before.early(group.every))
            yield place, said.text, options


def _of_claims(said: _Said, others: Mapping[int, _Said], before: Mapping[int, int], beside: Set[int]) -> Options:
    """The evidence for each claim and recommendation that has anything in common with the response."""
    places = sorted(others)
    around = [cosine(said.sense.context, others[place].sense.words) for place in places]
    alike = {
        "meaning": _shares([cosine(said.sense.meaning, others[place].sense.meaning) for place in places]),
        "around": _shares(around),
        "contexts": _shares([cosine(said.sense.context, others[place].sense.context) for place in places]),
    }
    return {
        place: {
            **{piece: values[n] for piece, values in alike.items()},
            "alike": around[n],
            "before": 1 / math.sqrt(before[place]) if place in before else 0.0,
            "beside": float(place in beside),
            "person": others[place].sense.people,
            "recommendation": float(others[place].kind == "recommendation"),
            "weighed": float("weighed" in others[place].sense.aspects),
            "limits": float("limits" in others[place].sense.aspects),
        }
        for n, place in enumerate(places)
        if any(values[n] for values in alike.values())
    }


def _of_report(said: _Said, early: float) -> dict[str, float]:
    """The evidence for the report as a whole."""
    return {
        "report": 1.0,
        "named": float(not _names().isdisjoint(content(said.text))),
        "blame": float(bool(phrases("blame").search(said.text))),
        "whole": float(not said.sense.aspects.isdisjoint(_WHOLE)),
        "warning": float("warning" in said.sense.aspects),
        "early": early,
    }


def _shares(values: Sequence[float]) -> list[float]:
    most = max(values, default=0.0)
    return [value / most if most else 0.0 for value in values]


class _Near:
    """What a response is compared with: every claim and recommendation, or where they are many, some."""

    def __init__(self, targets: Mapping[int, _Said]) -> None:
        self._targets = targets
        self._by_term: dict[str, list[int]] = {}
        for place, said in targets.items():
            for term in said.sense.words:
                self._by_term.setdefault(term, []).append(place)

    def to(self, said: _Said) -> set[int]:
        """Those that share a rare word with a response or its context, and more words than others do."""
        if len(self._targets) <= _SMALL:
            return set(self._targets)
        held = self._by_term
        words, context = said.sense.words, said.sense.context
        terms = sorted((len(held[term]), term) for term in {*words, *context} if term in held)[:_RAREST]
        alike: dict[int, float] = {}
        for _, term in terms:
            for place in held[term][:_COMMON]:
                weight = words.get(term, 0.0) + context.get(term, 0.0)
                alike[place] = alike.get(place, 0.0) + weight * self._targets[place].sense.words[term]
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
