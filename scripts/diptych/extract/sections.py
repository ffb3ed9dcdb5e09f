"""Whose words a section of an article gives, as its heading says: What did the inspectors find? What the firm says."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from diptych.drafts import Article
from diptych.extract.belonging import Name
from diptych.extract.offices import offices, words_of
from diptych.extract.parties import Parties
from diptych.lexicons import either, wordset
from diptych.spans import Span
from diptych.topic import SIDES, Side

_LONGEST = 14  # words of a heading
_NUMBER = re.compile(r"^(?:\(?\d{1,2}[.)]|[•–—-])\s+")
_CLOSED = re.compile(r"[.!,;:”\"’]$")
_YOU = frozenset(("you", "your", "yours", "i", "me", "my"))  # a question to or of a reader
_THEY = frozenset(("they", "it"))
_OWN = re.compile(r"^['’]s?(?!\w)")
_JOINS = re.compile(r"^(?:And|But|So|Then|Now)\s+", re.IGNORECASE)
#: A question that starts a paragraph and is answered in it.
_RUN_IN = re.compile(r"(?:(?:And|But|So|Then)\s+)?[Ww]hat\s+[^?]{4,60}\?$")
#: What somebody is to do, as whoever reports has it: What is the yard being asked to do? What should the city change?
_TO_DO = re.compile(
    r"What\s+(?:(?:is|are|was|were|has|have)\s+[^?]{2,40}?\s(?:asked|told|urged|advised|ordered|expected|supposed)\s+to\b"
    r"|(?:should|must|ought)\s+[^?]{2,60}$)"
)
#: An outlet that says that it prints what a party sent: We put each finding to the firm and run its reply as received.
_PRINTS = re.compile(
    r"\b[Ww]e\s+(?:have\s+)?(?:put|sent|asked|showed|submitted)\b[^.?!]{0,160}?(?:\band|,|\bwe)\s+(?:here\s+|now\s+|have\s+)?"
    r"(?:run|print|publish|reproduce|give|carry|printed|published|reproduced)\s[^.?!]{0,30}"
    r"\b(?:reply|replies|answers?|responses?|statements?|comments?)\b"
)
#: What has not come yet.
_LATER = re.compile(r"\b(?:when|if|once|until|as\s+soon|not)\b|n['’]t\b")
#: Before whoever it was sent to, and before whoever is answered.
_SENT = re.compile(r"\b(?:to|put|sent|asked|showed|and)\s+(?:the\s+)?$")
_ANSWERED = re.compile(r"\b(?:to|[Rr]ebuttal\s+of)\s+(?:the\s+)?$")
#: What stands under it, point by point: Prices: Nobody pays more.
_LABELLED = re.compile(r"([A-Z][^:.?!]{2,40}):\s")


@dataclass(frozen=True, slots=True)
class Section:
    """What a heading says of the text under it: whose words it gives, whether these are demands, and whom it names.

    `verbatim` says that the words themselves are given: The response, point by point.
    """

    role: Side
    asks: bool
    named: Side
    verbatim: bool = False


class Sections:
    """The sections of one article."""

    def __init__(self, article: Article, parties: Parties) -> None:
        self._starts: list[int] = []
        self._sections: list[Section | None] = []
        text, last = article.seed.text, None
        printed: Section | None = None
        asked = False  # whether a paragraph starts with a question that is a heading of its own
        for sentence in article.sentences:
            span, line = sentence.span, sentence.span.of(text)
            starts = not text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()
            if starts and asked:
                asked = False
                self._add(span.start, last)
            if _is_heading(text, span):
                last, printed = _read(line, parties, last), None
                self._add(span.end, last)
            elif (role := _prints(line, parties)) is not None:
                printed = Section(role, False, role, verbatim=True)
                self._add(span.end, None)
            elif starts and _RUN_IN.match(line) and (run_in := _read(line, parties, last)) is not None:
                asked = True
                self._add(span.end, run_in)
            elif printed is not None and starts:
                printed = printed if _labelled(line) else None
                self._add(span.start, printed)

    def _add(self, at: int, section: Section | None) -> None:
        self._starts.append(at)
        self._sections.append(section)

    def at(self, offset: int) -> Section | None:
        """The section that a place of the text stands in, where its heading says whose words it gives."""
        place = bisect_right(self._starts, offset) - 1
        return self._sections[place] if place >= 0 else None


def _is_heading(text: str, span: Span) -> bool:
    """Whether a sentence is a line of its own, short, that asks or does not end as a sentence does."""
    line = span.of(text)
    if len(line.split()) > _LONGEST or (_CLOSED.search(line) and not line.endswith("?")):
        return False
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    end = text.find("\n", span.end)
    return not before.strip() and not text[span.end : end if end >= 0 else len(text)].strip() and line[:1] not in '“"‘'


def _prints(line: str, parties: Parties) -> Side | None:
    """The party whose words an outlet says that it prints."""
    if not _PRINTS.search(line) or _LATER.search(line):
        return None
    sent = {name.party for name in parties.names(line) if _sent(line, name)}
    return next((side for side in SIDES if sent == {side}), None)


def _sent(line: str, name: Name) -> bool:
    """Whether a finding was put to somebody: to Lind; not Lind's findings to …."""
    return _SENT.search(line[: name.start]) is not None and not _OWN.match(line[name.end :])


