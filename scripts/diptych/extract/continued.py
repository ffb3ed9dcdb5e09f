"""Quotations without a speaker of their own: what the same speaker says before, after and in the next paragraph."""

from __future__ import annotations

from diptych.extract.asking_after import asks_after
from diptych.extract.clauses import main_clause
from diptych.extract.finding import Finding
from diptych.extract.people import narration
from diptych.extract.phrases import phrase_right
from diptych.extract.strangers import stranger
from diptych.extract.subjects import main_subject
from diptych.extract.units import Read, Unit
from diptych.lexicons import wordset
from diptych.spans import Span

_SPOKEN = frozenset(("said-after", "said-inverted", "next-sentence", "beside", "signed"))
_MARKS = "\"“”‘'«„`"


def _alone(read: Read, unit: Unit) -> bool:
    """Whether a unit is nothing but quotations that are speech."""
    first = next((index for index in unit.quote if index >= 0), -1)
    if first < 0 or any(tag not in "QK.,-:;%" for tag in unit.tag):
        return False
    inner = read.quotes[first].inner()
    return len(inner) > 2 or bool(inner and read.tokens.tag[inner[-1]] == ".")


def _carries(read: Read, unit: Unit) -> bool:
    quote = next((index for index in reversed(unit.quote) if index >= 0), -1)
    return quote >= 0 and read.quotes[quote].carries_on


def _spoken(read: Read, finding: Finding) -> bool:
    """Whether a finding's words are a quotation, in their first or last part."""
    if not finding.content or finding.rule in _SPOKEN:
        return True
    return any(read.text[part.start] in _MARKS for part in (finding.content[0], finding.content[-1]))


def _whole(unit: Unit) -> Span:
    return unit.span(0, len(unit))


def _shared(unit: Unit, finding: Finding) -> Finding:
    return Finding("continued", [_whole(unit)], finding.force, finding.source, finding.cue)


def _subject(unit: Unit, text: str) -> Span | None:
    """The person whom a sentence of a text is about: a name that is its subject, somebody without one, or he or she."""
    own = next((at for at, word in enumerate(unit.word[:-1]) if word in ("his", "her") and _says(unit, at + 1)), -1)
    if own > 0:
        return unit.span(own, own + 1)  # Blackmail is her explanation
    first, stop = main_subject(unit, min(len(unit), 30))
    if unit.tag[0] == "X" and unit.word[0] in unit.lexicon.verbs:
        # Asked whether he would stay, Reed laughed.
        first = main_clause(unit, 1) + 1
        stop = phrase_right(unit, first) if first > 0 else 0
        first = first if stop > first > 0 else -1
    elif first < 0 and unit.tag[0] == "X":
        stop = phrase_right(unit, 0)
        first = 0 if stop < len(unit) and unit.tag[stop] in "N,VW" else -1
    if (
        first >= 0
        and any(unit.tag[at] == "X" for at in range(first, stop))
        and not (stop < len(unit) and unit.tag[stop] == "Z")
    ):
        return unit.span(first, stop)
    if first >= 0 and any(unit.word[at].startswith("spokes") for at in range(first, stop)):
        return unit.span(first, stop)  # A spokeswoman sends three lines
    whole = unit.span(0, len(unit))
    somebody = stranger(narration(text, whole))
    if somebody is not None:
        return somebody.shifted(whole.start)
    return next((unit.span(at, at + 1) for at, word in enumerate(unit.word) if word in ("he", "she")), None)


def _says(unit: Unit, at: int) -> bool:
    """Whether a word means what somebody says, right after the "is" of a sentence and whose it is."""
    return unit.word[at] in wordset("wishes", "answers") and unit.word[at - 2] in ("is", "was")


