"""Whose words a verb reports that has no subject beside it: the speaker before, or the subject of its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.extract.clauses import main_clause
from diptych.extract.phrases import phrase_right
from diptych.extract.subjects import NONE, main_subject
from diptych.extract.units import Unit
from diptych.extract.verbs import Verb
from diptych.spans import Span


def implied(unit: Unit, verb: Verb, earlier: Sequence[Span | None]) -> Span | None:
    """The speaker of the clause before, or the sentence's subject."""
    object_at = verb.first - 1 - (unit.word[verb.first - 1] == "as")
    if verb.gerund and object_at > 0 and unit.word[object_at] in ("him", "her", "them"):
        return unit.span(object_at, object_at + 1)  # the paper quotes her as saying
    for source in reversed(earlier):
        if source is not None and source.start < unit.start[verb.at]:
            return source
    if verb.gerund and verb.first <= 2:
        # Citing the law, the office refused.
        first = main_clause(unit, verb.after) + 1
        while 0 < first < len(unit) and unit.tag[first] == "B":
            first += 1
        return unit.trimmed(first, phrase_right(unit, first), ",-") if first > 0 else None
    first, stop = main_subject(unit, verb.first)
    if first < 0 and unit.tag[verb.first - 1] == "C":
        first, stop = _shared(unit, verb.first - 1)
    return unit.trimmed(first, stop, ",-") if first >= 0 else None


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
