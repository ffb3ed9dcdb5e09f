"""Whoever makes a paper known, and what it says behind a colon: the firm issued this statement: …"""

from __future__ import annotations

from collections.abc import Iterator

from diptych.extract.finding import Case, Finding, Rule
from diptych.extract.phrases import phrase_right
from diptych.extract.subjects import NONE, subject_left
from diptych.extract.units import Unit


def find(case: Case) -> Iterator[Finding]:
    """A paper made known by the subject of a sentence, and a quotation behind a colon, there or in what follows."""
    unit = case.unit
    colon = next((at for at, tag in enumerate(unit.tag) if tag == ":"), 0)
    quoted = unit.tag[colon + 1 : colon + 2] in (["Q"], ["K"], [])
    verb = _made_known(unit, colon) if colon and quoted and not case.earlier else 0
    source = subject_left(unit, _before(unit, verb)) if verb else NONE
    if source != NONE:
        content = [unit.span(colon + 1, len(unit))] if colon + 1 < len(unit) else []
        yield Finding("issued", content, "says", unit.trimmed(*source, ",-"), unit.span(verb, verb + 1))


def _made_known(unit: Unit, colon: int) -> int:
    """The verb by which a paper is made known that is named right before a colon; 0 where there is none."""
    sets = unit.lexicon.sets
    for at in range(1, colon):
        if unit.tag[at] in "VW" and unit.word[at] in sets["issuing"]:
            after = at + 1 + (unit.word[at + 1] == "out")
            after = next((item + 1 for item in range(after, colon) if unit.word[item] == "following"), after)
            named = phrase_right(unit, after) == colon and not sets["documents"].isdisjoint(unit.word[after:colon])
            return at if named else 0
    return 0


def _before(unit: Unit, verb: int) -> int:
    """The item before a verb and its helpers: the firm later | put out."""
    at = verb - 1
    while at > 0 and unit.tag[at] in "AB":
        at -= 1
    return at


RULES = (Rule("issued", "a paper made known, and what it says behind a colon", find),)