class _Carrier:
    """Goes through the units of a text and hands loose quotations to their speakers."""

    def __init__(self, read: Read, by_unit: dict[int, list[Finding]]) -> None:
        self.read = read
        self.by_unit = by_unit
        self.made: list[Finding] = []
        self.last: Finding | None = None  # what was said last, in the unit `at`
        self.at = -1
        self.carried = False  # whether the quotation before goes on in the next paragraph
        self.waiting: list[int] = []  # units that are quotations before their speaker is named
        self.asides: list[int] = []  # the units of narration since somebody spoke, in the same paragraph

    def run(self) -> list[Finding]:
        paragraph = -1
        for place, unit in enumerate(self.read.units):
            if unit.depth:
                break
            if unit.paragraph != paragraph:
                if self.waiting and not self.carried:
                    self._settle(-1)
                paragraph, self.asides = unit.paragraph, []
            here = self.by_unit.get(place)
            if here:
                self._claim(here[0])
                self.last, self.at, self.asides = here[-1], place, []
            elif _alone(self.read, unit):
                self._loose(place, unit)
            else:
                self._settle(place)
                self.asides.append(place)
            self.carried = _carries(self.read, unit)
        self._settle(-1)
        return self.made

    def _claim(self, finding: Finding) -> None:
        """Gives the quotations that wait to the speaker named after them."""
        units = self.read.units
        spoken = finding.rule in ("said-after", "said-inverted")
        if self.waiting and not spoken and self.asides and _subject(units[self.asides[-1]], self.read.text) is not None:
            self._settle(-1)  # who is spoken of before a quotation goes before who says something after it
        if self.waiting and spoken:
            finding.content[:0] = [_whole(units[at]) for at in self.waiting]
        else:
            self.made += [_shared(units[at], finding) for at in self.waiting]
        self.waiting = []

    def _loose(self, place: int, unit: Unit) -> None:
        last = self.last
        same = self.at == place - 1 and self.read.units[self.at].paragraph == unit.paragraph
        block = self.at == place - 1 and self.read.units[self.at].tag[-1] == ":"
        if last is None or self.waiting or not (self.carried or same or block or not last.content):
            self.waiting.append(place)
            return
        if last.force == "asks" and last.content and self.read.text[last.content[0].start] not in _MARKS:
            self.made.append(_shared(unit, last))  # whoever is asked answers
        elif not last.content or (_spoken(self.read, last) and not block):
            last.content.append(_whole(unit))
        else:
            self.last = _shared(unit, last)
            self.made.append(self.last)
        self.at = place

    def _asks_after(self, unit: Unit, paragraph: int) -> bool:
        """Whether a sentence only asks whoever speaks in its paragraph after something: And the captain?"""
        spoken = self.last is not None and self.read.units[self.at].paragraph == paragraph
        return spoken and asks_after(_whole(unit).of(self.read.text))

    def _settle(self, narration: int) -> None:
        """Gives the quotations that wait to the subject of the sentence beside them, else to who spoke last."""
        if not self.waiting:
            return
        units = self.read.units
        first = units[self.waiting[0]]
        source = None
        for beside in (*reversed(self.asides), narration):
            if beside >= 0 and source is None and units[beside].paragraph == first.paragraph:
                source = _subject(units[beside], self.read.text)
        before = self.last
        asked = bool(self.asides) and self._asks_after(units[self.asides[-1]], first.paragraph)
        apart = first.paragraph - units[self.at].paragraph if self.at >= 0 else 2
        near = before is not None and apart <= (before.rule != "own-words")
        if source is not None and not asked:
            self.last = Finding("next-sentence", [_whole(units[at]) for at in self.waiting], "says", source, None)
            self.made.append(self.last)
            self.at = self.waiting[-1]
        elif before is not None and before.content and asked:
            self.made += [_shared(units[at], before) for at in self.waiting]
            self.at = self.waiting[-1]
        elif before is not None and near and before.content and _spoken(self.read, before):
            before.content.extend(_whole(units[at]) for at in self.waiting)
            self.at = self.waiting[-1]
        self.waiting = []


def carry_on(read: Read, by_unit: dict[int, list[Finding]]) -> list[Finding]:
    """Joins quotations that stand alone to the finding they continue; those that only share a speaker become findings.

    `by_unit` maps the place of a unit to its findings; the findings are changed in place and the new ones returned.
    """
    return _Carrier(read, by_unit).run()
