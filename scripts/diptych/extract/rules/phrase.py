"""Attribution without a verb: according to X; in X's words; X: …; "…" — X."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.extract.clauses import clause_end, finite_follows
from diptych.extract.finding import Case, Finding, Rule
from diptych.extract.phrases import phrase_right
from diptych.extract.phrases_left import phrase_left
from diptych.extract.rules.nouns import owner
from diptych.extract.rules.relayed import passes_on
from diptych.extract.speakable import speakable
from diptych.extract.units import Unit
from diptych.extract.verbs import reporting_verbs
from diptych.spans import Span

_BY = frozenset(("by", "in", "on"))


def find_measure(case: Case) -> Iterator[Finding]:
    """By X's reckoning, …; …, in her view, …: set off by commas or by the sentence's start."""
    unit = case.unit
    measures = unit.lexicon.sets["measures"]
    for at, word in enumerate(unit.word):
        if word not in _BY or (at and unit.tag[at - 1] not in ",;:-BCHR"):
            continue
        noun = next((n for n in range(at + 2, min(at + 10, len(unit))) if unit.word[n] in measures), -1)
        if noun < 0 or any(tag in ",.;:QK" for tag in unit.tag[at:noun]):
            continue
        if unit.word[at + 1] == "whose" and unit.tag[at - 1] == ",":
            source = unit.span(max(0, phrase_left(unit, at - 2)), at - 1)
            for span in _edges(unit, noun + 1, clause_end(unit, noun + 1, past=True)):
                yield Finding("according-to", [span], "believes", source, unit.span(noun, noun + 1))
            return
        first, stop = owner(unit, noun)
        closes = noun + 1 >= len(unit) or unit.tag[noun + 1] in ",.;" or not any(tag.isalpha() for tag in unit.tag[:at])
        relative = at > 0 and unit.tag[at - 1] in "HR"
        if relative and unit.tag[noun + 1 : noun + 2] == ["A"] and first == at + 1:
            spans = _edges(unit, 0, at - 1) + _edges(unit, noun + 1, len(unit))  # a sum that in his view was lost
            yield Finding("according-to", spans, "believes", unit.span(first, stop - 1), unit.span(noun, noun + 1))
            return
        if first != at + 1 or not closes or relative:
            continue
        source = unit.span(first, stop - (unit.tag[stop - 1] == "Z"))
        spans = _said_around(unit, at, noun + 1) if unit.tag[noun + 1 : noun + 2] == [","] or at else []
        if at == 0 and not spans:
            spans = _edges(unit, noun + 1, len(unit))
        if spans:
            yield Finding("according-to", spans, "believes", source, unit.span(noun, noun + 1))
            return


def find_so(case: Case) -> Iterator[Finding]:
    """ "…," so Reed; …, per the report: at the end of a sentence, with no verb after it."""
    unit = case.unit
    for at in range(1, len(unit) - 1):
        if unit.word[at] not in ("so", "per") or unit.tag[at - 1] not in ",QK":
            continue
        stop = phrase_right(unit, at + 1, appositions=False)
        if unit.word[at] == "per" and not speakable(" ".join(unit.word[at + 1 : stop])):
            continue  # two crates, per the agreement
        rest = unit.tag[stop:]
        if unit.tag[at + 1] not in "DX" or stop == at + 1 or any(tag in "AVvWJHQK," for tag in rest):
            continue
        said = _edges(unit, 0, at)
        if said and any(tag in "AVQK" for tag in unit.tag[:at]):
            yield Finding("according-to", said, "says", unit.span(at + 1, stop), unit.span(at, at + 1))
            return


def _edges(unit: Unit, first: int, stop: int) -> list[Span]:
    while first < stop and unit.tag[first] in ",:;-.":
        first += 1
    while stop > first and unit.tag[stop - 1] in ",:;-.":
        stop -= 1
    return [unit.span(first, stop)] if first < stop else []


def find_phrase(case: Case) -> Iterator[Finding]:
    """According to X, …; …, according to X; …, in X's words, …."""
    unit = case.unit
    words = unit.word
    for at, word in enumerate(words):
        for phrase in unit.lexicon.phrases.get(word, ()):
            first = at + len(phrase.before)
            if tuple(words[at:first]) != phrase.before or first >= len(unit) or (at and words[at - 1] == "not"):
                continue
            stop, closing = _bounds(unit, at, first, phrase.after)
            if stop <= first:
                continue
            spans = [] if phrase.before == ("if",) and _own(unit, closing) else _said_around(unit, at, closing)
            if spans and not passes_on(unit, (first, stop), closing, len(unit), case.read.text):
                cue = unit.span(at, first)
                yield Finding("according-to", spans, phrase.force, unit.span(first, stop), cue)
                return


def _own(unit: Unit, comma: int) -> bool:
    """Whether somebody else says what follows from it: If the report is right, he said, …."""
    after = next((at for at in range(comma + 1, len(unit)) if unit.tag[at] == ","), 0)
    return any(verb.finite and comma < verb.first and verb.after == after for verb in reporting_verbs(unit))


