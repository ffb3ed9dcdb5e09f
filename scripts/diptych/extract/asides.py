"""The geometry of asides (… , he said, …): where they open and close, and what is said around them."""

from __future__ import annotations

from diptych.extract.phrases import of_paper, reduced
from diptych.extract.units import Unit
from diptych.extract.verbs import Verb
from diptych.spans import Span

_FAR = 40  # items that an aside may hold
_DATELINE = 12  # items that a dateline has at most
_FEW = 3  # items of a name or an office, before a comma, and of a time behind a verb
_EDGES = ",:;-."
#: To whom a question was put, before their answer; what a time or an occasion begins with that no list has as one.
_PUT = frozenset(("asked", "pressed", "questioned", "quizzed"))
_OCCASIONS = frozenset(("late", "early", "when"))


def quoted_left(unit: Unit, item: int) -> bool:
    """Whether a quotation that is speech ends at `item`, its comma within or after."""
    if item > 0 and unit.tag[item] == "," and unit.tag[item - 1] in "QK":
        return True
    if item < 0 or unit.tag[item] not in "QK":
        return False
    return unit.tag[item] == "Q" or item == 0


def introduces(unit: Unit, boundary: int) -> bool:
    """Whether a quotation before `boundary` is a title in an introduction: On "The Hour," Reed said …"""
    at = boundary if unit.tag[boundary] in "QK" else boundary - 1
    if at > 0 and unit.word[0] in _PUT:
        return True  # Asked about "The Hour," Reed said …
    if at > 1 and unit.tag[at - 1] == "," and unit.word[at - 2] in unit.lexicon.verbs and _subordinate(unit, at - 2):
        return True  # When somebody shouted, "Reed," Lind joked
    opens = next((item for item in range(at) if unit.tag[item] not in "CB"), at)
    if at > opens and unit.tag[opens] == "S" and unit.tag[at - 1] == "H":
        return True  # But even as Reed claimed that "it was late," Lind said …
    named = unit.tag[0] in "ISGY" and at > 0 and unit.tag[at - 1] in "ZXIND"
    verb = any(tag == "V" or (tag == "A" and word != "'s") for tag, word in zip(unit.tag[:at], unit.word, strict=False))
    return named and not verb and "," not in unit.tag[:at]


def _subordinate(unit: Unit, verb: int) -> bool:
    """Whether a verb stands in a clause of time that the sentence begins with."""
    first = next((at for at in range(verb) if unit.tag[at] not in "CB"), verb)
    return unit.word[first] in ("when", "after", "as", "before", "while") and "," not in unit.tag[first:verb]


def around(unit: Unit, left: tuple[int, int], right: tuple[int, int]) -> list[Span]:
    """The text of two stretches of items without marks at their edges, as far as there is any."""
    spans = []
    for edges in (left, right):
        first, stop = edges
        while first < stop and unit.tag[first] in _EDGES:
            first += 1
        while stop > first and unit.tag[stop - 1] in _EDGES:
            stop -= 1
        if first < stop:
            spans.append(unit.span(first, stop))
    return spans


def _opening(unit: Unit, boundary: int) -> int:
    """The first item of what is said before an aside that opens at `boundary`."""
    after_stop = next((at + 1 for at in range(boundary - 1, -1, -1) if unit.tag[at] == ";"), 0)
    joined = next((at + 1 for at in range(boundary - 1, 2, -1) if unit.tag[at : at + 2] == ["-", "C"]), 0)
    if joined and "-" not in unit.tag[: joined - 1]:
        return joined + 1  # it was late - and the permit, he said, was lost
    if boundary > 1 and unit.tag[boundary - 1] == ":" and unit.tag[boundary] == "Q":
        return boundary  # he had no doubt: "…," Reed said
    if after_stop:
        return after_stop
    if unit.tag[0] == "X":
        # a dateline: SELLICK (Agency) —
        dash = next((at for at in range(1, min(_DATELINE, boundary)) if unit.tag[at] == "-"), -1)
        if dash > 0 and all(tag in "X,()YM" for tag in unit.tag[1:dash]):
            return dash + 1
    return 2 if unit.tag[0] == "B" and unit.tag[1] == "," and boundary > 2 else 0


def _closing(unit: Unit, after: int, quoted: bool) -> int:
    """The item at which an aside closes: its comma, or the end; -1 where words follow that an aside cannot hold."""
    for at in range(after, min(len(unit), after + _FAR)):
        if unit.tag[at] in ",.;QK:-":
            return at
        if unit.tag[at] == "H" and not (quoted or of_paper(unit, at)):
            return -1
    return len(unit) if after + _FAR >= len(unit) else -1


