"""A quotation whose speaker stands beside it without a verb that the lexicon knows, or in the sentence next to it."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.extract.finding import Case, Finding, Rule
from diptych.extract.phrases import phrase_right
from diptych.extract.units import Read, Unit
from diptych.spans import Span

#: What tells what somebody ought to do, in whose words it may be.
_OUGHT = frozenset(("should", "must", "ought", "shall"))


#: How somebody takes what others did: "…" is what Reed makes of it.
_MAKES = frozenset(("makes", "made", "calls", "called"))


def _ends_with_comma(read: Read, unit: Unit, at: int) -> bool:
    inner = read.quotes[unit.quote[at]].inner()
    return bool(inner) and read.tokens.word[inner[-1]] in (",", "?", "!")


def _named(unit: Unit, first: int) -> tuple[int, int]:
    """The speaker's items that start at `first`, up to the last name in them; empty where nobody is there."""
    if first < len(unit) and unit.tag[first] == "P" and unit.word[first] in ("he", "she", "they", "it"):
        return first, first + 1
    stop = phrase_right(unit, first)
    last = max((at for at in range(first, stop) if unit.tag[at] == "X"), default=-1)
    inner = phrase_right(unit, first, appositions=False)
    if last < 0:
        return (first, stop) if unit.tag[first : first + 1] == ["D"] and stop > first else (first, first)
    return (first, stop) if stop > inner else (first, last + 1)


def find_unknown(case: Case) -> Iterator[Finding]:
    """ "…," posed Mr Reed; "…," Reed thundered on, where the verb is none that the lexicon has."""
    unit = case.unit
    if case.earlier or len(unit) < 3 or unit.depth:
        return
    for at, tag in enumerate(unit.tag):
        if tag != "Q" or (at > 0 and unit.tag[at - 1] in "DJI") or not _ends_with_comma(case.read, unit, at):
            continue
        first = at + 1
        verb = first < len(unit) and (
            (unit.word[first] in ("so", "thus") and unit.tag[first + 1 : first + 2] == ["X"])
            or unit.tag[first] in "VW"
            or (unit.tag[first : first + 2] == ["N", "X"] and unit.word[first].endswith("s"))
        )
        start, stop = _named(unit, first + verb)
        if stop == start or (verb and unit.tag[first] == "W" and unit.tag[start] not in "XDP"):
            continue
        if not verb and unit.tag[start] == "D" and (stop >= len(unit) or unit.tag[stop] not in "VW"):
            continue
        cue = unit.span(first, first + 1) if verb else None
        if not verb and stop < len(unit) and unit.tag[stop] in "VWNB":
            cue = unit.span(stop, stop + 1)
        content = [unit.span(0 if _opens(unit, at) else at, at + 1)]
        content += [unit.span(item, item + 1) for item in range(stop, len(unit)) if unit.tag[item] == "Q"]
        yield Finding("beside", content, "says", unit.span(start, stop), cue)
        return


def _opens(unit: Unit, at: int) -> bool:
    """Whether what stands before a quotation belongs to what is said with it."""
    return at > 0 and unit.tag[at - 1] not in ".;:"


def find_description(case: Case) -> Iterator[Finding]:
    """ "…" was Reed's verdict; Reed's verdict: "…"; Reed's reply is that …."""
    unit = case.unit
    if case.earlier:
        return
    for at, word in enumerate(unit.word):
        if word not in unit.lexicon.sets["sayings"] or unit.tag[at] not in "NWX" or not at:
            continue
        owner = at - 1
        while owner > 0 and unit.tag[owner] in "JN" and at - owner < 4:
            owner -= 1
        if unit.word[at + 1 : at + 2] == ["of"] and unit.tag[owner] == "D":
            stop = phrase_right(unit, at + 2)  # the view of the union is that …
            if stop > at + 2 and (span := _described(unit, owner, stop - 1)) is not None:
                yield Finding("description", [span], "says", unit.span(at + 2, stop), unit.span(at, at + 1))
                return
        if unit.tag[owner] == "Z":
            first = owner - 1
            while first > 0 and unit.tag[first - 1] in "XNDJ":
                first -= 1
            source = unit.span(first, owner)
        elif unit.tag[owner] == "D" and unit.word[owner] in ("his", "her", "its", "their"):
            source, first = unit.span(owner, owner + 1), owner
        else:
            continue
        span = _described(unit, first, at)
        if span is not None:
            yield Finding("description", [span], "says", source, unit.span(at, at + 1))
            return


def _described(unit: Unit, first: int, at: int) -> Span | None:
    if first > 1 and unit.tag[first - 1] == "A" and unit.tag[first - 2] in "QK":
        return unit.span(first - 2, first - 1)
    if at + 1 < len(unit) and unit.tag[at + 1] == ":" and at + 2 < len(unit):
        return unit.span(at + 2, len(unit))
    if at + 2 < len(unit) and unit.tag[at + 1] == "A" and unit.tag[at + 2] in "QKH":
        stop = len(unit)
        while stop > at + 3 and unit.tag[stop - 1] == ".":
            stop -= 1
        return unit.span(at + 2, stop)
    return None


def find_own_words(case: Case) -> Iterator[Finding]:
    """Words of a named speaker within the writer's own sentence: the firm has put its payments "on hold"."""
    read, unit = case.read, case.unit
    if case.earlier or unit.depth:
        return
    for at, tag in enumerate(unit.tag):
        if tag not in "QK" or at < 2 or unit.tag[at - 1] in "DJXZ":
            continue
        inner = read.quotes[unit.quote[at]].inner()
        words = [item for item in inner if read.tokens.tag[item].isalpha()]
        if not words or read.text[read.tokens.start[words[0]]].isupper():
            continue
        stop = phrase_right(unit, 0)
        if stop == 0 or stop >= at or unit.tag[0] not in "XDP" or not any(item in "XP" for item in unit.tag[:stop]):
            continue
        after = stop + (unit.tag[stop] == ",")
        if unit.tag[after] in "AV" and (stop > 1 or not _OUGHT.intersection(unit.word[after:at])):
            yield Finding("own-words", [unit.span(at, at + 1)], "says", unit.span(0, stop), None)
            return


def find_how(case: Case) -> Iterator[Finding]:
    """ "…" is how Reed puts it; "…" is what Reed makes of it."""
    unit = case.unit
    for at in range(len(unit) - 3):
        if unit.tag[at] in "QK" and unit.tag[at + 1] == "A" and unit.word[at + 2] in ("how", "what"):
            stop = phrase_right(unit, at + 3)
            what = unit.word[at + 2] == "what" and not _MAKES.intersection(unit.word[stop : stop + 9])
            if (
                stop > at + 3
                and not what
                and not any(finding.whole.overlap(unit.span(at, at + 1)) for finding in case.earlier)
            ):
                yield Finding(
                    "description", [unit.span(at, at + 1)], "says", unit.span(at + 3, stop), unit.span(at + 2, at + 3)
                )
                return


RULES = (
    Rule("description", "a quotation that is how somebody puts it", find_how),
    Rule("beside", "a quotation with a name beside it and a verb the lexicon does not know", find_unknown),
    Rule("description", "a quotation called somebody's verdict, reply or description", find_description),
    Rule("own-words", "a named speaker's words in quotation marks within the writer's sentence", find_own_words),
)