def _bounds(unit: Unit, at: int, first: int, after: tuple[str, ...]) -> tuple[int, int]:
    """Where the speaker and the whole phrase end."""
    if not after:
        if unit.word[first] == "her" and unit.tag[first + 1 : first + 2] in ([","], ["."], [";"], []):
            return first + 1, first + 1
        stop = phrase_right(unit, first)
        begins = at == 0 or unit.tag[at - 1] in ":;C"
        if stop >= len(unit) or (unit.tag[stop] != "," and begins):
            stop = phrase_right(unit, first, appositions=not begins)
        return stop, stop
    for end in range(first, min(len(unit) - len(after) + 1, first + 10)):
        if tuple(unit.word[end : end + len(after)]) == after:
            return end, end + len(after)
        if unit.tag[end] in ",.;:QK":
            break
    return first, first


def _said_around(unit: Unit, at: int, closing: int) -> list[Span]:
    total = len(unit)
    if all(unit.tag[item] in "CB," for item in range(at)):
        if unit.tag[closing : closing + 1] not in ([","], [":"]) and finite_follows(unit, closing):
            return _edges(unit, closing, total)  # According to the board it was no better
        while closing < total and unit.tag[closing] not in ",:":
            closing += 1
        return _edges(unit, closing, total)
    if unit.tag[at - 1] in ":;" or (unit.tag[at - 1] == "C" and unit.tag[at - 2 : at - 1] == [","]):
        closing += unit.tag[closing : closing + 1] == [","]
        if finite_follows(unit, closing):
            return _edges(unit, closing, total)  # it was no better: according to the report, a memo went unread
    left = _edges(unit, next((item + 1 for item in range(at - 1, -1, -1) if unit.tag[item] == ";"), 0), at)
    ends = closing >= total or unit.tag[closing] in ".;"
    if ends or unit.tag[closing] != ",":
        return left
    if unit.tag[closing + 1 : closing + 2] in (["G"], ["S"], ["C"], ["R"]):
        return left
    return left + _edges(unit, closing, total)


def find_heading(case: Case) -> Iterator[Finding]:
    """A headline that names its speaker: Panel: dam will fail; Minister: "No deal"."""
    unit = case.unit
    if len(unit) < 4:
        return
    colon = next((at for at in range(1, min(len(unit), 9)) if unit.tag[at] == ":"), -1)
    if colon < 0 or colon + 1 >= len(unit):
        return
    quoted = unit.tag[colon + 1] in "QK" and colon + 2 >= len(unit) - 1
    names = all(unit.tag[at] in "XJNDIZ" for at in range(colon))
    if unit.word[colon - 1] in unit.lexicon.sets["sayings"] and colon > 1:
        return  # Reed's verdict: "…"
    if unit.lexicon.sets["sections"].intersection(unit.word[:colon]) or unit.tag[colon + 1] == "R":
        return  # a kind of article, or what it is about: The tower: what we know
    label = case.read.text[unit.start[0] : unit.end[colon - 1]]
    if colon > 1 and label.isupper() and not case.read.text[unit.start[colon + 1] : unit.end[-1]].isupper():
        return  # a cry: LIFT FROM HELL: …
    if not names or any(unit.tag[at] == "M" for at in range(colon)):
        return
    if not quoted and (unit.paragraph > 0 or unit.tag[-1] == "."):
        return  # no headline: BENGALURU: The shed burned on Monday.
    if phrase_right(unit, 0) != colon:
        return
    stop = next((at for at in range(colon, len(unit)) if unit.tag[at] == ";"), len(unit))
    spans = _edges(unit, colon + 1, stop)
    if spans and (stop - colon > 2 or unit.tag[colon + 1] in "QK"):  # QUESTIONS: ENERGY
        yield Finding("heading", spans, "says", unit.span(0, colon), unit.span(colon, colon + 1))


def find_signed(case: Case) -> Iterator[Finding]:
    """A quotation that is signed after a dash: "…" — X."""
    unit = case.unit
    if len(unit) < 3 or unit.tag[0] not in "QK" or unit.tag[1] != "-":
        return
    stop = len(unit)
    while stop > 2 and unit.tag[stop - 1] == ".":
        stop -= 1
    if stop == 2 or stop > 24 or any(unit.tag[at] in "AVvPQK" for at in range(2, stop)) or unit.tag[2] not in "XDN":
        return
    yield Finding("signed", [unit.span(0, 1)], "says", unit.span(2, stop), unit.span(1, 2))


RULES = (
    Rule("according-to", "according to …, in the words of …", find_phrase),
    Rule("according-to", "in his view …; by X's reckoning …", find_measure),
    Rule("according-to", "so X, or per X, after what is said", find_so),
    Rule("signed", "a quotation signed after a dash", find_signed),
    Rule("heading", "a headline that names its speaker before a colon", find_heading),
)
