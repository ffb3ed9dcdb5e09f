"""What sentences without a reporting verb say, by their own words and by what stands before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diptych.drafts import Article
from diptych.extract.asks import announces, imperative, passive
from diptych.extract.identify import Identifier, Identity
from diptych.extract.parties import Parties
from diptych.records import Mode
from diptych.spans import Span

_QUOTED = re.compile(r"“[^”\n]{2,}?”|\"[^\"\n]{2,}?\"|‘[^’\n]{2,}?’(?!\w)|(?<!\w)'[^'\n]{2,}?'(?!\w)")
_BE = re.compile(r"\b(?:is|are|was|were|be|been|felt|sounded|seemed|looked|has put|remains?|remained)\s*(?:\w+\s+)?$")
_CLAUSE = re.compile(r"[,;:—]\s+(?:and\s+|but\s+|while\s+)?")


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence without a reporting verb says: who, in which passage, and whether it asks for something."""

    who: Identity
    span: Span
    mode: Mode
    rule: str
    asks: bool = False


class Implicit:
    """Reads the sentences of one article that no attribution covers, in order."""

    def __init__(self, article: Article, parties: Parties, identifier: Identifier) -> None:
        self._text = article.seed.text
        self._parties = parties
        self._identifier = identifier
        self._listing = False
        self._last = article.span.start

    def read(self, sentence: Span, before: str | None, covered: Sequence[Span], hosted: bool) -> list[Told]:
        """What a sentence tells beside what `covered` holds; `before` is the kind of what the sentence before says.

        `hosted` marks an interviewer's turn: what it says itself is nobody's statement.
        """
        text = sentence.of(self._text)
        if "\n" in self._text[self._last : sentence.start]:
            self._listing = False
        self._last = sentence.end
        reporting = self._identifier.reporting("list of demands")
        if not covered:
            names = self._parties.names(text)
            if announces(text) and any(one.party == "reporting" for one in names):
                self._listing = True
                listed = re.search(r":\s+(?=[a-z])", text)
                if listed and listed.end() < len(text):
                    return [
                        Told(reporting, Span(sentence.start + listed.end(), sentence.end), "indirect", "list", True)
                    ]
                return []
            if self._listing or before == "recommendation":
                if imperative(text) or re.match(r"(?:From|For|To)\s.{1,40},\s+(?:that|no|to)\b", text):
                    return [Told(reporting, sentence, "indirect", "list", True)]
            if passive(text):
                return [Told(self._identifier.reporting("asked"), sentence, "indirect", "asked", True)]
        return [] if hosted and not covered else self._quotations(sentence, covered)

    def _quotations(self, sentence: Span, covered: Sequence[Span]) -> list[Told]:
        """Quotations in a narrator's sentence that nobody is said to have spoken: the subject's."""
        for match in _QUOTED.finditer(self._text, sentence.start, sentence.end):
            span = Span(*match.span())
            if any(span.overlap(one) for one in covered):
                continue
            before = self._text[sentence.start : span.start]
            long = len(match[0].split()) > 2
            if not before.strip() or not (long or _BE.search(before)) or match[0][1:2].isupper() and not long:
                continue
            who = self._identifier.subject(before, sentence.start)
            if who is not None:
                start = _CLAUSE.split(before)[-1]
                first = span.start - len(start) if not long else span.start
                return [Told(who, Span(first, span.end), "mixed", "quotation")]
        return []
