"""Who an attribution's speaker is: a party, somebody of it, or somebody else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from diptych.drafts import Article, Attribution
from diptych.extract.affiliation import Affiliations
from diptych.extract.antecedents import Antecedents
from diptych.extract.belonging import Belonging
from diptych.extract.bodies import RECENT
from diptych.extract.contrary import other_party
from diptych.extract.identity import (
    DETERMINER,
    NAME,
    SMALL,
    Identity,
    common,
    is_document,
    names_its_head,
    owner,
    part_of,
)
from diptych.extract.insiders import gone, inside
from diptych.extract.letters import WRITTEN_BY, WROTE, circular, to_own
from diptych.extract.lexicon import lexicon
from diptych.extract.lists import MARK
from diptych.extract.offices import offices, words_of
from diptych.extract.parties import Parties
from diptych.extract.people import narration
from diptych.extract.pronouns import PERSONAL, Pronouns
from diptych.extract.rules.relayed import PRESS
from diptych.extract.speakable import agentive, speakable
from diptych.records import Actor
from diptych.spans import Span

#: Nouns that tell nothing of somebody without the words after them: a man who runs one of the homes.
_VAGUE = frozenset(("man", "woman", "person", "somebody", "someone", "one", "official", "source", "insider"))
_PRONOUNS = frozenset(
    ("he", "she", "it", "they", "i", "we", "who", "which", "you", "him", "her", "his", "its", "their")
)
_LED = re.compile(r"\b(?:led|headed|organised|organized|coordinated) by (?:the\s+)?(" + NAME.pattern + ")")
_OWN_OFFICE = re.compile(
    r"(.{3,60}?)['’]s\s+(?:own\s+)?(?:office|team|lawyers?|attorneys?|solicitors?|barristers?|counsel"
    r"|agents?|people|panel|colleagues|representatives?|aides?|advis[eo]rs?|spokes\w+|staff|department)\b"
)
#: Those who made a report with somebody: Lind's people.
_TEAM = re.compile(r"['’]s?\s+(?:own\s+)?(?:team|people|colleagues|researchers|investigators|inspectors|auditors)$")
_BY = re.compile(r"(?:led|chaired|headed|run|written|set up|founded|commissioned|appointed)\s+by\s")
#: A quotation and a verb that is the speaker's own.
_SPOKEN = frozenset(("said-after", "said-inverted", "said-quote", "beside"))
_BARE = re.compile(r"[A-Za-z][a-z]+(?:-[a-z]+)?")
#: A surname alone, after the office of its bearer: the permanent secretary, Mr Reed.
_APPOSED = re.compile(r",\s+((?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Judge|Professor)\.?\s+[A-Z][\w'’-]+)$")
#: Somebody who was just named, by what everybody is one of: the German, the 54-year-old.
_BY_TRAIT = re.compile(r"[Tt]he\s+(?:[A-Z][a-z]+(?:an|ese|ish)|\d+-year-old)")
#: Somebody by what they do, who was named before: the dentist, the law student.
_TRADE = re.compile(r"[Tt]he\s+(?:[a-z-]+\s+)?(?:[a-z-]+|\d+-year-old|[A-Z][a-z]+(?:an|ese|ish))")
#: Some of those who were spoken of: one of them told the panel.
_SOME = re.compile(r"(?:[Oo]ne|[Tt]wo|[Ss]everal|[Ss]ome|[Mm]any|[Mm]ost|[Aa]nother)\s+of\s+(?:them|those|these)")
#: One of several who were spoken of, before what is told of that one: one of the two, a fitter, …
_ONE_OF = re.compile(
    r"^(?:one|another|some|two|three|four|several) of (?:the|these|those|them)\b[^,]{0,40},\s+(?=an?\s)", re.IGNORECASE
)
#: More of those who spoke before.
_MORE = frozenset(("another", "others", "some", "many", "several", "a second", "a third"))
#: When somebody says something, before who does: last month the firm's lawyers; on 6 May the company.
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WHEN = re.compile(
    rf"(?:On\s+)?(?:(?:[Ll]ast|[Nn]ext|[Tt]his)\s+(?:day|week|month|year|spring|summer|autumn|winter|{_MONTH}|[A-Z][a-z]+day)"
    rf"|{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH}),?\s+(?=(?:the|its|their|his|her|a|an)\s|[A-Z])"
)
#: How far back, in code points, the speaker before may be for "the lawyer" or "an official" to be one of theirs.
_NEAR = 500
#: A newspaper, and no letter of somebody's: the Post.
_PAPER_NAME = re.compile(r"[Tt]he\s+(?:[A-Z][\w-]+\s+)*[A-Z][\w-]+")
_OPENING = 120  # code points of what is said in which its subject is looked for


def _titled(name: str) -> bool:
    """Whether a name in capitals is an office, and no body: Minister, Permanent Secretary."""
    words, known = words_of(name), offices()
    if not words or len(words) > 3 or words[-1] in known.organisations | known.collective | known.firms:
        return False
    return known.office_in(words[-1]) is not None or any(" ".join(words) in kind for _, kind in known.institutions)


class Identifier(Pronouns):
    """Tells the speakers of one article, in the order of its attributions."""

    def __init__(
        self,
        article: Article,
        parties: Parties,
        affiliations: Affiliations,
        before: Antecedents,
        actors: Sequence[Actor] = (),
    ) -> None:
        super().__init__(article, parties, affiliations, before, actors)
        self._first = parties.first(self.text)

    def who(self, one: Attribution) -> Identity | None:
        """Who says it; None where the attribution names nobody at all."""
        found = None if self.outlet_speaks(one) else self._who(one)
        other = other_party(self.text, one, found, self.parties) if found is not None else None
        if other is not None:
            found = self.before.party(other, None, "against the other")
        if found is not None:
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
        at = one.source.start if one.source else one.content[0].start
        mention = one.source.of(self.text) if one.source else one.speaker or ""
        if one.source is not None and (part := part_of(mention)):
            at, mention = at + part, mention[part:]
        mark = MARK.match(mention)
        mark = mark or _WHEN.match(mention)
        if mark and one.source is not None:
            at, mention = at + mark.end(), mention[mark.end() :]
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
            some = _SOME.fullmatch(mention)
            return Identity("third", mention, why=("some of those before",)) if some else None
        if len(plain) == 1 and plain[0] in _PRONOUNS:
            return self._pronoun(one, plain[0], at)
        if _BY_TRAIT.fullmatch(mention) and not self.parties.names(mention):
            subject = self.people.subject(at)
            if subject is not None:
                return self.known_as(subject, subject, at, self.parties.belongs(subject))
            if self.last is not None and self.last.person and at - self.last_at < _NEAR:
                return self.last
        whose = owner(mention, at)
        if whose is not None:
            return self._who(replace(one, source=whose, speaker=None))
        head = words_of(re.split(r",|\s(?:who|which|that)\s", mention, maxsplit=1)[0]) or plain
        written = set(head[:3]) & offices().letters or head[-1] in offices().letters
        if written and not _PAPER_NAME.fullmatch(mention):
            by = WRITTEN_BY.search(mention)
            if by:
                return self._who(replace(one, source=Span(at + by.end(), at + len(mention)), speaker=None))
            his = PERSONAL.get({"his": "he", "her": "she"}.get(plain[0], ""))
            wrote = self.person(at, his, None) if his else self._papers.letter(mention)
            opens = one.content[0].of(self.text)[:_OPENING]
            author = self.person_in(opens) if one.rule == "according-to" and WROTE.search(opens) else None
            if author is not None:
                return self.known_as(author, author, at, self.parties.belongs(author))
            if wrote is None and not his and self._circulated(mention, one):
                wrote = self.before.party("responding", None, "to its own people")
            if wrote is not None:
                self._papers.wrote(mention, wrote)
                return wrote
            last = self.last
            if last is not None and last.party in ("reporting", "responding"):
                return self.before.party(last.party, None, "letter")
        person = self.person_in(mention)
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
        if _BY.match(mention):
            whole = self.before.sentence(at)
            found = self.before.starts(narration(self.text, Span(whole.start, at)), whole.start) if whole else None
            if found is not None:
                return found
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
        held = self._office_of(mention, at) if belonging.party is None or of_person else None
        if held is not None:
            return held
        timely = len(plain) > 1 and plain[1] in lexicon().times
        if (
            (timely or plain[0] in common())
            and plain[0] not in _PRONOUNS
            and mention[:1] not in "Tt"
            and plain[0] not in SMALL
        ):
            sentence = self.before.sentence(at)
            if sentence is not None and sentence.start < at:
                starts = self.before.starts(narration(self.text, Span(sentence.start, at)), sentence.start)
                if starts is not None:
                    told = narration(self.text, Span(sentence.start, at))
                    if starts.why != ("document before",) or self.parties.state or not circular(told):
                        return starts
                    starts = self.before.party("responding", None, "to its own people")
                    self._papers.wrote(told, starts)
                    return starts
        unnamed = at < self._first and not self.parties.names(mention) and belonging.party is None
        if unnamed and person is None and self.parties.makes(mention, self.before.sentence(at), self.text):
            return self.before.party("reporting", None, "who is named later")
        if one.speaker and names_its_head(one.speaker, mention):
            name = self.affiliations.full(one.speaker)
            return self.known_as(name, mention, at, belonging)
        quoted = one.mode == "direct" and one.rule in _SPOKEN and plain[-1] not in lexicon().sets["things"]
        return self._unnamed(mention, at, belonging, quoted)

    def _circulated(self, mention: str, one: Attribution) -> bool:
        """Whether a letter is to people of the responding party."""
        if self.parties.names(mention) or self.parties.state:
            return False
        at = one.source.start if one.source else one.content[0].start
        sentence = self.before.sentence(at)
        told = self.text[one.cue.end + 1 : one.cue.end + 60] if one.cue else ""
        return to_own(mention, told, self.text[max(0, at - RECENT) : sentence.end if sentence else at])

    def _office_of(self, mention: str, at: int) -> Identity | None:
        """Somebody of a person's own: Ms Lind's office, Mr Brand's lawyers."""
        office = _OWN_OFFICE.match(mention)
        owner = self.affiliations.persons(office[1]) if office else []
        if not owner:
            return None
        held = self.known_as(owner[-1][1], mention, at, Belonging(None))
        return Identity(held.party, mention, organisation=held.organisation, why=("a person's office",))

    def _unnamed(self, mention: str, at: int, belonging: Belonging, quoted: bool) -> Identity | None:
        """Somebody without a name: a group in the words of the text; who speaks in a quotation may be any noun."""
        known = offices()
        mention = _ONE_OF.sub("", mention)
        plain = words_of(mention)
        again = self.again(mention, belonging, at)
        if again is not None:
            return again
        said = DETERMINER.sub("", mention.split(",")[0].strip())
        name = re.split(r"\s(?:who|whose|which|that)\b", said)[0]
        led = _LED.search(mention)
        if led and belonging.party is None:
            return Identity("third", led[1], why=("led by",))
        proper = NAME.match(name)
        heading = name.lower() in known.reporting
        known_name = proper and proper[0] == name and not _titled(name)
        if belonging.party is None and not heading and known_name and (" " in name or name.lower() not in common()):
            return Identity("third", name, why=("another body",))
        if not quoted and not speakable(mention) and not self.parties.names(mention):
            return None
        party, why = belonging.party, "mention"
        unnamed = at < self._first and party in (None, "third") and belonging.organisation is None
        if unnamed and self.parties.makes(name, self.before.sentence(at), self.text):
            return self.before.party("reporting", None, "who is named later")
        last = self.last if at - self.last_at < _NEAR else None
        bare = re.split(r"\s(?:of|for|at|in|from|to|on)\s", name)[0]
        plural = bare.endswith("s") and not bare.endswith("ss")
        alone = (
            not plural
            and (" of " not in name or party in ("reporting", "responding"))
            and not set(plain) & known.collective
        )
        if alone and (known.office_in(name) or (_TRADE.fullmatch(mention) and agentive(name))):
            meant = self.holder(mention, at, party, last)
            if meant is not None:
                return meant
        definite = re.match(r"(?:the|its|your|our|their)\s", mention, re.IGNORECASE) or len(plain) == 1
        head = (words_of(re.split(r"\s(?:of|by|from|in|at|for|with)\s", name)[0]) or plain)[-1]
        if party is None and belonging.organisation is None and plain[-1].startswith("spokes") and len(plain) < 3:
            spoken = self._spoken_of(at)
            if spoken is not None:
                return spoken
        if party is None and definite and head in known.reporting:
            party, why = "reporting", "who makes reports"
            if len(plain) <= 2:
                return self.before.party(party, None, why)
        if party is None and self.kindred(mention):
            party, why = self.kindred(mention), "office of its kind"
        if party is None and inside(mention, at, self.text, self.before):
            party, why = "responding", "works there"
        if party is None and gone(mention):
            party, why = "third", "left"
        if (
            party is None
            and last is not None
            and known.office_in(name) == "any"
            and "\n" not in self.text[self.last_at : at]
        ):
            party, why = last.party, "speaker before"
        if party is None:
            party, why = self.near([mention], at).party, "office"
        other = self.goes_on_as(mention, at)
        if other is not None:
            return other
        if party is None and definite and head in known.responding:
            party, why = "responding", "who answers"
            if self.parties.firm and len(name.split()) == 1:
                return self.before.party(party, None, why)
        if party in ("reporting", "responding") and self.parties.voiced(plain, party):
            return self.before.party(party, None, why)
        name = said if name.lower() in _VAGUE and len(said.split()) < 12 else name
        found = Identity(party or "third", name, organisation=belonging.organisation, why=(why,))
        titled = _APPOSED.search(mention)
        if titled:
            found = replace(found, name=titled[1], person=True)
            self._known[titled[1]] = found
        if mention[:2].lower() in ("a ", "an") or mention[:4].lower() == "one ":
            self._nameless = found
        return found
