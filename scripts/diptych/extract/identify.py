"""Who an attribution's speaker is: a party, somebody of it, or somebody else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from diptych.drafts import Article, Attribution
from diptych.extract.affiliation import Affiliations
from diptych.extract.offices import offices, words_of
from diptych.extract.parties import Belonging, Parties
from diptych.extract.reports import Reports
from diptych.records import PartyRole

_PRONOUNS = frozenset(["he", "she", "it", "they", "i", "we", "who", "which", "you"])
_CLAUSE = re.compile(r"[,;:—]\s+(?:and\s+|but\s+|while\s+)?")
_STARTS = frozenset(
    (
        *"in on at after before as when while if for with from but and yet so also what that this these those there".split(),
    )
)
_DETERMINER = re.compile(r"^(?:the|a|an|its|his|her|their|this|that|one|some|another)\s+", re.IGNORECASE)
_NAME = re.compile(r"(?:[A-Z][\w.'’-]*)(?:\s+(?:(?:of|for|de|van|von|al|bin|&|the)\s+)*[A-Z][\w.'’-]*)*")


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody who speaks: `party` is None where nothing tells; `itself` says that it is the party that speaks."""

    party: PartyRole | None
    name: str | None
    itself: bool = False
    person: bool = False
    organisation: str | None = None
    why: tuple[str, ...] = ()


