"""Sentences without a verb of saying that go on with what somebody said before them in their paragraph.

A narrator and a speaker in free indirect speech look alike; the weights of `lexicons/continuing.yml` tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from diptych.drafts import Statement
from diptych.extract.asking_after import asks_after
from diptych.extract.brackets import bracketed
from diptych.extract.odds import likely
from diptych.extract.people import People, narration
from diptych.lexicons import either, wordset
from diptych.spans import Span

#: A paragraph's speaker is looked for so many sentences before and after.
_FAR = 4
_SHIFTED = re.compile(r"\b(?:had|would)\b")
#: How answers start: No …, Nobody …, There was …, As for …, They were ….
_OPENER = re.compile(
    r"(?:No|Nobody|Nothing|None|Neither|Not\s+one|There\s+(?:is|was|are|were|will|would|had|has|have)|As\s+(?:for|to)"
    r"|(?:It|They|This|That|These|Those)\s+(?:is|was|are|were|had|would|will|has|have)(?:n['’]t)?)\b"
)
#: What a narrator tells of those who say nothing.
_SILENT = re.compile(
    r"\b(?:not|n['’]t)\s+(?:(?:been|be|immediately|yet)\s+){0,2}"
    r"(?:reached|reply|respond|replied|responded|named|answer|available|charged)\b|\bdeclined\b"
)
#: A question, which is the narrator's.
_ASKS = re.compile(r"\?[\s”’\"')]*$")
#: How those take it who are there.
HALL = re.compile(
    r"There (?:was|is|were|are) (?:\w+ ){0,2}?"
    r"(?:applause|laughter|silence|cheers|jeers|boos|murmurs|a pause|whistles|groans)\b"
)
WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORT = 6  # words


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its statements; `first` of its paragraph, or `closed` to what others say (a host's words)."""

    span: Span
    statements: Sequence[Statement]
    first: bool
    closed: bool

    @property
    def said(self) -> Statement | None:
        """The last of its statements that somebody makes."""
        return next((one for one in reversed(self.statements) if one.kind != "event"), None)


def goes_on(text: str, lines: Sequence[Line], people: People) -> list[Statement]:
    """The statements that the sentences without any make; `lines` are those of one article in order."""
    made: list[Statement] = []
    before: Statement | None = None
    beside = False  # whether the sentence just before says something
    for place, line in enumerate(lines):
        if line.first:
            before, beside = None, False
        if line.said is not None:
            if not bracketed(text, line.said.span.start):
                before, beside = line.said, True
            continue
        told = narration(text, line.span)
        held = before is not None and not line.closed and not _ASKS.search(told) and not HALL.match(told)
        asked = before is not None and before.kind == "response" and asks_after(lines[place - 1].span.of(text))
        if before is not None and held and (asked or _holds(told, line, before, _after(lines, place), beside, people)):
            made.append(replace(before, span=line.span, mode="indirect", rule="goes-on", cue=None, named=False))
            beside = True
        else:
            beside = False
    return made


def narrated(told: str) -> bool:
    """Whether a sentence is a narrator's own by its words: of themselves, of a document, of what became of shares."""
    return _narrated().search(told) is not None


@cache
def _narrated() -> re.Pattern[str]:
    traded, moved, made = (either(wordset("continuing", key)) for key in ("traded", "moved", "made"))
    return re.compile(
        rf"\b(?i:{traded})\b[^.;]{{0,40}}\s(?:{moved}|(?:are|is|was|were)\s+(?:down|up))\b|^It\s+(?:was|is)\s+{made}\b"
        r"|\bpages\b|\brequests? for comment\b|\b(?:I|me|my|we|us|our)\b|^(?:He|She|Mr|Mrs|Ms|Dr)\b"
    )


def _after(lines: Sequence[Line], place: int) -> Statement | None:
    """What is said next in the paragraph."""
    for line in lines[place + 1 : place + 1 + _FAR]:
        if line.first:
            return None
        if line.statements and line.said is not None:
            return next(one for one in line.statements if one.kind != "event")
    return None


def _holds(told: str, line: Line, before: Statement, after: Statement | None, beside: bool, people: People) -> bool:
    if before.kind == "recommendation":
        return False
    words = [word.lower() for word in WORD.findall(told)]
    numbers = wordset("speakers", "numbers")
    speaks_for_it = {
        "between": after is not None and (after.speaker, after.kind) == (before.speaker, before.kind),
        "claim": before.kind == "claim",
        "figure": any(word[0].isdigit() or word in numbers for word in words),
        "counts": bool(words) and (words[0][0].isdigit() or words[0] in wordset("continuing", "counting")),
        "shifted": bool(_SHIFTED.search(told)),
        "opener": bool(_OPENER.match(told)),
        "stance": before.rule == "stance" and beside,
        "person": bool(people.within(line.span)),
        "narrator": narrated(told),
        "silent": bool(_SILENT.search(told)),
        "event": bool(line.statements),
        "short": len(words) < _SHORT,
    }
    return likely("continuing", speaks_for_it)
