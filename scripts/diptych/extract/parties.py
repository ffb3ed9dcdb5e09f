"""Which party a noun phrase belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diptych.extract.authors import author, uninvolved
from diptych.extract.belonging import Belonging, Name
from diptych.extract.described import AS
from diptych.extract.elsewhere import adjectival, body_that, elsewhere, opposed
from diptych.extract.identity import DETERMINER, common
from diptych.extract.kin import CLERICAL
from diptych.extract.lexicon import lexicon
from diptych.extract.offices import fits, words_of
from diptych.extract.party_names import NamedParties
from diptych.extract.remembered import Remembered
from diptych.extract.speakable import agentive, bodily
from diptych.extract.times import since
from diptych.lexicons import either
from diptych.spans import Span
from diptych.topic import SIDES, Side, Topic
from diptych.values import PartyRole

#: A priest's title, and no kin: Father Lind.
_CLERIC = re.compile(rf"^{either(CLERICAL)}\s+(?=[A-Z])")
_WITHIN = r"\b(?:of|for|at|with|from|in|inside|within|on behalf of)\s+(?:the\s+)?(?:[a-z]+\s+)?$"
#: A body of others, in a place that a party may be called after: a doctor at the hospital in (Larchfield).
_ELSEWHERE = re.compile(r"\b(?:at|of|for|from|with)\s+(?:an?|the)\s+(?:[\w'’-]+\s+){1,4}(?:in|near)\s+$")
#: Several of those whom a party's name is for: a team of auditors.
_TEAM_OF = re.compile(r"(?:the\s+|an?\s+|its\s+)?(?:[a-z-]+\s+)?(?:team|panel|group)\s+of\s+", re.IGNORECASE)
#: Who audits a body from outside, and not for it: the bank's auditor; not its internal auditors.
_AUDITS = re.compile(r"^(?!.*\b(?:internal|in-house|own|chief)\b).*\b(?:auditors?|accountants)$")
_TO = re.compile(r"\s(?:to|at|in|for|on)\s")
#: Somebody at one of several places of a party's: a teacher at one of (the trust's schools).
_WORKS_AT = re.compile(
    r"(?:an?|one|the)\s+((?:[a-z-]+\s+){0,2}?[a-z-]+)\s+(?:at|in|from)\s+(?:one|some|several|two)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: Somebody of its own whose field is a region: its head of policy for West Africa.
_ITS_FOR = re.compile(r"(?:[Ii]ts|[Tt]heir)\s+[^,]*\s(?:for|in)\s+[A-Z]")
#: One of those whom a party's name is for: one of the inspectors.
_ONE_OF = re.compile(
    r"(?:one|two|three|some|several|many|most|all|both|a\s+number|another)\s+of\s+(?:the\s+)?", re.IGNORECASE
)
#: Somebody with a name: Ada Lind of.
_PERSON_OF = re.compile(r"[A-Z][\w’'-]+\s[A-Z][\w’'-]+\s(?:of|at|from|for)\s+(?:the\s+)?$")
#: Whom somebody works or acts for, told as a clause: a fitter who still works for (Larch); a lawyer representing (it).
_EMPLOYED = re.compile(
    r",?\s+(?:who\s+(?:(?:still|now|currently|has|have|also)\s+)?(?:works?|worked)(?<!who worked)|employed)"
    r"\s+(?:for|at|by|with|in)\s+(?=(?:the\s+)?[A-Z])"
)
_ACTING = re.compile(r",?\s+(?:representing|who\s+represents?)\s+(?=(?:the\s+)?[A-Z])")
_RELATIVE = re.compile(r",?\s+\b(?:who|whose|whom|which|that|where|when|speaking|led by|chaired by|headed by)\b")
#: How many there are of those whom a party's name is for: one of the four inspectors.
_HOW_MANY = re.compile(
    r"\b((?:of|among)\s+(?:the|its|their)\s+)(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+"
)
#: What somebody is, told as a clause: who is now the bank's treasurer.
_WHO_IS = re.compile(
    r"^(?:who(?:['’]s|\s+(?:is|was|became|serves\s+as|works\s+as|acts\s+as))\s+(?:now\s+|also\s+)?"
    rf"|{AS.pattern})"
)
#: What a body is before its name: the firm of Lind & Rowe.
_FIRM_OF = re.compile(r"^(?:the\s+)?(?:firm|house|company|partnership|practice)\s+of\s+(?=[A-Z])", re.IGNORECASE)
_IN_DOCUMENT = re.compile(r"\bin an?\s+(?:[\w-]+\s+){0,2}?(report|study|audit|survey|dossier|paper|review)\b")
_TITLES = frozenset(("mr", "mrs", "ms", "dr"))
_LEADING = _TITLES | {"the", "a", "an", "its", "his", "her", "their", "your", "our", "my", "this", "that", "but"}
_SMALL = frozenset(("the", "a", "an", "its", "his", "her", "their", "of", "for", "to", "at", "and", "on", "in"))
_RANKS = frozenset(
    ("high", "chief", "senior", "deputy", "acting", "vice", "assistant", "former", "general", "lead", "head", "top")
)
_AFTER_BODY = frozenset(["here", "there", "itself", "today", "yesterday", "in", "on", "at"])


class Parties(NamedParties):
    """The parties whose names stand in the articles, and whose somebody is."""

    def __init__(self, topic: Topic, texts: Sequence[str]) -> None:
        super().__init__(topic, texts)
        self._belonging = Remembered(self._belongs)

    def belongs(self, phrase: str) -> Belonging:
        """Where the person or body that a noun phrase means belongs, by the phrase alone."""
        return self._belonging(phrase)

    def _belongs(self, phrase: str) -> Belonging:
        apart, wrote = uninvolved(phrase), author(phrase)
        behind = self._behind(phrase)
        phrase = _HOW_MANY.sub(r"\1", _WHO_IS.sub("", _CLERIC.sub("", phrase.strip())))
        does, phrase = phrase.startswith("who "), since().sub("", phrase)
        phrase = _ACTING.sub(" for ", _EMPLOYED.sub(" at ", phrase))
        phrase = _FIRM_OF.sub("", _RELATIVE.split(phrase, maxsplit=1)[0].strip(" ,"))
        past = not does and bool(set(words_of(phrase)) & self._offices.past)
        seen = Belonging("third" if apart else None, office=self._offices.office_in(phrase))
        if apart:
            return seen
        if behind is not None:
            return Belonging("third" if past else behind, office=seen.office)
        if wrote and not self.names(phrase):
            return Belonging("reporting", office=seen.office)
        for segment in re.split(r",\s+|\s+\(|\)", phrase):
            found = self._segment(segment.strip(), past)
            if found.party == "third" and found.organisation is None and seen.party is None:
                seen = found
            elif found.party is not None:
                return Belonging(None) if does and found.party != "third" else found
        return seen

    def _behind(self, phrase: str) -> PartyRole | None:
        """The party that a body of somebody's owns or acts for; third where it is told to do something else."""
        found = body_that(phrase)
        names = self.names(found[0]) if found else ()
        if found is None or not found[1]:
            return None if found is None else "third"
        return names[0].party if names and names[0].start <= 4 else None

    def makes(self, phrase: str, sentence: Span | None, text: str) -> bool:
        """Whether a phrase is for those who make reports, or who campaign, where its sentence speaks of a report."""
        head = (words_of(_TO.split(phrase)[0]) or [""])[-1]
        told = sentence is not None and _IN_DOCUMENT.search(sentence.of(text)) is not None
        makers = self._offices.inquirers | (self.words("reporting") & self._offices.organisations)
        return head in makers or (told and head in self._offices.outsiders)

    def voiced(self, words: list[str], role: Side) -> bool:
        """Whether the words of a phrase only say that somebody speaks for a party: lawyers for the club."""
        own = self.words(role)
        known = self._offices
        rest = [word for word in words if word not in known.mouthpieces and word not in common() and word not in own]
        return len(rest) < len(words) and not set(rest) - known.bodies - known.documents - known.organisations

    def _segment(self, phrase: str, past: bool) -> Belonging:
        office = self._offices.office_in(phrase)
        for name in self.names(phrase):
            before, after = phrase[: name.start], phrase[name.end :]
            several = not after and phrase.endswith("s") and _ONE_OF.fullmatch(before)
            party = name.party if several else self._held(name, before, after)
            if party is not None:
                whole = _whole(name, before, after) or (_alone(before) and self._of_other(name, after))
                return Belonging("third" if past else party, not past and whole, office=office)
        if self.state and not past and set(words_of(phrase)) & self._offices.local:
            return Belonging("responding", office=office)
        outside = bool(set(words_of(phrase)) & self._offices.outsiders) or (past and office == "state")
        close = self._worded(phrase) if office else None
        if close is not None and not outside and not past:
            return Belonging(close, office=office)
        other = None if _ITS_FOR.match(phrase) else elsewhere(phrase, self.state, self._is_called)
        if other and office and not past and not outside and (role := self._of_place(other, phrase)) is not None:
            return Belonging(role, office=office)
        return Belonging("third" if other or outside else None, organisation=other, office=office)

    def _held(self, name: Name, before: str, after: str) -> PartyRole | None:
        """The party of a phrase that a party's name stands in, or None where the name says nothing about it."""
        if opposed(before):
            return None
        if set(words_of(before.removesuffix("Parent ").removesuffix("parent "))) & self._offices.outsiders:
            return "third"  # passengers of the airline; not parent Larch
        possessive = re.match(r"['’]s?(?=\s|$)", after)
        if possessive or name.adjective:
            return self._owned(name, before, after[possessive.end() :] if possessive else after)
        if re.search(_WITHIN, before):
            return self._within(name, before)
        return self._beside(name, before.split(), after)

    def _owned(self, name: Name, before: str, owned: str) -> PartyRole | None:
        """The party of somebody or something of a party's: Larch's treasurer, a Larch official."""
        office_in, noun = self._offices.office_in, _TO.split(owned)[0]
        if (other := self._instead(name, noun)) is not None:
            return other
        if set(words_of(noun)) & self._offices.outsiders:
            return "third"
        if re.search(_WITHIN, before) and not office_in(before) and not _ONE_OF.fullmatch(before):
            works = not self.state and _WORKS_AT.match(before)
            return name.party if works and agentive(works[1]) else None
        held = office_in(owned) or office_in(before) or self._body(owned, name.adjective)
        free = name.party == "reporting" or not self.state
        return name.party if held or (free and not name.adjective and agentive(owned)) else None

    def _within(self, name: Name, before: str) -> PartyRole | None:
        """The party of somebody who is of one, or at one: the treasurer of Larch."""
        if _ELSEWHERE.search(before):
            return None
        if (other := self._instead(name, DETERMINER.sub("", re.split(_WITHIN, before)[0]).rstrip())) is not None:
            return other
        somebody = _PERSON_OF.search(before) or agentive(DETERMINER.sub("", before))
        return name.party if self._offices.office_in(before) or (not self.state and somebody) else None

    def _instead(self, name: Name, noun: str) -> PartyRole | None:
        """Of whom somebody is by a noun who is not of the party named: the other party, called so; who audits it."""
        other = self._called_so(noun)
        if other is not None and other != name.party:
            return other
        audits = not self.state and name.party == "responding" and _AUDITS.search(noun)
        return "third" if audits else None

    def _beside(self, name: Name, leading: list[str], after: str) -> PartyRole | None:
        """The party whose name stands with what it is, or before its own: Metal giant Larch; Larch spokesman."""
        office_in = self._offices.office_in
        starts = leading and leading[0].lower() not in lexicon().tags and (leading[1:] or bodily(leading[0].lower()))
        plain = leading[1:] if starts else leading  # Metal giant Larch; Retailer Larch; not: Speaking outside Larch
        if not all(word.lower() in _LEADING or word.islower() or office_in(word) or adjectival(word) for word in plain):
            return None
        rest = words_of(after)
        if not rest or not after.strip()[0].islower():
            return name.party
        elsewhere_too = re.search(r"\b(?:of|at|for|with)\s+(?:the\s+)?[A-Z]", after) and not self.names(after)
        if rest[0] in self._offices.outsiders or elsewhere_too:
            return "third"
        own = self._of_other(name, after) or office_in(after) or rest[0] in _AFTER_BODY
        return name.party if own else None

    def _of_other(self, name: Name, after: str) -> bool:
        """Whether what follows a party's name is only whose it is, the other party's: the auditor of Larch Foods."""
        of = re.match(r"\s+(?:of|to|for|at)\s+", after)
        others = self.names(after) if of else ()
        first = next(iter(others), None)
        if of is None or first is None or first.party == name.party:
            return False
        return after[of.end() : first.start].lower() in ("", "the ") and not after[first.end :].strip(" ,.")

    def _of_place(self, name: str, phrase: str) -> PartyRole | None:
        """The party called after a place, of a kind that has the office: Larch's defence minister, of Larch's army.

        Else the one alone that is a body of that kind: Hospital bosses, of a hospital.
        """
        for role in SIDES:
            if any(_place_of(name, one) for one in self.party(role).names) and fits(phrase, self.kinds(role)):
                return role
        named = any(name.lower() in names for names, _ in self._offices.institutions)
        kind = [role for role in SIDES if named and name.lower() in self.kinds(role)]
        return kind[0] if len(kind) == 1 else None

    def _called_so(self, noun: str) -> PartyRole | None:
        """The party that has a noun alone for its name: the auditor, of "the company's auditor"."""
        plain = " ".join(words_of(_TO.split(noun)[0]))
        held = [role for role in SIDES if {plain, f"the {plain}"} & {name.lower() for name in self.party(role).names}]
        return held[0] if len(held) == 1 else None

    def _worded(self, phrase: str) -> PartyRole | None:
        """The party whose name has all the words of a phrase but its office: Commissioner for Rivers and Ports."""
        said = [word for word in words_of(phrase.replace(".", "")) if word not in _SMALL]
        known = self._offices.any | self._offices.inquiry | self._offices.state | self._offices.company
        left = {word for word in said if word not in known and word not in _RANKS}
        for role in SIDES:
            if len(left) > 1 and any(left <= set(words_of(name.replace(".", ""))) for name in self.party(role).names):
                return role
        return None

    def _is_called(self, noun: str) -> bool:
        """Whether a party is called by a noun alone."""
        return bool(self.names(f"the {noun}"))

    def _body(self, rest: str, adjective: bool) -> bool:
        """Whether what follows a party's name is a body of it; of a country, only the bodies of the state are."""
        own = self._offices.public if adjective and self.state else self._offices.organisations
        return bool(set(words_of(rest)) & own)


def _whole(name: Name, before: str, after: str) -> bool:
    """Whether the phrase names the party itself and nobody of it."""
    outside = re.search(_WITHIN, before) is not None and not _TEAM_OF.fullmatch(before)
    return not outside and not after.strip(" ,.()") and not name.adjective and not name.agent


def _alone(before: str) -> bool:
    """Whether no more than an article stands before a name."""
    return not DETERMINER.sub("", before).strip()


def _place_of(place: str, name: str) -> bool:
    """Whether a name says of which place a body is: Larch's police, police of Larch."""
    return re.search(rf"\b{re.escape(place)}['’]s?\s|\bof\s+{re.escape(place)}$", name) is not None
