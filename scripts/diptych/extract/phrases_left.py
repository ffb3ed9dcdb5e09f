"""Noun phrases to the left: where a phrase that ends at an item begins."""

from __future__ import annotations

import re

from diptych.extract.phrases import LINKS, LOOK, reduced, reduced_before
from diptych.extract.units import Unit

#: What may stand in a noun phrase, seen from its end; and what may be its head.
_NOMINAL = frozenset("NXMJDZKWYG%")
HEADS = frozenset("NXPOMKWY)RGZ")
#: Determiners that stand for people: another said, some said.
_ALONE = frozenset(("another", "others", "some", "many", "most", "several", "both", "few", "all", "neither", "none"))
#: What a relative clause begins with that has a subject of its own.
_OBJECT = frozenset(("that", "which", "whom"))
_NO_OBJECT = frozenset(("say", "argue", "insist", "contend"))
_LATER = frozenset(("after", "before", "until", "since"))
_STILL = frozenset(("still", "once", "long", "currently", "previously", "recently"))
_CALLED = frozenset(("named", "called", "nicknamed"))
_SOMEONE = frozenset(("someone", "somebody", "everyone", "everybody", "nobody", "anyone", "anybody"))
_IT = frozenset(("it", "you", "her"))
_NEAR = frozenset(("close", "near", "loyal", "familiar", "sympathetic", "friendly"))
#: When an entry of a live blog was written.
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d(?:am|pm)?")


def phrase_left(unit: Unit, last: int) -> int:
    """The first item of the noun phrase that ends at `last`, or -1 where none does.

    Goes over prepositional phrases, coordinations, brackets, reduced relatives (a report released last year) and
    relative clauses (people who saw it).
    """
    if last >= 0 and unit.word[last] in _ALONE and (last == 0 or unit.tag[last - 1] in ",;:-QKCS."):
        return last
    if last > 0 and unit.word[last].endswith(("self", "selves")) and unit.tag[last - 1] in "NX":
        return phrase_left(unit, last - 1)  # the authors themselves
    if last < 0 or unit.tag[last] not in HEADS:
        if last > 0 and unit.word[last - 1] == "those" and unit.tag[last] in "VE":
            return last - 1  # those asked
        if last < 2 or unit.tag[last] not in "VEB":
            return -1
        # a relative clause that ends in its verb: a diver who asked not to be named
        before = _relative_left(unit, last)
        return phrase_left(unit, before) if before >= 0 and unit.tag[before + 1] == "R" else -1
    if unit.word[last] in _IT and unit.tag[last - 1] in "VI" and (before := _relative_left(unit, last)) > 0:
        return phrase_left(unit, before)  # two riders who saw it
    if unit.tag[last] in "PR" or (unit.tag[last] == "O" and unit.tag[last - 1 : last] not in (["I"], ["T"])):
        return last
    first = last
    at = last - (unit.tag[last] == "O")  # one of them
    low = max(0, last - LOOK)
    while at >= low:
        if _nominal(unit, at, low, last):
            first, at = at, at - 1
        else:
            at = _linked(unit, at, low, last)
    return _cut_intro(unit, first, last)


def _nominal(unit: Unit, at: int, low: int, last: int) -> bool:
    """Whether a noun phrase that ends at `last` may begin at an item."""
    tag = unit.tag[at]
    if unit.word[at] in _SOMEONE:
        return True
    if tag in _NOMINAL:
        return tag != "K" or at == last or unit.tag[at + 1] not in "VE"
    if tag == "v" and at > low:
        return unit.tag[at - 1 : at + 2 : 2] in (["N", "N"], ["D", "N"])  # a crane hire company
    if tag not in "VE" or at == last or unit.tag[at + 1] not in "NXJ":
        return False
    if at == 0 or (unit.tag[at - 1] in "QK,;" and unit.word[at] not in unit.lexicon.verbs):
        return True
    return at > low and unit.tag[at - 1] in "DJZ"  # a participle before a noun: the proposed law


