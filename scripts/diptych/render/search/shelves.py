"""Entries → the files of the search: a catalogue, shelves of terms, and boxes of entries."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from diptych.render.search.counting import average, counted, weights
from diptych.render.search.entries import KINDS, Entry
from diptych.render.search.standing import Known, Postings, Standing, key_of, plain, renewed
from diptych.render.written import as_json
from diptych.values import PARTIES

#: The folder of the files, and the one of them beside which the index is noted.
FOLDER = "search"
CATALOGUE = f"{FOLDER}/catalogue.js"
#: How many entries a box holds, and how many code points of terms a shelf.
BOX = 8
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

    They are scripts that hand their data over (`diptychSearch(name, data)`): a page that is read from disk may load
    scripts and nothing else. Of those that `standing` gives by their paths what was `noted` before tells what is still
    true, if they were made with the same code, for which `ground` stands; the same files come of it as from nothing.
    """
    data: dict[str, str] = {}
    before = _before(noted, standing, ground)
    again = before and renewed(found, before, BOX)
    if before and again:
        known, postings, changed = again
        boxes = {place // BOX for place in changed}
    else:
        known, postings = _anew(found)
    starts = _shelved(data, postings)
    for first in range(0, len(found), BOX):
        number = first // BOX
        if before and again and number not in boxes:
            data[f"entries-{number}"] = before.box(number)
        else:
            data[f"entries-{number}"] = as_json([_shown(entry) for entry in found[first : first + BOX]])
    data["catalogue"] = as_json(_catalogue(found, starts))
    files = {_path(name): _script(name, one) for name, one in data.items()}
    version = _version(files.values())
    return Shelves(files, version, (f"{version} {len(starts)} {ground}", *map(str, known)))


def _before(noted: Sequence[str], standing: Callable[[str], str | None], ground: str) -> Standing | None:
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
            text = standing(_path(name))
            if text is None:
                return None
            files[name] = text
        if _version(files.values()) == version:
            postings = {term: one for name in shelved for term, one in _terms(_data(name, files[name]))}
            return Standing(known, postings, lambda place: _data(boxes[place], files[boxes[place]]))
    return None


def _terms(shelf: str) -> Iterator[tuple[str, str]]:
    """The terms of a shelf with their postings as they are written there: no term holds a sign that JSON escapes."""
    for one in shelf[2:-2].split('],"'):
        term, _, places = one.partition('":')
        yield term, f"{places}]"


def _anew(found: Sequence[Entry]) -> tuple[list[Known], Postings]:
    """What is to be noted of each entry, and the entries of each term."""
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
    return known, {term: plain(_steps(places, weight)) for term, places in held.items()}


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


def _path(name: str) -> str:
    return f"{FOLDER}/{name}.js"


def _script(name: str, data: str) -> str:
    return f"diptychSearch({json.dumps(name)},{data});\n"


def _data(name: str, script: str) -> str:
    return script[len(_script(name, "")) - 3 : -3]


def _version(files: Iterable[str]) -> str:
    return hashlib.sha256("".join(files).encode("utf-8")).hexdigest()[:12]


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
