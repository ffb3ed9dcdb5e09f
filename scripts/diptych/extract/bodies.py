"""Which body a noun alone means that is neither party: the firm, the fund; and who "it" is that has just spoken."""

from __future__ import annotations

import re

from diptych.drafts import Article, Attribution
from diptych.extract.belonging import Belonging
from diptych.extract.corpus import Common
from diptych.extract.identity import NAME, Identity, collective, is_document
from diptych.extract.offices import offices, words_of
from diptych.extract.people import narration
from diptych.extract.persons import RECENT, Persons
from diptych.spans import Span

#: Who asks in an article and says nothing.
_REPORTERS = frozenset(
    ("presenter", "interviewer", "host", "reporter", "reporters", "journalist", "journalists", "correspondent")
)
#: What an outlet corrects: an earlier version of this article said.
_EARLIER = re.compile(
    r"\b(?:earlier|previous|original|first|print(?:ed)?)\s+(?:version|edition|post|entry|update|headline|caption)\b"
    r"|\b(?:version|edition)\s+of\s+this\s"
)
#: What an outlet asks for.
_REQUEST = re.compile(r"(?:to|for)\s+(?:an?\s+)?(?:interview|comment)\b")
#: A body that a noun alone stands for, and what kind of body: the firm.
_GENERIC = re.compile(r"[Tt]h(?:e|at)\s+([a-z-]+)")
_BODY_NAME = re.compile(r"(?:[A-Z][\w&-]+\s)+[A-Z][\w&-]+")
_SUBJECT = re.compile(
    r"((?:[A-Z][\w&-]+(?:['’]s?)?\s)+[A-Z][\w&-]+)"
    r"(?:,|\s+(?:is|are|was|were|has|have|had|met|held|ran|sent|made|took|gave|wrote|began|meets|holds|runs|[a-z]+ed)\b)"
)
_FIRMS = frozenset(("company", "firm", "business", "group", "corporation", "manufacturer", "operator"))
_COMPANIES = frozenset(("ltd", "plc", "inc", "llp", "corp", "gmbh", "partners", "holdings", "group", "company", "&"))
#: How a body goes on, and does not answer what another says.
_PLAIN = frozenset(("says", "claims", "believes", "promises", "warns"))


def corrected(mention: str) -> bool:
    """Whether a phrase means what the outlet wrote before and puts right: an earlier version of this article."""
    return _EARLIER.search(mention) is not None


