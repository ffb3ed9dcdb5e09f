"""Which ID a thing gets: the one it had, or the next that was never given."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from diptych.dossier import Dossier
from diptych.spans import Span
from diptych.values import id_key

#: Where something stands: (file or source, span).
Place = tuple[str, Span]


class Register:
    """Every ID ever given, and the next one of each letter; `new` lists those that permalinks.yml does not hold yet."""

    def __init__(self, dossier: Dossier) -> None:
        held = {item.id for item in (*dossier.sources, *dossier.items)}
        self.new: list[str] = sorted(held - set(dossier.given), key=id_key)
        self._last: dict[str, int] = {}
        for given in {*dossier.given, *held}:
            letter, number = id_key(given)
            self._last[letter] = max(number, self._last.get(letter, 0))

    def next(self, letter: str) -> str:
        """An ID that was never given before, now given."""
        self._last[letter] = self._last.get(letter, 0) + 1
        given = f"{letter}{self._last[letter]}"
        self.new.append(given)
        return given

    def take(self, given: str) -> None:
        """Gives an ID that a person chose; `ValueError` where it, or a later one of its letter, was given before."""
        letter, number = id_key(given)
        if number <= self._last.get(letter, 0):
            raise ValueError(f"{given} can't be given: {letter}{self._last[letter]} was, and an ID is given once")
        self._last[letter] = number
        self.new.append(given)


class Places:
    """Where things stand, to be asked what shares text with a place."""

    def __init__(self, held: Mapping[str, Iterable[Place]]) -> None:
        found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for given, places in held.items():
            for where, span in places:
                found[where].append((span, given))
        self._held = {where: sorted(spans) for where, spans in found.items()}
        #: The longest span of each file: how far before a place one that reaches it may start.
        self._reach = {where: max(span.end - span.start for span, _ in held) for where, held in self._held.items()}

    def sharing(self, place: Place) -> dict[str, int]:
        """What shares text with a place, and how many code points; spans of one thing add up."""
        where, span = place
        held = self._held.get(where, [])
        shared: dict[str, int] = {}
        at = bisect_left(held, (Span(span.start - self._reach.get(where, 0), 0), ""))
        while at < len(held) and held[at][0].start < span.end:
            other, given = held[at]
            if common := span.overlap(other):
                shared[given] = shared.get(given, 0) + common
            at += 1
        return shared


def matched(old: Mapping[str, Iterable[Place]], new: Sequence[Iterable[Place]]) -> dict[int, str]:
    """Which of the new things is which of the old ones, by the text they share: most first, each used once."""
    held = Places(old)
    shared: dict[tuple[int, str], int] = defaultdict(int)
    for number, places in enumerate(new):
        for place in places:
            for given, common in held.sharing(place).items():
                shared[number, given] += common
    result: dict[int, str] = {}
    taken: set[str] = set()
    for (number, given), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0][0], id_key(item[0][1]))):
        if number not in result and given not in taken:
            result[number] = given
            taken.add(given)
    return result
