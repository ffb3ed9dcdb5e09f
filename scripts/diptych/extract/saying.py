"""Who is on the left of a reporting verb, as the speaker."""

from __future__ import annotations

from diptych.extract.contact import with_clause
from diptych.extract.phrases_left import phrase_left
from diptych.extract.speakable import speakable
from diptych.extract.subjects import NONE, subject_left
from diptych.extract.units import Unit
from diptych.extract.verbs import Verb

#: These ask or tell when and where, and are nobody: when asked.
_ADVERBIAL = frozenset(("when", "whenever", "where", "why", "how", "whether"))


def source_left(unit: Unit, verb: Verb) -> tuple[tuple[int, int], bool]:
    """The speaker's items to the left, and whether they are the verb's own subject (and no relative clause's)."""
    before = verb.first - 1
    if verb.gerund or verb.infinitive or before < 0:
        return NONE, False
    clause = with_clause(unit, before) if unit.tag[before] in "BT" else None
    if clause is not None:
        return clause, True  # people the agency spoke to | said
    if unit.tag[before] in "CBT" or unit.word[before] in _ADVERBIAL:
        return NONE, False
    if unit.tag[before] == ",":
        opens = next((at for at in range(before - 1, 1, -1) if unit.tag[at] in ",;:-QK"), 0)
        if unit.tag[opens] == "," and unit.word[opens - 1] == "who":
            before = opens - 1  # who, after the vote, said
    if before > 1 and unit.tag[before] in "MY" and unit.tag[before - 1] == "I" and unit.tag[before - 2] == "R":
        before -= 2  # who in 2010 said
    relative = (unit.tag[before] == "R" and unit.word[before] in ("who", "which")) or (
        unit.tag[before] == "H" and before > 0 and unit.tag[before - 1] in "NX"
    )
    if relative:
        last = before - 1
        if last >= 0 and unit.tag[last] == ",":
            last -= 1
        first = phrase_left(unit, last)
        if first >= 0 and unit.word[before] == "who":
            first = _person(unit, first, last)
        return ((first, last + 1) if first >= 0 else (before, before + 1)), False
    if unit.word[before - 1 : before + 1] == ["no", "longer"]:
        before -= 2
        while before > 0 and unit.tag[before] == "A":
            before -= 1  # she would no longer swear to it
    source = _after_intro(unit, subject_left(unit, before))
    if unit.word[source[0] : source[0] + 2] == ["and", "that"]:
        return NONE, False
    if source != NONE and unit.tag[source[0] : source[0] + 2] == ["P", ","]:
        source = source[0], source[0] + 1  # he, reached by phone, said
    return source, True


def _person(unit: Unit, first: int, last: int) -> int:
    """The first item of the person that "who" means at the end of a phrase: a reply from | Reed, who."""
    for at in range(first + 1, last):
        paper = any(unit.word[at - 1] in unit.lexicon.sets[name] for name in ("documents", "sayings", "occasions"))
        if unit.tag[at - 1] == "X":
            return first  # Ada Lind of Larch, who
        if unit.tag[at] in "IT" and (paper or not speakable(" ".join(unit.word[first:at]))):
            rest = at + 1
            if unit.tag[last] == "X" or speakable(" ".join(unit.word[rest : last + 1])):
                return _person(unit, rest, last)
    return first


def _after_intro(unit: Unit, source: tuple[int, int]) -> tuple[int, int]:
    """A subject without what leads up to it: Asked about the crate, | the firm, Larch & Co, said."""
    first, stop = source
    led = source != NONE and unit.word[first] in unit.lexicon.verbs and unit.tag[first + 1 : first + 2] == ["I"]
    if not led:
        return source
    comma = next((at for at in range(first, stop - 1) if unit.tag[at] == ","), -1)
    return (comma + 1, stop) if comma >= 0 else source


def counted(unit: Unit, verb: Verb) -> bool:
    """Whether what looks like a verb is a noun after a number: the two demands the study ends with."""
    before = unit.word[verb.at - 1] if verb.at else ""
    return unit.word[verb.at].endswith("s") and before in unit.lexicon.sets["numbers"] - {"one"}
