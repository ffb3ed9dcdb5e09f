"""Which ID a thing gets: the one it had, or the next that was never given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from diptych.records import Dossier, id_key
from diptych.spans import Span

#: Where something stands: (source id, span).
Place = tuple[str, Span]


class Ledger:
    """Every ID ever given, and the next one of each letter."""

    def __init__(self, dossier: Dossier) -> None:
        held = [item.id for items in (dossier.sources, dossier.records, dossier.discrepancies) for item in items]
        self.listed = set(dossier.given)
        self.new: list[str] = sorted(set(held) - self.listed, key=id_key)
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


def matched(old: Mapping[str, Sequence[Place]], new: Sequence[Sequence[Place]]) -> dict[int, str]:
    """Which of the new things is which of the old ones, by the text they share: most first, each used once."""
    by_source: dict[str, list[tuple[Span, str]]] = {}
    for given, places in old.items():
        for source, span in places:
            by_source.setdefault(source, []).append((span, given))
    shared: dict[tuple[int, str], int] = {}
    for number, places in enumerate(new):
        for source, span in places:
            for other, given in by_source.get(source, ()):
                if common := span.overlap(other):
                    shared[number, given] = shared.get((number, given), 0) + common
    result: dict[int, str] = {}
    taken: set[str] = set()
    for (number, given), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0][0], id_key(item[0][1]))):
        if number not in result and given not in taken:
            result[number] = given
            taken.add(given)
    return result


def touches(place: Place, others: Iterable[Place]) -> bool:
    """Whether a place shares text with any of the others."""
    return any(place[0] == source and place[1].overlap(span) for source, span in others)
