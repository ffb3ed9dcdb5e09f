"""What sentences without a reporting verb say, by their own words and by what stands before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diptych.drafts import Article
from diptych.extract.asks import announces, continues, follows, heads, obliges, passive, tells
from diptych.extract.identify import Identifier
from diptych.extract.identity import Identity
from diptych.extract.lexicon import lexicon
from diptych.extract.lists import MARK, demands, findings, items
from diptych.extract.loose import Loose
from diptych.extract.offices import offices
from diptych.extract.parties import Parties
from diptych.extract.passives import voice
from diptych.extract.people import narration
from diptych.extract.stances import stance
from diptych.spans import Span
from diptych.values import Mode

_QUOTED = re.compile(
    r"“[^”\n]{2,}(?:”|$)|\"[^\"\n]{2,}?(?:\"|$)|(?<!\w)‘(?:[^’\n]|’(?=\w)){2,}(?:’|$)|(?<!\w)'[^'\n]{2,}?'(?!\w)",
    re.MULTILINE,
)
_BE = re.compile(r"\b(?:is|are|was|were|be|been|felt|sounded|seemed|looked|has put|remains?|remained)\s*(?:\w+\s+)?$")
_NOUN = re.compile(r"\b(?:the|its|this)\s+(?:[\w-]+\s+)?([\w-]+)", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:—]\s+(?:and\s+|but\s+|while\s+)?")
#: The end of a sentence that may say who found what stands before: …, the commission found in its report.
_TAIL = re.compile(
    r",\s+((?:the|an?|its|researchers|investigators|inspectors|auditors)\s[^,]{3,170}|[A-Z][^,]{3,170})$"
)
_FINITE = re.compile(r"\s(\w+ed|found|said|says|finds|writes|wrote)\b")
_SUBJECT = 10  # words of such a subject
_ACTIVE = re.compile(
    r"(?:(?:has|have|had|did|does|do)(?:n['’]t)?\s+(?:not\s+|also\s+|now\s+|even\s+)?|(?:was|is)\s+(?=based\s))?"
    r"(?:also\s+)?(\w+)"
)


#: What tells that a report came out.
_PUBLIC = re.compile(r"(?:has\s+|have\s+|had\s+)?(?:made?|makes|went|goes|gone)\s+(?:public|available|known|online)\b")
#: What starts a paragraph of findings, and each of them: The findings may be stated shortly. First, …
_FINDINGS = re.compile(
    r"(?:\(?\d{1,2}[.)]\s+)?(?:The|Its|Their|Our|These|Those|Among\s+(?:the|its|their)|[A-Z]\w+)\s+(?:[\w-]+\s+){0,3}?(?:findings|conclusions)\b"
)
_ORDINAL = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Firstly|Secondly|Thirdly|Fourthly|Fifthly|Next|Then|Lastly|Last|Finally"
    r"|Another|The\s+(?:first|second|third|fourth|fifth|last|next|other))\b"
)
_FAR = 250  # code points between a speaker and what is told of their answer in the next paragraph
#: What a line over a list of demands ends in, and what one over a list of findings says.
_TO = re.compile(
    r"\b(?:to|should|must|recommend(?:s|ed)?(?: that)?(?: [\w'’-]+){0,4}|wants?(?: [\w'’-]+){1,4} to)\s*:$"
)
_BARE = 5  # words of a line that only points on: Among them:
_FINDS = re.compile(r"\b(?:it|they)\s+(?:also\s+)?(?:f(?:ound|inds?)|conclude[sd]?|report(?:s|ed)?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence without a reporting verb says: who, in which passage, and whether it asks for something."""

    who: Identity
    span: Span
    mode: Mode
    rule: str
    asks: bool = False


@dataclass(frozen=True, slots=True)
class _Lead:
    """Whose the items of a list are, and whether they are demands."""

    who: Identity
    asks: bool


