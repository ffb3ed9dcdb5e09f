"""Noun phrases to the right: where a phrase that starts at an item ends."""

from __future__ import annotations

from diptych.extract.units import Unit

#: How many items any search in a unit goes at most.
LOOK = 40
#: Prepositions that join noun phrases.
LINKS = frozenset(
    ("of", "for", "at", "in", "on", "from", "with", "to", "against", "between", "under", "over", "behind", "by")
)
_OCCASIONAL = frozenset(("in", "on", "at", "during", "by", "to", "from", "with"))


def _counted(unit: Unit, at: int) -> bool:
    """Whether a word that may be a verb is the noun of a number: the 68-page study; 412 volunteers to."""
    if unit.tag[at - 1] != "M":
        return False
    plural = unit.word[at].endswith("s") and unit.tag[at + 1 : at + 2] in (["T"], ["I"], ["C"], [","], ["."])
    return "-" in unit.word[at - 1] or plural


def _nominal(unit: Unit, at: int) -> bool:
    """Whether a form of a verb is a noun that its article and its verb show: the counts will start, the hire had."""
    return at > 0 and unit.tag[at - 1] == "D" and unit.tag[at + 1 : at + 2] == ["A"]


def phrase_right(unit: Unit, first: int, appositions: bool = True) -> int:
    """The item after the noun phrase that starts at `first`; `first` itself where none starts there."""
    total = min(len(unit), first + LOOK)
    if first >= total:
        return first
    tag = unit.tag[first]
    if tag in "PO":
        return first + 1
    if tag not in "DNXMJKZWY(BGVEI" or (tag == "B" and unit.tag[min(first + 1, total - 1)] not in "MJDVE"):
        return first
    if tag in "IY" and unit.tag[min(first + 1, total - 1)] not in "NXDM":
        return first
    at = first
    seen_head = False
    while at < total:
        tag = unit.tag[at]
        word = unit.word[at]
        if tag in "NXM)" or tag == "K":
            seen_head = True
        elif tag in "DJZ%":
            if tag == "D" and seen_head and unit.tag[at - 1] not in "ICTB":
                break
        elif tag == "W" and (not seen_head or unit.tag[at - 1] in "DJZINX" or _counted(unit, at)):
            seen_head = True
        elif word == "of" and at > first and unit.tag[at - 1] == "D" and not seen_head:
            if at + 1 >= total or unit.tag[at + 1] not in "DNXMJWPOKGY":
                break
            seen_head = True  # most of the rooms
        elif tag == "I" and at == first + 1 and unit.tag[first] == "D" and unit.tag[at + 1 : at + 2] in (["N"], ["W"]):
            pass  # an outside test
        elif tag == "I" and seen_head:
            if word not in LINKS or at + 1 >= total or unit.tag[at + 1] not in "DNXMJWPOKGY":
                break
            if unit.tag[at + 1] == "Y" or (word in _OCCASIONAL and adverbial(unit, at)):
                break
        elif tag == "T" and seen_head:
            if at + 1 >= total or unit.tag[at + 1] not in "DX":
                break
        elif tag == "C" and seen_head:
            if at + 1 >= total or unit.tag[at + 1] not in "DNXMJ" or _clause_follows(unit, at + 1):
                break
        elif tag == "(" and seen_head:
            closing = at
            while closing < total and unit.tag[closing] != ")":
                closing += 1
            if closing == total:
                break
            at = closing
        elif tag in "Vv" and not seen_head and _nominal(unit, at):
            seen_head = True
        elif tag in "VEGB" and (not seen_head):
            pass
        elif tag == "Y" and not seen_head:
            seen_head = True
        else:
            break
        at += 1
    if not seen_head:
        # a determiner that stands for a phrase: much was made of it
        return at if at > first and unit.tag[at - 1] == "D" and at < total and unit.tag[at] in "AV" else first
    while at > first and unit.tag[at - 1] in "ICTDB":
        at -= 1
    return _appositions_right(unit, at, total) if appositions else at


def of_paper(unit: Unit, that: int) -> bool:
    """Whether "that" tells of a paper in which something is said: in a report that accuses the army."""
    sets = unit.lexicon.sets
    return unit.word[that - 1] in sets["documents"] | sets["occasions"] and unit.tag[that + 1 : that + 2] in (
        ["V"],
        ["A"],
    )


def reduced(unit: Unit, at: int) -> bool:
    """Whether what stands at `at` may follow a participle after its noun: published on Monday, released last week."""
    return unit.tag[at] in "IYBT" or (unit.tag[at] in "JD" and unit.tag[at + 1 : at + 2] == ["Y"])


def reduced_before(unit: Unit, at: int) -> bool:
    """Whether a participle that follows its noun stands before a preposition: working | for, hired | by."""
    participle = unit.tag[at - 1] == "G" or (unit.tag[at - 1] in "VE" and unit.word[at] == "by")
    return participle and unit.tag[at - 2] in "NX" and unit.word[at - 2].endswith("s") and unit.tag[at - 3] in ",DJ"


def adverbial(unit: Unit, at: int) -> bool:
    """Whether the preposition at `at` opens an adjunct of time or occasion: in a statement, on Monday."""
    for item in range(at + 1, min(len(unit), at + 6)):
        tag = unit.tag[item]
        if unit.word[item] in unit.lexicon.sets["occasions"] or (tag == "Y" and item <= at + 3):
            return True
        if tag not in "DJNXZMW":
            return False
    return False


def _clause_follows(unit: Unit, first: int) -> bool:
    """Whether a clause with its own finite verb starts at `first`."""
    end = min(len(unit), first + 12)
    for at in range(first, end):
        tag = unit.tag[at]
        if tag in ",;:.Q-R":
            return False
        if tag in "AV" and at > first:
            return True
    return False


def _appositions_right(unit: Unit, at: int, total: int) -> int:
    """Takes in appositions and relative clauses after commas: said Smith, a lawyer who …, of Leeds."""
    while at < total and unit.tag[at] == "," and at + 1 < total:
        tag, word = unit.tag[at + 1], unit.word[at + 1]
        if tag == "R" and word in ("who", "whose", "which", "whom"):
            end = at + 1
            while end < len(unit) and unit.tag[end] not in ".;:Q-":
                if unit.tag[end] == "," and end + 1 < len(unit) and unit.tag[end + 1] in "GCSBPT":
                    break
                end += 1
            return end
        if tag in "DNXJMW" or (word in ("of", "from", "head", "chief", "former")):
            end = phrase_right(unit, at + 1 + (tag == "I"), appositions=False)
            if end <= at + 1:
                return at
            if end < total and unit.tag[end] in "AVv":
                return at
            relative = unit.tag[end : end + 1] == ["R"] and unit.word[end] in ("who", "which", "whose")
            if relative or (unit.tag[end : end + 1] == ["H"] and unit.tag[end + 1 : end + 2] in (["V"], ["W"], ["A"])):
                while end < len(unit) and unit.tag[end] not in ".;:Q-,":
                    end += 1
            at = end
            continue
        return at
    return at
