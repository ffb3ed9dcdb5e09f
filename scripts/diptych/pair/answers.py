"""Which claim or recommendation a response answers, and how; the report as a whole where none can be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from diptych.drafts import Article, Group, Statement
from diptych.pair.aspects import aspects
from diptych.pair.items import Item
from diptych.pair.lexicon import weights
from diptych.pair.sentences import place_of, sentence_of
from diptych.pair.vectors import Vector, centre, cosine
from diptych.records import REPORT, How

#: A response is linked with what it is at least this alike, and with what is nearly as alike as the best.
LEAST = 0.14
NEARLY = 0.7
_MOST = 3
#: Where the reply stands so many sentences after the finding, the outlet most likely set the one against the other.
_NEXT = 1
_NEAR = 3
_RAREST = 24
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
    """What a group says: its words, the lists of words that news writes one for another, and what stands around it."""

    words: Vector
    meant: Vector
    context: Vector


def answered(groups: Sequence[Group], articles: Sequence[Article], items: Iterable[Item]) -> list[Group]:
    """The groups, every response with what it answers; `items` are their statements, prepared for comparison.

    A response answers what shares its words, or those of the paragraph that it stands in, the more where the outlet
    tells it right after; and what it was asked about in an interview. Where nothing does clearly it answers the
    report: a false link misleads, and most rebuttals are of the whole.
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
        whole = bool(aspects(said, "response") & _WHOLE)
        after = told.before(group.statements)
        found: dict[int, float] = {}
        for other in sorted(_near(text, by_term) | after.keys()):
            alike = _alike(text, held[other], after.get(other), whole, groups[other])
            if alike >= LEAST:
                found[other] = alike
        found |= {other: 1.0 for other in asked.get(place, ()) if other in held}
        best = sorted(found, key=lambda other: (-found[other], other))[:_MOST]
        answers: tuple[tuple[int | str, How], ...] = tuple(
            (other, _how(said, groups[other])) for other in sorted(best) if found[other] >= NEARLY * found[best[0]]
        )
        made.append(replace(group, answers=answers or ((REPORT, "rejects"),)))
    return made


def _text(items: Sequence[Item]) -> _Text:
    return _Text(
        centre([item.words for item in items]),
        centre([item.meant for item in items]),
        centre([item.context for item in items]),
    )


def _near(text: _Text, by_term: Mapping[str, Sequence[int]]) -> set[int]:
    """The claims and recommendations that share a rare word with a response or its context."""
    terms = sorted({**text.words, **text.context}, key=lambda term: (len(by_term.get(term, ())), term))
    rare = [term for term in terms if term in by_term][:_RAREST]
    return {place for term in rare for place in by_term[term][:_COMMON]}


def _alike(text: _Text, other: _Text, after: int | None, whole: bool, target: Group) -> float:
    weigh = weights("answer")
    alike = weigh["words"] * cosine(text.words, other.words) + weigh["meanings"] * cosine(text.meant, other.meant)
    alike += weigh["context"] * cosine(text.context, other.words)
    if after is not None:
        alike += weigh["next"] if after <= _NEXT else weigh["near"]
    if whole:
        alike *= weigh["whole"]
    return alike * weigh["recommendation"] if target.kind == "recommendation" else alike


class _Told:
    """Where the articles tell claims and recommendations, by sentence."""

    def __init__(self, groups: Sequence[Group], articles: Sequence[Article], targets: Iterable[int]) -> None:
        self._articles = articles
        self._at: dict[tuple[int, int], list[int]] = {}
        for place in targets:
            for one in groups[place].statements:
                self._at.setdefault((one.article, place_of(articles[one.article], one.span)), []).append(place)

    def before(self, statements: Iterable[Statement]) -> dict[int, int]:
        """What the sentences shortly before some statements tell, with how many sentences before at the least."""
        found: dict[int, int] = {}
        for one in statements:
            at = place_of(self._articles[one.article], one.span)
            for distance in range(_NEXT, _NEAR + 1):
                for place in self._at.get((one.article, at - distance), ()):
                    found[place] = min(distance, found.get(place, distance))
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
