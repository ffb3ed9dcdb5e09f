"""Whose quotations are that no verb of saying goes with: by who is named beside them."""

from __future__ import annotations

import re

from diptych.drafts import Attribution
from diptych.extract.identify import Identifier
from diptych.extract.identity import NAME, Identity, common
from diptych.extract.offices import offices, words_of
from diptych.extract.people import narration
from diptych.extract.pronouns import PERSONAL
from diptych.extract.speakable import speakable
from diptych.extract.stances import WHILE
from diptych.spans import Span

_CLAUSE = re.compile(r"[,;:—]\s+(?:and\s+|but\s+|while\s+)?")
#: The heading of an entry of a live blog, which starts with the time of day.
_ENTRY = re.compile(r"^[ \t]*\(?(?:[01]?\d|2[0-4])[:.][0-5]\d\b.*$", re.MULTILINE)
#: Things in the plural with what is said of them: Notices sent at night.
_PLURAL = re.compile(r"[A-Z][a-z]+[^s\W]s(?:,\s+|\s+)(?:[a-z]+(?:ed|en|nt)|in|on|of|from|to|about|with)\s")
#: What is a body's: Larch's | board.
_OWNED = re.compile(r"['’]s?\s+(?:[a-z-]+\s+)?[a-z-]+\b")


class Loose:
    """Reads quotations without a verb in one article, with who is known of those who speak in it."""

    def __init__(self, text: str, identifier: Identifier) -> None:
        self._text = text
        self._who = identifier
        self._headings = [Span(*match.span()) for match in _ENTRY.finditer(text)]

    def continued(self, one: Attribution) -> Identity | None:
        """Who goes on in a quotation without a verb: whom its paragraph named before it, else who spoke last."""
        at = one.content[0].start
        answer = self._answer(at)
        if answer is not None:
            return answer
        start = self._text.rfind("\n", 0, at) + 1
        named = self._who.people.within(Span(start, at))
        name = named[-1] if named else None
        last = self._who.last
        if name is None or (last is not None and last.name == name):
            return self._who.who(one)
        spoken = one.source is not None and one.source.start >= start
        return self._who.who(one) if spoken else self._who.named(name, at)

    def _answer(self, at: int) -> Identity | None:
        """Who answers, in a quotation at a place, what an entry of a live blog asks."""
        found = self._who.floor.answers(at)
        if found is None:
            return None
        name, place = found
        if name is not None:
            return self._who.named(name, at)
        return (
            self._who.person(place, PERSONAL[self._text[place : place + 3].strip().lower()], None)
            if place >= 0
            else None
        )

    def holder(self, at: int) -> Identity | None:
        """Who has the floor at a place in an entry of a live blog that names nobody before it."""
        name = self._who.floor.holder(at)
        return self._who.named(name, at) if name is not None else None

    def own(self, one: Attribution) -> Identity | None:
        """Whose quoted words in a narrator's sentence are: its subject's, or, where that is things, who spoke last."""
        mention = one.source.of(self._text) if one.source else ""
        first = words_of(mention)[:1]
        known = offices()
        things = one.source is not None and _PLURAL.match(self._text, one.source.start)
        if not things or not first or first[0] in known.any | known.outsiders | known.collective:
            return self._who.who(one)
        last, at = self._who.last, one.content[0].start
        return last if last is not None and "\n" not in self._text[self._who.last_at : at] else None

    def speaker_at(self, start: int, sentence: Span) -> Identity | None:
        """Who speaks in a quotation that has no verb: whom its paragraph names, else who was spoken of last.

        `start` is the paragraph's; what stands before the quotation tells first, then what follows it.
        """
        answer = self._answer(sentence.start)
        if answer is not None:
            return answer
        before = self._who.people.within(Span(start, sentence.start))
        end = self._text.find("\n", sentence.end)
        name = before[-1] if before else None
        told = narration(self._text, Span(start, sentence.start))
        pronoun = re.search(r"(?:^|[.!?]\s+)(He|She)\b", told) if name is None else None
        if pronoun:
            return self._who.person(start + pronoun.start(1), pronoun[1].lower(), None)
        if name is None:
            told = narration(self._text, Span(sentence.start, end if end >= 0 else sentence.end))
            pronoun = re.search(r"\b(he|she)\b", told, re.IGNORECASE)
            after = self._who.people.within(Span(sentence.end, end if end >= 0 else sentence.end))
            if after:
                name = after[0]
            elif pronoun:
                return self._who.person(sentence.start, pronoun[1].lower(), None)
        name = name or self._headed(sentence.start) or self._who.people.before(sentence.start)
        return self._who.named(name, sentence.start) if name is not None else self._last(sentence.start)

    def _last(self, at: int) -> Identity | None:
        """Who spoke last; a party that spoke itself only in the sentence before."""
        last, before = self._who.last, self._who.before.previous(at)
        apart = last is not None and last.itself and before is not None and before.start > self._who.last_at
        return None if apart else last

    def _headed(self, at: int) -> str | None:
        """Whom the heading of a live blog's entry names, where nobody has been named since: 11.30 Reed on the call."""
        heading = next((one for one in reversed(self._headings) if one.end <= at), None)
        if heading is None or self._who.people.within(Span(heading.end, at)):
            return None
        return next((name for _, name in self._who.affiliations.persons(heading.of(self._text))), None)

    def _named(self, word: str) -> bool:
        """Whether a word has its capital within a sentence too: Fees, which only begin one, are nobody."""
        return re.search(rf"[\w,;]\s+{re.escape(word)}\b", self._text) is not None

    def subject(self, before: str, at: int) -> Identity | None:
        """Whose a quotation is that stands after `before` in its sentence: its clause's subject, or the sentence's."""
        doing = WHILE.match(before)
        before = before[doing.end() :] if doing else before
        known = offices()
        for part in (_CLAUSE.split(before)[-1], before):
            phrase = part.strip()
            first = (words_of(phrase) or [""])[0]
            if first in PERSONAL:
                return self._who.person(at, PERSONAL[first], None)
            if first in ("it", "they"):
                return self._who.before.thing(at) or self._who.last or self._who.body
            named = self._who.person_in(phrase[:60])
            if named is not None and phrase.find(named.split()[-1]) < 50:
                return self._who.known_as(named, phrase[:60], at, self._who.parties.belongs(named))
            names = [name for name in self._who.parties.names(phrase) if name.start <= 5]
            owned = _OWNED.match(phrase, names[0].end) if names else None
            body = owned is not None and words_of(owned[0])[-1] in known.collective
            if names and (body or not re.match(r"['’]s?\s", phrase[names[0].end :])):
                return self._who.before.party(names[0].party, None, "subject")
            proper = re.match(r"(?:(?:The|the|Mr|Ms|Mrs|Dr)\s+)?(" + NAME.pattern + ")", phrase)
            alone = proper is not None and (" " in proper[1] or (part is before and self._named(proper[1])))
            if proper and alone and speakable(proper[1]) and words_of(proper[1])[0] not in common():
                name = self._who.affiliations.full(proper[1])
                return self._who.known_as(name, name, at, self._who.parties.belongs(name))
        return None
