"""Subjects that a clause with a subject of its own tells of, often without "that": the report | the panel sent out."""

from __future__ import annotations

from diptych.extract.phrases import LOOK, phrase_right
from diptych.extract.units import Unit

#: What such a clause may open with.
_OPENERS = frozenset(("that", "which", "whom", "who"))
#: Its verb is none of these: the paper Reed said was lost.
_SAYING = frozenset(
    ("said", "says", "say", "think", "thinks", "thought", "believe", "believes", "believed", "claim", "claims")
)
#: What is a verb after a pronoun, whatever it may be elsewhere: the reply they hand me.
_AFTER_PRONOUN = "VvWEN"


def with_clause(unit: Unit, last: int) -> tuple[int, int] | None:
    """The items `[first, stop)` of a subject whose clause ends at `last`, without that; None for any other.

    Whoever makes a document known is the one who says what it says: the letter | Ada Lind | sent to the board.
    """
    first = _opens(unit, last)
    stop = phrase_right(unit, first, appositions=False)
    if stop == first or stop >= last or unit.tag[first] in "BVGEIYK":
        return None
    stop = _named(unit, first, stop)
    own = stop + (unit.word[stop] in _OPENERS)
    if own > last or unit.tag[own] not in ("DPX" if own == stop else "DPXNJM"):
        return None
    verb = after = phrase_right(unit, own, appositions=False)
    while own < verb <= last and unit.tag[verb] in "AB":
        verb += 1
    if not own < verb <= last or unit.word[verb] in _SAYING:
        return None
    if unit.tag[verb] not in (_AFTER_PRONOUN if unit.tag[own] == "P" else "VvWE"):
        return None
    if any(tag in "AVvHRPQK" for tag in unit.tag[verb + 1 : last + 1]):
        return None
    sets = unit.lexicon.sets
    made = unit.word[stop - 1] in sets["documents"] and unit.word[verb] in sets["issuing"] and unit.tag[own] != "P"
    return (own, after) if made else (first, stop)


def _named(unit: Unit, first: int, stop: int) -> int:
    """Where a noun phrase ends that a name follows as the subject of its clause: the statement | Larch put out."""
    name = stop
    while name > first and unit.tag[name - 1] == "X":
        name -= 1
    return name if unit.tag[first] == "D" and unit.tag[name - 1] == "N" and unit.tag[stop] in "VvE" else stop


def _opens(unit: Unit, last: int) -> int:
    """The first item of the part of the sentence that an item stands in."""
    first = last
    while first > max(0, last - LOOK) and unit.tag[first - 1] not in ",;:.-QK(":
        first -= 1
    while first < last and unit.tag[first] == "C":
        first += 1
    return first
