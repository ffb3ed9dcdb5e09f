"""What sentences without a reporting verb say, by their own words and by what stands before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diptych.drafts import Article
from diptych.extract.asks import (
    announces,
    asked,
    continues,
    follows,
    heads,
    includes,
    obliges,
    passive,
    recommended,
    tells,
    wanter,
)
from diptych.extract.identify import Identifier
from diptych.extract.identity import Identity
from diptych.extract.lists import MARK, demands, findings, items
from diptych.extract.loose import Loose
from diptych.extract.narrated import Narrated, Told
from diptych.extract.narrators import narrates
from diptych.extract.offices import offices
from diptych.extract.parties import Parties
from diptych.extract.pleas import under
from diptych.extract.proposals import named
from diptych.extract.quotes import opened
from diptych.spans import Span

_QUOTED = re.compile(
    r"“[^”\n]{2,}(?:”|$)|\"[^\"\n]{2,}?(?:\"|$)|‘(?<!\w‘)(?:[^’\n]|’(?=\w)){2,}(?:’|$)|'(?<!\w')[^'\n]{2,}?'(?!\w)",
    re.MULTILINE,
)
_BE = re.compile(r"\b(?:is|are|was|were|be|been|felt|sounded|seemed|looked|has put|remains?|remained)\s*(?:\w+\s+)?$")
#: What a quotation is about, in an entry of a live blog: The letter: “…”.
_LABEL = re.compile(
    r"(?:(?:On|About)\s+)?(?:[Tt]he\s+|[Tt]hat\s+|[Tt]hose\s+|[Tt]hese\s+)?(?:[\w'’-]+\s+){0,2}[\w'’-]+:\s+"
)
_NOUN = re.compile(r"\b(?:the|its|this)\s+(?:[\w-]+\s+)?([\w-]+)", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:—]\s+(?:and\s+|but\s+|while\s+)?")
#: What starts a paragraph of findings, and each of them: The findings may be stated shortly. First, …
_FINDINGS = re.compile(
    r"(?:\(?\d{1,2}[.)]\s+)?(?:The|Its|Their|Our|These|Those|Among\s+(?:the|its|their)|[A-Z]\w+)\s+(?:[\w-]+\s+){0,3}?(?:findings|conclusions)\b"
)
_ORDINAL = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Firstly|Secondly|Thirdly|Fourthly|Fifthly|Next|Then|Lastly|Last|Finally"
    r"|Another|The\s+(?:first|second|third|fourth|fifth|last|next|other))\b"
)
#: What a line over a list of demands ends in, and what one over a list of findings says.
_TO = re.compile(
    r"\b(?:to|should|must|recommend(?:s|ed)?(?: that)?(?: [\w'’-]+){0,4}|wants?(?: [\w'’-]+){1,4} to)\s*:$"
)
_BARE = 5  # words of a line that only points on: Among them:
_FINDS = re.compile(r"\b(?:it|they)\s+(?:also\s+)?(?:f(?:ound|inds?)|conclude[sd]?|report(?:s|ed)?)\b", re.IGNORECASE)


#: What a quotation is about that nobody is said to have spoken: On the new rules: "…".
_ON = re.compile(r"(?:(?:And|But)\s+[Oo]n|On|About|As\s+(?:for|to))\s[^“”‘\":.;!?\n]{2,60}:\s+(?=[“‘\"])")


@dataclass(frozen=True, slots=True)
class _Lead:
    """Whose the items of a list are, and whether they are demands."""

    who: Identity
    asks: bool


class Implicit:
    """Reads the sentences of one article that no attribution covers, in order; `told_by` names its narrators."""

    def __init__(self, article: Article, parties: Parties, identifier: Identifier, told_by: frozenset[str]) -> None:
        self._text = article.seed.text
        self._parties = parties
        self._identifier = identifier
        self._loose = Loose(self._text, identifier)
        self._narrated = Narrated(article, parties, identifier, self._loose)
        self.listing = False
        self._listed = False  # whether the paragraph tells findings one by one
        self._lister: Identity | None = None  # whose the demands are
        self._numbered = False  # whether recommendations were announced whose numbered lines may follow
        self._items = items(self._text, article.sentences)
        self._leads: dict[int, _Lead] = {}
        self._demanded: set[int] = set()  # the lines right under a heading over demands
        over = False
        for sentence in article.sentences:
            line = sentence.span.of(self._text)
            if over:
                self._demanded.add(sentence.start)
            over = demands(line)
            if over or findings(line):
                self._leads[sentence.start] = _Lead(self.reporting("heading"), over)
        self._told_by = told_by
        self._last = article.span.start
        self._open: Identity | None = None

    def reporting(self, why: str) -> Identity:
        """The reporting party."""
        return self._identifier.reporting(why)

    def read(
        self,
        sentence: Span,
        before: str | None,
        said: tuple[Identity, str] | None,
        covered: Sequence[Span],
        hosted: bool,
    ) -> list[Told]:
        """What a sentence tells beside what `covered` holds; `before` is the kind of what the sentence before says.

        `said` is who says what is covered, and of which kind it is. `hosted` marks an interviewer's turn: what it says
        itself is nobody's statement.
        """
        told = self._read(sentence, before, said, covered, hosted)
        found = [one for one in told if not narrates(one.who, self._told_by)]
        who = found[-1].who if found else said[0] if said is not None else None
        if who is not None and opened(sentence.of(self._text)):
            self._open = who
        return found

    def _read(
        self,
        sentence: Span,
        before: str | None,
        said: tuple[Identity, str] | None,
        covered: Sequence[Span],
        hosted: bool,
    ) -> list[Told]:
        self._identifier.rewind(sentence.start)
        text = sentence.of(self._text)
        starts = "\n" in self._text[self._last : sentence.start]
        if starts:
            self.listing, self._lister, self._narrated.said, self._open = False, None, None, None
            self._numbered = self._numbered and (MARK.match(text) is not None or text[-1:] not in ".!?")
        self._numbered = self._numbered or heads(text) or demands(text)
        self._last = sentence.end
        self._narrated.said = said[0] if said is not None else self._narrated.said
        if text.endswith(":"):
            self._lead(sentence, text, said)
        item = self._items.get(sentence.start)
        if item is not None and item.lead in self._leads and not covered:
            lead = self._leads[item.lead]
            return [Told(lead.who, Span(max(item.start, sentence.start), sentence.end), "indirect", "list", lead.asks)]
        if covered:
            self._open = None
            if (heads(text) or wanter(text)) and said is not None and said[0].party == "reporting":
                self.listing, self._lister = True, said[0]
            return self._fragment(sentence, covered)
        self._listed = ((self._listed and not starts) or bool(_FINDINGS.match(text))) and not covered
        if self._listed and _ORDINAL.match(text):
            return [Told(self.reporting("list of findings"), sentence, "indirect", "list")]
        mark = MARK.match(text) if starts and self._numbered else None
        if mark and continues(text[mark.end() :]):
            span = Span(sentence.start + mark.end(), sentence.end)
            return [Told(self.reporting("numbered demand"), span, "indirect", "list", True)]
        found = self._asked(sentence, text, before) or ([] if hosted else self._quoted(sentence))
        if not found and not hosted:
            found = self._narrated.read(sentence, text)
            found = found or self._fragment(sentence, covered)
        return found

    def _lead(self, sentence: Span, text: str, said: tuple[Identity, str] | None) -> None:
        """Remembers whose the items are under a line that ends in a colon, and whether they are demands."""
        before = self._identifier.before.previous(sentence.start)
        if len(text.split()) <= _BARE and said is None and before is not None:
            text = f"{before.of(self._text)} {text}"
        asks = (
            self._announces(text) or obliges(text) or passive(text) or recommended(text, True) or bool(_TO.search(text))
        )
        asks = asks or sentence.start in self._demanded
        if said is not None:
            self._leads[sentence.start] = _Lead(said[0], asks or said[1] == "recommendation")
            return
        found = self._identifier.before.opening(sentence)
        who = found[0] if found else None
        if who is None and (self._reports(text) or asks or _FINDS.search(text)):
            who = self.reporting("over a list")
        if who is not None:
            self._leads[sentence.start] = _Lead(who, asks)

    def _asked(self, sentence: Span, text: str, before: str | None) -> list[Told]:
        """Demands: a list of them, a sentence that goes on with it, somebody who "has been asked to"."""
        phrase = wanter(text)
        if phrase is not None:
            place = sentence.start + text.index(phrase)
            wants = self._loose.subject(phrase, place) or self._identifier.phrase(phrase, place)
            if wants is not None and wants.party == "reporting":
                self.listing, self._lister = True, wants
                return []
        reporting = self._lister or self._identifier.reporting("list of demands")
        if named(text) or under(text):
            return [Told(reporting, sentence, "indirect", "list", True)]
        if (self._announces(text) and self._reports(text)) or heads(text):
            self.listing = True
            listed = re.search(r":\s+(?=[a-z])", text)
            if listed and listed.end() < len(text):
                return [Told(reporting, Span(sentence.start + listed.end(), sentence.end), "indirect", "list", True)]
            told = includes(text) or (tells(text) and self._reports(text)) or recommended(text, False)
            return [Told(reporting, sentence, "indirect", "list", True)] if told else []
        if (self.listing and follows(text)) or (before == "recommendation" and continues(text)):
            return [Told(reporting, sentence, "indirect", "list", True)]
        if passive(text) or recommended(text, before in ("claim", "recommendation")):
            whom = asked(text)
            names = self._parties.names(whom)
            if names and names[-1].party == "reporting" and not whom[names[-1].end :].strip():
                who = self._identifier.before.party("responding", None, "asks the other")
                return [Told(who, sentence, "indirect", "asked")]
            return [Told(self._identifier.reporting("asked"), sentence, "indirect", "asked", True)]
        return []

    def _announces(self, text: str) -> bool:
        """Whether a sentence announces demands, by other words than a party's name has."""
        for name in reversed(self._parties.names(text)):
            text = text[: name.start] + text[name.end :]
        return announces(text)

    def _reports(self, text: str) -> bool:
        """Whether a sentence names the reporting party or its report."""
        if any(one.party == "reporting" for one in self._parties.names(text)):
            return True
        return bool({match[1].lower() for match in _NOUN.finditer(text)} & offices().documents)

    def _quoted(self, sentence: Span) -> list[Told]:
        """A sentence that is a quotation from its first word, or goes on with one: its paragraph's person speaks."""
        start = self._text.rfind("\n", 0, sentence.start) + 1
        about = _ON.match(self._text, sentence.start, sentence.end) if sentence.start > start else None
        sentence = Span(about.end(), sentence.end) if about else sentence
        text = sentence.of(self._text)
        opens = text[:1] in '“‘"' and text[1:2].isalnum()
        if self._open is None and not opens:
            return []
        if opens:
            self._open = self._loose.speaker_at(start, sentence)
        who = self._open
        closing = {"“": "”", "‘": "’", '"': '"'}.get(text[:1], "")
        ended = bool(re.search(r"[”’\"]\s*$", text))
        rest = text[1:] if opens else text
        if opens and closing and not ended and closing in rest.replace("’s", "").replace("’t", ""):
            self._open = None
            return []
        if ended:
            self._open = None
        return [Told(who, sentence, "direct", "paragraph")] if who is not None else []

    def _fragment(self, sentence: Span, covered: Sequence[Span]) -> list[Told]:
        """Quoted words in a narrator's sentence that nobody is said to have spoken: the subject's."""
        for match in _QUOTED.finditer(self._text, sentence.start, sentence.end):
            span = Span(*match.span())
            if any(span.overlap(one) for one in covered):
                continue
            before = self._text[sentence.start : span.start]
            long = len(match[0].split()) > 2
            if not before.strip() or not (long or _BE.search(before)) or (match[0][1:2].isupper() and not long):
                continue
            who = self._loose.subject(before, sentence.start) or (self._narrated.said if long else None)
            if who is None and long and _LABEL.fullmatch(before):
                who = self._loose.holder(sentence.start)
            if who is not None:
                start = _CLAUSE.split(before)[-1]
                first = span.start - len(start) if not long else span.start
                return [Told(who, Span(first, span.end), "mixed", "quotation")]
        return []
