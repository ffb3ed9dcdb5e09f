"""Who says what on something, without a verb, as entries of live blogs have it: Lind on the tip: most think …."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.extract.finding import Case, Finding, Rule
from diptych.extract.units import Unit
from diptych.spans import Span

_ON = frozenset(("on", "about"))
_FAR = 14  # items before the colon


def find(case: Case) -> Iterator[Finding]:
    """A name, "on" something, a colon and what is said; the next such sentence may leave out the name."""
    unit, source = case.unit, None
    colon = _colon(unit)
    if colon < 0:
        return
    at = next((at for at in range(colon) if unit.word[at] in _ON), -1)
    if at == 0:
        source = _before(case)
    elif at > 0 and "X" in unit.tag[:at] and set(unit.tag[:at]) <= set("XNDJZ,I"):
        source = unit.trimmed(0, at, ",-")
    if source is not None:
        said = unit.trimmed(colon + 1, len(unit), ",:;-.")
        yield Finding("topic", [said], "says", source, unit.span(colon, colon + 1))


def _colon(unit: Unit) -> int:
    """The colon that parts what something is about from what is said of it; -1 where there is none."""
    colon = next((at for at in range(1, min(len(unit), _FAR)) if unit.tag[at] == ":"), -1)
    told = colon > 0 and colon + 2 < len(unit) and not set("AVPQK") & set(unit.tag[:colon])
    return colon if told and unit.paragraph > 0 and not unit.depth else -1


def _before(case: Case) -> Span | None:
    """Who is named so by the last unit before that names anybody."""
    units = case.read.units
    place = next(number for number, one in enumerate(units) if one is case.unit)
    for before in reversed(units[:place]):
        at = next((at for at in range(_colon(before)) if before.word[at] in _ON), -1)
        if at:
            return before.trimmed(0, at, ",-") if at > 0 and before.tag[0] in "XND" else None
    return None


RULES = (Rule("topic", "somebody on something: what is said, as in live blogs", find),)
