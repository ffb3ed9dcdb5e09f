"""An index that stands, brought up to date: what it tells of an entry that is what it was is not worked out again.

What an entry is goes by a digest of its words, noted with what it counted. Nothing is taken from an index that is not,
to the last file, the one that the note was made beside, nor from one in which much is other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import accumulate
from typing import NamedTuple

from diptych.notes import digest_of
from diptych.render.search import scripts
from diptych.render.search.counting import average, counted, weights
from diptych.render.search.entries import Entry, Quote
from diptych.render.search.scripts import BOX

#: An index is made anew where more than one entry in so many is another.
_FEW = 8
#: The postings of each term: ten times the step from the entry before, plus its weight, as JSON has the list.
Postings = dict[str, str]


class Known(NamedTuple):
    """What is noted of an entry: a digest of its words, how many terms it has in total, how often it has some term,
    each number once, and its words that are not shown."""

    key: str
    total: int
    counts: tuple[int, ...]
    also: str

    def __str__(self) -> str:
        return f"{self.key} {self.total} {','.join(map(str, self.counts))} {self.also}"

    @classmethod
    def read(cls, line: str) -> Known:
        """The inverse of `str`; `ValueError` where it is none."""
        key, total, counts, also = line.split(" ", 3)
        return cls(key, int(total), tuple(map(int, counts.split(","))), also)

    @classmethod
    def of(cls, entry: Entry, key: str) -> Known:
        """An entry by its key."""
        counts = counted(entry)
        return cls(key, counts.total(), tuple(sorted(set(counts.values()))), entry.also)


class Standing(NamedTuple):
    """An index as it stands: what is known of each entry, its postings, and `box`, which gives the text of a box."""

    known: Sequence[Known]
    postings: Postings
    box: Callable[[int], str]


class Renewed(NamedTuple):
    """What is to be noted of each entry, the entries of each term, and the texts of the boxes that stand."""

    known: Sequence[Known]
    postings: Postings
    boxes: Mapping[int, str]


def stood(noted: Sequence[str], standing: Callable[[str], str | None], ground: str) -> Standing | None:
    """The index that was noted, if every file of it stands as it was and the same code counts its words."""
    with suppress(ValueError, IndexError):
        version, number, made_with = noted[0].split(" ", 2)
        if made_with != ground:
            return None
        known = [Known.read(line) for line in noted[1:]]
        boxes = [f"entries-{place}" for place in range(-(-len(known) // BOX))]
        shelved = [f"terms-{place}" for place in range(int(number))]
        files: dict[str, str] = {}
        for name in (*shelved, *boxes, "catalogue"):
            text = standing(scripts.path(name))
            if text is None:
                return None
            files[name] = text
        if scripts.version(files.values()) == version:
            postings = {term: one for name in shelved for term, one in _terms(scripts.held(name, files[name]))}
            return Standing(known, postings, lambda place: scripts.held(boxes[place], files[boxes[place]]))
    return None


def _terms(shelf: str) -> Iterator[tuple[str, str]]:
    """The terms of a shelf with their postings as they are written there: no term holds a sign that JSON escapes."""
    for one in shelf[2:-2].split('],"'):
        term, _, places = one.partition('":')
        yield term, f"{places}]"


def key_of(entry: Entry) -> str:
    """A digest of all words of an entry."""
    said = (word for quote in entry.quotes for word in quote)
    return digest_of((entry.id, entry.path, entry.title, entry.about, entry.also, *said))


def renewed(found: Sequence[Entry], standing: Standing) -> Renewed | None:
    """An index brought up to date with the entries; None where too many are others."""
    if len(found) != len(standing.known):
        return None
    keys = [*map(key_of, found)]
    changed = {place for place, key in enumerate(keys) if key != standing.known[place].key}
    if len(changed) * _FEW > len(found):
        return None
    known = [
        Known.of(found[place], keys[place]) if place in changed else one for place, one in enumerate(standing.known)
    ]
    usual, now = average(one.total for one in standing.known), average(one.total for one in known)
    fewer: dict[str, set[int]] = {}
    more: dict[str, dict[int, int]] = {}
    for place, one in enumerate(known):
        before = standing.known[place]
        if place in changed:
            was = counted(_shown(json.loads(standing.box(place // BOX))[place % BOX], before.also))
        elif usual == now or weights(one.counts, one.total, usual) == weights(one.counts, one.total, now):
            continue
        else:
            was = counted(found[place])
        for term in was:
            fewer.setdefault(term, set()).add(place)
        for term, weight in _weighed(found[place], one, now).items():
            more.setdefault(term, {})[place] = weight
    postings = dict(standing.postings)
    for term in fewer.keys() | more.keys():
        held = {place: weight for place, weight in _read(postings.get(term, "[]")) if place not in fewer.get(term, ())}
        if held := held | more.get(term, {}):
            postings[term] = written(held)
        else:
            del postings[term]
    boxes = {*range(-(-len(found) // BOX))} - {place // BOX for place in changed}
    return Renewed(known, postings, {number: standing.box(number) for number in boxes})


def written(held: Mapping[int, int]) -> str:
    """The postings of a term whose entries stand at these places, with what it weighs in each."""
    last, steps = 0, []
    for place in sorted(held):
        steps.append(10 * (place - last) + held[place])
        last = place
    return plain(steps)


def plain(steps: Sequence[int]) -> str:
    """Numbers as JSON has them, in a fifth of the time."""
    return str(steps).replace(" ", "")


def _read(postings: str) -> Iterator[tuple[int, int]]:
    steps = json.loads(postings)
    return zip(accumulate(step // 10 for step in steps), (step % 10 for step in steps), strict=True)


def _weighed(entry: Entry, known: Known, usual: float) -> dict[str, int]:
    weight = weights(known.counts, known.total, usual)
    return {term: weight[count] for term, count in counted(entry).items()}


def _shown(box: Sequence[object], also: str) -> Entry:
    """An entry as it stands in a box, as far as its words go."""
    given, path, title, about, quotes = box
    told = tuple(Quote(*quote) for quote in quotes)  # type: ignore[attr-defined]
    return Entry("", str(given), str(path), None, str(title), str(about), told, also=also)
