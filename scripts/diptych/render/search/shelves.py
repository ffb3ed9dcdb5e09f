"""Entries → the files of the search: a catalogue, shelves of terms, and boxes of entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from diptych.render.search import scripts
from diptych.render.search.counting import average, counted, weights
from diptych.render.search.entries import KINDS, Entry
from diptych.render.search.scripts import BOX
from diptych.render.search.standing import Known, Postings, Renewed, key_of, plain, renewed, stood
from diptych.render.written import as_json
from diptych.values import PARTIES

#: How many code points of terms a shelf holds.
SHELF = 16_000


@dataclass(frozen=True, slots=True)
class Shelves:
    """The files by path from the site's root, what tells this state of them from another, and what is noted of it."""

    files: dict[str, str]
    version: str
    noted: tuple[str, ...]


def shelves(
    found: Sequence[Entry],
    noted: Sequence[str] = (),
    standing: Callable[[str], str | None] = lambda _: None,
    ground: str = "",
) -> Shelves:
    """The files of the search.

    Of those that `standing` gives by their paths what was `noted` before tells what is still true, if they were made
    with the same code, for which `ground` stands; the same files come of it as from nothing.
    """
    data: dict[str, str] = {}
    before = stood(noted, standing, ground)
    known, postings, boxes = (before and renewed(found, before)) or _anew(found)
    starts = _shelved(data, postings)
    for first in range(0, len(found), BOX):
        box = boxes.get(first // BOX) or as_json([_shown(entry) for entry in found[first : first + BOX]])
        data[f"entries-{first // BOX}"] = box
    data["catalogue"] = as_json(_catalogue(found, starts))
    files = {scripts.path(name): scripts.script(name, one) for name, one in data.items()}
    version = scripts.version(files.values())
    return Shelves(files, version, (f"{version} {len(starts)} {ground}", *map(str, known)))


def _anew(found: Sequence[Entry]) -> Renewed:
    """The same made of the entries alone."""
    known: list[Known] = []
    held: dict[str, list[int]] = {}  # of each term: an entry, how often that has it, the next entry, and so on
    for number, entry in enumerate(found):
        counts = counted(entry)
        known.append(Known(key_of(entry), counts.total(), tuple(sorted(set(counts.values()))), entry.also))
        for term, count in counts.items():
            if term not in held:
                held[term] = []
            held[term] += (number, count)
    usual = average(one.total for one in known)
    weight = [weights(one.counts, one.total, usual) for one in known]  # few counts, and so few weights, are in an entry
    return Renewed(known, {term: plain(_steps(places, weight)) for term, places in held.items()}, {})


def _steps(places: list[int], weight: Sequence[Mapping[int, int]]) -> list[int]:
    """The postings of a term, given its entries, each with how often it has the term, and what counts weigh in each."""
    made, last = [], 0
    for number, count in zip(places[::2], places[1::2], strict=True):
        made.append(10 * (number - last) + weight[number][count])
        last = number
    return made


def _shelved(data: dict[str, str], postings: Postings) -> list[str]:
    """Lays terms on shelves; gives the first term of each."""
    starts: list[str] = []
    shelf: list[str] = []
    size = 0
    # In the order of UTF-16, which is the order in which a browser compares.
    for term in sorted(postings, key=lambda term: term.encode("utf-16-be")):
        if not shelf:
            starts.append(term)
        shelf.append(f"{as_json(term)}:{postings[term]}")
        size += len(term) + 4 + len(postings[term])
        if size >= SHELF:
            data[f"terms-{len(starts) - 1}"] = f"{{{','.join(shelf)}}}"
            shelf, size = [], 0
    if shelf:
        data[f"terms-{len(starts) - 1}"] = f"{{{','.join(shelf)}}}"
    return starts


def _shown(entry: Entry) -> list[Any]:
    quotes = [[quote.anchor, quote.text, quote.said] for quote in entry.quotes]
    return [entry.id, entry.path, entry.title, entry.about, quotes]


def _catalogue(found: Sequence[Entry], starts: list[str]) -> dict[str, Any]:
    """What every query needs: where each shelf starts, and what the filters ask of each entry.

    `kinds` and `parties` hold a digit an entry; a party's is 3 where an entry has none.
    """
    themes = list(dict.fromkeys(theme for entry in found for theme in entry.themes))
    sources = list(dict.fromkeys(source for entry in found for source in entry.sources))
    places = {given: place for listed in (themes, sources) for place, given in enumerate(listed)}
    return {
        "box": BOX,
        "starts": starts,
        "kinds": "".join(str(KINDS.index(entry.kind)) for entry in found),
        "parties": "".join(str(PARTIES.index(entry.party) if entry.party else 3) for entry in found),
        "theme": [themes, [[places[theme] for theme in entry.themes] for entry in found]],
        "source": [sources, [[places[source] for source in entry.sources] for entry in found]],
    }
