"""The subject that ends right before a verb, and the subject of a whole sentence."""

from __future__ import annotations

from diptych.extract.contact import with_clause
from diptych.extract.phrases import LOOK, adverbial, phrase_right
from diptych.extract.phrases_left import HEADS, phrase_left
from diptych.extract.units import Unit

_INTRO = frozenset("ISGBTRCEA")
#: What begins a clause or, without a verb, a time: Reed, after the vote, said.
_WHEN = frozenset(("after", "before", "since", "until"))
#: What stands before a week or a day.
_THIS = frozenset(("this", "last", "past", "late", "early", "earlier"))
#: Stands for no subject.
NONE = (-1, -1)


def subject_left(unit: Unit, last: int) -> tuple[int, int]:
    """The items `[first, stop)` of the subject that ends at `last`, appositions included; `NONE` for none."""
    last = _before_time(unit, last)
    if last < 0:
        return NONE
    if unit.tag[last] == "," and last > 0:
        before = next((at for at in range(last - 1, 0, -1) if unit.tag[at] in ",AVvHR"), 0)
        clause = with_clause(unit, before - 1) if unit.tag[before] == "," else None
        return clause or _acting(unit, _apposed(unit, last))
    if unit.tag[last] == "Q":
        at = _segment_left(unit, last - 1)
        if at > 1 and unit.tag[at - 1] == "," and unit.tag[at] == "G":
            first = phrase_left(unit, at - 2)  # Reed, citing "new facts," said
            return (first, at - 1) if first >= 0 else NONE
        return NONE
    if unit.tag[last] == "-" and last > 1:
        for at in range(last - 1, max(0, last - LOOK), -1):
            if unit.tag[at] == "-":
                first = phrase_left(unit, at - 1)
                return (first, last) if first >= 0 else NONE
        return NONE
    clause = with_clause(unit, last)
    if clause is not None:
        return clause
    first = phrase_left(unit, _skip_adjunct(unit, last))
    if first < 0:
        return NONE
    stop = _skip_adjunct(unit, last) + 1
    return _listed(unit, _described(unit, first), stop), stop


def _described(unit: Unit, first: int) -> int:
    """Takes in the name that starts the sentence before what its bearer is: Ada Lind, a baker in Vell | said."""
    name = unit.tag[: first - 1] if first > 2 and unit.tag[first - 1] == "," and unit.word[first] in ("a", "an") else []
    bracket = name.index("(") if "(" in name else len(name)
    return 0 if name and set(name[:bracket]) == {"X"} and name[-1] in "X)" else first


def _listed(unit: Unit, first: int, stop: int) -> int:
    """Takes in the earlier members of a list that ends at `stop`: Canada, Mexico and Brazil."""
    at = first
    while at > 1 and unit.tag[at - 1] == "," and unit.tag[at - 2] in "X)" and unit.tag[at] == "X":
        before = at - 2
        while before > 0 and unit.tag[before - 1] in "XZ":
            before -= 1
        if before > 0 and unit.tag[before - 1] != ",":
            break
        if "C" not in unit.tag[at:stop]:
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
    return at if unit.tag[at] in HEADS and unit.tag[at] != "Y" else last


def _before_time(unit: Unit, last: int) -> int:
    """The comma that closes an insertion before a time: Ada Lind, the chair, | this past week said; else `last`."""
    at = last
    while at > 0 and (unit.tag[at] in "YM" or unit.word[at] in _THIS):
        at -= 1
    return at if at < last and unit.tag[at] == "," and unit.tag[last] == "Y" else last


