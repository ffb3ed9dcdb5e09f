"""The two parties' names in the articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from diptych.extract.agents import agents, namesake
from diptych.extract.belonging import Name
from diptych.extract.forms import Form, adjectives, governs, heads, kind_words, pattern_of, plain_heads, shortened
from diptych.extract.offices import Offices, offices, words_of
from diptych.extract.placed import placed
from diptych.extract.remembered import Remembered
from diptych.extract.speakable import bodily
from diptych.topic import SIDES, PartyNames, Side, Topic
from diptych.values import PartyRole

#: Texts up to this length, in code points, are looked through once.
_SHORT = 600
#: What a party is called, right before its name or in apposition: frozen food maker Hollis; Hollis, the largest maker.
_NOUN_BEFORE = re.compile(r"(?<![\w-])([a-z]+)\s+$")
_NOUN_AFTER = re.compile(r",\s+(?:an?|the|one\s+of)\s+(?:[\w'’-]+\s+){0,4}?([a-z]+)(?=,|\s(?:which|that|with|in|by)\b)")


class NamedParties:
    """Finds the parties' names, as dossier.yml gives them and as the articles shorten them: their `forms`."""

    def __init__(self, topic: Topic, texts: Sequence[str]) -> None:
        self._topic = topic
        self._remembered = Remembered(self._names)
        self._offices: Offices = offices()
        self.forms: list[Form] = []
        text = "\n".join(texts)
        given = {side: topic.party(side) for side in SIDES}
        rival = dict(zip(SIDES, reversed(SIDES), strict=True))
        held = {side: heads(party) for side, party in given.items()}
        own = {side: self.words(side) for side in SIDES}
        self._own: dict[PartyRole, frozenset[str]] = dict(own.items())
        told = own["reporting"] | own["responding"]
        self.state = governs(topic.responding)
        self.firm = not self.state and not self._offices.no_firms & own["responding"]
        for body in sorted(self._offices.bodies - told - held["reporting"]) if self.firm else ():
            self._noun(body, "responding")
        for side, party in given.items():
            short = (one for one in shortened(party, text) if one.lower() not in own[rival[side]])
            given_names = (name for name in party.names if re.sub(r"['’]s$", "", name) not in set(party.names) - {name})
            nouns = (f"the {head}" for head in sorted(held[side] - held[rival[side]]))
            for name in sorted({*given_names, *short, *nouns}, key=lambda one: (-len(one), one)):
                self.forms.append(Form(name, pattern_of(name), side))
            for adjective in adjectives(party, text):
                self.forms.append(Form(adjective, re.compile(rf"\b{re.escape(adjective)}\b"), side, True))
        for side in SIDES:
            words = self.kinds(side)
            theirs = {noun for kind, nouns in self._offices.called if kind & own[rival[side]] for noun in nouns}
            for kind, called in self._offices.called:
                for noun in sorted(called - told - theirs) if kind & words else ():
                    self._noun(noun, side)
        plain = {side: plain_heads(party) for side, party in given.items()}
        for side in SIDES:
            for noun in sorted(plain[side] - plain[rival[side]] - held[rival[side]]):
                self._noun(noun, side)
        for noun, role in self._called(text, told):
            self._noun(noun, role)
        self.forms += [Form(name, pattern_of(name), role) for name, role in placed(texts, self._names)]
        for agent, role in agents(texts, self._names):
            self.forms.append(Form(agent, pattern_of(agent), role, agent=True))

    def _noun(self, noun: str, role: PartyRole) -> None:
        """Takes in a noun that means a party with its article."""
        self.forms.append(Form(noun, pattern_of(f"the {noun}"), role))

    def names(self, text: str) -> Sequence[Name]:
        """The names of parties in a text, in order; the longest where several stand at one place."""
        return self._remembered(text) if len(text) < _SHORT else self._names(text)

    def party(self, role: Side) -> PartyNames:
        """The party in that role."""
        return self._topic.party(role)

    def words(self, role: Side) -> frozenset[str]:
        """The words of a party's names."""
        return frozenset(word for name in self.party(role).names for word in words_of(name))

    def kinds(self, role: Side) -> frozenset[str]:
        """The words of a party's names that tell what kind of body it is."""
        words = frozenset(word for name in self.party(role).names for word in kind_words(name))
        known = self._offices
        public = role == "reporting" and "office" in words  # who audits for a state is no firm of auditors
        return words - known.reporting - known.inquiry if public else words

    def first(self, text: str) -> int:
        """Where a text first gives the reporting party a proper name of several words, else any name; 0 where none."""
        names = [name for name in self.party("reporting").names if len(re.findall(r"\b[A-Z]", name)) > 1]
        proper = [at for at in map(text.find, names) if at >= 0]
        return min(proper or [one.start for one in self.names(text) if one.party == "reporting"], default=0)

    def _called(self, text: str, told: frozenset[str]) -> Iterable[tuple[str, PartyRole]]:
        """Nouns for one party alone that the articles put before its name or after it: lender Larch, the lender."""
        found: dict[str, set[PartyRole]] = {}
        for line in text.split("\n"):
            for name in self._names(line):
                before = _NOUN_BEFORE.search(line[max(0, name.start - 40) : name.start])
                after = _NOUN_AFTER.match(line, name.end)
                for noun in (match[1] for match in (before, after) if match):
                    if noun not in told and bodily(noun) and not name.adjective:
                        found.setdefault(noun, set()).add(name.party)
        return [(noun, next(iter(held))) for noun, held in sorted(found.items()) if len(held) == 1]

    def _names(self, text: str) -> tuple[Name, ...]:
        found: list[Name] = []
        plain = text.lower()
        for form in [one for one in self.forms if one.literal in plain]:
            for match in form.pattern.finditer(text):
                start, end = match.span("name") if match.groupdict().get("name") else match.span()
                if not any(start < one.end and one.start < end for one in found):
                    found.append(Name(start, end, form.party, form.adjective, form.agent))
        kept = (one for one in found if not namesake(text, one.end, self._own[one.party]))
        return tuple(sorted(kept, key=lambda one: one.start))
