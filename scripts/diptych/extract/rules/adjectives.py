"""An adjective that tells what somebody says or thinks, or what does its work: adamant that; of the view that."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.extract.clauses import clause_end
from diptych.extract.finding import Case, Finding, Rule
from diptych.extract.subjects import NONE, subject_left
from diptych.extract.units import Unit

_BE = frozenset(
    ("is", "was", "are", "were", "be", "been", "'s", "'re", "am", "'m", "remain", "remains", "remained", "seemed")
)
_HAVE = frozenset(("has", "have", "had"))
#: What stands before a noun that does an adjective's work: she is of the view that, in no doubt that.
_IN = frozenset(("of", "in", "under"))


def _force(unit: Unit, at: int) -> tuple[str | None, int]:
    """The force of an adjective at `at`, or of a noun that does an adjective's work, and where that begins."""
    cue = unit.lexicon.nouns.get(unit.word[at])
    if cue is None or "that" not in cue.frames or unit.tag[at - 1] != "D":
        return unit.lexicon.adjectives.get(unit.word[at]), at
    first = at - 1
    if unit.word[first - 1] in _IN:
        return cue.force("that"), first - 1
    return (cue.force("that") if unit.word[first] == "no" and unit.word[first - 1] in _HAVE else None), first


def _subject(unit: Unit, at: int) -> tuple[int, int]:
    """The items of whoever what begins at `at` is said of."""
    verb = at - 1
    while verb > 0 and unit.tag[verb] in "B":
        verb -= 1
    if verb < 1 or unit.word[verb] not in (_HAVE if unit.word[at] == "no" else _BE):
        return NONE
    while verb > 1 and unit.tag[verb - 1] in "AB":
        verb -= 1
    return subject_left(unit, verb - 1)


def find(case: Case) -> Iterator[Finding]:
    """Adjectives with "that" and what is said."""
    unit = case.unit
    for at in range(2, len(unit) - 2):
        force, begins = _force(unit, at) if unit.tag[at + 1] == "H" else (None, at)
        if force is None:
            continue
        first, stop = _subject(unit, begins)
        if first < 0 or unit.word[first] in ("it", "there", "what", "that", "this"):
            continue
        end = clause_end(unit, at + 1, past=True)
        content = [unit.trimmed(at + 1, end, ",:;-.")]
        yield Finding("adjective", content, force, unit.trimmed(first, stop, ",-"), unit.span(at, at + 1))


RULES = (Rule("adjective", "an adjective of speaking or thinking with its subject: X is adamant that …", find),)