class Implicit:
    """Reads the sentences of one article that no attribution covers, in order."""

    def __init__(self, article: Article, parties: Parties, identifier: Identifier) -> None:
        self._text = article.seed.text
        self._parties = parties
        self._identifier = identifier
        self._loose = Loose(self._text, identifier)
        self.listing = False
        self._listed = False  # whether the paragraph tells findings one by one
        self._lister: Identity | None = None  # whose the demands are
        self._numbered = False  # whether recommendations were announced whose numbered lines may follow
        self._said: Identity | None = None  # who spoke last in the paragraph
        self._items = items(self._text, article.sentences)
        self._leads: dict[int, _Lead] = {}
        for sentence in article.sentences:
            line = sentence.span.of(self._text)
            if demands(line) or findings(line):
                self._leads[sentence.start] = _Lead(self.reporting("heading"), demands(line))
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
        self._identifier.rewind(sentence.start)
        text = sentence.of(self._text)
        starts = "\n" in self._text[self._last : sentence.start]
        if starts:
            self.listing, self._lister, self._said = False, None, None
            self._numbered = self._numbered and (MARK.match(text) is not None or text[-1:] not in ".!?")
        self._numbered = self._numbered or heads(text) or demands(text)
        self._last = sentence.end
        self._said = said[0] if said is not None else self._said
        if text.endswith(":"):
            self._lead(sentence, text, said)
        item = self._items.get(sentence.start)
        if item is not None and item.lead in self._leads and not covered:
            lead = self._leads[item.lead]
            return [Told(lead.who, Span(max(item.start, sentence.start), sentence.end), "indirect", "list", lead.asks)]
        if covered:
            self._open = None
            if heads(text) and said is not None and said[0].party == "reporting":
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
            found = self._tail(sentence, text) or self._subject(sentence, text) or self._stands(sentence)
            found = found or self._passive(sentence, text)
            found = found or self._fragment(sentence, covered)
        return found

    def _lead(self, sentence: Span, text: str, said: tuple[Identity, str] | None) -> None:
        """Remembers whose the items are under a line that ends in a colon, and whether they are demands."""
        before = self._identifier.before.previous(sentence.start)
        if len(text.split()) <= _BARE and said is None and before is not None:
            text = f"{before.of(self._text)} {text}"
        asks = announces(text) or obliges(text) or passive(text) or bool(_TO.search(text))
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
        reporting = self._lister or self._identifier.reporting("list of demands")
        if (announces(text) and self._reports(text)) or heads(text):
            self.listing = True
            listed = re.search(r":\s+(?=[a-z])", text)
            if listed and listed.end() < len(text):
                return [Told(reporting, Span(sentence.start + listed.end(), sentence.end), "indirect", "list", True)]
            return [Told(reporting, sentence, "indirect", "list", True)] if tells(text) and self._reports(text) else []
        if (self.listing and follows(text)) or (before == "recommendation" and continues(text)):
            return [Told(reporting, sentence, "indirect", "list", True)]
        if passive(text):
            return [Told(self._identifier.reporting("asked"), sentence, "indirect", "asked", True)]
        return []

    def _reports(self, text: str) -> bool:
        """Whether a sentence names the reporting party or its report."""
        if any(one.party == "reporting" for one in self._parties.names(text)):
            return True
        return bool({match[1].lower() for match in _NOUN.finditer(text)} & offices().documents)

    def _quoted(self, sentence: Span) -> list[Told]:
        """A sentence that is a quotation from its first word, or goes on with one: its paragraph's person speaks."""
        text = sentence.of(self._text)
        start = self._text.rfind("\n", 0, sentence.start) + 1
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

    def _tail(self, sentence: Span, text: str) -> list[Told]:
        """A finding whose source closes the sentence."""
        tail = _TAIL.search(text)
        for verb in _FINITE.finditer(tail[1]) if tail else ():
            phrase = tail[1][: verb.start()] if tail else ""
            if not tail or len(phrase.split()) > _SUBJECT or any(mark in phrase for mark in '“”"'):
                break
            if verb[1].lower() not in lexicon().verbs:
                continue
            who = self._identifier.phrase(phrase, sentence.start + tail.start(1))
            if who is None or who.party not in ("reporting", "responding"):
                return []
            return [Told(who, Span(sentence.start, sentence.start + tail.start()), "indirect", "tail")]
        return []

    def _subject(self, sentence: Span, text: str) -> list[Told]:
        """A sentence whose subject is the report or who made it, and whose verb is none of making or publishing it."""
        found = self._identifier.before.opening(sentence)
        if found is None:
            return []
        who, after = found
        verb = _ACTIVE.match(text[after:].lstrip(" ,"))
        document = who.why[:1] in (("document",), ("document before",))
        if verb is None or not (who.party == "reporting" or document) or text.rstrip(" ”’\"'")[-1:] not in ".!":
            return []
        word = verb[1].lower()
        if _PUBLIC.match(text[after:].lstrip(" ,")):
            return []
        made = who.party == "reporting" and word in offices().methods
        if made or word in offices().contents or (word in lexicon().verbs and word not in _PROCESS):
            return [Told(who, sentence, "indirect", "subject")]
        return []

    def _passive(self, sentence: Span, text: str) -> list[Told]:
        """What is said in the passive, with nobody named who says it: the last speaker's answer, or a finding."""
        whose = voice(narration(self._text, sentence)) if text.rstrip(" ”’\"'")[-1:] == "." else None
        if whose is None:
            return []
        who = self.reporting("found, by nobody named") if whose == "report" else self._said or self._identifier.last
        near = whose == "report" or sentence.start - self._identifier.last_at < _FAR
        if who is None or not near or who.party not in ("reporting", "responding"):
            return []
        return [Told(who, sentence, "indirect", "stance")]

    def _stands(self, sentence: Span) -> list[Told]:
        """Where somebody stands."""
        told = narration(self._text, sentence)
        stand = stance(told)
        if stand is None or told.rstrip().endswith("?"):
            return []
        opening = self._identifier.before.opening(sentence) if stand.at == 0 else None
        at = sentence.start + stand.at
        if opening and opening[1] <= len(stand.phrase):
            who: Identity | None = opening[0]
        else:
            who = self._loose.subject(stand.phrase, at) or self._identifier.phrase(stand.phrase, at)
        if who is None or who.party is None or (stand.person and not who.person):
            return []
        if stand.known and not who.person and who.party == "third":
            return []
        return [Told(who, Span(sentence.start + stand.said, sentence.end), "indirect", "stance")]

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
            who = self._loose.subject(before, sentence.start) or (self._said if long else None)
            if who is not None:
                start = _CLAUSE.split(before)[-1]
                first = span.start - len(start) if not long else span.start
                return [Told(who, Span(first, span.end), "mixed", "quotation")]
        return []


#: Reporting verbs that tell of a report's making rather than of what is in it.
_PROCESS = frozenset(
    ("published", "publishes", "released", "issued", "presented", "expected", "announced", "sat", "ran", "took")
)
