"""Articles that repeat others in altered words, told by their quotations and by the marks that a text spinner leaves.

A quotation has one wording. Where an article's wording departs from what two other articles agree on, and most of the
quotations that it shares with others are altered, somebody has rewritten it. The clearest case is settled first and is
no witness afterwards, so that an original is not judged by its own rewrite. Where this shows nothing, an article is an
original.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from diptych.ingest.quotations import Match, Words, agree, matches
from diptych.ingest.words import tokens
from diptych.lexicons import either, lexicon, wordset

#: So many quotations must be altered, one of them against two articles that agree: a single one may be a slip.
_FEWEST_ALTERED = 3
#: So many marks of a spinner, and so many in a thousand words, show one. No newspaper article of 924 has more than 3.
_FEWEST_MARKS, _PER_THOUSAND = 6, 6
#: Marks named in the evidence.
_SHOWN = 4


@dataclass(slots=True)
class _Count:
    """What became of one article's quotations that others have too.

    `kept` and `altered` are counted against the witnesses, `clear` where two of them agree; `different` is what no
    article at all has in the same words.
    """

    kept: int = 0
    altered: int = 0
    clear: int = 0
    different: int = 0

    @property
    def shows_rewrite(self) -> bool:
        return self.clear > 0 and self.different >= _FEWEST_ALTERED and self.altered > self.kept

    @property
    def evidence(self) -> str:
        return (
            f"{self.different} of the {self.different + self.kept} quotations that other articles have too are in "
            f"other words here, {self.clear} of them against two articles that agree"
        )


def rewrites(marked: Sequence[str], quotes: Sequence[Sequence[Words]]) -> dict[int, str]:
    """The articles (their places) that are rewrites, each with the evidence in words.

    `marked` is what `spun` makes of the text of each, `quotes` holds its quotations.
    """
    found = {place: evidence for place, evidence in enumerate(marked) if evidence}
    every = [(article, words) for article, own in enumerate(quotes) for words in own]
    by_quote: dict[int, list[Match]] = defaultdict(list)
    for match in matches(every):
        by_quote[match.mine].append(match)
    while True:
        counts = _counts(every, by_quote, found)
        shown = [place for place, count in counts.items() if count.shows_rewrite]
        if not shown:
            return dict(sorted(found.items()))
        worst = min(shown, key=lambda place: (-counts[place].clear, counts[place].kept - counts[place].altered, place))
        found[worst] = counts[worst].evidence


def marks(text: str) -> tuple[int, tuple[str, ...]]:
    """How much a text shows of a spinner, and the phrases that do; a phrase counts once, however often it stands."""
    said = f" {' '.join(tokens(text))} "
    weights = {phrase.strip(" ,"): 1 for phrase in _phrases("mild") if phrase in said}
    weights |= {phrase.strip(" ,"): 2 for phrase in _phrases("strong") if phrase in said}
    weights |= {f"“…” {verb}": 2 for verb in sorted({match[1] for match in _saying().finditer(text)})}
    return sum(weights.values()), tuple(sorted(weights, key=lambda phrase: (-weights[phrase], phrase)))


def spun(text: str) -> str:
    """The evidence that a text spinner made a text; empty where its wording shows none."""
    weight, phrases = marks(text)
    if weight < _FEWEST_MARKS or 1000 * weight < _PER_THOUSAND * len(text.split()):
        return ""
    return "wording that a text spinner leaves: " + ", ".join(phrases[:_SHOWN])


@cache
def _phrases(key: str) -> tuple[str, ...]:
    return tuple(f" {' '.join(tokens(phrase))} " for phrase in lexicon("spinning")[key])


@cache
def _saying() -> re.Pattern[str]:
    """A closed quotation, at most three names, and a verb that is none of saying."""
    verbs = either(wordset("spinning", "saying"))
    return re.compile(rf"[,.?!][”\"’] (?:[A-Z][\w'’-]{{0,30}} ){{0,3}}({verbs})\b")


def _counts(
    every: Sequence[tuple[int, Words]], by_quote: dict[int, list[Match]], found: dict[int, str]
) -> dict[int, _Count]:
    """For each article that is no rewrite yet, what became of its quotations; those that are none are the witnesses."""
    counts: dict[int, _Count] = {}
    for place, (article, _) in enumerate(every):
        shared = by_quote.get(place, ())
        if article in found or not shared:
            continue
        count = counts.setdefault(article, _Count())
        witnesses = [match for match in shared if every[match.other][0] not in found]
        count.different += not any(match.agrees for match in shared)
        if any(match.agrees for match in witnesses):
            count.kept += 1
        elif witnesses:
            count.altered += 1
            count.clear += _united([every[match.other] for match in witnesses])
    return counts


def _united(others: Sequence[tuple[int, Words]]) -> bool:
    """Whether two of the quotations are of different articles and agree."""
    return any(one[0] != two[0] and agree(one[1], two[1]) is True for one, two in combinations(others, 2))
