"""Whose somebody is by what they are told to do: she works on the third floor of the bank; he led the audit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from diptych.extract.antecedents import Antecedents
from diptych.extract.belonging import Belonging
from diptych.extract.doing import Told, done
from diptych.extract.engaged import engaged
from diptych.extract.parties import Parties
from diptych.extract.people import narration
from diptych.extract.presenting import presents
from diptych.spans import Span
from diptych.topic import SIDES

#: Who does it where a sentence begins so: whom the one before began with.
_PRONOUN = re.compile(r"(?:(?:And|But|Yet|Today|Now)\s+)?(He|She)\b")
_BEGINS = 45  # code points within which a sentence begins with somebody
#: What somebody is: she is also the bank's treasurer.
_IS_ONE = re.compile(
    r"(?:['’]s|\s+(?:is|was|became|remains))\s+(?:also\s+|now\s+|still\s+|today\s+)?"
    r"((?!not\b)[A-Za-z][^.,;:!?“”\"\n—]{3,80})"
)
#: Where somebody is told to be something, in the sentence of the name: …, where she runs the lab.
_WHERE = re.compile(r"[^.;:!?\n]{0,90},\s+where\s+(?:he|she)\b")
#: What somebody is told to be before a pronoun: as the bank's treasurer she signed.
_ACTING = re.compile(r"\b[Aa]s\s+((?:the|its|an?|[A-Z]\w+['’]s)\s+[^.,;:!?“”\"\n—]{3,60}?),?\s+(he|she)\b")
#: Somebody by an office, as a subject, or as whom one has met or asked: the lender's chairman; we asked its treasurer.
_HOLDER = re.compile(
    r"[\s“”\"'‘’]*((?:[Tt]he|[Aa]n?|[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3}['’]s?)\s[^.,;:!?“”\"\n]{3,60}?)"
    r"(?=\s(?:said|says|had|has|was|is|called|did|does|would|will|could|told|tells|wrote|argued|who|took|went|came|saw)\b)"
)
_OF_HOLDER = re.compile(
    r"\b(?:asked|ask|met|meet|call|called|reached|rang|phoned|put\s+(?:it|this|that)\s+to|have|heard\s+from)\s+"
    r"((?:the\s+)?[^.,;:!?“”\"\n]{3,50}?)(?=\s(?:about|why|how|what|whether|if|on|at|in)\s|[.,])"
)
_BESIDE_NAME = re.compile(r"(?:[a-z]{4,},?|,)\s+(?:Mr|Mrs|Ms|Dr|Prof|Sir)?\.?\s*$")
_BEHIND_NAME = re.compile(
    r",\s+(?:the|an?|its|their|of|who)\s(?!.*\bheld\s+the\s+(?:post|job|office|role)\b)|\s+of\s+[A-Z]"
)

#: What is told of somebody: the words, and where they belong by them.
_Said = tuple[str, Belonging]


def deeds(
    text: str,
    sentences: Sequence[Span],
    places: Sequence[tuple[Span, str]],
    sexes: Mapping[str, str],
    parties: Parties,
    before: Callable[[], Antecedents],
) -> Iterable[tuple[int, str, str, Belonging]]:
    """What a text tells that persons do for a party: the offset, the person's name, the words, and where they belong.

    `places` are where persons are named, in order; a pronoun means whom the sentence before begins with.
    """
    at, first, end, last = 0, "", 0, ""
    met: set[str] = set()
    for sentence in sentences:
        told = Told(narration(text, sentence), sentence.start, parties, before)
        here: list[tuple[Span, str]] = []
        while at < len(places) and places[at][0].start < sentence.end:
            span, name = places[at][0].shifted(-sentence.start), places[at][1]
            if span.start >= 0 and told.text[span.start].strip():
                here.append((span, name))
            at += 1
        goes_on = "\n" not in text[end : sentence.start]
        pronoun = _PRONOUN.match(told.text) if first and goes_on else None
        if pronoun and sexes.get(first, pronoun[1].lower()) == pronoun[1].lower():
            for phrase, found in _of_pronoun(told, pronoun.end()):
                yield sentence.start, first, phrase, found
        for span, name in here:
            for phrase, found in _of_name(told, span, len(here) == 1):
                yield sentence.start + span.start, name, phrase, found
        for acting in _ACTING.finditer(told.text):
            where_at = sentence.start + acting.start()
            near = next((one for one in reversed(places[:at]) if one[0].start < where_at), None)
            if near and sexes.get(near[1]) == acting[2] and "\n" not in text[near[0].start : where_at]:
                yield where_at, near[1], acting[1], parties.belongs(acting[1])
        if len(here) == 1 and here[0][1] not in met and goes_on:
            span, name = here[0]
            for phrase, found in _holder(last, parties) if not _called(told.text, span) else ():
                yield sentence.start + span.start, name, phrase, found
        met.update(name for _, name in here)
        last = "" if here else told.text
        end = sentence.end
        if not pronoun:
            first = here[0][1] if here and len(told.text[: here[0][0].start].strip(" ,.")) <= _BEGINS else ""


def _of_pronoun(told: Told, end: int) -> Iterable[_Said]:
    """What is told right after a pronoun: what somebody is, and what they do."""
    match = _IS_ONE.match(told.text, end)
    found = told.parties.belongs(match[1]) if match else None
    if match and found and (found.party in SIDES or found.organisation):
        yield match[1], found
    yield from done(told, end)


def _of_name(told: Told, span: Span, alone: bool) -> Iterable[_Said]:
    """What is told of somebody by name; `alone` where the sentence names nobody else."""
    yield from done(told, span.end)
    where = _WHERE.match(told.text, span.end) if alone and ", where " in told.text else None
    if where:
        yield from _of_pronoun(told, where.end())
    party = engaged(told, span) or ("reporting" if presents(told.text, span) else None)
    if party is not None:
        yield told.text[: span.end], Belonging(party)


def _holder(told: str, parties: Parties) -> Iterable[_Said]:
    """Where somebody belongs of whom a sentence tells by an office of a party's, and by no name: its chairman said."""
    match = _HOLDER.match(told) or _OF_HOLDER.search(told)
    found = parties.belongs(match[1]) if match else None
    if match and found and found.party in SIDES and found.office and not found.itself:
        yield match[1], found


def _called(told: str, span: Span) -> bool:
    """Whether a sentence tells what somebody is, right beside the name."""
    return bool(_BESIDE_NAME.search(told[: span.start]) or _BEHIND_NAME.match(told, span.end))
