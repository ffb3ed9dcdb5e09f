"""Who an attribution's speaker is: a party, somebody of it, or somebody else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from diptych.drafts import Attribution
from diptych.extract.brackets import bracketed
from diptych.extract.contrary import other_party
from diptych.extract.firstnames import called
from diptych.extract.identity import (
    DETERMINER,
    SMALL,
    Identity,
    common,
    is_document,
    names_its_head,
    owner,
    part_of,
    past,
)
from diptych.extract.letters import WROTE, asked, circular, from_some, to_own, written_by
from diptych.extract.lexicon import lexicon
from diptych.extract.lists import MARK
from diptych.extract.offices import offices, words_of
from diptych.extract.people import narration
from diptych.extract.person_names import POSSESSIVE
from diptych.extract.persons import RECENT
from diptych.extract.pronouns import PERSONAL
from diptych.extract.rules.relayed import PRESS
from diptych.extract.speakable import speakable
from diptych.extract.times import when
from diptych.extract.unnamed import NEAR, TRAIT, Unnamed
from diptych.spans import Span

_PRONOUNS = frozenset(
    ("he", "she", "it", "they", "i", "we", "who", "which", "you", "him", "her", "his", "its", "their")
)
#: Those who made a report with somebody: Lind's people.
_TEAM = re.compile(r"['’]s?\s+(?:own\s+)?(?:team|people|colleagues|researchers|investigators|inspectors|auditors)$")
#: A quotation and a verb that is the speaker's own.
_SPOKEN = frozenset(("said-after", "said-inverted", "said-quote", "beside"))
_BARE = re.compile(r"[A-Za-z][a-z]+(?:-[a-z]+)?")
#: Somebody who was just named, by what everybody is one of: the German, the 54-year-old.
_BY_TRAIT = re.compile(rf"[Tt]he\s+{TRAIT}")
#: Some of those who were spoken of: one of them told the panel.
_SOME = re.compile(r"(?:[Oo]ne|[Tt]wo|[Ss]everal|[Ss]ome|[Mm]any|[Mm]ost|[Aa]nother)\s+of\s+(?:them|those|these)")
_ANYBODY = re.compile(r"[Ss]ome(?:one|body)")
#: More of those who spoke before.
_MORE = frozenset(("another", "others", "some", "many", "several", "a second", "a third"))
#: A newspaper, and no letter of somebody's: the Post.
_PAPER_NAME = re.compile(r"[Tt]he\s+(?:[A-Z][\w-]+\s+)*[A-Z][\w-]+")
#: A part of what was spoken of: the chapter he read, the one about pay, which finds.
_PART = re.compile(r"[Tt]he\s+ones?\s+(?:about|on|dealing\s+with|devoted\s+to|headed|titled|entitled)\s")
_OPENING = 120  # code points of what is said in which its subject is looked for


class Identifier(Unnamed):
    """Tells the speakers of one article, in the order of its attributions."""

    def who(self, one: Attribution) -> Identity | None:
        """Who says it; None where the attribution names nobody at all."""
        found = None if self.outlet_speaks(one) else self._who(one)
        other = other_party(self.text, one, found, self.parties) if found is not None else None
        if other is not None:
            found = self.before.party(other, None, "against the other")
        if found is not None:
            if not bracketed(self.text, one.content[0].start):
                self.heard(one, found)
            self._note(one.content[-1].end)
            self._papers.heard(self.text, one, found)
        return found

    def asked(self, phrase: str) -> Identity:
        """Whom a phrase means that names who is asked to act: a party, a body, or a group in the words of the text."""
        belonging = self.parties.belongs(phrase)
        if belonging.itself and belonging.party in ("reporting", "responding"):
            return self.before.party(belonging.party, None, "asked")
        name = DETERMINER.sub("", phrase)
        return self._known.get(name) or Identity(belonging.party or "third", name, why=("asked",))

    def phrase(self, mention: str, at: int) -> Identity | None:
        """Whom a noun phrase means."""
        return self._who(Attribution((Span(at, at),), "indirect", "phrase", source=Span(at, at + len(mention))))

    def told_of(self, one: Attribution) -> Identity:
        """Who tells what somebody is said to have done: the responding party that spoke just before, or the report."""
        last, at = self.last, one.content[0].start
        self._who(one)
        near = last is not None and "\n" not in self.text[self.last_at : at] and last.party == "responding"
        return last if last is not None and near else self.reporting("hearsay")

    def _who(self, one: Attribution) -> Identity | None:
        if one.source is None and one.speaker is None:
            return None
        at, mention = self._mention(one)
        one = past(one, one.source.of(self.text)[: at - one.source.start]) if one.source else one
        plain = words_of(mention)
        if len(plain) == 1 and plain[0] in offices().figures:
            near = self.last if "\n" not in self.text[self.last_at : at] else None
            return self.before.report_before(at) or (near if near is not None and near.party == "reporting" else None)
        if plain and {plain[-1], "-".join(plain[-2:])} & lexicon().sets["signs"]:
            bearer = self.people.within(Span(self.text.rfind("\n", 0, at) + 1, at))
            return self.named(bearer[-1], at) if bearer else None
        if mention == "One" and one.mode == "indirect" and one.cue is not None and one.cue.start > at:
            return None  # anybody: One would hope so
        if mention.lower() in _MORE and self.last is not None and not self.last.person and not self.last.itself:
            return self.last
        if not plain or set(plain) <= common() - _PRONOUNS:
            some = _SOME.fullmatch(mention) or (one.mode == "direct" and _ANYBODY.fullmatch(mention))
            return Identity("third", mention, why=("some of those before",)) if some else None
        if len(plain) == 1 and plain[0] in _PRONOUNS:
            return self._pronoun(one, plain[0], at)
        if _BY_TRAIT.fullmatch(mention) and not self.parties.names(mention):
            subject = self.people.subject(at)
            if subject is not None:
                return self.known_as(subject, subject, at, self.parties.belongs(subject))
            if self.last is not None and self.last.person and at - self.last_at < NEAR:
                return self.last
        whose = owner(mention, at)
        if whose is not None:
            return self._who(replace(one, source=whose, speaker=None))
        head = words_of(re.split(r",|\s(?:who|which|that)\s", mention, maxsplit=1)[0]) or plain
        written = set(head[:3]) & offices().letters or head[-1] in offices().letters
        if written and not _PAPER_NAME.fullmatch(mention):
            by = written_by().search(mention)
            some = from_some().search(mention) if by is None else None
            if some and (self.parties.names(mention[some.end() :]) or speakable(mention[some.end() :])):
                by = some
            if by:
                return self._who(replace(one, source=Span(at + by.end(), at + len(mention)), speaker=None))
            writer = self._writer(one, mention, at, plain[0])
            if writer is not None:
                return writer
        if _PART.match(mention):
            return self._papers.report("the report", at, self.last)
        if self.before.titled(mention):
            return self._papers.report(mention, at, self.last)
        person = self.person_in(mention) or self._single(mention)
        vouched = self.namesake(mention, at, person) or self.vouched(mention, person or one.speaker)
        if vouched is not None:
            return vouched
        newspaper = (plain[-1] == "paper" and PRESS.search(self.text)) or (written and _PAPER_NAME.fullmatch(mention))
        if person is None and is_document(mention) and not newspaper:
            said = self._aside(at) if mention[:4].lower() in ("its ", "thei") else None
            if said is not None and said.party in ("reporting", "responding"):
                return self.before.party(said.party, None, "its document")
            return self._papers.report(mention, at, self.last)
        named = self.parties.names(mention) if plain[-1] in offices().documents else ()
        if named and len(mention[named[-1].end :].split()) == 1 and not newspaper:
            return self.before.party(named[-1].party, None, "its document")  # a University of Larch study
        return self._told(one, mention, at, person)

    def _single(self, mention: str) -> str | None:
        """Somebody with one name alone whom a mention starts with, or names behind whose kin it is."""
        starts = called(mention)
        found = starts[0] if starts else mention
        return found if found in self.people.singles and not self.parties.names(found) else None

    def _told(self, one: Attribution, mention: str, at: int, person: str | None) -> Identity | None:
        """Whom a mention means by its words: a party, a person whom it names, somebody of a body, somebody unnamed."""
        plain = words_of(mention)
        belonging = self.parties.belongs(mention)
        if mention.isupper() and not belonging.itself:
            belonging = self.parties.belongs(mention.lower())  # SCANDAL HOSPICE BOSS
        if one.rule == "heading" and person is None and not belonging.itself and not speakable(mention):
            return None  # what it is about: Hospice row
        if _BARE.fullmatch(mention) and (bare := self.parties.belongs(f"the {mention.lower()}")).itself:
            belonging = bare  # a headline has no articles: regulator alleges …
        if person is not None:
            return self.known_as(person, mention, at, belonging)
        if belonging.itself and belonging.party in ("reporting", "responding"):
            return self.other_body(one, mention, at) or self.before.party(belonging.party, None, "party's name")
        if belonging.party == "reporting" and _TEAM.search(mention):
            return self.before.party("reporting", None, "who made it together")
        of_person = belonging.organisation and self.affiliations.persons(belonging.organisation)
        held = self.office_of(mention, at) if belonging.party is None or of_person else None
        if held is not None:
            return held
        starts = self._starts(mention, at, plain)
        if starts is not None:
            return starts
        maker = self.named_later(mention, at) if belonging.party is None and not self.parties.names(mention) else None
        if maker is not None:
            return maker
        if one.speaker and names_its_head(one.speaker, mention):
            name = self.affiliations.full(one.speaker)
            return self.known_as(name, mention, at, belonging)
        quoted = one.mode == "direct" and one.rule in _SPOKEN and plain[-1] not in lexicon().sets["things"]
        return self.unnamed(mention, at, belonging, quoted)

    def _mention(self, one: Attribution) -> tuple[int, str]:
        """Where the speaker is mentioned, and how: a list's mark, a date and a part of a document are left out."""
        if one.source is None:
            return one.content[0].start, one.speaker or ""
        at, mention = one.source.start, one.source.of(self.text)
        part = part_of(mention)
        at, mention = at + part, mention[part:]
        if one.rule == "noun":
            mention = POSSESSIVE.sub("", mention)  # the firm's claim
        mark = MARK.match(mention) or when().match(mention)
        return (at + mark.end(), mention[mark.end() :]) if mark else (at, mention)

    def _writer(self, one: Attribution, mention: str, at: int, first: str) -> Identity | None:
        """Whose a letter is of which its mention, that starts with the word `first`, does not tell it."""
        his = PERSONAL.get({"his": "he", "her": "she"}.get(first, ""))
        wrote = self.person(at, his, None) if his else self._papers.letter(mention)
        opens = one.content[0].of(self.text)[:_OPENING]
        author = self.person_in(opens) if one.rule == "according-to" and WROTE.search(opens) else None
        if author is not None:
            return self.known_as(author, author, at, self.parties.belongs(author))
        asker = asked(opens) if one.rule == "according-to" else None
        if asker is not None and self.parties.belongs(asker[1]).party is not None:
            return self.phrase(asker[1], one.content[0].start + asker.start(1))
        if wrote is None and not his and self._circulated(mention, one):
            wrote = self.before.party("responding", None, "to its own people")
        if wrote is not None:
            self._papers.wrote(mention, wrote)
            return wrote
        near, told_at = self.before.party_before(at)
        if near in ("reporting", "responding") and "\n" not in self.text[told_at:at]:
            return self.before.party(near, None, "letter")  # The firm has replied. A statement calls it …
        last = self.last
        if last is not None and last.party in ("reporting", "responding"):
            return self.before.party(last.party, None, "letter")
        return None

    def _starts(self, mention: str, at: int, plain: Sequence[str]) -> Identity | None:
        """Who a sentence starts with, where a mention further on is none but a time, or starts with a small word."""
        timely = len(plain) > 1 and plain[1] in lexicon().times
        if not (timely or plain[0] in common()) or plain[0] in _PRONOUNS | SMALL or mention[:1] in "Tt":
            return None
        sentence = self.before.sentence(at)
        if sentence is None or sentence.start >= at:
            return None
        told = narration(self.text, Span(sentence.start, at))
        starts = self.before.starts(told, sentence.start)
        if starts is None or starts.why != ("document before",) or self.parties.state or not circular(told):
            return starts
        own = self.before.party("responding", None, "to its own people")
        self._papers.wrote(told, own)
        return own

    def _circulated(self, mention: str, one: Attribution) -> bool:
        """Whether a letter is to people of the responding party."""
        if self.parties.names(mention) or self.parties.state:
            return False
        at = one.source.start if one.source else one.content[0].start
        sentence = self.before.sentence(at)
        told = self.text[one.cue.end + 1 : one.cue.end + 60] if one.cue else ""
        return to_own(mention, told, self.text[max(0, at - RECENT) : sentence.end if sentence else at])
