"""Whom "he" and "she" mean in one article."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

from diptych.extract.bodies import Bodies
from diptych.extract.identity import Identity
from diptych.extract.lexicon import lexicon
from diptych.extract.offices import words_of
from diptych.extract.people import narration
from diptych.extract.person_names import personal
from diptych.extract.persons import OFFICE, RECENT
from diptych.lexicons import wordset
from diptych.spans import Span

#: How far back "he" may have meant whom it means in the next paragraph, where nobody else has spoken.
_NEXT = 400
#: Whom somebody answers, before who does: To Ms Lind's account that …, he replied.
_REPLIES = re.compile(r"(?:In\s+(?:reply|response|answer)\s+)?[Tt]o\s[^;:“”\"\n]{3,160}\s$")
#: An office that a question asks about: What would the professor do?
_ASKED_OF = re.compile(
    r"(?:(?:And|So|But)\s+)?(?:What|Why|How|Where|When|Does|Did|Is|Was|Will|Would|Could|Should|Has)\b[^?]{0,30}?\s"
    r"(the\s+(?:[a-z-]+\s+)?[a-z-]+)\s+[^?]*\?"
)
#: Two or three words as names have them, which no article goes before.
_FULL = re.compile(r"(?<![Tt]he )\b((?:[A-Z][\w'’-]+\s){1,2}[A-Z][\w'’-]+)\b")


def other(name: str, sex: str) -> bool:
    """Whether somebody without a name can't be whom "he" or "she" means: the man, she."""
    head = words_of(re.split(r"\s(?:of|from|in|at|with|who)\s", name)[0])[-1:]
    return not wordset("speakers", "she" if sex == "he" else "he").isdisjoint(head)


class HeOrShe(Bodies, ABC):
    """The persons whom the pronouns of one article mean, in the order in which it speaks of them."""

    def person(self, at: int, sex: str, resolved: str | None) -> Identity | None:
        """Whom "he" or "she" means: the subject before, else whom it meant last or reading resolved it to."""
        whole = self.before.sentence(at)
        if whole is not None and _REPLIES.match(self.text, whole.start, at):
            at = whole.start
        name = self.people.starts(at, sex) or self._entry(at, sex) or self.people.subject(at, sex)
        if name is None and (new := self._new(at, sex)) is not None:
            return self.known_as(new, new, at, self.parties.belongs(new))
        last = self.last
        nameless = last if last is not None and self._nameless is last and at - self.last_at < RECENT else None
        if name is None and nameless is not None and not other(nameless.name or "", sex):
            return nameless
        name = name or self._office_before(at, sex) or self._just(at, sex) or self._same(at, sex)
        name = name or self.people.near(at, sex)
        if name is None and resolved:
            full = self.affiliations.full(resolved)
            if self.affiliations.person(full) and self.people.fits(full, sex):
                name = full
        apart = last is None or last.person or "\n" in self.text[self.last_at : at]
        since = self.last_at if apart else self.text.rfind("\n", 0, at)
        name = name or self.people.single(Span(max(since, at - _NEXT), at), sex)
        if name is None and last is not None and last.person and last.name and self.people.fits(last.name, sex):
            name = last.name
        name = name or self.people.before(at, sex) or self._personal(at)
        if name is None:
            return self.somebody(at, sex)
        self._meant = (name, sex, at)
        return self.known_as(name, name, at, self.parties.belongs(name))

    @abstractmethod
    def somebody(self, at: int, sex: str) -> Identity | None:
        """Whom it means where nothing tells a name."""

    def _new(self, at: int, sex: str) -> str | None:
        """Who is the subject of the sentence before in the paragraph, where nothing else tells that it is a person."""
        sentence = self.before.previous(at)
        if sentence is None or "\n" in self.text[sentence.start : at] or self.people.within(sentence):
            return None
        single = self.people.single(Span(sentence.start, sentence.end), sex)
        if single is not None:
            return single
        told = narration(self.text, sentence)
        for match in _FULL.finditer(told):
            verb = words_of(told[match.end() :])[:1]
            acts = verb and lexicon().tags.get(verb[0]) in ("V", "A") and told[match.end() : match.end() + 1] == " "
            leads = match.start() == 0 or told[: match.start()].endswith(", ")
            if acts and leads and personal(match[1]) and not self.parties.names(match[1]):
                return match[1]
        return None

    def _personal(self, at: int) -> str | None:
        """What looks most like a person's name in the sentence before, where none is known as one."""
        sentence = self.before.previous(at)
        told = narration(self.text, sentence) if sentence is not None else ""
        found = (match[1] for match in _FULL.finditer(told) if not self.parties.names(match[1]) and personal(match[1]))
        return next(found, None)

    def _entry(self, at: int, sex: str) -> str | None:
        """Whom an entry of a live blog goes on about that has named nobody."""
        holder = self.floor.holder(at, sex)
        return holder and (self._office_before(at, sex) or self._same(at, sex, near=True) or holder)

    def _office_before(self, at: int, sex: str) -> str | None:
        """Who holds the office that the sentence before starts with, in the same paragraph."""
        sentence = self.before.previous(at)
        if sentence is None or "\n" in self.text[sentence.start : at]:
            return None
        told = self.before.told_before(at)
        found = OFFICE.match(told) or _ASKED_OF.match(told)
        if found and found.re is _ASKED_OF:
            titled = self.holders.titled(found[1], "")
            if titled and self.people.fits(titled, sex):
                return titled
        name = self.holders.of(found[1], None, self._words[0] | self._words[1]) if found else None
        return name if name and self.people.fits(name, sex) else None

    def _just(self, at: int, sex: str) -> str | None:
        """Who has just spoken by an office in a paragraph that names nobody: the professor said …; she said."""
        last = self.last
        if last is None or not last.person or not last.name or "\n" in self.text[self.last_at : at]:
            return None
        fits = self.people.fits(last.name, sex) and not self.people.within(Span(self.last_at, at))
        start = self.text.rfind("\n", 0, at) + 1
        return last.name if fits and not self.people.within(Span(start, at)) else None

    def _same(self, at: int, sex: str, near: bool = False) -> str | None:
        """Whom the same pronoun meant before in the paragraph, where nobody has been named since.

        In the paragraph before as well, where nobody else has spoken, unless it is to be `near`.
        """
        name, was, where = self._meant
        other = self.last is None or (self.last.person and self.last.name != name)
        far = "\n" in self.text[where:at] and (near or at - where > _NEXT or other)
        if was != sex or far or self.people.within(Span(where, at)):
            return None
        return name
