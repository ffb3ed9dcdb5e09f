"""Whose words a section of an article gives, as its heading says: What did the inspectors find? What the firm says."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from diptych.drafts import Article
from diptych.extract.offices import offices, words_of
from diptych.extract.parties import Parties
from diptych.lexicons import wordset
from diptych.spans import Span
from diptych.topic import Side

_LONGEST = 14  # words of a heading
_NUMBER = re.compile(r"^(?:\(?\d{1,2}[.)]|[•–—-])\s+")
_CLOSED = re.compile(r"[.!,;:”\"’]$")
_YOU = frozenset(("you", "your", "yours"))  # a question to somebody
_THEY = frozenset(("they", "it"))
#: What somebody is to do, as whoever reports has it: What is the yard being asked to do? What should the city change?
_TO_DO = re.compile(
    r"What\s+(?:(?:is|are|was|were|has|have)\s+[^?]{2,40}?\s(?:asked|told|urged|advised|ordered|expected|supposed)\s+to\b"
    r"|(?:should|must|ought)\s+[^?]{2,60}$)"
)


@dataclass(frozen=True, slots=True)
class Section:
    """What a heading says of the text under it: whose words it gives, and whether these are demands."""

    role: Side
    asks: bool


class Sections:
    """The sections of one article."""

    def __init__(self, article: Article, parties: Parties) -> None:
        self._starts: list[int] = []
        self._sections: list[Section | None] = []
        text, last = article.seed.text, None
        for sentence in article.sentences:
            if not _is_heading(text, sentence.span):
                continue
            last = _read(sentence.span.of(text), parties, last)
            self._starts.append(sentence.end)
            self._sections.append(last)

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


def _read(line: str, parties: Parties, last: Section | None) -> Section | None:
    """What a heading says of what follows; "they" goes on with the section before."""
    plain = _NUMBER.sub("", line)
    words = words_of(plain)
    asks = bool(set(words) & wordset("headings", "asks"))
    if (
        not words
        or "," in plain
        or words[0] not in ("what", "how")
        or set(words) & _YOU
        or not (asks or set(words) & wordset("headings", "says"))
    ):
        return None
    if _TO_DO.match(plain):
        return Section("reporting", True)
    subject = plain[: verb.start()] if (verb := _verbs().search(plain)) else plain
    names = parties.names(subject)
    if names:
        role = names[0].party
    elif set(words) & (offices().reporting | offices().documents) or words[1:2] == ["should"]:
        role = "reporting"
    elif set(words) & offices().responding:
        role = "responding"
    elif set(words) & _THEY and last is not None:
        role = last.role
    else:
        return None
    return Section(role, asks) if role in ("reporting", "responding") else None


@cache
def _verbs() -> re.Pattern[str]:
    some = sorted(wordset("headings", "says") | wordset("headings", "asks"))
    return re.compile(r"\b(?:" + "|".join(some) + r")\b[^\w]*(?:\w+\W*){0,3}$", re.IGNORECASE)