def _linked(unit: Unit, at: int, low: int, last: int) -> int:
    """The item before one that links parts of a noun phrase, or that ends a relative clause in it; else -1."""
    if at == low:
        return -1
    tag, word, before = unit.tag[at], unit.word[at], unit.tag[at - 1]
    if tag == "I" and at != last and unit.word[at - 1] in _SOMEONE:
        return at - 1  # someone in the crowd
    if tag == ")":
        return next((item for item in range(at, low, -1) if unit.tag[item] == "("), 0) - 1
    if at == last:
        return -1
    after = unit.tag[at + 1]
    heads = "NXM)KWYPD" if word == "of" and after == "O" else "NXM)KWYP"  # most of them
    if tag in "IT" and before in heads and (word in LINKS or word in unit.lexicon.sets["situating"]):
        return at - 1
    dated = word in ("in", "on") and set(unit.tag[at + 1 : last + 1]) <= set("YXM")
    if dated and before in "VE" and at > low + 1 and unit.tag[at - 2] in "NXM)":
        return at - 1  # a reduced relative with its day: the report released | on Monday
    if tag == "C" and word in ("and", "or", "&") and before in "NXM)KJ":
        return at - 1 if _coordinates(unit, at) else -1
    if tag == "B" and (before in "DJ" or (after in "JEVM" and word.endswith("ly"))):
        return at - 1
    if word in _CALLED and after == "X" and before == "N":
        return at - 1  # a man named Reed
    if tag in "VE" and after in "NXJ" and before in "QK,;NX":
        return -1  # a verb before its speaker or its object: said Reed
    if tag in "VE" and before in "NXM)" and reduced(unit, at + 1):
        return at - 1  # a reduced relative: the report released on Monday
    further = at > low + 1
    if further and word in ("to", "with") and unit.word[at - 1] in _NEAR and unit.tag[at - 2] in "NX":
        return at - 2  # people close to the firm
    if tag == "I" and further and reduced_before(unit, at):
        return at - 2  # engineers working for the port; divers hired by it
    if tag in "VE" and further and unit.tag[at - 2] in "NX" and unit.word[at - 1] in _STILL and reduced(unit, at + 1):
        return at - 2  # a nurse still employed there
    if at < last - 1 and after == "D" and _says(unit, at):
        return -1  # the subject of what is said: a paper which says | the yard
    if _own_subject(unit, at, last):
        return -1  # the subject of a relative clause: a cell that | guards
    if tag not in "AVvEPORBHIT" and word not in _LATER:
        return -1
    who = _relative_left(unit, at)
    return who - 1 if who >= low and unit.tag[who] in ",I" else who


def _says(unit: Unit, at: int) -> bool:
    """Whether a verb of saying that has no object stands in a relative clause."""
    forms = unit.lexicon.verbs.get(unit.word[at], ()) if unit.tag[at - 1] in "RH" else ()
    return any(form.cue is not None and form.cue.lemma in _NO_OBJECT for form in forms)


def _own_subject(unit: Unit, at: int, last: int) -> bool:
    """Whether a relative clause begins at `at` and has, up to `last`, no verb, but a subject: a cell that guards."""
    if unit.word[at] not in _OBJECT or unit.tag[at] not in "RH" or unit.tag[at - 1] == "I":
        return False
    return not any(tag in "AVWEvT" for tag in unit.tag[at + 1 : last + 1])


def _relative_left(unit: Unit, item: int) -> int:
    """The item before a relative pronoun that opens the clause ending at `item`, or -1."""
    low = max(0, item - LOOK)
    for at in range(item, low, -1):
        tag = unit.tag[at]
        if tag in ";:.-":
            return -1
        if (tag == "R" and unit.word[at] in ("who", "which", "whose", "whom", "where")) or tag == "H":
            before = at - 1
            if unit.tag[before] in "NXM)PW" or (unit.tag[before] in "I," and before > 0):
                return before
            return -1
    return -1


def _coordinates(unit: Unit, at: int) -> bool:
    """Whether the conjunction at `at` joins noun phrases: what stands before goes back to a boundary without a verb."""
    for item in range(at - 1, max(-1, at - 14), -1):
        tag = unit.tag[item]
        if tag in "VAvPOH":
            return False
        if tag in ",;:.-QSRC":
            return True
    return True


def _cut_intro(unit: Unit, first: int, last: int) -> int:
    """Drops what stands before the phrase itself: On Monday | the ministry."""
    if first == 0 and first < last and _CLOCK.fullmatch(unit.word[0]):
        first = 1  # an entry of a live blog: 10.22 The firm says
    if first == 1 and unit.tag[0] == "T":
        # To a question of this paper | the firm replied; To questions | Reed said.
        first = next((at for at in range(2, last + 1) if unit.tag[at - 1 : at + 1] in (["N", "X"], ["N", "D"])), first)
    if first > 0 and unit.tag[first - 1] == "I":
        # The phrase began inside a prepositional one: take what follows its object.
        for at in range(first + 1, last + 1):
            if (unit.tag[at] in "DP" and unit.tag[at - 1] in "NXY") or (
                unit.tag[at - 1] == "Y" and unit.tag[at] in "XN"
            ):
                return at
    if unit.tag[first] == "Y":
        at = first
        while at < last and unit.tag[at] in "YM":
            at += 1
        if unit.tag[at] in "DXN" and unit.tag[at - 1] in "YM" and unit.word[at] != "'s":
            return at
    return first