def _resumes(unit: Unit, closing: int) -> int:
    """Where a quotation goes on in the same sentence after its speaker (…, he said, pointing at it, "…"), or -1."""
    relative = closing < len(unit) and unit.tag[closing] == "R"  # says a man who asked not to be named
    for at in range(closing, len(unit)):
        tag = unit.tag[at]
        relative = relative and tag != ","
        if tag in "QK":
            first = at
            while first > closing and unit.tag[first - 1] == "C":
                first -= 1
            return first if unit.tag[at - 1] in ",:-C;" else -1
        if at > closing and not relative and tag in "VWG" and unit.word[at] in unit.lexicon.verbs:
            return -1
    return -1


def _has_verb(unit: Unit, first: int, stop: int) -> bool:
    return any(unit.tag[at] in "AVQK" or (unit.tag[at] in "vW" and at > first) for at in range(first, stop))


def _bare(unit: Unit, verb: Verb) -> bool:
    """Whether nothing but adjuncts or somebody told follows a verb."""
    if verb.after >= len(unit):
        return True
    if reduced(unit, verb.after) or unit.word[verb.after] in _OCCASIONS:
        return True  # to them; this week; late in the evening; when we rang
    tag = unit.tag[verb.after]
    return tag in ",.;-:QKS)" or ("person" in verb.cue.frames and tag in "DNXOPM")


def _goes_on(unit: Unit, at: int) -> bool:
    """Whether the words said go on after an aside rather than a remark of the writer's."""
    return unit.tag[at] not in "GS" or unit.word[at] in ("but", "because", "if", "unless", "until")


def aside(unit: Unit, verb: Verb, boundary: int, source: tuple[int, int], inverted: bool) -> list[Span]:
    """What is said around an aside that opens after `boundary`, or nothing where this is none.

    `source` holds the items of the speaker, who stands after the verb where `inverted`.
    """
    quoted = quoted_left(unit, boundary)
    if boundary < 0 or not {"quote", "aside"}.intersection(verb.cue.frames):
        return []
    if not quoted and ("aside" not in verb.cue.frames or unit.tag[boundary] not in ",-"):
        return []
    if not quoted and not inverted and not _bare(unit, verb):
        return []
    left = (_opening(unit, boundary), boundary + 1 if unit.tag[boundary] in "QK" else boundary)
    closing = source[1] if inverted else _closing(unit, verb.after, quoted)
    if closing < 0:
        return []
    right = (closing, closing)
    if quoted:
        resumed = _resumes(unit, closing)
        return around(unit, left, (resumed, len(unit)) if resumed >= 0 else right)
    promised = "condition" in unit.word[closing + 1 : closing + 4]  # on condition of anonymity
    goes_on = closing + 1 < len(unit) and not promised and _goes_on(unit, closing + 1)
    if goes_on and unit.tag[closing] in (",-:" if inverted else ",-"):
        right = (closing + 1, len(unit))
    ends = closing + 1 >= len(unit) and closing - verb.after <= _FEW < boundary - left[0] and unit.tag[boundary] == ","
    elliptic = (inverted or ends) and not unit.depth and unit.tag[left[0]] not in "ISGEAVC"
    if right[0] == right[1] and not elliptic and not _has_verb(unit, *left):
        return []
    return around(unit, left, right)


def as_aside(unit: Unit, verb: Verb, boundary: int) -> list[Span]:
    """What is said around a clause with "as" at `boundary`: As Smith noted, …; …, as Smith noted."""
    closing = _closing(unit, verb.after, quoted=False)
    following = unit.tag[verb.after : verb.after + 2]
    if closing < 0 or (following[:1] == ["T"] and following[-1] in "vWA"):
        return []  # as people continue to come, the town plans for more
    closed = closing < len(unit)
    if set(unit.tag[:boundary]) <= {"C"}:
        return around(unit, (0, 0), (closing, len(unit))) if closed and unit.tag[closing] in ",:QK" else []
    if unit.tag[boundary - 1] in "QK":
        return around(unit, (_opening(unit, boundary), boundary), (closing, closing))
    if unit.tag[boundary - 1] not in ",-":
        return []
    right = (closing + 1, len(unit)) if closed and unit.tag[closing] in ",-" else (closing, closing)
    return around(unit, (_opening(unit, boundary - 1), boundary - 1), right)
