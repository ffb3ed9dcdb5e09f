"""Which claim or recommendation a response answers, and how; the report as a whole where none can be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from diptych.drafts import Article, Group
from diptych.pair.aspects import aspects
from diptych.pair.concepts import concepts
from diptych.pair.sentences import sentence_of
from diptych.pair.vectors import Space, Vector, centre, cosine
from diptych.pair.words import content, grams
from diptych.records import REPORT, How

#: A response is linked with what it is at least this alike, and with what is nearly as alike as the best.
LEAST = 0.22
NEARLY = 0.85
#: Few responses answer a recommendation, most a finding.
ASKED = 0.5
_MOST = 2
_RAREST = 16
_COMMON = 200
#: Responses of these kinds answer the report, whatever else they mention.
_WHOLE = frozenset({"motive", "standing", "warning", "counter-report", "cooperation"})
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
    """What a group says, in words, in the lists of words that news writes one for another, and in characters."""

    stems: Vector
    meant: Vector
    grams: Vector


def answered(groups: Sequence[Group], articles: Sequence[Article]) -> list[Group]:
    """The groups, every response with what it answers.

    A response answers what shares its rare words, or words of one meaning, and what it was asked about in an interview.
    Where nothing does clearly it answers the report: a false link misleads, and most rebuttals are of the whole.
    """
    texts = [[one.span.of(articles[one.article].seed.text) for one in group.statements] for group in groups]
    weigh = _Weigher(
        one.span.of(article.seed.text) for article in articles if article.kind != "copy" for one in article.sentences
    )
    targets = [place for place, group in enumerate(groups) if group.kind in ("claim", "recommendation")]
    held = {place: weigh.text(texts[place]) for place in targets}
    by_term: dict[str, list[int]] = {}
    for place in targets:
        for term in (*held[place].stems, *held[place].meant):
            by_term.setdefault(term, []).append(place)
    asked = _questions(groups, articles)
    made: list[Group] = []
    for place, group in enumerate(groups):
        if group.kind != "response":
            made.append(group)
            continue
        said = " ".join(sentence_of(articles[one.article], one.span) for one in group.statements)
        found = _targets(weigh.text(texts[place]), said, held, by_term)
        found = {
            other: alike
            for other, raw in found.items()
            if (alike := raw * (ASKED if groups[other].kind == "recommendation" else 1.0)) >= LEAST
        }
        found |= {other: 1.0 for other in asked.get(place, ()) if other in held}
        best = sorted(found, key=lambda other: (-found[other], other))[:_MOST]
        answers: tuple[tuple[int | str, How], ...] = tuple(
            (other, _how(said, groups[other])) for other in sorted(best) if found[other] >= NEARLY * found[best[0]]
        )
        made.append(replace(group, answers=answers or ((REPORT, "rejects"),)))
    return made


class _Weigher:
    """The words of the articles' sentences, weighed."""

    def __init__(self, sentences: Iterable[str]) -> None:
        held = sorted(sentences)
        self._spaces = (Space(held), Space(held, lambda text: concepts(content(text))), Space(held, grams))

    def text(self, passages: Sequence[str]) -> _Text:
        stems, meant, characters = (centre([space.vector(one) for one in passages]) for space in self._spaces)
        return _Text(stems, meant, characters)


def _targets(
    text: _Text, said: str, held: Mapping[int, _Text], by_term: Mapping[str, Sequence[int]]
) -> dict[int, float]:
    """The claims and recommendations that a response is clearly like, with how like it is."""
    rare = sorted((*text.stems, *text.meant), key=lambda term: (len(by_term.get(term, ())), term))[:_RAREST]
    near = sorted({place for term in rare for place in by_term.get(term, ())[:_COMMON]})
    whole = 0.5 if aspects(said, "response") & _WHOLE else 1.0
    found: dict[int, float] = {}
    for place in near:
        other = held[place]
        alike = 0.5 * cosine(text.stems, other.stems) + 0.3 * cosine(text.meant, other.meant)
        alike = whole * (alike + 0.2 * cosine(text.grams, other.grams))
        if alike >= LEAST:
            found[place] = alike
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
