"""Which words of a unit are reporting verbs, and how each stands: its group, mood, voice and particle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.extract.contact import with_clause
from diptych.extract.groups import is_passive, verb_start
from diptych.extract.lexicon import Cue, Form
from diptych.extract.speakable import speakable
from diptych.extract.units import Unit

_PLURAL = frozenset(
    ("people", "police", "they", "we", "i", "you", "who", "which", "media", "many", "some", "others", "both")
)
#: Particles that an object may stand before, and how far from their verb they do at most.
_PARTICLES = frozenset(("out", "down", "off", "aside", "away"))
_OBJECT = 7
#: What somebody is called, and how many words on such an aside ends at the most.
_CALLED = frozenset(("called", "named", "dubbed", "nicknamed"))
_ASIDE = 9
#: What stands between somebody and their body.
_AT = frozenset(("at", "of", "in", "from", "with", "by"))
#: What stands between a paper and who wrote it.
_MADE_BY = frozenset(("from", "by"))
_SCALES = frozenset(("hundred", "thousand", "million", "billion", "dozen"))


@dataclass(slots=True)
class Verb:
    """A reporting verb in its unit: the group is `[first, after)`, the verb itself stands at `at`."""

    at: int
    first: int
    after: int
    cue: Cue
    passive: bool
    gerund: bool
    infinitive: bool
    finite: bool


def _is_verb(unit: Unit, at: int, plain: bool, third: bool) -> bool:
    """Whether a word that may be a noun is a verb here."""
    before = at - 1
    while before >= 0 and unit.tag[before] == "B":
        before -= 1
    if before < 0:
        return False
    tag, word = unit.tag[before], unit.word[before]
    if tag == "A" and third and not plain:
        return False  # had questions
    if tag in "AT" or (third and with_clause(unit, before) is not None):
        return True
    if tag in "DZJM":
        return False
    if tag == "I" or tag == "S":
        return False
    following = unit.tag[at + 1] if at + 1 < len(unit) else "."
    if tag == "P" or word in _PLURAL:
        return True
    if tag == "H":
        return following in "HDPRQK:XN"
    if before > 0 and tag in "NW" and unit.tag[before - 1] in "AT":
        return False  # the word before is the verb: could leak details
    if tag in "NX)WY" or tag in "QK":
        if third:
            if _closes(unit, at):
                return True
            return (
                (not (word.endswith("s") and tag in "NW" and not word.endswith("ss")) and following not in "IC.A)V")
                or (following in ",." and unit.tag[0] == "S")
                or (following == "I" and tag in "NX" and unit.word[at + 1] in ("for", "on"))
            )
        if plain and following == "I" and word.endswith("s") and "," in unit.tag[max(0, before - 4) : before]:
            return True  # …, campaigners claim in a report
        named = tag == "X" and 0 < before < _ASIDE and unit.word[0] in unit.lexicon.sets["several"]
        if plain and following in "DT" and named:
            return set(unit.tag[:at]) <= set("XN")  # Campaigners Clean Air Now want a ban
        several = (word.endswith("s") and tag in "NW") or (before > 1 and unit.word[before - 1] == "&")
        if plain and several and unit.word[at : at + 2] in (["call", "for"], ["call", "on"]):
            return True
        if plain:
            return (
                word.endswith("s") and (tag in "NW" or (tag == "X" and before == 0)) and following in "HDPRQKX:TOJNM,."
            )
    if tag == "C":
        return (third or plain) and (following in "HDPRQKTO" or _bidden(unit, at + 1))
    if tag == ",":
        return following in "HPRQK" or (
            third and (following in "DXN" or (following in "BT" and _inserted(unit, before)))
        )
    return False


def reporting_verbs(unit: Unit) -> Iterator[Verb]:
    """Each reporting verb of a unit, left to right."""
    for at, word in enumerate(unit.word):
        forms = unit.lexicon.verbs.get(word)
        if forms is None:
            continue
        tag = unit.tag[at]
        if tag not in "VvWGE" and not (tag == "X" and at == 0):
            continue
        for form in forms:
            cue, after = form.cue, at + 1
            begin = after + (
                unit.word[after : after + 1] in (["instead"], ["also"], ["again"], ["repeatedly"], ["only"])
            )
            for words, other in form.particles.items():
                if tuple(unit.word[begin : begin + len(words)]) == words:
                    cue, after = other, begin + len(words)  # pointed instead to
                    break
            parted = _parted(unit, at, form) if after == at + 1 else None
            cue = parted or cue
            if cue is None:
                continue
            features = form.features
            if tag == "W" and not _is_verb(unit, at, "base" in features, "s" in features):
                continue
            if tag == "v" and at > 0 and unit.tag[at - 1] in "DJZ":
                continue
            first = verb_start(unit, at)
            helped = any(unit.tag[item] == "A" for item in range(first, at))
            if tag in "VE" and not helped and (_is_adjective(unit, at) or _is_aside(unit, at)):
                continue
            if tag == "E" and not helped and not features & {"past"}:
                continue
            gerund = "ing" in features and not helped
            if gerund and at > 0 and (unit.tag[at - 1] in "DJ" or unit.word[at - 1 : at + 1] == ["in", "writing"]):
                continue
            infinitive = any(unit.tag[item] == "T" for item in range(first, at))
            yield Verb(
                at, first, after, cue, is_passive(unit, first, at), gerund, infinitive, not gerund and not infinitive
            )
            break


def _parted(unit: Unit, at: int, form: Form) -> Cue | None:
    """The verb whose particle stands after its object: ruled the offer out."""
    for item in range(at + 2, min(len(unit), at + _OBJECT)):
        closes = item + 1 >= len(unit) or unit.tag[item + 1] in ".,;CIY"
        other = form.particles.get((unit.word[item],)) if unit.word[item] in _PARTICLES and closes else None
        if other is not None and "object" in other.frames:
            return other
        if unit.tag[item] not in "NXJDMZWOP":
            return None
    return None


def _bidden(unit: Unit, at: int) -> bool:
    """Whether somebody's name stands at an item, and then what they are to do: and want Larch to pay."""
    stop = next((item for item in range(at, len(unit)) if unit.tag[item] != "X"), len(unit))
    return at < stop and unit.tag[stop : stop + 1] == ["T"]


