"""Who the persons are that one article names or means by their office."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from diptych.drafts import Article
from diptych.extract.antecedents import Antecedents
from diptych.extract.belonging import Belonging
from diptych.extract.corpus import Common
from diptych.extract.floors import Floor
from diptych.extract.holders import Holders
from diptych.extract.identity import DETERMINER, SMALL, Identity, collective
from diptych.extract.namesakes import body_named
from diptych.extract.offices import offices, words_of
from diptych.extract.people import People, narration
from diptych.extract.presumed import WHO_IS, Near, of_kind, presumed
from diptych.records import Actor
from diptych.spans import Span
from diptych.values import PartyRole

#: Kinds of office that anybody's trade may be: a chemist.
_TRADES = (None, "any", "inquiry")
#: Titles that are no office.
_TITLES = frozenset(("professor", "prof", "doctor", "judge", "justice"))
#: How far back somebody may have been introduced who is "the engineer" now.
_FAR = 4000
#: How far back, in code points, whoever spoke before may be whom "it", "its" or "the firm" means, or "she" where nobody
#: has a name.
RECENT = 250
#: A surname alone that a title goes before.
_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Baroness)\.?\s+[A-Z]")
#: An office that a sentence starts with, before its verb.
OFFICE = re.compile(
    r"((?:The|Its|Their|[A-Z][\w-]+['’]s)\s+(?:[a-z-]+\s+){0,2}?[a-z-]+)"
    r"\s+(?:was|is|has|had|did|does|would|will|[a-z]+ed)\b"
)
_INSIDE = re.compile(r"\b(?:of|for|by|with|from|against|who|whose)\s(?:[\w’']+\s)*$")
#: What somebody is the head of, right before the name: the head of safety Ada Lind.
_HEADED = re.compile(r"(?:^|\s)(\w[\w-]*)\s+of\s+((?:[a-z][\w-]*\s+){1,3})$")
#: An office of somebody's who has a name: Larch's chairman.
_OWNED = re.compile(r"[A-Z][\w&-]+(?:\s+[A-Z][\w&-]+)*['’]s?\s+[a-z]")
#: What somebody has, which is nobody's office: Ada Lind, | whose union.
_WHOSE = re.compile(r",\s+(?:whose\b|(?!" + WHO_IS.pattern + r")who\s)")
#: An office and a name behind a party's: Lind spokesman Jo Reed.
_NAMED_LATER = re.compile(r"(?:\s+[a-z][\w-]*){1,4}\s+[A-Z][\w'’-]+\s+[A-Z]")


def _heads(before: str) -> bool:
    """Whether what stands before a name is the office of its bearer, with a field of its own."""
    found = _HEADED.search(before)
    if found is None or not offices().office_in(found[1]):
        return False
    field = words_of(found[2])
    return not offices().office_in(found[2]) and field[0] not in SMALL and not set(field) & offices().outsiders


def _by_name(actors: Iterable[Actor]) -> dict[str, Actor]:
    return {name.lower(): one for one in actors for name in (one.name, *one.aliases)}


class Persons:
    """The persons of one article, in the order in which it speaks of them; `last` and `body` are who spoke last."""

    def __init__(self, article: Article, known: Common) -> None:
        self.text = article.seed.text
        sentences = [one.span for one in article.sentences if one.use != "noise"]
        self.parties = known.parties
        self.affiliations = known.affiliations
        self.before = Antecedents(self.text, sentences, known.parties, known.papers)
        self.people = People(self.text, sentences, known.affiliations.likely(self.text), known.affiliations.sexes)
        self.holders = Holders(known.affiliations, self.text)
        self._words = known.parties.words("reporting"), known.parties.words("responding")
        self._kinds = known.parties.kinds("reporting"), known.parties.kinds("responding")
        self._overseers = known.overseers
        self.floor = Floor(self.text, self.people)
        self.last: Identity | None = None
        self.last_at = 0
        self.body: Identity | None = None
        self._body_at = 0
        self._nameless: Identity | None = None
        self._meant = ("", "", 0)
        self._reached: list[int] = []
        self._states: list[tuple[Identity | None, int, Identity | None, int, tuple[str, str, int]]] = []
        self._known: dict[str, Identity] = {}
        actors = known.topic.actors
        self._vouched = _by_name(actors) | _by_name(one for one in actors if one.kind == "person")
        self._vouched_bodies = _by_name(one for one in actors if one.kind != "person")

    def named(self, name: str, at: int) -> Identity:
        """A person by the full name."""
        found = self.known_as(name, name, at, self.parties.belongs(name))
        self.last, self.last_at = found, at
        self._note(at)
        return found

    def rewind(self, at: int) -> None:
        """Goes back to who had spoken, and whom pronouns meant, when reading came to a place."""
        place = bisect_right(self._reached, at) - 1
        found = self._states[place] if place >= 0 else (None, 0, None, 0, ("", "", 0))
        self.last, self.last_at, self.body, self._body_at, self._meant = found

    def _note(self, at: int) -> None:
        """Keeps who has spoken so far, unless reading has gone back."""
        if not self._reached or at >= self._reached[-1]:
            self._reached.append(at)
            self._states.append((self.last, self.last_at, self.body, self._body_at, self._meant))

    def vouched(self, mention: str, name: str | None) -> Identity | None:
        """Whom a person has vouched for in actors.yml under the mention's words or name."""
        bare = DETERMINER.sub("", mention.split(",")[0].strip())
        for said in (mention, bare, name or ""):
            actor = self._vouched.get(said.lower())
            if actor is not None:
                return Identity(actor.party, actor.name, False, actor.kind == "person", why=("actors.yml",))
        return None

    def namesake(self, mention: str, at: int, name: str | None) -> Identity | None:
        """The body that a mention means which has a person's name."""
        body = body_named(self.text, at, mention, name) if name else None
        if body is None:
            return None
        actor = self._vouched_bodies.get(body.lower())
        if actor is not None:
            return Identity(actor.party, actor.name, body=True, why=("actors.yml",))
        return Identity(self.parties.belongs(body).party or "third", body, body=True, why=("a body of that name",))

    def person_in(self, mention: str) -> str | None:
        """The known person whom a mention is about: not one within it, as in a lawyer for Ada Lind."""
        for span, name in self.affiliations.persons(mention):
            before, after = mention[: span.start], mention[span.end :]
            if (_INSIDE.search(before) and not _heads(before)) or re.match(r"['’]s?\s", after):
                continue
            if " " not in span.of(mention) and self.parties.names(span.of(mention)) and _NAMED_LATER.match(after):
                continue  # a party called after its owner, before an office and a name: Lind spokesman Jo Reed
            return name
        return None

    def known_as(self, name: str, mention: str, at: int, belonging: Belonging) -> Identity:
        """Somebody with a name: by the mention, by what any article says of it, by the office and what is near."""
        if name in self._known:
            return self._known[name]
        vouched = self.vouched(name, None)
        if vouched is not None:
            return vouched
        as_name = self.parties.belongs(name)
        if as_name.itself and as_name.party in ("reporting", "responding"):
            return self.before.party(as_name.party, None, "party's name")
        found, why = belonging, "mention"
        if found.organisation and self.affiliations.person(self.affiliations.full(found.organisation)):
            found = Belonging(None, office=found.office)  # somebody's, and where that somebody is all articles tell
        told_of = self.affiliations.party(name) if found.party in (None, "third") else None
        if found.party is None or (told_of is not None and told_of.party == "reporting"):
            found, why = told_of or found, "apposition"  # a former judge who led the inquiry
        if found.party is None and self.affiliations.person(name):
            told = [one for one in self.affiliations.evidence(name) if one.phrase.lower() not in _TITLES]
            here = (one.at for one in told if one.belonging.office and self.text.startswith(name, one.at))
            called = _WHOSE.split(mention, maxsplit=1)[0]
            office = called.removesuffix(" " + name)
            phrases = [called if office.lower() in _TITLES else office, *(one.phrase for one in told)]
            found, why = self.near(phrases, at if offices().office_in(mention) else next(here, at)), "office"
            if found.party in (None, "third") and found.office in _TRADES and (guess := self.affiliations.guess(name)):
                found, why = Belonging(guess), "what they did"
        person = self.affiliations.person(name) or name in self.people.singles or _COURTESY.match(name) is not None
        identity = Identity(found.party or "third", name, False, person, found.organisation, (why,))
        self._known[name] = identity
        return identity

    def holder(self, mention: str, at: int, party: PartyRole | None, last: Identity | None) -> Identity | None:
        """Whom an office means: who is spoken of where nothing tells that it is not theirs, else who alone holds it."""
        before = self.people.subject(at)
        meant = self.known_as(before, before, at, self.parties.belongs(before)) if before else last
        if "'s " in mention or "’s " in mention:
            name = self.holders.of(mention, party, self._words[0] | self._words[1])
            if name:
                return self.known_as(name, name, at, self.parties.belongs(name))
        fits = meant is not None and meant.person and party in (None, "third", meant.party)
        if mention[:4].lower() == "the " and fits and meant and self.holders.may_be(meant.name or "", mention):
            other = self.holders.titled(mention, meant.name or "")
            return self.known_as(other, other, at, self.parties.belongs(other)) if other else meant
        if self._introduced(mention, at):
            return None
        name = self.holders.of(mention, party, self._words[0] | self._words[1])
        if name is None and _OWNED.match(mention) and party in ("reporting", "responding"):
            return self._alone(at, party)
        return self.known_as(name, name, at, self.parties.belongs(name)) if name else None

    def _alone(self, at: int, party: PartyRole) -> Identity | None:
        """The one person whom an article has named so far, and of whom no article tells anything: Larch's chairman."""
        met = {name for _, name in self.affiliations.persons(self.text[max(0, at - _FAR) : at])}
        name = next(iter(met)) if len(met) == 1 else None
        if name and re.search(rf"(?:[A-Z]\w+ and {re.escape(name)}|{re.escape(name)},? and [A-Z])", self.text[:at]):
            return None
        told = self.affiliations.evidence(name) if name else []
        if name is None or at > _FAR or any(one.belonging.party or one.belonging.office for one in told):
            return None
        spoke = self._known.get(name)
        if spoke is not None and spoke.party != "third":
            return None
        self._known[name] = Identity(party, name, person=True, why=("alone before an office",))
        return self._known[name]

    def _introduced(self, mention: str, at: int) -> bool:
        """Whether somebody without a name was introduced as such a one: a pilot …, the pilot."""
        head = words_of(mention.split(",")[0])[-1:]
        new = rf"\b[Aa]n?\s+(?:[\w'’-]+\s+){{0,3}}?{re.escape(head[0])}\b(?!\s+[A-Z])" if head else r"$^"
        found = re.compile(new).finditer(self.text, max(0, at - _FAR), at)
        return any(not self.people.within(Span(one.start(), one.end() + 30)) for one in found)

    def _of_person(self, phrase: str, at: int) -> PartyRole | None:
        """The party of the person whom "his" or "her" means, else of who spoke last."""
        name = self.people.before(at, "he" if phrase[:3].lower() == "his" else "she")
        sentence = self.before.previous(at)
        held = OFFICE.match(narration(self.text, sentence)) if sentence is not None else None
        if (
            sentence is not None
            and held
            and not self.people.within(sentence)
            and "\n" not in self.text[sentence.start : at]
        ):
            belonging = self.parties.belongs(held[1])
            return belonging.party or self.near([held[1]], sentence.start).party
        known = self._known.get(name) if name else None
        if known is None and self.last is not None and not collective(self.last):
            known = self.last
        return known.party if known else None

    def kindred(self, phrase: str) -> PartyRole | None:
        """The party whose kind of body alone has such an office."""
        return of_kind(phrase, *self._kinds)

    def near(self, phrases: list[str], at: int) -> Belonging:
        """Where an office without an owner belongs."""
        before, told_at = self.before.party_before(at)
        recent = self.body is not None and at - self._body_at < RECENT and self._body_at > told_at
        its = self.body.party if self.body and recent else before
        his = next((self._of_person(one, at) for one in phrases if one[:4].lower() in ("his ", "her ")), None)
        return presumed(
            phrases, Near(self.parties.state, his, its, before, self._words[0], self._kinds, self._overseers)
        )
