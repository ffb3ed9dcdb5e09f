"""What the ranking counts: how often an entry has each term, and what that weighs in it.

Ranking is BM25 (Robertson and Zaragoza, 2009) with the words of a title counted three times and an ID eight times; the
part of it that depends on a term within an entry is worked out here and kept as a digit: the browser only adds up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from diptych.render.search.entries import Entry
from diptych.render.search.terms import terms

_TITLE, _ID = 3, 8
_K1, _B = 1.2, 0.75


def counted(entry: Entry) -> Counter[str]:
    """How often an entry has each term, those of its title and its ID more."""
    counts = Counter(terms("\n".join((entry.about, entry.also, *(f"{one.text}\n{one.said}" for one in entry.quotes)))))
    for term in terms(entry.title):
        counts[term] += _TITLE
    for term in terms(entry.id):
        counts[term] += _ID
    return counts


def average(totals: Iterable[int]) -> float:
    """How many terms an entry has, of entries that have so many in total."""
    each = [*totals]
    return sum(each) / len(each) if each else 1


def weights(counts: Iterable[int], total: int, usual: float) -> dict[int, int]:
    """What terms weigh, from 1 to 9, that are counted so often in an entry of `total` terms; entries have `usual`."""
    held = _K1 * (1 - _B + _B * total / usual)
    return {count: max(1, round(9 * count / (count + held))) for count in counts}