def _inserted(unit: Unit, comma: int) -> bool:
    """Whether a comma closes what stands after a name that the sentence starts with: Reed, the chief, points out."""
    opening = next((at for at in range(comma - 1, 0, -1) if unit.tag[at] == ","), 0)
    return opening > 0 and set(unit.tag[:opening]) <= set("XJ%DNZ") and not set(unit.tag[opening:comma]) & set("AVvCPH")


def _closes(unit: Unit, at: int) -> bool:
    """Whether a word ends a sentence after a comma and a noun phrase: …, the report notes."""
    if at + 1 < len(unit) and unit.tag[at + 1] != ".":
        return False
    before = _before_phrase(unit, at - 1)
    if before > 1 and at - before < _OBJECT and unit.tag[before] == "D" and unit.tag[before - 1] in ",-":
        return True
    # …, a group at Larch University reports: who makes a report is at a body that has a name; not of the Larch reports
    if unit.tag[before] == "D" and at - before == 2:
        return False
    while unit.tag[at - 1] == "X" and before > 1 and unit.tag[before] in "DI" and at - before < _ASIDE:
        head = before if unit.tag[before] == "I" else before - 1
        if unit.tag[head] != "I" or unit.word[head] not in _AT:
            return False
        before = _before_phrase(unit, head - 1)
        if unit.tag[before] == "D" and unit.tag[before - 1] in ",-":
            noun = unit.word[head - 1]
            made = unit.word[head] in _MADE_BY or noun not in unit.lexicon.sets["documents"]
            return head - before > 1 and speakable(noun) and made
    return False


def _before_phrase(unit: Unit, at: int) -> int:
    """The item before the nouns and adjectives that end at an item."""
    while at > 0 and unit.tag[at] in "NXJZ":
        at -= 1
    return at


def _is_aside(unit: Unit, at: int) -> bool:
    """Whether a past form tells how somebody is called: a man called Roland; a driver, called R. there, said."""
    if unit.word[at] not in _CALLED or at < 2 or at + 1 == len(unit):
        return False
    if unit.word[at - 2] in ("a", "an", "one") and unit.tag[at - 1] == "N" and unit.tag[at + 1] == "X":
        named = next((tag for tag in unit.tag[at + 1 :] if tag != "X"), ".")
        return named not in "QK"  # one rider called Reed "a thief"
    if unit.tag[at - 1] != ",":
        return False
    closed = next((item for item in range(at + 2, min(len(unit), at + _ASIDE)) if unit.tag[item] == ","), None)
    return closed is not None and closed + 1 < len(unit) and unit.tag[closed + 1] in "VAW"


def _is_adjective(unit: Unit, at: int) -> bool:
    """Whether a past form stands before a noun as its adjective: the alleged crime."""
    if unit.word[at] == "said" or at == 0:
        return False
    many = unit.word[at - 1].isdigit() and unit.tag[at + 1 : at + 3] in (["N", "A"], ["N", "."], ["N", ","], ["N", "I"])
    counted = many or unit.word[at - 1] in _SCALES or unit.tag[at - 2 : at - 1] + unit.tag[at - 1 : at] == ["I", "M"]
    return (counted or unit.tag[at - 1] in "DJZI") and at + 1 < len(unit) and unit.tag[at + 1] in "NXJW"
