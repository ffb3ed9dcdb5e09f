"""Who said what: the rules in their order, what becomes of findings that compete, and quotations that carry on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from diptych import collector
from diptych.drafts import Attribution
from diptych.extract.continued import carry_on
from diptych.extract.finding import Case, Finding, Rule
from diptych.extract.headlines import same_words, unspoken
from diptych.extract.lexicon import Lexicon
from diptych.extract.reading import read
from diptych.extract.resolve import Resolver
from diptych.extract.rules import (
    adjectives,
    beside,
    cleft,
    issued,
    judged,
    nouns,
    phrase,
    relayed,
    said,
    topics,
    turns,
    withheld,
)
from diptych.extract.units import Read
from diptych.spans import Span
from diptych.values import Mode

#: The one order of work: a finding of an earlier rule stands where a later one competes with it.
RULES: tuple[Rule, ...] = (
    *relayed.RULES,
    *phrase.RULES,
    *topics.RULES,
    *said.RULES,
    *judged.RULES,
    *withheld.RULES,
    *cleft.RULES,
    *issued.RULES,
    *nouns.RULES,
    *adjectives.RULES,
    *beside.RULES,
)


def findings(text: Read) -> list[Finding]:
    """What the rules find in each unit, without what stands inside what another finding says."""
    spoken = turns.turns(text)
    by_unit: dict[int, list[Finding]] = {}
    for place, unit in enumerate(text.units):
        here: list[Finding] = []
        case = Case(text, unit, here)
        for rule in RULES:
            for finding in rule.find(case):
                if not finding.content or not any(_compete(finding, other) for other in here):
                    here.append(finding)
        if here:
            by_unit[place] = here
    made = carry_on(text, by_unit)
    kept = [finding for here in by_unit.values() for finding in here if finding.content] + made
    return _settle(text, spoken, kept)


def _compete(finding: Finding, other: Finding) -> bool:
    """Whether a finding says what an earlier one does, or only names who speaks in it."""
    if not other.content:
        return False
    named = other.source is not None and other.source.covers(finding.whole)
    return named or finding.whole.overlap(other.whole) > 0


def _settle(text: Read, spoken: list[Finding], kept: list[Finding]) -> list[Finding]:
    """Everything in order of the text, without indirect speech that stands within what somebody else says."""
    order = sorted([*spoken, *kept], key=lambda finding: (finding.whole.start, -finding.whole.end))
    out: list[Finding] = []
    reached = -1
    for finding in order:
        whole = finding.whole
        if whole.start < reached and not (finding.layout or _quotes(text, finding)):
            continue
        out.append(finding)
        if not finding.layout:
            reached = max(reached, whole.end)
    return out


def _quotes(text: Read, finding: Finding) -> bool:
    return text.text[finding.content[0].start] in "\"“”‘'«„`"


def _inside(finding: Finding, quoted: list[Span], starts: list[int]) -> list[Span]:
    """The quotations that lie within what is said."""
    inside: list[Span] = []
    for part in finding.content:
        at = bisect_left(starts, part.start)
        while at < len(starts) and starts[at] < part.end:
            inside.append(quoted[at])
            at += 1
    return inside


def _mode(finding: Finding, inside: list[Span]) -> Mode:
    if finding.layout:
        return "direct"
    if not inside:
        return "indirect"
    return "direct" if all(any(span.covers(part) for span in inside) for part in finding.content) else "mixed"


def attribute(text: str, sentences: Sequence[Span], lexicon: Lexicon) -> list[Attribution]:
    """Who says what in a text, in the order in which it is said. All offsets are those of `text`."""
    with collector.paused():
        return _attribute(text, sentences, lexicon)


def _attribute(text: str, sentences: Sequence[Span], lexicon: Lexicon) -> list[Attribution]:
    prepared = read(text, sentences, lexicon)
    quoted = [quote.span(prepared.tokens) for quote in prepared.quotes]
    starts = [span.start for span in quoted]
    out: list[Attribution] = []
    found = findings(prepared)
    answers = same_words(prepared, found, Resolver(prepared).resolve(found))
    for finding, name in unspoken(prepared, found, answers):
        found.append(finding)
        answers.append((name, "same-words"))
    for finding, (speaker, rule) in zip(found, answers, strict=True):
        inside = _inside(finding, quoted, starts)
        out.append(
            Attribution(
                content=tuple(finding.content),
                mode=_mode(finding, inside),
                rule=finding.rule,
                force=finding.force,
                source=finding.source,
                cue=finding.cue,
                speaker=speaker,
                resolved_by=rule if speaker else "",
                quotes=tuple(inside),
            )
        )
    return out
