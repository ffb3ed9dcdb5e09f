"""What somebody says is that …: a clause for what is said, then what it is."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.extract.finding import Case, Finding, Rule
from diptych.extract.phrases import phrase_right
from diptych.extract.units import Unit
from diptych.extract.verbs import reporting_verbs

_BE = frozenset(("is", "was", "'s", "’s"))
_FAR = 8  # items between a verb and what is said


def find(case: Case) -> Iterator[Finding]:
    """A sentence that starts with "what", its subject and a reporting verb, and goes on with "is"."""
    unit = case.unit
    if case.earlier or len(unit) < 6 or unit.word[0] != "what":
        return
    stop = phrase_right(unit, 1, appositions=False)
    if stop == 1:
        return
    last = stop - 1
    forms = unit.lexicon.verbs.get(unit.word[last], ()) if unit.tag[last] == "W" and last > 1 else ()
    cue = next((form.cue for form in forms if form.cue is not None), None)
    if cue is not None and unit.word[stop] in _BE:  # a verb that may be a noun: what the firm wants is …
        content, said = unit.trimmed(stop + 1, len(unit), ",:;-."), unit.span(last, stop)
        yield Finding("said-clause", [content], cue.force("clause"), unit.trimmed(1, last, ",-"), said)
        return
    for verb in reporting_verbs(unit):
        if not 1 < verb.first <= stop or verb.passive or verb.gerund:
            continue
        at = _be(unit, verb.after)
        if at > 0 and not set(unit.tag[at + 1 :]) <= set("JB."):  # what she said is true
            listed = next((item for item in range(at + 1, min(len(unit) - 1, at + _FAR)) if unit.tag[item] == ":"), at)
            content = unit.trimmed(listed + 1, len(unit), ",:;-.")  # what the board asks is modest: …
            said = unit.span(verb.at, verb.after)
            yield Finding("said-clause", [content], verb.cue.force("clause"), unit.trimmed(1, verb.first, ",-"), said)
        return


def _be(unit: Unit, first: int) -> int:
    """Where "is" stands before what is said, over a few words of the saying; -1 where a verb comes first."""
    for at in range(first, min(len(unit) - 2, first + _FAR)):
        if unit.word[at] in _BE:
            return at
        if unit.tag[at] in "AVH.;:QK":
            return -1
    return -1


RULES = (Rule("said-clause", "what somebody says, told after it: what the firm says is that …", find),)
