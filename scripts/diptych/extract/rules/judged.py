"""What somebody finds something to be: Reed finds the report unfair; the bishop considers it closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.extract.finding import Case, Finding, Rule
from diptych.extract.phrases import phrase_right
from diptych.extract.subjects import NONE, subject_left
from diptych.extract.units import Unit

#: Verbs which may as well be of coming upon something.
_FINDS = frozenset(("finds", "find", "found"))
#: What things are held to be, by its ending; short words for it stand in words.yml.
_QUALITY = re.compile(r"\w{2,}(?:able|ible|ful|less|ous|ive|ical|istic|ent|ant|fair|ated|ading|ling|sing|ring|ting)$")


def find(case: Case) -> Iterator[Finding]:
    """A verb of judging with a phrase that ends in a quality."""
    unit = case.unit
    if unit.depth:
        return
    for at in range(1, len(unit) - 2):
        word = unit.word[at]
        if word not in unit.lexicon.sets["judging"] and word not in _FINDS:
            continue
        first, stop = subject_left(unit, at - 1)
        if (first, stop) == NONE or unit.tag[at - 1] in "RAT" or (word in _FINDS and not _personal(unit, first, stop)):
            continue
        end = _held(unit, at + 1)
        if end:
            content = unit.trimmed(at + 1, end, ",:;-.")
            yield Finding("said-object", [content], "believes", unit.trimmed(first, stop, ",-"), unit.span(at, at + 1))
            return


def _personal(unit: Unit, first: int, stop: int) -> bool:
    return unit.word[first] in ("he", "she") or any(unit.tag[at] == "X" for at in range(first, stop))


def _held(unit: Unit, at: int) -> int:
    """Where the phrase ends that something is held to be; 0 where there is none."""
    if unit.tag[at] not in "DXOP":
        return 0
    end = at + 1 if unit.tag[at] in "OP" else phrase_right(unit, at, appositions=False)
    while unit.word[end : end + 1] == ["of"] and (further := phrase_right(unit, end + 1, appositions=False)) > end + 1:
        end = further
    if unit.word[end : end + 2] == ["to", "be"]:
        end += 2  # considers the sums to be sound
    while end < len(unit) and end - at < 14 and (unit.tag[end] in "BJVEG" or unit.word[end - 1] == "be"):
        end += 1
    last = unit.word[end - 1]
    closes = end >= len(unit) or unit.tag[end] in ",.;:-QIC"
    holds = unit.tag[end - 1] == "J" or last in unit.lexicon.sets["judgements"] or _QUALITY.match(last)
    return end if closes and holds and end - at > 1 else 0


RULES = (Rule("said-object", "what somebody finds something to be: X considers the report unfair", find),)
