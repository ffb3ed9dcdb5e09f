"""Quotations without a speaker of their own: what the same speaker says before, after and in the next paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.extract.finding import Finding
from diptych.extract.units import Read, Unit


@dataclass(slots=True)
class _Loose:
    """A quotation that stands by itself as a sentence."""

    unit: int
    quote: int


def _alone(read: Read, unit: Unit) -> bool:
    """Whether a unit is nothing but quotations that are speech."""
    first = next((index for index in unit.quote if index >= 0), -1)
    if first < 0 or any(tag not in "QK.,-:;%" for tag in unit.tag):
        return False
    quote = read.quotes[first]
    inner = quote.inner()
    return len(inner) > 2 or bool(inner and read.tokens.tag[inner[-1]] == ".")


def _last_quote(read: Read, unit: Unit) -> int:
    for at in range(len(unit) - 1, -1, -1):
        if unit.quote[at] >= 0:
            return unit.quote[at]
    return -1


def carry_on(read: Read, by_unit: dict[int, list[Finding]]) -> list[Finding]:
    """Joins quotations that stand alone to the finding they continue; those that only share a speaker become findings.

    `by_unit` maps the place of a unit to its findings; the findings are changed in place and the new ones returned.
    """
    made: list[Finding] = []
    last: Finding | None = None  # what was said last
    last_unit = -1
    waiting: list[int] = []  # units of quotations before their speaker, in the same paragraph
    carried = False
    for place, unit in enumerate(read.units):
        if unit.depth:
            break
        same_paragraph = last_unit >= 0 and read.units[last_unit].paragraph == unit.paragraph
        if waiting and read.units[waiting[-1]].paragraph != unit.paragraph and not carried:
            waiting = []
        here = by_unit.get(place)
        if here:
            first = here[0]
            if waiting and first.rule in ("said-after", "said-inverted"):
                first.content[:0] = [read.units[at].span(0, len(read.units[at])) for at in waiting]
            elif waiting:
                made += [_shared(read, at, first) for at in waiting]
            waiting = []
            last, last_unit = here[-1], place
            carried = _carries(read, unit)
            continue
        if not _alone(read, unit):
            if same_paragraph and max(unit.quote) < 0 and len(unit) > 8:
                last_unit = last_unit if last_unit == place - 1 else -1
            carried = _carries(read, unit)
            continue
        span = unit.span(0, len(unit))
        if last is not None and not waiting and (carried or (same_paragraph and last_unit == place - 1) or not last.content):
            if _spoken(read, last):
                last.content.append(span)
            else:
                last = _shared(read, place, last)
                made.append(last)
            last_unit = place
        elif last is not None and not waiting and last_unit == place - 1 and _opens_block(read, last_unit):
            last = _shared(read, place, last)
            made.append(last)
            last_unit = place
        else:
            waiting.append(place)
        carried = _carries(read, unit)
    return made


def _carries(read: Read, unit: Unit) -> bool:
    quote = _last_quote(read, unit)
    return quote >= 0 and read.quotes[quote].carries_on


def _opens_block(read: Read, unit: int) -> bool:
    """Whether a unit ends in a colon: what it announces follows in the next paragraph."""
    return bool(read.units[unit].tag) and read.units[unit].tag[-1] == ":"


def _spoken(read: Read, finding: Finding) -> bool:
    """Whether a finding's words are a quotation, from their first one or in their last part."""
    if not finding.content:
        return True
    return read.text[finding.content[-1].start] in "\"“”‘'«„`" or read.text[finding.content[0].start] in "\"“”‘'«„`"


def _shared(read: Read, unit: int, finding: Finding) -> Finding:
    content = [read.units[unit].span(0, len(read.units[unit]))]
    return Finding("continued", content, finding.force, finding.source, finding.cue)
