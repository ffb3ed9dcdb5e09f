"""Where persons belong: read off appositions, possessives and offices wherever an article names them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial

from diptych.extract.antecedents import Antecedents
from diptych.extract.belonging import Belonging, Evidence
from diptych.extract.deeds import deeds
from diptych.extract.delaying import delaying, of_others
from diptych.extract.described import OF, described
from diptych.extract.eponyms import chairs, eponym
from diptych.extract.kin import CLERICAL, owned, with_name
from diptych.extract.labours import labours
from diptych.extract.parties import Parties
from diptych.extract.people import mentions, sexes
from diptych.extract.person_names import POSSESSIVE, TITLE, personal, persons
from diptych.extract.presumed import of_kind, of_party
from diptych.extract.remembered import Remembered
from diptych.extract.spellings import alike, apart
from diptych.extract.titles import Titles
from diptych.spans import Span
from diptych.values import PartyRole

#: What somebody is called before the name has no more words: chief executive, chair of the board.
_TITLED = 4
_CAPITAL = re.compile(r"(?<![\w'’.-])[A-ZÀ-ÖØ-ÞĀ-ɏΑ-ΩА-Я](?:[\w'’.-]*\w)?")


def _capitals(text: str) -> set[str]:
    """The words of a text that begin with a capital, in small letters."""
    return {POSSESSIVE.sub("", word).lower() for word in set(_CAPITAL.findall(text))}


def _suffixes(name: str) -> set[str]:
    """The shorter names that a name ends in."""
    words = name.split()
    return {" ".join(words[place:]) for place in range(1, len(words))}


class Affiliations:
    """Everything the articles say about where named persons belong; those `rewritten` say it in others' words."""

    def __init__(
        self,
        texts: Sequence[str],
        sentences: Sequence[Sequence[Span]],
        names: Iterable[str],
        parties: Parties,
        before: Callable[[int], Antecedents],
        rewritten: Set[int] = frozenset(),
    ) -> None:
        self._parties = parties
        self._likely = Remembered(self._named_in)
        self._held: dict[str, list[Evidence]] = defaultdict(list)
        self._labours: dict[str, PartyRole] = {}
        self._by_surname: dict[str, set[str]] = defaultdict(set)
        told = ["\n".join(span.of(text) for span in spans) for text, spans in zip(texts, sentences, strict=True)]
        held = persons(names, told, parties)
        for name in sorted(held):
            self._by_surname[name.split()[-1].lower()].add(name)
        capitals = [_capitals(text) for text in texts]
        likely = [self._surnamed(words) for words in capitals]
        self._counts: Counter[str] = Counter()
        for text, names_here in zip(told, likely, strict=True):
            self._counts.update({name: text.count(name) for name in names_here})
        self._names = sorted(name for name in held if self._counts[name] and not _suffixes(name) & held)
        for known in self._by_surname.values():
            known.intersection_update(self._names)
        self._alike = apart(alike(self._names), told, likely)
        likely = [self._surnamed(words) for words in capitals]
        self._delaying = {self.full(name) for text in told for name in delaying(text)}
        self.sexes: Mapping[str, str] = sexes(texts, sentences, likely)
        for number in sorted(range(len(texts)), key=rewritten.__contains__):
            self._read(texts[number], sentences[number], likely[number], partial(before, number), number in rewritten)
        self._titles = Titles({name: [one.phrase for one in some] for name, some in self._held.items()})
        for name, some in self._held.items():
            own = [one for one in some if not one.rewritten]
            self._held[name] = own if any(one.belonging.party or one.belonging.office for one in own) else some
        self._held |= self._of_persons()
        self._belonging = Remembered(self._told_of)  # everybody is asked for in many articles

    def _read(
        self, text: str, spans: Sequence[Span], named: Sequence[str], before: Callable[[], Antecedents], rewritten: bool
    ) -> None:
        """What a text tells of the persons named."""
        places = mentions(text, named)
        for name in filter(text.__contains__, named):
            for at, said in described(text, name):
                phrase = with_name(said, at, places, self.sexes)
                found = self._priest() if phrase in CLERICAL else self._parties.belongs(phrase)
                gathered = found.party is None and of_party(phrase)
                if gathered:
                    found = replace(found, party=before().party_before(at)[0])
                self._held[name].append(Evidence(at, phrase, found, gathered, rewritten))
            called = eponym(name, text, self._parties)
            if called is not None:
                self._held[name].append(Evidence(text.index(name), "", Belonging(called), rewritten=rewritten))
        for at, name, phrase, found in deeds(text, spans, places, self.sexes, self._parties, before):
            self._held[name].append(Evidence(at, phrase, found, rewritten=rewritten))
        for name, party in labours(text, spans, places, self._parties):
            self._labours.setdefault(name, party)

    def _priest(self) -> Belonging:
        """Where a priest belongs: to the party that is a church."""
        return Belonging(of_kind("priest", self._parties.kinds("reporting"), self._parties.kinds("responding")))

    def _of_persons(self) -> dict[str, list[Evidence]]:
        """What is said of those who are somebody's, with where that somebody belongs: one of Ada Lind's co-authors."""
        found: dict[str, list[Evidence]] = {}
        for name in self._names:
            for place, one in enumerate(self.evidence(name)):
                kin = owned(one.phrase)
                whose = [who for _, who in self.persons(one.phrase[:kin])] if kin >= 0 else []
                party = self._told_of(whose[-1]) if whose and whose[-1] != name else None
                if party is not None:
                    some = found.setdefault(name, list(self._held[name]))
                    some[place] = replace(one, belonging=Belonging(party.party, office=one.belonging.office))
        return found

    def _surnamed(self, words: Set[str]) -> list[str]:
        return sorted(name for word in words if word in self._by_surname for name in self._by_surname[word])

    def _named_in(self, text: str) -> list[str]:
        return self._surnamed(_capitals(text))

    def likely(self, text: str) -> list[str]:
        """The persons whose surname a text has."""
        return self._likely(text)

    def titles(self, name: str) -> frozenset[str]:
        """The words of everything that the articles call somebody, one for all that mean one office."""
        return self._titles.of(name)

    def holder(self, wanted: frozenset[str], party: PartyRole | None, here: Set[str]) -> str | None:
        """The one person called by such words, of a party where one is given; those that are `here` go first."""
        fitting = self._titles.having(wanted)
        if party is not None:
            parties = {name: held.party if (held := self.party(name)) else None for name in fitting}
            fitting = [name for name in fitting if parties[name] in (party, None)]
        found = [name for name in fitting if name in here] or fitting
        return found[0] if len(found) == 1 else None

    def person(self, name: str) -> bool:
        """Whether a name is a person's."""
        return name in self._by_surname.get(name.split()[-1].lower(), ())

    def persons(self, text: str) -> list[tuple[Span, str]]:
        """The persons named in a text, in full or by surname."""
        return mentions(text, self.likely(text), whole=False)

    def full(self, name: str) -> str:
        """The full name that ends in this surname, the most used of them, or the name itself."""
        name = TITLE.sub("", name)
        name = OF.split(name)[0] if personal(OF.split(name)[0]) else name
        if name in self._held or not name:
            return name
        known = self._by_surname.get(name.split()[-1].lower(), set())
        fitting = [one for one in known if " " not in name or one.startswith(name.split()[0][0])]
        return max(fitting, key=lambda one: (self._counts[one], one)) if fitting else name

    def evidence(self, name: str) -> list[Evidence]:
        """What the articles say of somebody."""
        return self._held.get(name, [])

    def party(self, name: str) -> Belonging | None:
        """Where a person belongs by what any article says outright; None where none does.

        What is said of somebody whose name is spelt a little differently tells where nothing else does.
        """
        return self._belonging(name)

    def _told_of(self, name: str) -> Belonging | None:
        spelt = [said for one in self._alike.get(name, ()) for said in self.evidence(one)]
        for some in (self.evidence(name), spelt):
            votes: Counter[PartyRole] = Counter()
            for one in some:
                if one.belonging.party is not None:
                    votes[one.belonging.party] += one.weight
            if votes.keys() == {"reporting"} and self._runs_a_company(some):
                return Belonging("responding", office="company")
            if votes:
                best = max(votes, key=lambda party: (votes[party], party))
                return next(one.belonging for one in some if one.belonging.party == best)
        if chairs(name, [one.phrase for one in self.evidence(name)], self._parties):
            return Belonging("reporting")
        delays = name in self._delaying and not any(of_others(one.phrase) for one in self.evidence(name))
        return Belonging("responding") if delays else None

    def _runs_a_company(self, told: Sequence[Evidence]) -> bool:
        """Whether somebody has a company's office, and only nouns tell whose, which may mean either party: the firm."""
        named = any(one.belonging.party and any(map(str.isupper, one.phrase[1:])) for one in told)
        bare = (one for one in told if one.belonging.party is None and len(one.phrase.split()) <= _TITLED)
        return any(one.belonging.office == "company" for one in bare) and not named and not self._parties.state

    def guess(self, name: str) -> PartyRole | None:
        """The party that somebody may be of, by what they did: who sampled the river, who built the plant."""
        return self._labours.get(name)

    def role(self, name: str) -> str | None:
        """The first phrase that gives a person an office."""
        for one in self.evidence(name):
            if one.belonging.office and len(one.phrase) < 80:
                return one.phrase
        return None
