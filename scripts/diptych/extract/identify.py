"""Who an attribution's speaker is: a party, somebody of it, or somebody else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from diptych.drafts import Article, Attribution
from diptych.extract.affiliation import Affiliations
from diptych.extract.antecedents import Antecedents
from diptych.extract.identity import DETERMINER, NAME, SMALL, Identity, common, is_document, names_its_head, owner
from diptych.extract.lexicon import lexicon
from diptych.extract.offices import offices, words_of
from diptych.extract.papers import Papers
from diptych.extract.parties import Belonging, Parties
from diptych.extract.people import People, narration
from diptych.extract.presumed import presumed
from diptych.records import Actor, PartyRole
from diptych.spans import Span

_PERSONAL = {"he": "he", "she": "she", "him": "he", "her": "she"}
_PRONOUNS = frozenset(("he", "she", "it", "they", "i", "we", "who", "which", "you", "him", "her"))
_CLAUSE = re.compile(r"[,;:—]\s+(?:and\s+|but\s+|while\s+)?")
_LED = re.compile(r"\b(?:led|headed|organised|organized|coordinated) by (?:the\s+)?(" + NAME.pattern + ")")
_OWN_OFFICE = re.compile(r"(.{3,60}?)['’]s\s+(?:own\s+)?(?:office|team|lawyers?|aides?|spokes\w+|staff|department)\b")
_BY = re.compile(r"(?:led|chaired|headed|run|written|set up|founded|commissioned|appointed)\s+by\s")
#: Titles that are no office.
_TITLES = frozenset(("professor", "prof", "doctor", "judge", "justice"))
#: How far back, in code points, the speaker before may be for "the lawyer" or "an official" to be one of theirs.
_NEAR = 500
#: The same for "its", "they", and for "she" where somebody nameless spoke.
_RECENT = 250


def _collective(who: Identity) -> bool:
    """Whether "it" or "they" may mean a speaker: a body or several people, and no one of them."""
    words = words_of(who.name or "")
    single = bool(words) and not who.itself and words[-1] not in offices().collective and not words[-1].endswith("s")
    return not who.person and not (single and offices().office_in(who.name or ""))


#: Things in the plural with what is said of them: Notices sent at night.
_PLURAL = re.compile(r"[A-Z][a-z]+[^s\W]s\s+(?:[a-z]+(?:ed|en|nt)|in|on|of|from|to|about|with)\s")


class Identifier:
    """Tells the speakers of one article, in the order of its attributions."""

    def __init__(
        self,
        article: Article,
        parties: Parties,
        affiliations: Affiliations,
        before: Antecedents,
        actors: Sequence[Actor] = (),
    ) -> None:
        self._text = article.seed.text
        sentences = [one.span for one in article.sentences if one.use != "noise"]
        self._parties = parties
        self._affiliations = affiliations
        self.before = before
        self.people = People(self._text, sentences, affiliations.likely(self._text), affiliations.sexes)
        self._reporting = frozenset(word for name in parties.party("reporting").names for word in words_of(name))
        self._last: Identity | None = None
        self._last_at = 0
        self._body: Identity | None = None
        self._body_at = 0
        self._nameless: Identity | None = None
        self._meant = ("", "", 0)
        self._papers = Papers(before)
        self._known: dict[str, Identity] = {}
        self._vouched = {name.lower(): one for one in actors for name in (one.name, *one.aliases)}

    def who(self, one: Attribution) -> Identity | None:
        """Who says it; None where the attribution names nobody at all."""
        found = self._who(one)
        if found is not None:
            self._last, self._last_at = found, one.content[-1].end
            if _collective(found):
                self._body, self._body_at = found, one.content[-1].end
            self._papers.heard(self._around(one), found)
        return found

    def _around(self, one: Attribution) -> str:
        """The narrator's words before and after what is said, in the sentence that says who speaks."""
        sentence = self.before.sentence(one.cue.start if one.cue else one.content[0].start)
        if sentence is None:
            return ""
        first, last = one.content[0].start, one.content[-1].end
        return self._text[sentence.start : first] + " " + self._text[last : max(last, sentence.end)]

    def asked(self, phrase: str) -> Identity:
        """Whom a phrase means that names who is asked to act: a party, a body, or a group in the words of the text."""
        belonging = self._parties.belongs(phrase)
        if belonging.itself and belonging.party in ("reporting", "responding"):
            return self.before.party(belonging.party, None, "asked")
        name = DETERMINER.sub("", phrase)
        return self._known.get(name) or Identity(belonging.party or "third", name, why=("asked",))

    def continued(self, one: Attribution) -> Identity | None:
        """Who goes on in a quotation without a verb: whom its paragraph named before it, else who spoke last."""
        at = one.content[0].start
        start = self._text.rfind("\n", 0, at) + 1
        named = self.people.within(Span(start, at))
        name = named[-1] if named else None
        last = self._last
        if name is None or (last is not None and last.name == name):
            return self.who(one)
        spoken = one.source is not None and one.source.start >= start
        return self.who(one) if spoken else self.named(name, at)

    def thing(self, one: Attribution) -> bool:
        """Whether the subject of a sentence with quoted words is things, not a name: Notices sent at night were …"""
        mention = one.source.of(self._text) if one.source else ""
        first = words_of(mention)[:1]
        if not first or first[0] in _PRONOUNS or self._person_in(mention) or self._parties.names(mention):
            return False
        plural = one.source is not None and _PLURAL.match(self._text, one.source.start)
        return bool(plural) and first[0] not in offices().any | offices().outsiders | offices().collective

    def going_on(self, one: Attribution) -> Identity | None:
        """Who spoke last in the paragraph of an attribution."""
        at = one.content[0].start
        return self._last if self._last is not None and "\n" not in self._text[self._last_at : at] else None

    def speaker_at(self, start: int, sentence: Span) -> Identity | None:
        """Who speaks in a quotation that has no verb: whom its paragraph names, else who was spoken of last.

        `start` is the paragraph's; what stands before the quotation tells first, then what follows it.
        """
        before = self.people.within(Span(start, sentence.start))
        end = self._text.find("\n", sentence.end)
        name = before[-1] if before else None
        if name is None:
            told = narration(self._text, Span(sentence.end, end if end >= 0 else sentence.end))
            pronoun = re.search(r"(?:^|[.!?]\s+)(He|She)\b", told)
            after = self.people.within(Span(sentence.end, end if end >= 0 else sentence.end))
            if after:
                name = after[0]
            elif pronoun:
                return self._person(sentence.start, pronoun[1].lower(), None)
        if name is None:
            name = self.people.before(sentence.start)
        if name is None:
            return self._last
        return self.named(name, sentence.start)

    def phrase(self, mention: str, at: int) -> Identity | None:
        """Whom a noun phrase means."""
        return self._who(Attribution((Span(at, at),), "indirect", "phrase", source=Span(at, at + len(mention))))

    def reporting(self, why: str) -> Identity:
        """The reporting party."""
        return self.before.party("reporting", None, why)

    def named(self, name: str, at: int) -> Identity:
        """A person by the full name."""
        found = self._named(name, name, at, self._parties.belongs(name))
        self._last, self._last_at = found, at
        return found

    def subject(self, before: str, at: int) -> Identity | None:
        """Whose a quotation is that stands after `before` in its sentence: its clause's subject, or the sentence's."""
        for part in (_CLAUSE.split(before)[-1], before):
            phrase = part.strip()
            first = (words_of(phrase) or [""])[0]
            if first in _PERSONAL:
                return self._person(at, _PERSONAL[first], None)
            if first in ("it", "they"):
                return self.before.thing(at) or self._body
            named = self._person_in(phrase[:60])
            if named is not None and phrase.find(named.split()[-1]) < 50:
                return self._named(named, phrase[:60], at, self._parties.belongs(named))
            names = [name for name in self._parties.names(phrase) if name.start <= 5]
            if names and not re.match(r"['’]s?\s", phrase[names[0].end :]):
                return self.before.party(names[0].party, None, "subject")
            proper = re.match(r"(?:(?:The|the|Mr|Ms|Mrs|Dr)\s+)?(" + NAME.pattern + ")", phrase)
            if proper and (" " in proper[1] or part is before) and words_of(proper[1])[0] not in common():
                name = self._affiliations.full(proper[1])
                return self._named(name, name, at, self._parties.belongs(name))
        return None

    def _who(self, one: Attribution) -> Identity | None:
        if one.source is None and one.speaker is None:
            return None
        at = one.source.start if one.source else one.content[0].start
        mention = one.source.of(self._text) if one.source else one.speaker or ""
        plain = words_of(mention)
        if not plain or set(plain) <= common() - _PRONOUNS:
            return None
        if len(plain) == 1 and plain[0] in _PRONOUNS:
            return self._pronoun(one, plain[0], at)
        whose = owner(mention, at)
        if whose is not None:
            return self._who(replace(one, source=whose, speaker=None))
        if set(plain[:3]) & offices().letters or plain[-1] in offices().letters:
            by = re.search(r"\b(?:by|from|of)\s+(?=(?:the\s+)?[A-Z])", mention)
            if by:
                return self._who(replace(one, source=Span(at + by.end(), at + len(mention)), speaker=None))
            wrote = self._papers.letter(mention)
            if wrote is not None:
                return wrote
            last = self._last
            if last is not None and last.party in ("reporting", "responding"):
                return self.before.party(last.party, None, "letter")
        person = self._person_in(mention)
        vouched = self._actor(mention, person or one.speaker)
        if vouched is not None:
            return vouched
        if person is None and is_document(mention):
            return self._papers.report(mention, at, self._last)
        if _BY.match(mention):
            whole = self.before.sentence(at)
            found = self.before.starts(narration(self._text, Span(whole.start, at)), whole.start) if whole else None
            if found is not None:
                return found
        belonging = self._parties.belongs(mention)
        if person is not None:
            return self._named(person, mention, at, belonging)
        if belonging.itself and belonging.party in ("reporting", "responding"):
            return self.before.party(belonging.party, None, "party's name")
        held = self._office_of(mention, at) if belonging.party is None else None
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
                starts = self.before.starts(narration(self._text, Span(sentence.start, at)), sentence.start)
                if starts is not None:
                    return starts
        if one.speaker and names_its_head(one.speaker, mention):
            name = self._affiliations.full(one.speaker)
            return self._named(name, mention, at, belonging)
        return self._unnamed(mention, at, belonging)

    def _actor(self, mention: str, name: str | None) -> Identity | None:
        """Whom a person has vouched for in actors.yml under the mention's words or name."""
        bare = DETERMINER.sub("", mention.split(",")[0].strip())
        for said in (mention, bare, name or ""):
            actor = self._vouched.get(said.lower())
            if actor is not None:
                return Identity(actor.party, actor.name, False, actor.kind == "person", why=("actors.yml",))
        return None

    def _office_of(self, mention: str, at: int) -> Identity | None:
        """Somebody of a person's own: Ms Lind's office, Mr Brand's lawyers."""
        office = _OWN_OFFICE.match(mention)
        owner = self._affiliations.persons(office[1]) if office else []
        if not owner:
            return None
        held = self._named(owner[-1][1], mention, at, Belonging(None))
        return Identity(held.party, mention, organisation=held.organisation, why=("a person's office",))

    def _person_in(self, mention: str) -> str | None:
        """The known person whom a mention is about: not one within it, as in a lawyer for Ada Lind."""
        for span, name in self._affiliations.persons(mention):
            before, after = mention[: span.start], mention[span.end :]
            if re.search(r"\b(?:of|for|by|with|from|against|who|whose)\s(?:[\w’']+\s)*$", before) or re.match(
                r"['’]s?\s", after
            ):
                continue
            return name
        return None

    def _pronoun(self, one: Attribution, word: str, at: int) -> Identity | None:
        if word in _PERSONAL:
            return self._person(at, _PERSONAL[word], one.speaker)
        if word not in ("it", "they", "which", "who"):
            return None
        found = self.before.thing(at)
        if found is not None and found.why == ("document before",):
            found = self._papers.letter(self.before.told_before(at)) or found
        if found is None and word in ("it", "they") and one.force == "concludes":
            found = self.before.report_before(at) or (self.reporting("who finds") if word == "they" else None)
        if (
            found is None
            and one.speaker
            and words_of(one.speaker)[-1:]
            and words_of(one.speaker)[-1] in offices().documents
        ):
            return self._papers.report("the report", at, self._last)
        if found is not None:
            return found
        if self._body is not None and self._last is self._body and at - self._body_at < _RECENT:
            return self._body
        if one.speaker:
            name = self._affiliations.full(one.speaker)
            belonging = self._parties.belongs(name)
            if belonging.itself and belonging.party in ("reporting", "responding"):
                return self.before.party(belonging.party, None, "pronoun for a party")
            if name in self._known:
                return self._known[name]
            if " " in name or name.isupper():
                return self._named(name, name, at, belonging)
        return self._body or (self._last if self._last is not None and _collective(self._last) else None)

    def _person(self, at: int, sex: str, resolved: str | None) -> Identity | None:
        """Whom "he" or "she" means: the subject before, else whom it meant last or reading resolved it to."""
        name = self.people.subject(at, sex)
        last = self._last
        if name is None and last is not None and self._nameless is last and at - self._last_at < _RECENT:
            return last
        name = name or self._same(at, sex)
        if name is None and resolved:
            full = self._affiliations.full(resolved)
            if self._affiliations.person(full) and self.people.fits(full, sex):
                name = full
        if name is None and last is not None and last.person and last.name and self.people.fits(last.name, sex):
            name = last.name
        name = name or self.people.before(at, sex)
        if name is None:
            return self._last
        self._meant = (name, sex, at)
        return self._named(name, name, at, self._parties.belongs(name))

    def _same(self, at: int, sex: str) -> str | None:
        """Whom the same pronoun meant before in the paragraph, where nobody has been named since."""
        name, was, where = self._meant
        if was != sex or "\n" in self._text[where:at] or self.people.within(Span(where, at)):
            return None
        return name

    def _named(self, name: str, mention: str, at: int, belonging: Belonging) -> Identity:
        """Somebody with a name: by the mention, by what any article says of it, by the office and what is near."""
        if name in self._known:
            return self._known[name]
        vouched = self._actor(name, None)
        if vouched is not None:
            return vouched
        as_name = self._parties.belongs(name)
        if as_name.itself and as_name.party in ("reporting", "responding"):
            return self.before.party(as_name.party, None, "party's name")
        found, why = belonging, "mention"
        if found.party is None:
            found, why = self._affiliations.party(name) or found, "apposition"
        if found.party is None and self._affiliations.person(name):
            phrases = [mention, *(one.phrase for one in self._affiliations.evidence(name))]
            phrases = [one for one in phrases if one.lower() not in _TITLES]
            found, why = self._near(phrases, at), "office"
        person = self._affiliations.person(name)
        identity = Identity(found.party or "third", name, False, person, found.organisation, (why,))
        self._known[name] = identity
        return identity

    def _unnamed(self, mention: str, at: int, belonging: Belonging) -> Identity | None:
        """Somebody without a name: a group in the words of the text."""
        known = offices()
        plain = words_of(mention)
        said = DETERMINER.sub("", mention.split(",")[0].strip())
        name = re.split(r"\s(?:who|whose|which|that)\b", said)[0]
        led = _LED.search(mention)
        if led and belonging.party is None:
            return Identity("third", led[1], why=("led by",))
        proper = NAME.match(name)
        heading = name.lower() in known.reporting
        known_name = proper and proper[0] == name
        if belonging.party is None and not heading and known_name and (" " in name or name.lower() not in common()):
            return Identity("third", name, why=("another body",))
        party, why = belonging.party, "mention"
        last = self._last if at - self._last_at < _NEAR else None
        plural = name.endswith("s") and not name.endswith("ss")
        alone = not plural and " of " not in name and not set(plain) & known.collective
        if mention[:4].lower() == "the " and alone and known.office_in(name):
            before = self.people.subject(at)
            meant = self._named(before, before, at, self._parties.belongs(before)) if before else last
            if meant and meant.person and party in (None, "third", meant.party):
                return meant
        definite = re.match(r"(?:the|its|your|our|their)\s", mention, re.IGNORECASE) or len(plain) == 1
        head = (words_of(re.split(r"\s(?:of|by|from|in|at|for|with)\s", name)[0]) or plain)[-1]
        if party is None and definite and head in known.reporting:
            party, why = "reporting", "who makes reports"
        if (
            party is None
            and last is not None
            and known.office_in(name) == "any"
            and "\n" not in self._text[self._last_at : at]
        ):
            party, why = last.party, "speaker before"
        if party is None:
            party, why = self._near([mention], at).party, "office"
        if party is None and definite and head in known.responding:
            party, why = "responding", "who answers"
        if party in ("reporting", "responding") and self._speaks_for(plain, party):
            return self.before.party(party, None, why)
        found = Identity(party or "third", name, organisation=belonging.organisation, why=(why,))
        if mention[:2].lower() in ("a ", "an") or mention[:4].lower() == "one ":
            self._nameless = found
        return found

    def _speaks_for(self, words: list[str], party: PartyRole) -> bool:
        """Whether a phrase only says that somebody speaks for a party: a spokesman, lawyers for the club."""
        role: Literal["reporting", "responding"] = "reporting" if party == "reporting" else "responding"
        own = {word for name in self._parties.party(role).names for word in words_of(name)}
        known = offices()
        rest = [word for word in words if word not in known.mouthpieces and word not in common() and word not in own]
        return len(rest) < len(words) and not set(rest) - known.bodies - known.documents - known.organisations

    def _near(self, phrases: list[str], at: int) -> Belonging:
        """Where an office without an owner belongs."""
        before, told_at = self.before.party_before(at)
        recent = self._body is not None and at - self._body_at < _RECENT and self._body_at > told_at
        its = self._body.party if self._body and recent else before
        his = self._last.party if self._last else None
        return presumed(phrases, self._parties.state, his, its, before, self._reporting)
