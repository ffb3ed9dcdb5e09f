"""Articles that repeat another word for word, or nearly so.

Two texts are compared by the share of runs of five words that they have in common (Broder 1997, "On the resemblance
and containment of documents"). Of the runs, a quarter is kept, chosen by their checksums, so that the same ones are
kept of every text; an index from run to article finds the candidates without comparing all pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

#: So many words make a run.
_RUN = 5
#: One run in so many is kept.
_KEPT = 4
#: Containment from which a text is a copy.
NEARLY_ALL = 0.9
#: Containment from which a text that is no copy resembles another more than two reports of one thing do.
_HALF = 0.5
#: With fewer runs kept, only an equal text is a copy: a few runs say little.
_FEWEST = 16
#: A run that so many articles hold is a set phrase; no more of them are noted.
_WIDESPREAD = 50


@dataclass(frozen=True, slots=True)
class Copy:
    """Which article (its place) is repeated, and how much of the repeating one stands in it, from 0 to 1."""

    of: int
    share: float


def copies(texts: Sequence[Sequence[str]]) -> dict[int, Copy]:
    """For each text (its folded words) that repeats another: which. A copy is never what another is a copy of.

    The earlier of two like texts is the original; but one that is wholly within a later and longer text is its copy.
    """
    prints = [_prints(words) for words in texts]
    found: dict[int, Copy] = {}
    same: dict[tuple[str, ...], int] = {}
    index: dict[int, list[int]] = defaultdict(list)
    for place, words in enumerate(texts):
        first = same.setdefault(tuple(words), place) if words else place
        copy = Copy(first, 1.0) if first != place else _contained(prints[place], index)
        if copy is not None:
            found[place] = copy
            continue
        for run in prints[place]:
            if len(index[run]) < _WIDESPREAD:
                index[run].append(place)
    found.update(_within_later(prints, found, index))
    return {place: Copy(_root(copy.of, found), copy.share) for place, copy in sorted(found.items())}


def resembling(texts: Sequence[Sequence[str]]) -> dict[int, Copy]:
    """For each text (its folded words) of which another holds half of the runs or more, but not nearly all: which."""
    prints = [_prints(words) for words in texts]
    index: dict[int, list[int]] = defaultdict(list)
    for place, runs in enumerate(prints):
        for run in runs:
            if len(index[run]) < _WIDESPREAD:
                index[run].append(place)
    best = {place: _contained(runs, index, but=place, least=_HALF) for place, runs in enumerate(prints)}
    return {place: copy for place, copy in best.items() if copy is not None and copy.share < NEARLY_ALL}


def _prints(words: Sequence[str]) -> frozenset[int]:
    plain = [word.encode("utf-8", "replace") for word in words]
    runs = [crc32(b" ".join(plain[at : at + _RUN])) for at in range(len(plain) - _RUN + 1)]
    return frozenset([run for run in runs if run % _KEPT == 0])


def _contained(
    prints: frozenset[int], index: dict[int, list[int]], but: int = -1, least: float = NEARLY_ALL
) -> Copy | None:
    """The indexed text that holds most of these runs, if it holds so large a share of them."""
    if len(prints) < _FEWEST:
        return None
    held = Counter(place for run in prints for place in index.get(run, ()) if place != but)
    if not held:
        return None
    best = min(held, key=lambda place: (-held[place], place))
    share = held[best] / len(prints)
    return Copy(best, share) if share >= least else None


def _within_later(prints: list[frozenset[int]], found: dict[int, Copy], index: dict[int, list[int]]) -> dict[int, Copy]:
    more: dict[int, Copy] = {}
    for place in range(len(prints)):
        if place not in found:
            copy = _contained(prints[place], index, but=place)
            if copy is not None and copy.of > place and copy.of not in more:
                more[place] = copy
    return more


def _root(place: int, found: dict[int, Copy]) -> int:
    while place in found:
        place = found[place].of
    return place
