"""An adjective that tells what somebody says or thinks: the coach was adamant that …, they are confident that …."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.extract.clauses import clause_end
from diptych.extract.finding import Case, Finding, Rule
from diptych.extract.subjects import NONE, subject_left
from diptych.extract.units import Unit

_BE = frozenset(
    ("is", "was", "are", "were", "be", "been", "'s", "'re", "am", "'m", "remain", "remains", "remained", "seemed")
)


def _subject(unit: Unit, at: int) -> tuple[int, int]:
    """The items of whoever the adjective at `at` is said of."""
    verb = at - 1
    while verb > 0 and unit.tag[verb] in "B":
        verb -= 1
    if verb < 1 or unit.word[verb] not in _BE:
        return NONE
    while verb > 1 and unit.tag[verb - 1] in "AB":
        verb -= 1
    return subject_left(unit, verb - 1)


def find(case: Case) -> Iterator[Finding]:
    """Adjectives with "that" and what is said."""
    unit = case.unit
    for at in range(2, len(unit) - 2):
        force = unit.lexicon.adjectives.get(unit.word[at])
        if force is None or unit.tag[at + 1] != "H":
            continue
        first, stop = _subject(unit, at)
        if first < 0 or unit.word[first] in ("it", "there", "what", "that", "this"):
            continue
        end = clause_end(unit, at + 1, past=True)
        content = [unit.trimmed(at + 1, end, ",:;-.")]
        yield Finding("adjective", content, force, unit.trimmed(first, stop, ",-"), unit.span(at, at + 1))


RULES = (Rule("adjective", "an adjective of speaking or thinking with its subject: X is adamant that …", find),)
