"""Noun phrases and verb groups of a unit, found by word classes alone."""

from __future__ import annotations

from diptych.extract.units import Unit

#: What may stand in a noun phrase, seen from its end.
_NOMINAL = frozenset("NXMJDZKWYG%")
_HEADS = frozenset("NXPOMKWY)RGZ")
_BE = frozenset(("am", "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "'m", "got", "get", "gets"))
_LOOK = 40  # items that any scan goes at most, so that no text costs more than its length
_INTRO = frozenset("ISGBTRCEA")
_LINKS = frozenset(
    ("of", "for", "at", "in", "on", "from", "with", "to", "against", "between", "under", "over", "behind", "by")
)
_LINKS_LEFT = _LINKS | {
    "through",
    "across",
    "along",
    "near",
    "inside",
    "outside",
    "about",
    "into",
    "among",
    "within",
    "around",
    "throughout",
}


def verb_start(unit: Unit, verb: int) -> int:
    """The first item of the group that ends with `verb`: has also said, will not be able to say."""
    first = verb
    while first > 0 and verb - first < 8:
        tag = unit.tag[first - 1]
        if tag in "AB" or unit.word[first - 1] == "not" or (tag == "T" and unit.tag[first] in "vWAB"):
            first -= 1
        elif tag == "Z" and unit.tag[verb] == "G" and unit.tag[first - 2 : first - 1] in (["X"], ["N"]):
            first -= 1  # the state's claiming
        elif tag == "," and first > 3 and unit.tag[first - 4 : first - 1] == ["A", ",", "B"]:
            first -= 3  # had, however, said
        else:
            break
    return first


def auxiliaries(unit: Unit, first: int, verb: int) -> list[str]:
    """The auxiliary words of a verb group."""
    return [unit.word[item] for item in range(first, verb) if unit.tag[item] in "AZ"]


def is_passive(unit: Unit, first: int, verb: int) -> bool:
    """Whether the group ends in a form of "be" and a participle: was accused."""
    helpers = auxiliaries(unit, first, verb)
    return bool(helpers) and helpers[-1] in _BE and unit.tag[verb] in "VEW" and not unit.word[verb].endswith("ing")


def _relative_left(unit: Unit, item: int) -> int:
    """The item before a relative pronoun that opens the clause ending at `item`, or -1."""
    low = max(0, item - _LOOK)
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


def phrase_left(unit: Unit, last: int) -> int:
    """The first item of the noun phrase that ends at `last`, or -1 where none does.

    Goes over prepositional phrases, coordinations, brackets, reduced relatives (a report released last year) and
    relative clauses (people who saw it).
    """
    if last < 0 or unit.tag[last] not in _HEADS:
        return -1
    if unit.tag[last] in "PO" or unit.tag[last] == "R":
        return last
    first = last
    at = last
    low = max(0, last - _LOOK)
    while at >= low:
        tag = unit.tag[at]
        if tag in _NOMINAL:
            first = at
            at -= 1
        elif tag == ")":
            opening = at
            while opening > low and unit.tag[opening] != "(":
                opening -= 1
            if unit.tag[opening] != "(" or opening == low:
                break
            at = opening - 1
        elif tag in "IT" and at > low and at < last and unit.tag[at - 1] in "NXM)KWYP" and unit.word[at] in _LINKS_LEFT:
            at -= 1
        elif tag == "C" and unit.word[at] in ("and", "or", "&") and at > low and unit.tag[at - 1] in "NXM)KJ":
            if not _coordinates(unit, at):
                break
            at -= 1
        elif (
            tag == "B"
            and at > low
            and at < last
            and (unit.tag[at - 1] in "DJ" or (unit.tag[at + 1] in "JEVM" and unit.word[at].endswith("ly")))
        ):
            at -= 1
        elif tag in "VE" and at < last and unit.tag[at + 1] in "NXJ" and (at == 0 or unit.tag[at - 1] in "QK,;"):
            first = at
            break
        elif tag in "VE" and at < last and unit.tag[at + 1] in "NXJ" and at > low and unit.tag[at - 1] in "DJZBNX":
            if unit.tag[at - 1] == "N" or unit.tag[at - 1] == "X":
                break
            first = at
            at -= 1  # a participle before a noun: the proposed law
        elif tag in "VEG" and at < last and unit.tag[at - 1] in "NXM)" and unit.tag[at + 1] in "IYBT" and at > low:
            at -= 1  # a reduced relative: the report released on Monday
        elif tag in "AVvWEPORBHG" and at > low:
            before = _relative_left(unit, at)
            if before < low:
                break
            at = before - 1 if unit.tag[before] in ",I" else before
        else:
            break
    return _cut_intro(unit, first, last)


def _coordinates(unit: Unit, at: int) -> bool:
    """Whether the conjunction at `at` joins noun phrases: what stands before goes back to a boundary without a verb."""
    for item in range(at - 1, max(-1, at - 14), -1):
        tag = unit.tag[item]
        if tag in "VAvPOH":
            return False
        if tag in ",;:.-Q" or tag in "SR":
            return True
        if tag == "C":
            return True
    return True


def _cut_intro(unit: Unit, first: int, last: int) -> int:
    """Drops what stands before the phrase itself: On Monday | the ministry."""
    while (
        first <= last
        and unit.tag[first] in "IBTC"
        and unit.word[first] not in ("about", "over", "around", "nearly", "some")
    ):
        first += 1
    if first > last:
        return -1
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


def _segment_left(unit: Unit, last: int) -> int:
    """The first item after the comma or boundary before `last`."""
    at = last
    while at >= 0 and unit.tag[at] not in ",;:.-Q":
        at -= 1
    return at + 1


def _is_phrase(unit: Unit, first: int, last: int) -> bool:
    """Whether `[first, last]` is one noun phrase: starts like one and holds no finite verb outside a relative clause."""
    if first > last or unit.tag[first] in _INTRO or unit.tag[first] in "Y,":
        return False
    for at in range(first, last + 1):
        tag = unit.tag[at]
        if tag == "R":
            return True
        if tag in "AP" or (
            tag == "V" and at > first and unit.tag[at - 1] in "NXP)" and unit.tag[min(at + 1, last)] not in "IY"
        ):
            return tag == "P" and first == last
    return True


def subject_left(unit: Unit, last: int) -> tuple[int, int]:
    """The items `[first, stop)` of the subject that ends right before a verb group, appositions included; (-1, -1) for none."""
    if last < 0:
        return -1, -1
    if unit.tag[last] == "," and last > 0:
        return _apposed(unit, last)
    if unit.tag[last] == "-" and last > 1:
        for at in range(last - 1, max(0, last - _LOOK), -1):
            if unit.tag[at] == "-":
                first = phrase_left(unit, at - 1)
                return (first, last) if first >= 0 else (-1, -1)
        return -1, -1
    first = phrase_left(unit, _skip_adjunct(unit, last))
    if first < 0:
        return -1, -1
    return _listed(unit, first), _skip_adjunct(unit, last) + 1


def _listed(unit: Unit, first: int) -> int:
    """Takes in the earlier members of a list: Canada, Mexico and Brazil."""
    at = first
    while at > 1 and unit.tag[at - 1] == "," and unit.tag[at - 2] in "X)" and unit.tag[at] == "X":
        before = at - 2
        while before > 0 and unit.tag[before - 1] in "XZ":
            before -= 1
        if before > 0 and unit.tag[before - 1] != ",":
            break
        if not any(unit.tag[item] == "C" for item in range(at, min(len(unit), at + 12))):
            break
        at = before
    return at


def _skip_adjunct(unit: Unit, last: int) -> int:
    """Goes back over a time or place between subject and verb: Smith on Monday said."""
    at = last
    if unit.tag[at] == "Y":
        while at > 0 and unit.tag[at] in "YMJ":
            at -= 1
        if at > 0 and unit.tag[at] == "D" and unit.word[at] in ("this", "last", "that"):
            at -= 1
        if at > 0 and unit.tag[at] == "I":
            at -= 1
    while at > 0 and unit.tag[at] == "B" and unit.tag[at - 1] in "NXB":
        at -= 1
    return at if unit.tag[at] in _HEADS and unit.tag[at] != "Y" else last


def _apposed(unit: Unit, comma: int) -> tuple[int, int]:
    """A subject that ends with an insertion between commas: Smith, who runs the office, said."""
    stop = comma + 1
    last = comma - 1
    first = -1
    for _ in range(8):
        head = _segment_left(unit, last)
        bounded = head == 0 or unit.tag[head - 1] != ","
        if bounded:
            found = phrase_left(unit, last)
            if first < 0:
                return -1, -1
            return (found if found >= 0 else first), stop
        inserted = unit.tag[head] in "RDXNJMPKGEIBVCW" and head <= last
        if not inserted:
            break
        before_last = head - 2
        if before_last < 0:
            break
        if unit.tag[head] not in "RIGEBVC" and _is_phrase(unit, head, last):
            before = _segment_left(unit, before_last)
            if (
                not _is_phrase(unit, before, before_last)
                and phrase_left(unit, before_last) <= before
                and (unit.tag[before] in _INTRO or unit.tag[before] == "Y")
            ):
                # Only an introduction stands before: On Monday, Smith, a lawyer, said.
                return head, stop
        first = head
        last = before_last
    return (first, stop) if first >= 0 else (-1, -1)


_END_RIGHT = frozenset((";", ":", ".", "Q", "-", "H", "A", "P", "S"))


def phrase_right(unit: Unit, first: int, appositions: bool = True) -> int:
    """The item after the noun phrase that starts at `first`; `first` itself where none starts there."""
    total = min(len(unit), first + _LOOK)
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
        elif tag == "W" and (not seen_head or unit.tag[at - 1] in "DJZINX"):
            seen_head = True
        elif tag == "I" and seen_head:
            if word not in _LINKS or at + 1 >= total or unit.tag[at + 1] not in "DNXMJWPOKGY":
                break
            if unit.tag[at + 1] == "Y" or (
                word in ("in", "on", "at", "during", "by", "to", "from", "with") and _adverbial(unit, at)
            ):
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


#: What a statement is made in or on: such a phrase belongs to the saying, not to the speaker.
OCCASIONS = frozenset(
    [
        "statement",
        "interview",
        "conference",
        "briefing",
        "speech",
        "letter",
        "email",
        "e-mail",
        "tweet",
        "post",
        "report",
        "message",
        "call",
        "note",
        "memo",
        "release",
        "hearing",
        "debate",
        "rally",
        "address",
        "remarks",
        "testimony",
        "meeting",
        "event",
        "video",
        "appearance",
        "court",
        "newspaper",
        "radio",
        "television",
        "twitter",
        "facebook",
        "telegram",
        "blog",
        "text",
        "phone",
        "column",
        "article",
        "piece",
        "documentary",
        "podcast",
        "broadcast",
        "forum",
        "panel",
        "press",
        "editorial",
        "filing",
        "ruling",
        "decision",
        "response",
        "reply",
        "reporters",
        "journalists",
        "monday",
        "telephone",
        "parliament",
        "series",
        "comments",
        "mediapersons",
        "media",
        "newsmen",
        "audience",
        "viewers",
        "listeners",
        "exchange",
        "op-ed",
        "essay",
        "book",
        "memoir",
        "tv",
        "website",
    ]
)


def _adverbial(unit: Unit, at: int) -> bool:
    """Whether the preposition at `at` opens an adjunct of time or occasion: in a statement, on Monday."""
    for item in range(at + 1, min(len(unit), at + 6)):
        tag = unit.tag[item]
        if unit.word[item] in OCCASIONS or (tag == "Y" and item <= at + 3):
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
                if unit.tag[end] == "," and end + 1 < len(unit) and unit.tag[end + 1] in "GCSBP":
                    break
                end += 1
            return end
        if tag in "DNXJMW" or (word in ("of", "from", "head", "chief", "former")):
            end = phrase_right(unit, at + 1 + (tag == "I"), appositions=False)
            if end <= at + 1:
                return at
            if end < total and unit.tag[end] in "AVv":
                return at
            if end < total and unit.tag[end] == "R" and unit.word[end] in ("who", "which", "whose"):
                while end < len(unit) and unit.tag[end] not in ".;:Q-,":
                    end += 1
            at = end
            continue
        return at
    return at