class Bodies(Persons):
    """The bodies of one article, in the order in which they speak."""

    def __init__(self, article: Article, known: Common) -> None:
        super().__init__(article, known)
        self._from = -1
        self._bodies: list[Identity] = []  # those of neither party that have spoken, with a name

    def heard(self, one: Attribution, who: Identity) -> None:
        """Notes who has spoken last, and where."""
        again = self.last is not None and (self.last.party, self.last.name) == (who.party, who.name)
        self.last, self.last_at = who, one.content[-1].end
        mention = words_of(one.source.of(self.text)) if one.source else []
        if mention and mention[-1].startswith("spokes") and not who.person:
            self._nameless = who  # a spokeswoman said; … she added
        first = one.content[0].start
        if one.source is not None and one.source.start > first:
            self._from = first
        elif not (again and one.source is not None and is_document(one.source.of(self.text))):
            self._from = -1  # its report says more of what the body said before
        if collective(who):
            self.body, self._body_at = who, one.content[-1].end
            if who.party == "third" and (who.name or "")[:1].isupper():
                self._bodies.append(who)

    def goes_on_as(self, mention: str, at: int) -> Identity | None:
        """The body of neither party that spoke last, where a noun for a company can only mean it."""
        generic = _GENERIC.fullmatch(mention)
        last = self.last if at - self.last_at < 2 * RECENT else None
        if generic is None or generic[1] not in _FIRMS or self.parties.firm or last is None or last.person:
            return None
        return last if last.party == "third" and (last.name or "")[:1].isupper() else None

    def other_body(self, one: Attribution, mention: str, at: int) -> Identity | None:
        """The body that is neither party and that "the firm" means: one that its sentence names, or that goes on."""
        generic = _GENERIC.fullmatch(mention)
        if generic is None or one.force not in _PLAIN:
            return None
        sentence = self.before.sentence(at)
        if sentence is not None and one.cue is not None and one.cue.start > one.content[0].start:
            for match in _BODY_NAME.finditer(narration(self.text, Span(sentence.start, at))):
                if self._firm(match[0], generic[1]):
                    return self._known.get(match[0]) or Identity("third", match[0], why=("body in its sentence",))
        last, told = self.last, self.before.previous(at)
        if told is not None and "\n" not in self.text[told.start : at]:
            subject = _SUBJECT.match(narration(self.text, told))
            if subject and self._firm(subject[1], generic[1]) and self.affiliations.party(subject[1]) is None:
                return self._known.get(subject[1]) or Identity("third", subject[1], why=("body before",))
        if last is None or last.party != "third" or last.person or at - self.last_at > RECENT:
            return None
        goes_on = "\n" not in self.text[self.last_at : at] and self._firm(last.name or "", generic[1])
        return last if goes_on else None

    def again(self, mention: str, belonging: Belonging, at: int) -> Identity | None:
        """The body of neither party that spoke, or was named, last with the noun: Larch Pension Fund …, the fund."""
        generic = _GENERIC.fullmatch(mention)
        if generic is None or belonging.party not in (None, "third"):
            return None
        fitting = (one for one in reversed(self._bodies) if words_of(one.name or "")[-1:] == [generic[1]])
        spoken = next(fitting, None)
        known = offices()
        if spoken is not None or generic[1] in _FIRMS or generic[1] not in known.organisations | known.reporting:
            return spoken
        return self.before.body_named(generic[1], at)

    def _firm(self, name: str, noun: str) -> bool:
        """Whether a name is a body's of that kind and no party's: "the firm" may be Larch Leasing, no union."""
        words = words_of(name)
        if not words or self.parties.names(name) or not name[:1].isupper():
            return False
        if noun in words or (noun in _FIRMS and (words[-1] in offices().firms or words[-1] in _COMPANIES)):
            return True
        kinds = rf"{noun}|auditors?|accountants" if noun == "firm" else noun
        called = rf"{re.escape(name)},\s+(?:an?|the|its|[\w ]{{2,30}}['’]s)\s+(?:[\w-]+\s+){{0,4}}?(?:{kinds})\b"
        return noun in _FIRMS and " " in name and re.search(called, self.text) is not None

    def _aside(self, at: int) -> Identity | None:
        """The body named after what it said in the sentence before: it is meant, not whom it spoke of first."""
        sentence = self.before.previous(at)
        said = sentence is not None and sentence.start <= self._from < sentence.end and self.last_at <= at
        return self.last if said and self.last is not None and collective(self.last) else None

    def outlet_speaks(self, one: Attribution) -> bool:
        """Whether it is the outlet that speaks: its reporter asks, the journal understands."""
        cue = one.cue.of(self.text).lower() if one.cue else ""
        mention = one.source.of(self.text) if one.source else ""
        words = words_of(mention)
        if cue.startswith("ask"):
            return bool(set(words) & _REPORTERS) or _REQUEST.match(one.content[0].of(self.text)) is not None
        if corrected(mention):
            return True
        if cue in ("reported", "reports") and one.mode == "indirect" and set(words) & offices().outlets:
            return True
        return cue in ("understands", "understand") and self._outlet(one)

    def _outlet(self, one: Attribution) -> bool:
        """Whether a name with a verb is none of a party and none of a person."""
        mention = one.source.of(self.text) if one.source else ""
        return bool(NAME.match(mention)) and not self.parties.names(mention) and self.person_in(mention) is None
