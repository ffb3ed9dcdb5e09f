"""What somebody found, or took a stand on, by saying that they did not: the panel made no finding that …."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.extract.clauses import clause_end
from diptych.extract.finding import Case, Finding, Rule
from diptych.extract.groups import verb_start
from diptych.extract.subjects import NONE, subject_left
from diptych.extract.units import Unit

_PARTICLES = frozenset(("to", "at"))


def find(case: Case) -> Iterator[Finding]:
    """The first verb of a sentence with "no" and such a noun behind it."""
    unit = case.unit
    for at in range(1, len(unit) - 2):
        if unit.word[at] not in unit.lexicon.sets["withholding"] or unit.tag[at] not in "VvW":
            continue
        begin = at + 1 + (unit.word[at + 1] in _PARTICLES)
        first, stop = subject_left(unit, verb_start(unit, at) - 1)
        if (first, stop) == NONE or not _none(unit, begin):
            continue
        content = unit.trimmed(begin, clause_end(unit, begin, past=True), ",:;-.")
        yield Finding("said-object", [content], "concludes", unit.trimmed(first, stop, ",-"), unit.span(at, begin))
        return


def _none(unit: Unit, at: int) -> bool:
    """Whether "no" and such a noun stand at an item: no clear finding."""
    noun = next((item for item in range(at + 1, min(len(unit), at + 4)) if unit.tag[item] != "J"), at)
    return unit.word[at : at + 1] == ["no"] and unit.word[noun] in unit.lexicon.sets["withheld"]


RULES = (Rule("said-object", "what somebody says that they did not find or judge: X made no finding that …", find),)