def _labelled(line: str) -> bool:
    """Whether a line starts with the point that it answers; what tells of the article itself is none: Update."""
    label = _LABELLED.match(line)
    return label is not None and wordset("words", "sections").isdisjoint(words_of(label[1]))


def _read(line: str, parties: Parties, last: Section | None) -> Section | None:
    """What a heading says of what follows; "they" goes on with whom the heading before names."""
    plain = _JOINS.sub("", _NUMBER.sub("", line))
    words = words_of(plain)
    said = set(words)
    if words[:1] not in (["what"], ["how"]):
        return _noun(plain, parties)
    asks = bool(said & wordset("headings", "asks"))
    told = asks or said & (wordset("headings", "says") | wordset("headings", "ways"))
    if "," in plain or said & _YOU or not told:
        return None
    if _TO_DO.match(plain):
        return Section("reporting", True, "responding")
    subject = plain[: verb.start()] if (verb := _verbs().search(plain)) else plain
    names = parties.names(subject)
    if names:
        role = names[0].party
    elif said & (offices().reporting | offices().documents) or words[1:2] == ["should"]:
        role = "reporting"
    elif said & offices().responding:
        role = "responding"
    elif said & _THEY and last is not None:
        role = last.named
    else:
        return None
    if role is None or role == "third":
        return None
    if not (asks or said & wordset("headings", "says")) and role == "responding":
        return None  # how the firm went about it is told by whoever writes
    if _charged().search(plain):
        return Section("reporting" if role == "responding" else "responding", False, role)
    return Section(role, asks, role)


def _noun(plain: str, parties: Parties) -> Section | None:
    """What a heading of a few nouns says: The response, point by point. In brief: the study."""
    names = [name for name in parties.names(plain) if name.party in SIDES]
    answered = [name for name in names if _ANSWERED.search(plain[: name.start])]
    for name in reversed(names):
        plain = plain[: name.start] + _OWN.sub("", plain[name.end :])
    said = set(words_of(plain)) - wordset("headings", "small")
    full, nouns = said & wordset("headings", "brief"), said - wordset("headings", "brief")
    named = next((name.party for name in names if name not in answered), None)
    if not nouns or not full:
        return None
    if nouns <= wordset("headings", "answers"):
        other = named is None and any(name.party == "responding" for name in answered)
        role: Side = "reporting" if named == "reporting" or other else "responding"
        return Section(role, False, role, verbatim=True)
    if nouns <= wordset("headings", "accounts") and named != "responding":
        return Section("reporting", False, "reporting")
    return None


@cache
def _charged() -> re.Pattern[str]:
    """That somebody is told to have done something: What is the firm accused of?"""
    some = either(wordset("headings", "charged"))
    return re.compile(rf"\b(?:is|are|was|were|been|being|stands?)\s+(?:[\w’'-]+\s+){{0,4}}?{some}\b")


@cache
def _verbs() -> re.Pattern[str]:
    some = either(wordset("headings", "says") | wordset("headings", "asks"))
    return re.compile(rf"\b{some}\b[^\w]*(?:\w+\W*){{0,3}}$", re.IGNORECASE)
