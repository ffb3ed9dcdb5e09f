"""The verb of a sentence in whose subject somebody is told to say something: those who say it | err."""

from __future__ import annotations

from diptych.extract.clauses import finite_follows
from diptych.extract.units import Unit

#: What stands behind a past form that is surely a verb, and no participle of the noun before: used the boat.
_OBJECT = "DXPHOM"


def main_verb(unit: Unit, first: int) -> int:
    """The item of the main verb behind a clause that starts at `first`, in a relative clause of the subject; else -1.

    Every clause that opens takes a verb, and the next one is the sentence's. Past forms that may be participles of the
    noun before (the boat used in Vell) count as verbs only where no other count finds the main one.
    """
    found = _count(unit, first, False)
    return found if found >= 0 else _count(unit, first, True)


def _count(unit: Unit, first: int, participles: bool) -> int:
    """The item of the first verb for which no clause is open; -1 where none is, or a comma comes before it."""
    waiting = 1
    at = first
    while at < len(unit):
        tag, before = unit.tag[at], unit.tag[at - 1]
        if tag in ",;:-":
            return -1
        if tag == "C":
            if unit.tag[at + 1 : at + 2] in (["A"], ["V"]):
                at = _past_group(unit, at + 1)
                continue
            waiting += finite_follows(unit, at + 1)
        elif (tag in "SRH" and at > first) or (tag == "P" and before in "NX" and unit.word[at] not in ("it", "you")):
            waiting += 1
        elif tag == "A" or (tag == "V" and _finite(unit, at, participles)):
            if not waiting:
                return at
            waiting -= 1
            at = _past_group(unit, at)
            continue
        at += 1
    return -1


def _finite(unit: Unit, at: int, participles: bool) -> bool:
    """Whether a past form behind a subject is a verb: surely, or as well as `participles` may be."""
    subject = at - 1
    while subject > 0 and unit.tag[subject] == "B":
        subject -= 1
    after = unit.tag[at + 1] if at + 1 < len(unit) else "."
    sure = unit.tag[subject] == "P" or unit.word[at].endswith("s") or after in _OBJECT
    return unit.tag[subject] in "NXPMY)OW" and (sure or participles)


def _past_group(unit: Unit, at: int) -> int:
    """The item behind the verb group that starts at an item: will not be sold."""
    at += 1
    while at < len(unit) and unit.tag[at] in "ABVEv":
        at += 1
    return at
