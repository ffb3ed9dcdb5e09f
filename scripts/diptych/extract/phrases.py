"""Noun phrases to the right: where a phrase that starts at an item ends."""

from __future__ import annotations

from diptych.extract.units import Unit

#: How many items any search in a unit goes at most.
LOOK = 40
#: Prepositions that join noun phrases.
LINKS = frozenset(
    ("of", "for", "at", "in", "on", "from", "with", "to", "against", "between", "under", "over", "behind", "by")
)
#: What a preposition joins to a head.
_LINKED = "DNXMJWPOKG"
_FRACTIONS = frozenset(("third", "fourth", "fifth", "quarter", "half", "tenth"))
_OCCASIONAL = frozenset(("in", "on", "at", "during", "by", "to", "from", "with"))


def _counted(unit: Unit, at: int) -> bool:
    """Whether a word that may be a verb is the noun of a number: the 68-page study; 412 volunteers to."""
    if unit.tag[at - 1] != "M":
        return False
    plural = unit.word[at].endswith("s") and unit.tag[at + 1 : at + 2] in (["T"], ["I"], ["C"], [","], ["."])
    return "-" in unit.word[at - 1] or plural


def _acts(unit: Unit, at: int) -> bool:
    """Whether what may be a noun is a verb by its subject: the mill needs to close; the report covers a year."""
    single = unit.tag[at - 1] in "NX" and not unit.word[at - 1].endswith("s")
    after = "".join(unit.tag[at + 1 : at + 3])
    if unit.tag[at - 1] == "N" and not single and not unit.word[at].endswith("s"):
        return after in ("Tv", "TW", "TA", "TN") or after[:1] in (
            "D",
            "P",
            "O",
            "R",
        )  # riders need to go, cross the lock
    return single and unit.word[at].endswith("s") and (after[:1] in set("DPO") or after in ("Tv", "TW", "TA"))


def _session(unit: Unit, first: int, at: int) -> bool:
    """Whether a gerund is a noun by what stands on both sides of it: a packed hearing that; the briefing, and."""
    return unit.tag[first] in "DJ" and at > first and unit.tag[at + 1 : at + 2] in (["H"], ["A"], [","], ["."], [])


def phrase_right(unit: Unit, first: int, appositions: bool = True) -> int:
    """The item after the noun phrase that starts at `first`; `first` itself where none starts there."""
    total = min(len(unit), first + LOOK)
    if first >= total:
        return first
    tag, after = unit.tag[first], unit.tag[min(first + 1, total - 1)]
    if tag in "PO":
        return first + 1
    opens = {"B": "MJDVE", "I": "NXDM", "Y": "NXDMZ"}.get(tag, after)  # Monday's vote
    if tag not in "DNXMJKZWYBGVEI" or after not in opens:
        return first
    at, found = _head(unit, first, total)
    if not found:
        # a determiner that stands for a phrase: much was made of it
        return at if at > first and unit.tag[at - 1] == "D" and at < total and unit.tag[at] in "AV" else first
    stop = at + 1
    while at < stop < total:
        at, stop = stop, _past(unit, stop, total)
    while stop > first and unit.tag[stop - 1] in "ICTDB":
        stop -= 1
    return _appositions_right(unit, stop, total) if appositions else stop


def _head(unit: Unit, first: int, total: int) -> tuple[int, bool]:
    """The first item that may be the head of the noun phrase; where none may, the item that can't be part of one."""
    for at in range(first, total):
        tag = unit.tag[at]
        if tag in "NXM)KWY" or (tag == "G" and _session(unit, first, at)):
            return at, True
        if unit.word[at] == "of" and at > first and (unit.tag[at - 1] == "D" or unit.word[at - 1] in _FRACTIONS):
            return at, at + 1 < total and unit.tag[at + 1] in _LINKED + "Y"  # most of the rooms
        if tag not in "DJZ%VEGB":
            return at, False
    return total, False


def _past(unit: Unit, at: int, total: int) -> int:
    """The item after what a noun phrase goes on with at `at`, behind a head; `at` itself where it ends there."""
    tag, word, before = unit.tag[at], unit.word[at], unit.tag[at - 1]
    after = unit.tag[at + 1] if at + 1 < total else "."
    if tag == "(":
        return next((item + 1 for item in range(at, total) if unit.tag[item] == ")"), at)
    if word == "such" and unit.word[at + 1 : at + 2] == ["as"]:
        return at + 2
    if tag == "D":
        goes_on = before in "ICTB"
    elif tag == "W":
        goes_on = (before in "DJZINX" or _counted(unit, at)) and not _acts(unit, at)
    elif tag == "I":
        goes_on = word in LINKS and after in _LINKED and not (word in _OCCASIONAL and adverbial(unit, at))
    elif tag == "T":
        goes_on = after in "DX"
    elif tag == "G":
        goes_on = before in "MZ" and after == "N"  # its 29-day voting period
    elif tag in "VE":
        goes_on = after in "NX" and unit.word[at - 1] in unit.lexicon.sets["numbers"]  # one unnamed official
    elif tag == "C":
        goes_on = after in "DNXMJ" and not _clause_follows(unit, at + 1)
    else:
        goes_on = tag in "NXM)KJZ%"
    return at + 1 if goes_on else at


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
    if at < 2 or unit.tag[at - 2] not in "NX":
        return False
    counted = at > 2 and unit.word[at - 3] in unit.lexicon.sets["numbers"]
    before = "M" if counted else unit.tag[at - 3] if at > 2 else ","
    if unit.tag[at - 1] == "G" or unit.word[at] == "by":
        return unit.tag[at - 1] in "GVE" and unit.word[at - 2].endswith("s") and before in ",DJ"
    return unit.tag[at - 1] in "VE" and unit.word[at] in LINKS and before in ",DJMQ"


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
                if unit.tag[end] == "," and end + 1 < len(unit) and unit.tag[end + 1] in "GCSBPTA":
                    break
                end += 1
            return end
        if tag in "DNXJMW" or (word in ("of", "from", "head", "chief", "former")):
            end = phrase_right(unit, at + 1 + (tag == "I"), appositions=False)
            counted = tag == "M" and unit.tag[at + 2 : at + 3] not in ([","], ["."], [";"], [])
            if end <= at + 1 or counted or (end < total and unit.tag[end] in "AVv"):
                return at  # the poll, 46 per cent of voters
            relative = unit.tag[end : end + 1] == ["R"] and unit.word[end] in ("who", "which", "whose")
            if relative or (unit.tag[end : end + 1] == ["H"] and unit.tag[end + 1 : end + 2] in (["V"], ["W"], ["A"])):
                while end < len(unit) and unit.tag[end] not in ".;:Q-,":
                    end += 1
            at = end
            continue
        return at
    return at
