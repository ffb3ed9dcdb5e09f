"""Whose words a verb reports that has no subject beside it: the speaker before, or the subject of its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.extract.clauses import main_clause
from diptych.extract.phrases import phrase_right
from diptych.extract.phrases_left import phrase_left
from diptych.extract.subjects import NONE, main_subject
from diptych.extract.units import Unit
from diptych.extract.verbs import Verb
from diptych.spans import Span

#: What stands before a participle and tells when: Reed, after saying so, left.
_LATER = frozenset(("after", "before", "while", "when", "since", "despite", "by"))
#: Items that the subject of a participle has at most.
_FAR = 12


def implied(unit: Unit, verb: Verb, earlier: Sequence[Span | None]) -> Span | None:
    """The speaker of the clause before, or the sentence's subject."""
    object_at = verb.first - 1 - (unit.word[verb.first - 1] == "as")
    if verb.gerund and object_at > 0 and unit.word[object_at] in ("him", "her", "them"):
        return unit.span(object_at, object_at + 1)  # the paper quotes her as saying
    first, stop = _beside(unit, verb) if verb.gerund else _made_to(unit, verb) if verb.infinitive else NONE
    if first >= 0:
        return unit.trimmed(first, stop, ",-")
    if unit.tag[verb.first - 1] == "C" and (relative := _in_relative(unit, verb.first - 1)) != NONE:
        return unit.span(*relative)
    for source in reversed(earlier):
        if source is not None and source.start < unit.start[verb.at]:
            return source
    if verb.gerund and verb.first <= 2:
        # Citing the law, the office refused.
        first = main_clause(unit, verb.after) + 1
        while 0 < first < len(unit) and unit.tag[first] == "B":
            first += 1
        return unit.trimmed(first, phrase_right(unit, first), ",-") if first > 0 else None
    led = unit.tag[0] == "X" and unit.word[0] in unit.lexicon.verbs and unit.tag[1] in "IRSBY"
    led = led or (unit.word[0].endswith("ing") and unit.tag[1] in "NDIBPM")  # Rallying her riders, | Reed promised
    first = main_clause(unit, 1) + 1 if led else 0  # Asked whether it was shut, | Reed smiled and said
    first, stop = (first, phrase_right(unit, first)) if 0 < first < verb.first else main_subject(unit, verb.first)
    if first < 0 and unit.tag[verb.first - 1] == "C":
        first, stop = _shared(unit, verb.first - 1)
    return unit.trimmed(first, stop, ",-") if first >= 0 else None


def _beside(unit: Unit, verb: Verb) -> tuple[int, int]:
    """The subject of a participle's own: with Reed | saying; a charge that the firm denied, | saying."""
    last = verb.first - 1
    while last > 0 and (unit.tag[last] == "B" or unit.word[last] in _LATER):
        last -= 1
    for at in range(last, max(0, last - _FAR), -1):
        if unit.word[at] == "with":
            return (at + 1, last + 1) if at < last and unit.tag[at - 1] in ",-" else NONE
        if unit.tag[at] not in "DNXJMZ%IO":
            break
    if last < 1 or unit.tag[last] != ",":
        return NONE
    first = phrase_left(unit, last - 1)
    begins = first == 0 or (first > 0 and unit.tag[first - 1] not in "IT")
    if begins and not any(tag in "AVvWHRGEQK" for tag in unit.tag[:last]):
        return first, last  # Reed, | saying it was late, left
    if last < 3 or unit.tag[last - 1] != "V":
        return NONE
    last -= 2
    while last > 0 and unit.tag[last] == "B":
        last -= 1
    first = phrase_left(unit, last)
    return (first, last + 1) if first > 0 and unit.tag[first - 1] in "HR" else NONE


def _in_relative(unit: Unit, conjunction: int) -> tuple[int, int]:
    """Whom a relative clause tells of that a verb is joined to: the baker, who answered the door and | said."""
    who = next((at for at in range(conjunction - 1, 1, -1) if unit.tag[at] in "RAH,;:.-QK"), 0)
    while who > 1 and unit.tag[who] == "A":
        who -= 1
    if unit.word[who] != "who" or sum(tag == "V" for tag in unit.tag[who:conjunction]) != 1:
        return NONE
    last = who - 1 - (unit.tag[who - 1] == ",")
    first = phrase_left(unit, last)
    if first > 0 and unit.tag[first - 1] in "QK" and unit.word[first] in unit.lexicon.verbs:
        first += 1  # "…," sighs | a man who
    return (first, last + 1) if first >= 0 else NONE


def _made_to(unit: Unit, verb: Verb) -> tuple[int, int]:
    """Whom something makes say it: the memo led the board | to say."""
    to = next((at for at in range(verb.at, 0, -1) if unit.tag[at] == "T"), 0)
    first = phrase_left(unit, to - 1) if to > 1 else -1
    return (first, to) if first > 0 and unit.word[first - 1] in unit.lexicon.sets["makes_say"] else NONE


def _shared(unit: Unit, conjunction: int) -> tuple[int, int]:
    """The subject of the verb that a conjunction joins another to: In a call, Reed went further and | suggested."""
    for at in range(1, conjunction):
        if unit.tag[at] in "AV":
            before = at - 1
            while before > 0 and unit.tag[before] == "B":
                before -= 1
            if unit.tag[before] not in "XP" or "," in unit.tag[at:conjunction]:
                return NONE
            first = before
            while first > 0 and unit.tag[first - 1] == unit.tag[before] == "X":
                first -= 1
            return first, before + 1
    return NONE
