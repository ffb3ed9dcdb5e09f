"""Which claim or recommendation a response answers, and how; the report as a whole where none can be told."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from diptych.drafts import Article, Group, Statement
from diptych.pair.aspects import aspects
from diptych.pair.items import Item
from diptych.pair.lexicon import weights, word_list
from diptych.pair.sentences import place_of, sentence_of
from diptych.pair.vectors import Vector, centre, cosine
from diptych.pair.words import content, stem
from diptych.values import REPORT, How

#: A claim is answered from this much evidence up, as a logarithm of odds, and where it has nearly as much as the best.
LEAST = -1.65
NEARLY = 0.3
_MOST = 3
#: Where the reply stands so few sentences after the finding, the outlet most likely set the one against the other.
_AFTER = 3
_RAREST = 24
_COMMON = 200
#: Responses with these aspects answer the report.
_WHOLE = frozenset({"motive", "standing", "warning", "counter-report", "cooperation"})
#: Those that speak of the report by a word for it do so too; of so many signs, they answer nothing else.
_ONLY = 2
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|untrue|false|not true|no (?:such|one|evidence|truth|basis)|never|nobody|none"
    r"|nothing|not even|(?:did|does|do|was|were|is|are) not|(?:did|does|do|was|were|is|are)n't"
    r"|has not|hasn't|have not|haven't|refut\w+|disput\w+)\b"
)
_SOURCE = re.compile(
    r"\b(?:witness\w*|anonymous|unnamed|source[sd]?|sourcing|testimon\w+|hearsay|method\w*|sample\w*"
    r"|evidence|prove|proof|proven|statistics|statistical|data|calculat\w+|arithmetic|authors?|leak\w*|forg\w+)\b"
)


@dataclass(frozen=True, slots=True)
class _Text:
    """What a group says, and what stands around it."""

    words: Vector
    context: Vector
    counted: dict[str, frozenset[float]]


@cache
def _names() -> frozenset[str]:
    """The stems of the words for the report itself."""
    return frozenset(stem(word) for word in word_list("work"))


def answered(groups: Sequence[Group], articles: Sequence[Article], items: Iterable[Item]) -> list[Group]:
    """The groups, every response with what it answers; `items` are their statements, prepared for comparison.

    A response answers what shares its words, or those of the paragraph that it stands in, the more where nothing else
    shares as many and where the outlet tells it right after; and what it was asked about in an interview. It answers
    the report where it speaks of it, of its makers' motives and standing or of its own side's report, and where no
    claim is clearly meant.
    """
    of_statement = {item.statement: item for item in items}
    targets = [place for place, group in enumerate(groups) if group.kind in ("claim", "recommendation")]
    held = {place: _text([of_statement[one] for one in groups[place].statements]) for place in targets}
    by_term: dict[str, list[int]] = {}
    for place in targets:
        for term in held[place].words:
            by_term.setdefault(term, []).append(place)
    asked, told = _questions(groups, articles), _Told(groups, articles, targets)
    made: list[Group] = []
    for place, group in enumerate(groups):
        if group.kind != "response":
            made.append(group)
            continue
        said = " ".join(sentence_of(articles[one.article], one.span) for one in group.statements)
        text = _text([of_statement[one] for one in group.statements])
        after = told.before(group.statements)
        likely = _likely(text, {other: held[other] for other in _near(text, by_term) | after}, after, groups)
        best = max(likely.values(), default=LEAST)
        whole = bool(aspects(said, "response") & _WHOLE) + (not _names().isdisjoint(content(said)))
        found: dict[int, float] = {}
        if whole < _ONLY:
            found = {other: odds for other, odds in likely.items() if odds >= max(LEAST, best - NEARLY)}
        found |= {other: math.inf for other in asked.get(place, ()) if other in held}
        chosen = sorted(sorted(found, key=lambda other: (-found[other], other))[:_MOST])
        answers: list[tuple[int | str, How]] = [(other, _how(said, groups[other])) for other in chosen]
        if whole or not answers:
            answers.append((REPORT, "rejects"))
        made.append(replace(group, answers=tuple(answers)))
    return made


def _text(items: Sequence[Item]) -> _Text:
    counted: dict[str, set[float]] = {}
    for item in items:
        for value, units in item.counted:
            for unit in units:
                counted.setdefault(unit, set()).add(value)
    return _Text(
        centre([item.words for item in items]),
        centre([item.context for item in items]),
        {unit: frozenset(values) for unit, values in counted.items()},
    )


def _near(text: _Text, by_term: Mapping[str, Sequence[int]]) -> set[int]:
    """The claims and recommendations that share a rare word with a response or its context."""
    terms = sorted({**text.words, **text.context}, key=lambda term: (len(by_term.get(term, ())), term))
    rare = [term for term in terms if term in by_term][:_RAREST]
    return {place for term in rare for place in by_term[term][:_COMMON]}


def _likely(text: _Text, others: Mapping[int, _Text], after: Set[int], groups: Sequence[Group]) -> dict[int, float]:
    """What speaks for a response answering each of some claims and recommendations, as logarithms of odds."""
    weigh = weights("answer")
    shared = {place: cosine(text.words, other.words) for place, other in others.items()}
    most = max(shared.values(), default=0.0)
    around = {place: cosine(text.context, other.words) for place, other in others.items()}
    most_around = max(around.values(), default=0.0)
    found: dict[int, float] = {}
    for place in sorted(others):
        odds = weigh["base"] + weigh["words"] * shared[place]
        odds += weigh["closest"] * shared[place] / most if most else 0.0
        odds += weigh["around"] * around[place] / most_around if most_around else 0.0
        odds += weigh["figure"] * _corrects(text, others[place])
        odds += weigh["after"] * (place in after)
        found[place] = odds + weigh["recommendation"] * (groups[place].kind == "recommendation")
    return found


def _corrects(text: _Text, other: _Text) -> bool:
    """Whether the two have different figures for what is counted in the same words."""
    return any(
        one != two
        for unit in text.counted.keys() & other.counted.keys()
        for one in text.counted[unit]
        for two in other.counted[unit]
    )


class _Told:
    """Where the articles tell claims and recommendations, by sentence."""

    def __init__(self, groups: Sequence[Group], articles: Sequence[Article], targets: Iterable[int]) -> None:
        self._articles = articles
        self._at: dict[tuple[int, int], list[int]] = {}
        for place in targets:
            for one in groups[place].statements:
                self._at.setdefault((one.article, place_of(articles[one.article], one.span)), []).append(place)

    def before(self, statements: Iterable[Statement]) -> set[int]:
        """What the sentences shortly before some statements tell."""
        found: set[int] = set()
        for one in statements:
            at = place_of(self._articles[one.article], one.span)
            for before in range(at - _AFTER, at):
                found.update(self._at.get((one.article, before), ()))
        return found


def _questions(groups: Sequence[Group], articles: Sequence[Article]) -> dict[int, list[int]]:
    """For groups with an interview's answer: the groups that the question before it states something of."""
    by_article: dict[int, list[tuple[int, int]]] = {}
    for place, group in enumerate(groups):
        if group.kind in ("claim", "recommendation"):
            for one in group.statements:
                by_article.setdefault(one.article, []).append((one.span.start, place))
    found: dict[int, list[int]] = {}
    for place, group in enumerate(groups):
        for one in group.statements:
            if group.kind != "response" or one.rule != "turn":
                continue
            text = articles[one.article].seed.text
            start = text.rfind("\n", 0, one.span.start)
            before = text.rfind("\n", 0, len(text[:start].rstrip()))
            held = by_article.get(one.article, ())
            found.setdefault(place, []).extend(other for at, other in held if before < at < start)
    return found


def _how(text: str, target: Group) -> How:
    """What a response does to what it answers, by its words."""
    plain = text.lower().replace("’", "'")
    if target.kind == "recommendation":
        return "rejects"
    if _SOURCE.search(plain):
        return "disputes-the-source"
    if _DENIAL.search(plain):
        return "denies"
    return "gives-another-account"
