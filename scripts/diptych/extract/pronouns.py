"""Whom "he", "it", "they" and "which" mean, and of what body a spokesman is who has no name."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import replace

from diptych.drafts import Article, Attribution
from diptych.extract.agents import UNIONS
from diptych.extract.antecedents import INTRO
from diptych.extract.corpus import Common
from diptych.extract.firstnames import before_verb, given_name
from diptych.extract.he_or_she import HeOrShe, other
from diptych.extract.identity import DETERMINER, NAME, Identity, collective, plural
from diptych.extract.lexicon import lexicon
from diptych.extract.offices import offices, words_of
from diptych.extract.papers import Papers
from diptych.extract.parties import Parties
from diptych.extract.people import narration
from diptych.extract.persons import RECENT
from diptych.extract.sections import Sections
from diptych.extract.speakable import agentive
from diptych.extract.strangers import stranger
from diptych.spans import Span
from diptych.values import PartyRole

#: A body that a sentence starts with, before its verb.
_BODY = re.compile(
    r"(The\s+[a-z-]+(?:\s[a-z-]+)?|(?:The\s+)?"
    + NAME.pattern
    + r")\s+(?:was|is|had|has|would|will|did|does|could|were|are|have)\b"
)
#: Where a nameless spokesman speaks: At the Transport Ministry, | a spokesman said.
_THERE = re.compile(r"(?:At|From)\s+((?:the\s+)?" + NAME.pattern + r"),?\s+")
#: Who is of a body that is told of as many: Members of the Weavers' League came; they want.
_OF_BODY = re.compile(
    r"(?:The\s+)?(?:[A-Z]?[a-z]+\s+)?(?i:members|activists|campaigners|supporters|protesters|volunteers|representatives|relatives)"
    r"\s+(?:of|from|at|with|for)\s+((?:the\s+)?" + NAME.pattern + r")"
)
#: Where they are who say so: Over at the mill | they call it rust.
_AT_BODY = re.compile(r"(?:(?:Over|Down|Up|Back|Out)\s+)?[Aa]t\s+((?:the\s+)?[^,.;:“”\"\n]{2,40}?),?\s+")
_WHEN_THEY = re.compile(r"[a-z]\s(?:before|after|until|when|while|if)\s$")
#: Who says so of what they do themselves: The divers saw nothing, as they admit.
_AS_THEY = re.compile(r",\s+as\s+$")
#: Who needed some time to say it: It took the firm an hour to answer.
_TOOK = re.compile(
    r"\s+(?:took|takes|has\s+taken|did\s+not\s+take|didn['’]t\s+take)\s+(?:only\s+)?(.{2,60}?)"
    r"(?:,|\s(?:only|just|barely|less|more|under|until|all\s+of|an?|the|two|three|four|five|several|some|over|nearly|about|no|\d+)\s)"
)
_OF = re.compile(r"\s(?:of|from|at|for|in|with|on)\s")
#: The name of a body, of several words.
_BODYS = re.compile(r"(?:The\s+|A\s+[a-z ]{3,20},\s+)?[A-Z][\w’'&-]+(?:\s(?:of\s|for\s|and\s|&\s)?[A-Z][\w’'&-]+)+")
PERSONAL = {"he": "he", "she": "she", "him": "he", "her": "she", "his": "he"}


#: So many sentences before somebody may have been spoken of who is no name.
_SENTENCES = 3


class Pronouns(HeOrShe, ABC):
    """The pronouns of one article, in the order of its attributions."""

    def __init__(self, article: Article, known: Common) -> None:
        super().__init__(article, known)
        self._papers = Papers(self.before)
        self.sections = Sections(article, self.parties)

    @abstractmethod
    def phrase(self, mention: str, at: int) -> Identity | None:
        """Whom a noun phrase means."""

    def reporting(self, why: str) -> Identity:
        """The reporting party."""
        return self.before.party("reporting", None, why)

    def _pronoun(self, one: Attribution, word: str, at: int) -> Identity | None:
        if word in PERSONAL:
            return self._stranger(at, PERSONAL[word]) or self.person(at, PERSONAL[word], one.speaker)
        word = {"its": "it", "their": "they"}.get(word, word)
        if word not in ("it", "they", "which", "who"):
            return None
        if _AS_THEY.search(self.text, max(0, at - 10), at) and (subject := self.before.subject(at)) is not None:
            return subject
        slow = _taken(self.text, at + 2, self.parties) if word == "it" else None
        if slow is not None:
            return self.before.party(slow, None, "who took time")
        if word == "they" and _WHEN_THEY.search(self.text, max(0, at - 10), at) and self.before.subject(at) is None:
            return None  # whom the sentence is about: most of the callers weep before they speak
        told = self._of_body(at) if word == "they" else None
        return told or self._told_of(one, word, at) or self._before(one, word, at) or self._heard(one, word, at)

    def somebody(self, at: int, sex: str) -> Identity | None:
        """Whom "he" or "she" means where nothing tells a name: who spoke last, and no body that spoke itself."""
        last = self.last
        if last is None or not last.itself or last is self._nameless or "\n" not in self.text[self.last_at : at]:
            return last
        sentence = self.before.previous(at)
        for _ in range(_SENTENCES):
            if sentence is None or sentence.start < self.last_at:
                return None
            told = narration(self.text, sentence)
            name = given_name(told, sex)
            if name is not None and not self.parties.names(name):
                return self.known_as(name, name, at, self.parties.belongs(name))
            found = stranger(told)
            if found is not None and not other(found.of(told), sex):
                who = self.phrase(found.of(told), sentence.start + found.start)
                who = who or Identity("third", DETERMINER.sub("", found.of(told)), why=("somebody before",))
                return who if not who.itself else None
            sentence = self.before.previous(sentence.start)
        return None

    def _stranger(self, at: int, sex: str) -> Identity | None:
        """Somebody without a name whom "he" or "she" means, where nobody is named since."""
        here = self.before.sentence(at)
        if here is None or self.people.starts(at, sex) or self.people.within(Span(here.start, at)):
            return None
        who = self.stranger(at)
        return who if who is not None and not other(who.name or "", sex) else None

    def stranger(self, at: int) -> Identity | None:
        """Somebody without a name with whom the sentence before begins in the paragraph, and nobody whom it names."""
        sentence = self.before.previous(at)
        if sentence is None or self.last_at > sentence.start or "\n" in self.text[sentence.start : at]:
            return None
        found = stranger(narration(self.text, sentence))
        if found is None or self.people.within(sentence):
            return None  # who may be just that: One member, Ada Lind, agreed
        who = self.phrase(found.shifted(sentence.start).of(self.text), sentence.start + found.start)
        return who if who is not None and not collective(who) else None

    def _of_body(self, at: int) -> Identity | None:
        """The body whose members the sentence of "they" starts with, or the sentence before it in the paragraph."""
        for sentence in (self.before.sentence(at), self.before.previous(at)):
            if sentence is None or "\n" in self.text[sentence.start : at]:
                return None
            found = _OF_BODY.match(self.text, sentence.start, at) or _AT_BODY.fullmatch(self.text, sentence.start, at)
            if found:
                who = self.phrase(found[1], found.start(1))
                return who if who is not None and collective(who) else None
        return None

    def _told_of(self, one: Attribution, word: str, at: int) -> Identity | None:
        """Who else the sentence before starts with, a body for "it", several for "they", where nobody spoke since.

        What a report found is told of others as well: it goes on about what they did, and so no noun will do for "it".
        """
        sentence = self.before.previous(at)
        if sentence is None or self.last_at > sentence.start or one.force == "concludes":
            return None
        if self.text.count("\n\n", sentence.start, at) > 1 or self.before.subject(at) is not None:
            return None
        told = INTRO.sub("", narration(self.text, sentence))
        name = told[: before_verb(told)].split(",")[0].strip()
        words = words_of(name)
        titled = words and (words[0] in lexicon().sets["titles"] or offices().office_in(words[0]))
        if not words or (titled and word == "it") or self.parties.names(name):
            return None
        people = DETERMINER.sub("", _OF.split(name)[0])
        several = agentive(people) and people.endswith("s")
        if not (several if word == "they" else _BODYS.fullmatch(name) or words[-1] in UNIONS):
            return None
        who = self.phrase(name, sentence.end - len(told))
        if who is None or who.itself or (who.person and (who.name in self.people.singles or given_name(name))):
            return None
        return replace(who, person=False, body=word == "it")

    def _before(self, one: Attribution, word: str, at: int) -> Identity | None:
        """What a pronoun means by what the text before it tells of, or by what it is the subject of."""
        asked = one.rule == "said-aside" and one.content[0].start < at
        many = word == "they"
        found = self._aside(at) or self.before.thing(one.content[0].start if asked else at, many)
        if found is not None:
            letter = found.why == ("document before",) and not many
            return (self._papers.letter(self.before.told_before(at)) if letter else None) or found
        section = self.sections.at(at) if self._leads(at) else None
        if section is not None:
            return self.before.party(section.role, None, "heading")
        if one.force == "concludes" and word in ("it", "they"):
            found = self.before.report_before(at) or (self.reporting("who finds") if many else None)
            if found is not None:
                return found
        alone = self.body is None or "\n" in self.text[self._body_at : at]
        if one.cue is not None and one.cue.of(self.text).startswith("recommend") and alone:
            return self.reporting("who recommends")
        head = words_of(one.speaker)[-1:] if one.speaker else []
        return self._papers.report("the report", at, self.last) if set(head) & offices().documents else None

    def _heard(self, one: Attribution, word: str, at: int) -> Identity | None:
        """What a pronoun means by who spoke last, or by the name that reading resolved it to."""
        many = word == "they"
        body = self.body if self.body is None or many or not plural(self.body) else None
        if body is not None and self.last is body and at - self._body_at < RECENT:
            return body
        name = self.affiliations.full(one.speaker) if one.speaker else ""
        if name and not (many and self.affiliations.person(name)):
            belonging = self.parties.belongs(name)
            if belonging.itself and belonging.party in ("reporting", "responding"):
                return self.before.party(belonging.party, None, "pronoun for a party")
            if name in self._known and not self._known[name].person:
                return self._known[name]
            if name.isupper() != (" " in name):
                return self.known_as(name, name, at, belonging)
        if many and name and (body is None or at - self._body_at > 2 * RECENT):
            return None
        last = self.last if self.last is not None and collective(self.last) else None
        found = body or (last if last is not None and (many or not plural(last)) else None)
        return found or (self.reporting("what else") if word == "it" and one.mode != "indirect" else None)

    def _leads(self, at: int) -> bool:
        """Whether a place is in the first sentence of its paragraph, or in that after a question that heads it."""
        sentence, asked = self.before.sentence(at), self.before.previous(at)
        start = self.text.rfind("\n", 0, at) + 1
        if sentence is None or not self.text[start : sentence.start].strip():
            return sentence is not None
        heads = asked is not None and asked.start >= start and not self.text[start : asked.start].strip()
        return heads and asked is not None and self.sections.at(asked.start) is not self.sections.at(asked.end)

    def _spoken_of(self, at: int) -> Identity | None:
        """The body that the sentence of a nameless spokesman starts with, else the one that spoke right before."""
        sentence = self.before.sentence(at)
        there = _THERE.fullmatch(self.text, sentence.start, at) if sentence is not None else None
        if there and sentence is not None:
            who = self.phrase(there[1], there.start(1))
            if who is not None and collective(who):
                return who
        found = _BODY.match(narration(self.text, Span(sentence.start, at))) if sentence is not None else None
        before = self.before.previous(at)
        if found is None and before is not None and self.last_at <= before.start:
            told = narration(self.text, before)
            if "\n" not in self.text[before.start : at] and not told.endswith("?"):
                found, sentence = _BODY.match(told), before
        if sentence is not None and found:
            words = words_of(found[1])
            if words[-1] in offices().organisations:
                full = re.findall(rf"\b((?:[A-Z][\w-]*\s+)+{words[-1].title()})\b", self.text[max(0, at - 4000) : at])
                if found[1].split()[-1].islower() and full and not self.parties.names(found[1]):
                    return self._known.get(full[-1]) or Identity("third", full[-1], why=("body spoken of",))
            who = self.phrase(found[1], sentence.start)
            return who if who is not None and collective(who) else None
        if self.body is None or self.last is not self.body or at - self._body_at >= RECENT:
            return None
        since = self.parties.names(self.text[self._body_at : at])
        other = next((one.party for one in reversed(since) if one.party != self.body.party), None)
        return self.before.party(other, None, "party spoken of since") if other else self.body


def _taken(text: str, end: int, parties: Parties) -> PartyRole | None:
    """The party that needed some time to say it: It took the firm an hour to answer; `end` is that of "it"."""
    found = _TOOK.match(text, end)
    names = parties.names(found[1]) if found else ()
    return names[0].party if names and names[0].start <= 4 else None