class Identifier:
    """Tells the speakers of one article, in the order of its attributions."""

    def __init__(self, article: Article, parties: Parties, affiliations: Affiliations) -> None:
        self._text = article.seed.text
        self._sentences = [one.span for one in article.sentences if one.use != "noise"]
        self._parties = parties
        self._affiliations = affiliations
        self._reports = Reports(self._text, self._sentences, parties)
        self._person: Identity | None = None
        self._person_at = 0
        self._body: Identity | None = None
        self._known: dict[str, Identity] = {}

    def who(self, one: Attribution) -> Identity | None:
        """Who says it; None where the attribution names nobody at all."""
        found = self._who(one)
        if found is not None:
            if found.person:
                self._person, self._person_at = found, one.content[-1].end
            else:
                self._body = found
        return found

    def _who(self, one: Attribution) -> Identity | None:
        if one.source is None and one.speaker is None:
            return None
        at = one.source.start if one.source else one.content[0].start
        mention = one.source.of(self._text) if one.source else one.speaker or ""
        plain = words_of(mention)
        if not plain:
            return None
        if len(plain) == 1 and plain[0] in _PRONOUNS:
            return self._pronoun(one, plain[0])
        if plain[-1] in offices().letters or plain[0] in offices().letters or plain[:2][-1] in offices().letters:
            last = self._person or self._body
            if last is not None and last.party in ("reporting", "responding"):
                return self._party(last.party, None, "letter")
        if self._document(mention):
            owner = self._reports.owner(at, mention)
            return self._party(owner.party, owner.name, "document")
        belonging = self._parties.belongs(mention)
        name = self._affiliations.full(one.speaker) if one.speaker else None
        if belonging.itself and belonging.party in ("reporting", "responding"):
            return self._party(belonging.party, None, "party's name")
        if name:
            return self._named(name, mention, at, belonging)
        return self._unnamed(mention, at, belonging)

    def reporting(self, why: str) -> Identity:
        """The reporting party."""
        return self._party("reporting", None, why)

    def subject(self, before: str, at: int) -> Identity | None:
        """Whose a quotation is that stands after `before` in its sentence: the subject of its clause, or of the sentence."""
        for part in (_CLAUSE.split(before)[-1], before):
            phrase = part.strip()
            first = words_of(phrase)[:1]
            if first and first[0] in ("he", "she"):
                return self._person
            if first and first[0] in ("it", "they"):
                return self._subject(at) or self._body
            names = [name for name in self._parties.names(phrase) if name.start <= 5]
            if names:
                after = phrase[names[0].end :]
                if not re.match(r"['’]s?\s", after):
                    return self._party(names[0].party, None, "subject")
            proper = re.match(r"(?:(?:The|the|Mr|Ms|Mrs|Dr)\s+)?(" + _NAME.pattern + ")", phrase)
            if proper and (" " in proper[1] or part is before) and not words_of(proper[1])[0] in _STARTS:
                name = self._affiliations.full(proper[1])
                return self._named(name, name, at, self._parties.belongs(name))
        return None

    def named(self, name: str, at: int) -> Identity:
        """A person by the full name."""
        found = self._named(name, name, at, self._parties.belongs(name))
        self._person, self._person_at = found, at
        return found

    def _document(self, mention: str) -> bool:
        known = offices()
        head = _DETERMINER.sub("", mention.strip()).split(",")[0]
        last = words_of(re.split(r"\s(?:of|by|from|into|on|about)\s", head)[0])
        return bool(last) and last[-1] in known.documents | known.replies | known.letters

    def _pronoun(self, one: Attribution, word: str) -> Identity | None:
        if word in ("it", "they") and (
            found := self._subject(one.source.start if one.source else one.content[0].start)
        ):
            return found
        if one.speaker:
            name = self._affiliations.full(one.speaker)
            if name in self._known:
                return self._known[name]
            belonging = self._parties.belongs(name)
            if belonging.itself and belonging.party in ("reporting", "responding"):
                return self._party(belonging.party, None, "pronoun for a party")
            at = one.source.start if one.source else one.content[0].start
            return self._named(name, name, at, belonging)
        if word in ("he", "she"):
            return self._person
        if word in ("it", "they"):
            return self._body or self._person
        return None

    def _subject(self, at: int) -> Identity | None:
        """What "it" means where the sentence before starts with a document or a party."""
        places = [span for span in self._sentences if span.start <= at][-2:]
        for sentence in reversed(places):
            if sentence.start >= at - 2:
                continue
            end = min(sentence.end, at)
            text = self._text[sentence.start : end]
            if "\n" in self._text[sentence.start : at]:
                return None
            start = re.match(
                r"(?:[A-Z][\w.'’-]*\s+)?(?:(?:the|its|a|an|his|her)\s+)?[\w’'&-]+(?:\s+[\w’'&-]+){0,5}",
                text,
                re.IGNORECASE,
            )
            phrase = start[0] if start else ""
            for size in range(1, 7):
                head = " ".join(phrase.split()[:size])
                if set(words_of(head)[-1:]) & offices().reporting and head.split()[0].lower() in ("its", "the"):
                    return self._party("reporting", None, "authors before")
                if self._document(head):
                    owner = self._reports.owner(sentence.start, head)
                    return self._party(owner.party, owner.name, "document before")
            names = self._parties.names(text)
            if names and names[0].start <= 4 and not names[0].adjective:
                following = text[names[0].end : names[0].end + 3]
                if not following.startswith(("'", "’")):
                    return self._party(names[0].party, None, "party before")
        return None

    def _party(self, party: PartyRole, name: str | None, why: str) -> Identity:
        role: Literal["reporting", "responding"] = "reporting" if party == "reporting" else "responding"
        if name:
            return Identity(party, name, organisation=self._parties.party(role).name, why=(why,))
        return Identity(party, self._parties.party(role).name, itself=True, why=(why,))

    def _named(self, name: str, mention: str, at: int, belonging: Belonging) -> Identity:
        """Somebody with a name: by the mention, by what any article says of the name, by the office and what is near."""
        if name in self._known:
            return self._known[name]
        as_name = self._parties.belongs(name)
        person = self._personal(name)
        why = "mention"
        if as_name.itself and as_name.party in ("reporting", "responding"):
            return self._party(as_name.party, None, "party's name")
        found = belonging
        if found.party is None:
            found, why = self._affiliations.party(name) or found, "apposition"
        if found.party is None:
            phrases = [mention, *(one.phrase for one in self._affiliations.evidence(name))]
            found, why = self._near(phrases, at), "office"
        identity = Identity(found.party or "third", name, False, person, found.organisation, (why,))
        self._known[name] = identity
        return identity

    def _personal(self, name: str) -> bool:
        words = name.split()
        if set(words_of(name)) & offices().organisations:
            return False
        return len(words) > 1 and words[0][0].isupper()

    def _unnamed(self, mention: str, at: int, belonging: Belonging) -> Identity | None:
        """Somebody without a name: a group in the words of the text."""
        known = offices()
        plain = words_of(mention)
        said = _DETERMINER.sub("", mention.split(",")[0].strip())
        name = re.split(r"\s(?:who|whose|which|that)\b", said)[0]
        led = re.search(
            r"\b(?:led|headed|organised|organized|coordinated) by (?:the\s+)?(" + _NAME.pattern + ")", mention
        )
        if led and belonging.party is None:
            return Identity("third", led[1], organisation=None, why=("led by",))
        proper = _NAME.search(name)
        if belonging.party is None and proper and proper.start() == 0 and proper[0] == name:
            return Identity("third", name, why=("another body",))
        party, why = belonging.party, "mention"
        definite = mention[:4].lower() == "the " and not name.split()[-1].endswith("s")
        office = known.office_in(name)
        if (
            definite
            and office
            and self._person
            and at - self._person_at < 500
            and party in (None, "third", self._person.party)
        ):
            return self._person
        if party is None and set(plain) & known.reporting:
            party, why = "reporting", "who makes reports"
        if party is None:
            found = self._near([mention], at)
            party, why = found.party, "office"
        if party is None and set(plain) & known.responding:
            party, why = "responding", "who answers"
        return Identity(party or "third", name, organisation=belonging.organisation, why=(why,))

    def _near(self, phrases: list[str], at: int) -> Belonging:
        """Where an office without an owner belongs: to whom "its" or "his" means, else to whom such an office is proper."""
        known = offices()
        for phrase in phrases:
            office = known.office_in(phrase)
            if office is None:
                continue
            first = phrase.split()[0].lower() if phrase.split() else ""
            if first in ("his", "her") and self._person is not None:
                return Belonging(self._person.party, office=office)
            if first in ("its", "their"):
                near = self._antecedent(at)
                if near is not None:
                    return Belonging(near, office=office)
            if office == "inquiry":
                return Belonging("reporting", office=office)
            if office == "state" or set(words_of(phrase)) & known.local:
                return Belonging("responding" if self._parties.state else "third", office=office)
            if office == "company":
                return Belonging("third" if self._parties.state else "responding", office=office)
            near = self._antecedent(at)
            return Belonging(near, office=office)
        return Belonging(None)

    def _antecedent(self, at: int) -> PartyRole | None:
        """The party that the sentences just before speak of first."""
        before = [span for span in self._sentences if span.start < at][-4:]
        for sentence in reversed(before):
            end = min(sentence.end, at)
            if self._text[sentence.start : end].lstrip()[:1] in ("“", "‘", '"'):
                continue
            names = [name for name in self._parties.names(self._text[sentence.start : end]) if not name.adjective]
            subject = re.match(
                r"[\s“\"‘]*(?:The\s+)?([A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*)*)", self._text[sentence.start : end]
            )
            if names and (subject is None or names[0].start <= subject.end()):
                return names[0].party
            if (subject and len(subject[1].split()) > 1) or names:
                return names[0].party if names else "third"
        return None
