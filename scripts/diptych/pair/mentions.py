"""The figures of articles, with what they count, in common units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from diptych.drafts import Article
from diptych.lexicons import either, wordset
from diptych.pair.ages import AGE, ages
from diptych.pair.counted import with_unit
from diptych.pair.dates import DATE, dates
from diptych.pair.lexicon import stems_of
from diptych.pair.numerals import DAYS, SHARE, Figure, figures, scale
from diptych.pair.vectors import Space, Vector
from diptych.spans import Span

#: Figures up to this are of many things; and of fewer digits than these none is known for another's misprint.
SMALL = 12
_DIGITS = 3
#: What stands next to a figure: so many code points on either side.
_BESIDE = 60
_AND = re.compile(r"[ -]\w+(?:,| and|, and) ")
_A_YEAR = re.compile(r"\b(?:a|one) year and $")
#: What happens again after such a time: every six hours.
_EVERY = re.compile(r"\b(?:every|each)\s+$", re.IGNORECASE)
#: What one and 27 others are: one more.
_OTHER = re.compile(r" others?\b")
_WITH_ONE = re.compile(r"(?:^|[^,] )[A-Z][\w’'-]* (?:and|along with|together with) $")
_RANGE = frozenset(("and", "to", "or", "-", "–"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in its sentence: what it counts, in a common unit where there is one.

    `written` is its value in digits, and `digits` these in order; empty where none is known for another's misprint.
    `bare` is a figure that is large, and of nothing that has a measure of its own, `rough` a share told in small
    numbers. `context` are the words of the sentence, `beside` those next to the figure, and `depth` the share of the
    article that stands before the sentence.
    """

    article: int
    figure: Figure
    span: Span
    value: float
    unit: frozenset[str]
    context: Vector
    beside: Vector
    depth: float
    sentence: Span
    written: str
    digits: str
    bare: bool
    rough: bool

    @property
    def units(self) -> frozenset[str]:
        """What figures must share one of to be compared: the unit, and with a bare one nothing in particular."""
        return self.unit | {""} if self.bare else self.unit


def mentions(articles: Sequence[Article]) -> list[Mention]:
    """The figures of all articles but copies, in the order of the articles."""
    space = Space()
    held: list[tuple[int, Span, list[Figure]]] = []
    for number, article in enumerate(articles):
        text = article.seed.text
        for sentence in article.sentences if article.kind != "copy" else ():
            if sentence.use != "noise":
                space.add(sentence.span.of(text))
                span = sentence.span
                read = _read(text, span)
                if read:
                    held.append((number, span, read))
    found: list[Mention] = []
    for number, span, read in held:
        article, seed = articles[number], articles[number].seed
        vector = space.vector(span.of(seed.text))
        depth = (span.start - article.span.start) / (article.span.end - article.span.start)
        for figure in read:
            value, unit = _measured(figure)
            if _OTHER.match(seed.text, figure.span.end) and _WITH_ONE.search(seed.text[span.start : figure.span.start]):
                value += 1
            if _as_much().match(seed.text, figure.span.end):
                unit = frozenset({"@times"})
            if "@time" in unit and _EVERY.search(seed.text, max(0, figure.span.start - 8), figure.span.start):
                unit = frozenset({"@time@every"})
            tight = figure.span if DATE in unit else with_unit(seed.text, figure.span, span.end)
            written = f"{figure.value:.12g}"
            digits = "" if "e" in written or len(written) < _DIGITS else "".join(sorted(written))
            bare = value > SMALL and not any(one[0] in "@%" for one in unit - {"@persons"})
            rough = "%" in unit and not SHARE.match(seed.text, figure.span.end)
            beside = space.vector(_beside(seed.text, figure.span, span))
            found.append(
                Mention(number, figure, tight, value, unit, vector, beside, depth, span, written, digits, bare, rough)
            )
    return sorted(found, key=lambda one: (articles[one.article].order, one.figure.span.start))


