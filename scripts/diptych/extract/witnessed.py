"""What an article's reading takes from the other articles: noted as it is asked for, and asked again in a later run.

So what an article states is known to be the same without reading it again, whatever else has changed: by a verifying
trace, as build systems have it (Mokhov, Mitchell and Peyton Jones 2018).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from typing import TypeVar

from diptych.extract.affiliation import Affiliations
from diptych.extract.belonging import Belonging, Evidence
from diptych.extract.corpus import Common
from diptych.values import PARTIES, PartyRole

A = TypeVar("A")

#: What was asked about persons, and of whom or of which words.
Question = tuple[str, str]
#: Stands for the text of the article itself, which need not be noted.
_ITSELF = "\0"


def witnessed(known: Common, text: str) -> tuple[Common, Callable[[], list[Question]]]:
    """The same knowledge for the reading of a text, and what gives all that has been asked of it, in order."""
    asked = Witnessed(known.affiliations, text)
    return replace(known, affiliations=asked), lambda: list(asked.asked)


def answers(known: Common, text: str, questions: Iterable[Question]) -> str:
    """What is known now to some questions that were asked for a text, and of the names and nouns that came up.

    What is read are words of the text or of the answers, so that of the parties' forms and papers and of the offices of
    others only those count that occur there.
    """
    fresh = Witnessed(known.affiliations, text)
    told = repr([fresh.again(*one) for one in questions])
    said = f"{text}\n{told}".lower()
    forms = [one for one in known.parties.forms if one.literal in said]
    papers = [one for one in sorted(known.papers.items()) if one[0].lower() in said]
    return f"{told} {forms} {papers} {[one for one in sorted(known.overseers) if one in said]}"


class Witnessed(Affiliations):
    """What the articles say about persons, for one text; what is asked is noted."""

    def __init__(self, known: Affiliations, text: str) -> None:
        self._known, self._text = known, text
        self.asked: dict[Question, None] = {}
        self.sexes = _Sexes(self)

    def again(self, what: str, given: str) -> object:
        """The answer to a question that was noted. Raises `KeyError` where there is none of that name."""
        return _ANSWERS[what](self, given)

    def _note(self, what: str, given: str, answer: A) -> A:
        self.asked[what, given] = None
        return answer

    def likely(self, text: str) -> list[str]:
        """The persons whose surname a text has."""
        given = _ITSELF if text == self._text else text
        return self._note("likely", given, self._likely_in(given))

    def _likely_in(self, given: str) -> list[str]:
        return self._known.likely(self._text if given == _ITSELF else given)

    def titles(self, name: str) -> frozenset[str]:
        """The words that somebody is called by."""
        return self._note("titles", name, self._known.titles(name))

    def holder(self, wanted: frozenset[str], party: PartyRole | None, here: Set[str]) -> str | None:
        """The one person called by such words."""
        given = " ".join((party or "-", *sorted(wanted)))
        return self._note("holder", given, self._known.holder(wanted, party, here))

    def _held_by(self, given: str) -> str | None:
        party, *wanted = given.split()
        role: PartyRole | None = next((one for one in PARTIES if one == party), None)
        return self._known.holder(frozenset(wanted), role, frozenset(self._known.likely(self._text)))

    def person(self, name: str) -> bool:
        """Whether a name is a person's."""
        return self._note("person", name, self._known.person(name))

    def full(self, name: str) -> str:
        """The full name that ends in this surname, or the name itself."""
        return self._note("full", name, self._known.full(name))

    def evidence(self, name: str) -> list[Evidence]:
        """What the articles say of somebody."""
        return self._note("evidence", name, self._known.evidence(name))

    def party(self, name: str) -> Belonging | None:
        """Where a person belongs."""
        return self._note("party", name, self._known.party(name))

    def guess(self, name: str) -> PartyRole | None:
        """The party that somebody may be of, by what they did."""
        return self._note("guess", name, self._known.guess(name))

    def role(self, name: str) -> str | None:
        """The first phrase that gives a person an office."""
        return self._note("role", name, self._known.role(name))

    def sex(self, name: str) -> str | None:
        """Whether somebody is he or she, where that is known."""
        return self._note("sex", name, self._known.sexes.get(name))


_ANSWERS: Mapping[str, Callable[[Witnessed, str], object]] = {
    "likely": Witnessed._likely_in,
    "titles": lambda known, name: sorted(known.titles(name)),
    "holder": Witnessed._held_by,
    "person": Witnessed.person,
    "full": Witnessed.full,
    "evidence": Witnessed.evidence,
    "party": Witnessed.party,
    "guess": Witnessed.guess,
    "role": Witnessed.role,
    "sex": Witnessed.sex,
}


class _Sexes(Mapping[str, str]):
    def __init__(self, known: Witnessed) -> None:
        self._known = known

    def __getitem__(self, name: str) -> str:
        found = self._known.sex(name)
        if found is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        raise TypeError("who is asked for is noted by name")

    def __len__(self) -> int:
        raise TypeError("who is asked for is noted by name")
