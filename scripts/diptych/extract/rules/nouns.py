"""A reporting noun with its owner: the ministry's claim that …, his call for …."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.extract.clauses import clause_end
from diptych.extract.finding import Case, Finding, Rule
from diptych.extract.lexicon import Cue
from diptych.extract.phrases import phrase_right
from diptych.extract.phrases_left import phrase_left
from diptych.extract.units import Unit

_MADE_BY = frozenset(("of", "by", "from"))
_OWN = frozenset(("his", "her", "its", "their", "my", "our"))


def owner(unit: Unit, at: int) -> tuple[int, int]:
    """The items of whoever the noun at `at` belongs to; empty where nobody is said to."""
    place = at - 1
    while place > 0 and (unit.tag[place] in "JNBVM" or unit.word[place] == "own") and at - place < 5:
        place -= 1
    if place < 0:
        return 0, 0
    if unit.word[place] in _OWN:
        return place, place + 1
    if unit.tag[place] == "Z" and place > 0:
        first = phrase_left(unit, place - 1)
        quoted = next((item for item in range(place - 1, first - 1, -1) if unit.tag[item] in "QK"), -1)
        return (max(first, quoted + 1), place + 1) if first >= 0 else (0, 0)
    return 0, 0


def find(case: Case) -> Iterator[Finding]:
    """Nouns that hold what is said after "that", "to", "of" or "for"."""
    unit = case.unit
    for at in range(1, len(unit) - 2):
        cue = unit.lexicon.nouns.get(unit.word[at])
        if cue is None or unit.tag[at] not in "NW":
            continue
        if "that" in cue.frames and unit.word[at + 1] in _MADE_BY:
            yield from _made_by(unit, at, cue)
            continue
        following = unit.word[at + 1]
        if following not in cue.frames or (following == "to" and unit.tag[at + 2] not in "vW"):
            continue
        first, stop = owner(unit, at)
        if stop == first:
            continue
        begin = at + 1 if following in ("that", "to") else at + 2
        end = clause_end(unit, begin, past=True)
        end = next((item for item in range(begin + 1, end) if unit.tag[item] == ","), end)
        content = [unit.span(begin, end)]
        yield Finding("noun", content, cue.force(following), unit.span(first, stop), unit.span(at, at + 1))


def _made_by(unit: Unit, at: int, cue: Cue) -> Iterator[Finding]:
    """The finding of the panel that …; a claim by the union that …."""
    stop = phrase_right(unit, at + 2, appositions=False)
    if stop == at + 2 or unit.tag[stop : stop + 1] != ["H"]:
        return
    end = clause_end(unit, stop, past=True)
    yield Finding("noun", [unit.span(stop, end)], cue.force("that"), unit.span(at + 2, stop), unit.span(at, at + 1))


RULES = (Rule("noun", "a reporting noun with its owner: X's claim that …; a claim by X that …", find),)
