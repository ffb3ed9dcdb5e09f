"""Entries → the files of the search: a catalogue, shelves of terms, and boxes of entries.

Ranking is BM25 (Robertson and Zaragoza, 2009) with the words of a title counted three times and an ID eight times; the
part of it that depends on a term within an entry is worked out here and kept as a digit: the browser only adds up.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from diptych.render.search.entries import KINDS, Entry
from diptych.render.search.terms import terms
from diptych.render.written import as_json
from diptych.values import PARTIES

#: The folder of the files.
FOLDER = "search"
#: How many entries a box holds, and how many code points of terms a shelf.
BOX = 8
SHELF = 16_000
_TITLE, _ID = 3, 8
_K1, _B = 1.2, 0.75


@dataclass(frozen=True, slots=True)
class Shelves:
    """The files by path from the site's root, and what tells this state of them from another."""

    files: dict[str, str]
    version: str


def shelves(found: Sequence[Entry]) -> Shelves:
    """The files of the search.

    They are scripts that hand their data over (`diptychSearch(name, data)`): a page that is read from disk may load
    scripts and nothing else.
    """
    postings = _postings([_counts(entry) for entry in found])
    named: dict[str, str] = {}
    starts: list[str] = []
    shelf: list[str] = []
    size = 0
    # In the order of UTF-16, which is the order in which a browser compares.
    for term in sorted(postings, key=lambda term: term.encode("utf-16-be")):
        if not shelf:
            starts.append(term)
        places = str(postings[term]).replace(" ", "")  # as JSON has them, in a fifth of the time
        shelf.append(f"{as_json(term)}:{places}")
        size += len(term) + 4 + len(places)
        if size >= SHELF:
            named[f"terms-{len(starts) - 1}"] = f"{{{','.join(shelf)}}}"
            shelf, size = [], 0
    if shelf:
        named[f"terms-{len(starts) - 1}"] = f"{{{','.join(shelf)}}}"
    for first in range(0, len(found), BOX):
        named[f"entries-{first // BOX}"] = as_json([_shown(entry) for entry in found[first : first + BOX]])
    named["catalogue"] = as_json(_catalogue(found, starts))
    files = {f"{FOLDER}/{name}.js": f"diptychSearch({json.dumps(name)},{data});\n" for name, data in named.items()}
    together = hashlib.sha256("".join(files.values()).encode("utf-8"))
    return Shelves(files, together.hexdigest()[:12])


def _counts(entry: Entry) -> Counter[str]:
    """How often an entry has each term, those of its title and its ID more."""
    counts = Counter(terms("\n".join((entry.about, entry.also, *(f"{one.text}\n{one.said}" for one in entry.quotes)))))
    for term in terms(entry.title):
        counts[term] += _TITLE
    for term in terms(entry.id):
        counts[term] += _ID
    return counts


def _postings(counted: Sequence[Counter[str]]) -> dict[str, list[int]]:
    """Each term's entries, in order: ten times the step from the entry before, plus its weight from 1 to 9."""
    lengths = [counts.total() for counts in counted]
    average = sum(lengths) / len(lengths) if lengths else 1
    found: dict[str, list[int]] = {}  # each begins with its last entry
    for number, counts in enumerate(counted):
        held = _K1 * (1 - _B + _B * lengths[number] / average)
        weights: dict[int, int] = {}  # few counts, and so few weights, are in an entry
        for term, count in counts.items():
            if count not in weights:
                weights[count] = max(1, round(9 * count / (count + held)))
            if term not in found:
                found[term] = [0]
            places = found[term]
            places.append(10 * (number - places[0]) + weights[count])
            places[0] = number
    return {term: places[1:] for term, places in found.items()}


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
