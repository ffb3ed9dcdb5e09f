"""A noun phrase behind a reporting verb: one that is said, or what something is called."""

from __future__ import annotations

from diptych.extract.framed import Complement, Verb
from diptych.extract.phrases import phrase_right
from diptych.extract.units import Unit

#: Prepositions that tell of the saying and not of what is said.
_OCCASION = frozenset(("during", "after", "before", "at", "since", "amid", "following"))


def said_object(verb: Verb, at: int) -> Complement | None:
    """A noun phrase that is said, or what something is called."""
    made = verb.phrase("", at)
    frame = "object" if "object" in verb.cue.frames else "findings"
    if verb.tag(at) in "QK" and verb.has("name"):
        return None  # a film called "X"
    if frame in verb.cue.frames and verb.tag(at) not in "QKR" and "name" not in verb.cue.frames:
        return Complement(frame, at, _object_end(verb, at, made.stop))
    if frame not in verb.cue.frames:
        stop = next((item for item in range(at, made.stop) if verb.tag(item) == ","), made.stop)
        named = any(verb.tag(item) in "QK" or verb.word(item) == "as" for item in range(at, stop))
        if not named and ("name" not in verb.cue.frames or not _two_phrases(verb.unit, at, made.stop)):
            return None
        frame = "name" if "name" in verb.cue.frames else "as"
    made.frame = frame
    return made


def _two_phrases(unit: Unit, at: int, stop: int) -> bool:
    """Whether a second phrase follows the first: called the plan a hoax, called it useless."""
    end = phrase_right(unit, at, appositions=False)
    return at < end < stop and unit.tag[end] in "DJNXVEGB"


def _object_end(verb: Verb, at: int, limit: int) -> int:
    """Where a noun phrase that is said ends: with its relative clause, without what is told of the saying."""
    unit = verb.unit
    end = phrase_right(unit, at, appositions=False)
    if end == at:
        return limit
    limit = next((item for item in range(at, limit) if unit.tag[item] == ";"), limit)
    while end < limit:
        tag, word = unit.tag[end], unit.word[end]
        if tag in ",:.-S" and word != "as":
            return end
        if tag in "RHTVGE":
            return next((item for item in range(end, limit) if unit.tag[item] in ",:.-"), limit)
        if word in verb.cue.frames or (word == "as" and verb.has("as", "name")):
            return limit
        if tag in "YB" or word == "as" or (tag == "I" and (unit.tag[end + 1 : end + 2] == ["Y"] or word in _OCCASION)):
            return end
        if tag not in "IC":
            return limit
        inner = phrase_right(unit, end + 1, appositions=False)
        if inner == end + 1:
            return limit if tag == "I" else end
        end = inner
    return limit
