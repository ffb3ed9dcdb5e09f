"""What one relays of another, whose words they are: "…," Reed is quoted as saying; it quotes Reed, for whom …."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.extract.finding import Case, Finding, Rule
from diptych.extract.phrases import phrase_right
from diptych.extract.speakable import speakable
from diptych.extract.subjects import NONE, subject_left
from diptych.extract.units import Unit
from diptych.extract.verbs import reporting_verbs
from diptych.lexicons import wordset
from diptych.spans import Span

_TOLD = frozenset(("told", "informed", "assured"))
_HEARERS = frozenset(("i", "we"))
#: What tells that a text speaks of newspapers, so that "the paper" is one.
PRESS = re.compile(r"\b(?:newspapers?|front[ -]pages?|tabloids?|broadsheets?|press\s+review)\b", re.IGNORECASE)
_WHOM = frozenset(("whom", "who"))


def find(case: Case) -> Iterator[Finding]:
    """The first verb of relaying of a sentence whose frame tells whose the words are."""
    unit = case.unit
    if unit.depth:
        return
    for at in range(1, len(unit)):
        found = None
        if unit.word[at] in unit.lexicon.sets["relays"]:
            found = _as_saying(unit, at) or _for_whom(unit, at)
        elif unit.word[at] in _TOLD and unit.tag[at + 1 :] in (["."], []):
            found = _inquirers(unit, at)
        elif unit.word[at] in _TOLD and unit.word[at + 1 : at + 2] == ["by"]:
            found = _hearer(unit, at)
        if found is not None:
            yield found
            return


def passes_on(unit: Unit, source: tuple[int, int], first: int, stop: int, text: str = "") -> bool:
    """Whether a paper tells in the items from `first` on what somebody else says: the paper has it that Reed denied it.

    `source` holds the items of the speaker. Whoever says it there goes before the paper. `text` is the whole article,
    by which "the paper" may be known for a newspaper.
    """
    end = next((at for at in range(source[0] + 1, source[1]) if unit.tag[at] in ",IRVEG"), source[1])
    head = [unit.word[at] for at in range(source[0], end) if unit.tag[at] in "NX"]
    outlets = wordset("offices", "outlets") | wordset("clutter", "outlets")
    press = head[-1:] == ["paper"] and PRESS.search(text) is not None
    if not head or not (press or head[-1] in outlets or (head[0] in outlets and unit.tag[end - 1] != "X")):
        return False
    return any(
        first < verb.first and verb.after <= stop and verb.finite and not verb.passive and _somebody(unit, verb.first)
        for verb in reporting_verbs(unit)
        if not {"clause", "quote", "that", "wh"}.isdisjoint(verb.cue.frames)  # who supports something says nothing
    )


def _somebody(unit: Unit, stop: int) -> bool:
    """Whether the subject that ends before an item is a person or body by name, or one that may speak."""
    first, end = subject_left(unit, stop - 1)
    return first >= 0 and (
        any(unit.tag[at] == "X" for at in range(first, end)) or speakable(" ".join(unit.word[first:end]))
    )


def _before(unit: Unit, stop: int) -> list[Span]:
    """The quotation that ends right before an item; empty where none does."""
    at = stop - 1 - (stop > 0 and unit.tag[stop - 1] in ",-")
    return [unit.span(0, at + 1)] if at >= 0 and unit.tag[at] in "QK" else []


def _as_saying(unit: Unit, at: int) -> Finding | None:
    """ "…," Reed is quoted as saying; "…," the paper quotes Reed as saying."""
    passive = unit.tag[at - 1] == "A"
    end = at + 1 if passive else phrase_right(unit, at + 1)
    saying = next((n for n in range(end, min(len(unit) - 1, end + 8)) if unit.word[n] == "as"), -1)
    if saying < 0 or unit.tag[saying + 1] != "G" or any(tag in "VQK;:" for tag in unit.tag[end:saying]):
        return None
    quoted = next((n for n in range(saying + 2, len(unit)) if unit.tag[n] in "QK"), 0)
    if quoted and not passive and end > at + 1 and subject_left(unit, at - 1) != NONE:
        source, cue = unit.trimmed(at + 1, end, ",-"), unit.span(saying + 1, saying + 2)
        return Finding("said-object", [unit.trimmed(saying + 2, quoted + 1, ",:;-.")], "says", source, cue)
    first = at - passive
    while first > 0 and unit.tag[first - 1] not in "QKAVRH;:.":
        first -= 1
    first += unit.tag[first] in ",-"
    stop = at - passive
    said = _before(unit, first)
    if not said or first >= stop or (not passive and end == at + 1):
        return None
    source = unit.trimmed(first, stop, ",-") if passive else unit.trimmed(at + 1, end, ",-")
    return Finding("said-after", said, "says", source, unit.span(saying + 1, saying + 2))


def _for_whom(unit: Unit, at: int) -> Finding | None:
    """It quotes the firm's counsel, Jo Reed, for whom the charge is "…"."""
    end = phrase_right(unit, at + 1)
    if end == at + 1 or subject_left(unit, at - 1) == NONE:
        return None
    whom = next((n for n in range(at + 2, min(len(unit) - 2, end + 3)) if unit.word[n] in _WHOM), -1)
    if whom < 0 or unit.word[whom - 1] not in ("for", "to") or unit.tag[whom - 2] != ",":
        return None
    source = unit.trimmed(at + 1, whom - 2, ",-")
    return Finding("said-object", [unit.trimmed(whom + 1, len(unit), ",:;-.")], "says", source, unit.span(at, at + 1))


def _inquirers(unit: Unit, at: int) -> Finding | None:
    """The doors were locked, the inspectors were told: whoever inquires passes on what they have heard."""
    first, stop = subject_left(unit, at - 2)
    if unit.tag[at - 1] != "A" or first < 2 or stop != at - 1 or unit.tag[first - 1] != ",":
        return None
    if unit.word[stop - 1] not in wordset("offices", "reporting") or unit.word[first] in ("a", "an"):
        return None
    said = [unit.trimmed(0, first - 1, ",-")]
    return Finding("said-aside", said, "says", unit.span(first, stop), unit.span(at - 1, at + 1))


def _hearer(unit: Unit, at: int) -> Finding | None:
    """ "…," I was told by Jo Reed, who runs it."""
    first = at - 2
    if first < 0 or unit.tag[at - 1] != "A" or unit.word[first] not in _HEARERS:
        return None
    end = phrase_right(unit, at + 2)
    if end == at + 2:
        return None
    said = _before(unit, first)
    if not said and unit.tag[end : end + 1] == ["H"]:
        said = [unit.trimmed(end, len(unit), ",:;-.")]
    source = unit.trimmed(at + 2, end, ",-")
    return Finding("said-after", said, "says", source, unit.span(at, at + 1)) if said else None


RULES = (Rule("said-after", "who is quoted as saying it, or by whom the writer was told", find),)
