"""A reporting verb in the passive: the plan was criticised by …; it was argued by counsel that …."""

from __future__ import annotations

from diptych.extract.complements import complement
from diptych.extract.finding import Finding, Made
from diptych.extract.phrases import phrase_right
from diptych.extract.subjects import NONE, subject_left
from diptych.extract.units import Unit
from diptych.extract.verbs import Verb


def passive(unit: Unit, verb: Verb) -> Made | None:
    """She was accused of …; the plan was criticised by …; it was described by X as …."""
    subject = subject_left(unit, verb.first - 1)
    impersonal = subject != NONE and unit.word[subject[0]] == "it" and "clause" in verb.cue.frames
    if impersonal or subject == NONE or not {"passive", "as"}.intersection(verb.cue.frames):
        return _impersonal(unit, verb) if impersonal else None
    spans = [unit.trimmed(*subject, ",-")]
    cue = unit.span(verb.first, verb.after)
    force = verb.cue.force("passive")
    by = next((at for at in range(verb.after, min(len(unit), verb.after + 12)) if unit.word[at] == "by"), -1)
    if by > verb.after and (unit.tag[by - 1] in "VE" or (unit.tag[by - 1] in "BI" and unit.tag[by - 2] in "VE")):
        by = -1  # criticised for taking lists drawn up by the yard
    if by >= 0:
        end = phrase_right(unit, by + 1)
        if end == by + 1 or unit.tag[by + 1] == "G":
            return None
        called = unit.word[end : end + 1] == ["as"] and "G" not in unit.tag[end + 1 : end + 2]
        if "as" in verb.cue.frames and called and end + 1 < len(unit):
            spans = [unit.trimmed(end + 1, len(unit), ",:;-.")]
        elif "person" in verb.cue.frames and unit.tag[end : end + 1] == ["H"]:
            spans = [unit.trimmed(end, len(unit), ",:;-.")]  # she was told by the guard that …
        elif "passive" not in verb.cue.frames:
            return None
        elif unit.word[verb.at] == "ordered" and unit.tag[end : end + 1] != ["T"]:
            return None  # the boats had been ordered by customers
        return Made(verb.at, Finding("passive", spans, force, unit.trimmed(by + 1, end, ",-"), cue), end)
    found = complement(unit, verb.after, verb.cue, past=True) if "passive" in verb.cue.frames else None
    if found is None:
        return None
    spans.append(unit.trimmed(found.first, found.stop, ",:;-."))
    return Made(verb.at, Finding("passive", spans, force, None, cue), found.stop)


def _impersonal(unit: Unit, verb: Verb) -> Made | None:
    """It was argued by counsel that …; it is alleged in the report that …."""
    if unit.word[verb.after : verb.after + 1] not in (["by"], ["in"]):
        return None
    end = phrase_right(unit, verb.after + 1, appositions=False)
    if unit.word[verb.after] == "in" and not unit.lexicon.sets["documents"] & set(unit.word[verb.after + 1 : end]):
        return None
    at = next((item for item in range(end, min(len(unit), end + 6)) if unit.tag[item] == "H"), -1)
    if end == verb.after + 1 or at < 0:
        return None
    span = unit.trimmed(at, len(unit), ",:;-.")
    source = unit.trimmed(verb.after + 1, end, ",-")
    cue = unit.span(verb.first, verb.after)
    return Made(verb.at, Finding("passive", [span], verb.cue.force("clause"), source, cue), len(unit))