def _apposed(unit: Unit, comma: int) -> tuple[int, int]:
    """A subject that ends with an insertion between commas: Smith, who runs the office, said."""
    stop = comma + 1
    last = comma - 1
    first = -1
    for _ in range(8):
        head = _segment_left(unit, last)
        if head > 2 and unit.tag[head - 2 : head] == [",", "Q"] and unit.tag[head] == "R":
            last = head - 3  # the show, "The Hour," which
            continue
        bounded = head == 0 or unit.tag[head - 1] != ","
        if bounded:
            found = phrase_left(unit, last)
            if first < 0:
                return NONE
            if found > head and _acts(unit, head, found):
                return first, stop
            if found >= 0 and unit.tag[last] == "O" and unit.tag[first] in "DX":
                return first, stop  # one of them, | the dockers' union, said
            return (found if found >= 0 else first), stop
        later = unit.word[head] in _WHEN and not any(tag in "AVvW" for tag in unit.tag[head + 1 : last + 1])
        besides = (
            head == last or unit.tag[head + 1] in "GEVJI" or later
        )  # Reed, though, said; Reed, while agreeing, said
        while_doing = unit.tag[head] == "S" and unit.tag[head - 2] != "A" and besides
        whom = unit.tag[head] == "T" and unit.tag[head + 1 : head + 2] == ["R"]  # to whom it was sent
        oneself = unit.word[head].endswith(("self", "selves"))
        inserted = (unit.tag[head] in "RDXNJMPKGEIBVCW" or while_doing or whom or oneself) and head <= last
        if not inserted:
            break
        before_last = head - 2
        if before_last < 0:
            break
        if unit.tag[head] not in "RIGEBVCS" and _is_phrase(unit, head, last):
            before = _segment_left(unit, before_last)
            while before < before_last and unit.tag[before] == "C":
                before += 1  # Yet Smith, a lawyer, said
            if unit.word[before] == "as" and _is_phrase(unit, before + 1, before_last):
                return before + 1, stop  # as the chair, Ada Lind, put it
            of_a_place = unit.word[before] in ("of", "from") and unit.tag[head] == "X"  # Reed, of Flint, Mich., said
            if unit.tag[before] != "R" and not of_a_place and not _is_phrase(unit, before, before_last):
                # Only an introduction stands before: On Monday, Smith, a lawyer, said.
                return head, stop
        if first < 0 and unit.tag[head] in "IBS" and (unit.tag[head] in "BS" or adverbial(unit, head)):
            stop = head - 1  # the occasion is not the speaker: the office, in a statement, said
        first = head
        last = before_last
    return (first, stop) if first >= 0 else NONE


def _acting(unit: Unit, found: tuple[int, int]) -> tuple[int, int]:
    """Without the verb of a headline's first part and its object: Warden | quits Larch Gaol, says …."""
    first, stop = found
    if unit.paragraph or first:
        return found
    verbs = (at for at in range(1, stop - 1) if unit.tag[at] in "VW" and unit.word[at].endswith("s"))
    at = next((at for at in verbs if unit.tag[at - 1] in "NX" and unit.tag[at + 1] in "XDNJM"), 0)
    return (first, at) if at and "," not in unit.tag[:at] else found


def _acts(unit: Unit, first: int, stop: int) -> bool:
    """Whether a verb before a phrase makes it an object: He never saw the memo | , a spokesman, Jo Reed, said."""
    tags = unit.tag[first:stop]
    return any(tag in "AV" for tag in tags) and not any(tag in "RHSIG" for tag in tags)


def _segment_left(unit: Unit, last: int) -> int:
    """The first item after the comma or boundary before `last`."""
    at = last
    while at >= 0 and unit.tag[at] not in ",;:.-Q":
        at -= 1
    return at + 1


def _is_phrase(unit: Unit, first: int, last: int) -> bool:
    """Whether `[first, last]` is one noun phrase: it starts so and holds no finite verb outside a relative clause."""
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


def main_subject(unit: Unit, limit: int) -> tuple[int, int]:
    """The items of the first noun phrase before `limit` that a verb follows: the subject of the sentence."""
    at = 0
    while at < limit:
        tag = unit.tag[at]
        if tag in "CB,QK-:;.(":
            at += 1
            continue
        if tag in "DNXMJPWY":
            end = phrase_right(unit, at)
            if end >= limit:
                end = phrase_right(unit, at, appositions=False)  # who runs the mill, | went on to say
            if at < end < len(unit):
                stop = end
                if unit.tag[stop] == "," and stop + 1 < len(unit):
                    stop += 1
                    if unit.tag[stop] in "GERIDN":
                        stop = next((item + 1 for item in range(stop, limit) if unit.tag[item] in ",Q"), stop)
                while stop < len(unit) and (
                    unit.tag[stop] in "BY" or (unit.tag[stop] == "I" and unit.tag[stop + 1 : stop + 2] == ["Y"])
                ):
                    stop += 1
                if stop < len(unit) and unit.tag[stop] in "AVvWZR" and end <= limit:
                    return _acting(unit, (at, end))
        at += 1
        while at < limit and unit.tag[at] not in ",QK:;-CP":
            at += 1
    return NONE