def _beside(text: str, figure: Span, sentence: Span) -> str:
    """What stands next to a figure in its sentence, on either side."""
    before = text[max(sentence.start, figure.start - _BESIDE) : figure.start]
    return f"{before} {text[figure.end : min(sentence.end, figure.end + _BESIDE)]}"


@cache
def _changed() -> re.Pattern[str]:
    """What stands before the first of two figures of which one became the other."""
    return re.compile(rf"\b{either(wordset('pairing', 'changing'))}\s+from(?:\s+[a-z]+)?\s+$")


@cache
def _as_much() -> re.Pattern[str]:
    """What is told after how many times as much it is; else it is how often."""
    when = either(wordset("times", "spans") | wordset("times", "parts"))
    return re.compile(
        rf" times,? (?:the|as|more|less|higher|lower|larger|greater|better|worse|what|its|their|that(?! {when}\b))\b"
    )


def _read(text: str, sentence: Span) -> list[Figure]:
    old = ages(text, sentence)
    counted = [one for one in figures(text, sentence) if not any(one.span.overlap(age.span) for age in old)]
    return [*_ranges(text, _added(text, counted)), *old, *dates(text, sentence)]


def _ranges(text: str, read: Sequence[Figure]) -> list[Figure]:
    """The figures with "between 5 and 7" and "5 to 7 million" as one, of the value half-way; what rose from 5 to 7 is
    two, and so is what goes down: a vote of 34-12.
    """
    found: list[Figure] = []
    for one in read:
        last = found[-1] if found else None
        joined = last is not None and text[last.span.end : one.span.start].strip() in _RANGE
        if last and joined and last.value <= one.value and not _became(text, last.span):
            span = Span(last.span.start, one.span.end)
            scaled = last.value * scale(one.span.of(text))
            lower = scaled if scaled <= one.value else last.value
            found[-1] = replace(one, span=span, value=(lower + one.value) / 2)
        else:
            found.append(one)
    return found


def _became(text: str, first: Span) -> bool:
    """Whether what a figure counts was so many and became more: rose from 5 to 7."""
    return _changed().search(text, max(0, first.start - _BESIDE), first.start) is not None


def _added(text: str, read: Sequence[Figure]) -> list[Figure]:
    """The figures with "13 hours and 40 minutes" and "a year and 7 months" as one, in the greater unit."""
    found: list[Figure] = []
    for one in read:
        last = found[-1] if found else None
        unit = DAYS.get(next(iter(one.units), ""))
        greater = DAYS.get(next(iter(last.units), "")) if last else None
        if unit and last and greater and greater > unit and _AND.fullmatch(text, last.span.end, one.span.start):
            found[-1] = replace(
                last, span=Span(last.span.start, one.span.end), value=last.value + one.value * unit / greater
            )
        elif unit and (before := _A_YEAR.search(text, max(0, one.span.start - 12), one.span.start)):
            found.append(replace(one, span=Span(before.start(), one.span.end), value=one.value + DAYS["year"] / unit))
        else:
            found.append(one)
    return found


def _measured(figure: Figure) -> tuple[float, frozenset[str]]:
    """The value and unit in which figures are compared: time in days, persons under one name."""
    for unit in figure.units[:1]:
        if unit in (DATE, AGE):
            return figure.value, frozenset({unit})
        if figure.units[1:2] == ("old",) and unit in DAYS:
            return figure.value * DAYS[unit] / DAYS["year"], frozenset({AGE})
        if unit in DAYS:
            return figure.value * DAYS[unit], frozenset({"@time"})
    units = set(figure.units)
    if figure.money or units & stems_of("money"):
        return figure.value, frozenset({"@money"})
    if "pag" in units:
        return figure.value, frozenset({"@pages"})
    if units & stems_of("persons"):
        units.add("@persons")
    if 0 < figure.value < 1:
        return 100 * figure.value, frozenset({"%", *units})
    return figure.value, frozenset(units)
