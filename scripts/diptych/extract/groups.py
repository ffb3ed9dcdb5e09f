"""Verb groups: the auxiliaries and adverbs that belong to a verb, and its voice."""

from __future__ import annotations

from diptych.extract.units import Unit

_BE = frozenset(("am", "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "'m"))
_GET = frozenset(("get", "gets", "got", "getting"))


def verb_start(unit: Unit, verb: int) -> int:
    """The first item of the group that ends with `verb`: has also said, will not be able to say."""
    first = verb
    while first > 0 and verb - first < 8:
        tag = unit.tag[first - 1]
        if tag in "AB" or unit.word[first - 1] in ("not", "once") or (tag == "T" and unit.tag[first] in "vWAB"):
            first -= 1
        elif tag == "Z" and unit.tag[verb] == "G" and unit.tag[first - 2 : first - 1] in (["X"], ["N"]):
            first -= 1  # the state's claiming
        elif first == verb and unit.word[first - 1] in _GET and unit.tag[verb] in "VE":
            first -= 1  # the crew got blamed
        elif tag == "," and first > 3 and unit.tag[first - 4 : first - 1] == ["A", ",", "B"]:
            first -= 3  # had, however, said
        else:
            break
    return first


def is_passive(unit: Unit, first: int, verb: int) -> bool:
    """Whether the group ends in a form of "be" and a participle: was accused."""
    helpers = [unit.word[item] for item in range(first, verb) if unit.tag[item] in "AZ" or unit.word[item] in _GET]
    return (
        bool(helpers) and helpers[-1] in _BE | _GET and unit.tag[verb] in "VEW" and not unit.word[verb].endswith("ing")
    )
