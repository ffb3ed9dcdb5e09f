"""Somebody without a name: whose office it is, what body's, or a group in the words of the text."""

from __future__ import annotations

import re
from abc import ABC
from collections.abc import Sequence
from functools import cached_property

from diptych.extract.belonging import Belonging
from diptych.extract.identity import DETERMINER, NAME, Identity, common
from diptych.extract.insiders import gone, inside
from diptych.extract.offices import offices, words_of
from diptych.extract.pronouns import Pronouns
from diptych.extract.speakable import agentive, speakable
from diptych.spans import Span
from diptych.values import PartyRole

#: Nouns that tell nothing of somebody without the words after them: a man who runs one of the homes.
_VAGUE = frozenset(("man", "woman", "person", "somebody", "someone", "one", "official", "source", "insider"))
_LED = re.compile(r"\b(?:led|headed|organised|organized|coordinated) by (?:the\s+)?(" + NAME.pattern + ")")
_OWN_OFFICE = re.compile(
    r"(.{3,60}?)['’]s\s+(?:own\s+)?(?:office|team|lawyers?|attorneys?|solicitors?|barristers?|counsel"
    r"|agents?|people|panel|colleagues|representatives?|aides?|advis[eo]rs?|spokes\w+|staff|department)\b"
)
#: What everybody is one of: German, 54-year-old.
TRAIT = r"(?:[A-Z][a-z]+(?:an|ese|ish)|\d+-year-old)"
_HIS = re.compile(r"(?:his|her)\s+(?:own\s+)?(?:office|team|lawyers?|attorneys?|staff|department)\b")
#: Who has an office, at the start of a sentence.
_HOLDER = re.compile(r"(The\s+(?:[\w-]+\s+){0,3}?[\w-]+)\s+(?:has|had|is|was|will|would|did|does)\b")
#: Somebody by what they do, who was named before: the dentist, the law student.
_TRADE = re.compile(rf"[Tt]he\s+(?:[a-z-]+\s+)?(?:[a-z-]+|{TRAIT})")
#: One of several who were spoken of, before what is told of that one: one of the two, a fitter, …
_ONE_OF = re.compile(
    r"^(?:one|another|some|two|three|four|several) of (?:the|these|those|them)\b[^,]{0,40},\s+(?=an?\s)", re.IGNORECASE
)
#: How far back, in code points, the speaker before may be for "the lawyer" or "an official" to be one of theirs.
NEAR = 500
_AFTER = 60  # code points after a mention that tell where somebody works no more


class Unnamed(Pronouns, ABC):
    """The nameless of one article, in the order of its attributions."""

    @cached_property
    def _first(self) -> int:
        """Where the reporting party is first named."""
        return self.parties.first(self.text)

    def named_later(self, mention: str, at: int) -> Identity | None:
        """The reporting party, where a mention before its first name is of who made the report."""
        if at < self._first and self.parties.makes(mention, self.before.sentence(at), self.text):
            return self.before.party("reporting", None, "who is named later")
        return None

    def _his_office(self, mention: str, at: int) -> Identity | None:
        """Somebody of the office of whom the sentence starts with: The Attorney General has it, his office said."""
        sentence = self.before.sentence(at)
        holder = _HOLDER.match(self.text, sentence.start, at) if sentence is not None and _HIS.match(mention) else None
        if holder is None or self.people.within(Span(holder.start(), at)):
            return None
        who = self.phrase(holder[1], holder.start(1))
        if who is None:
            return None
        name = f"{who.name}’s {mention.split(maxsplit=1)[1]}"
        return Identity(who.party, name, organisation=who.organisation, why=("a person's office",))

    def office_of(self, mention: str, at: int) -> Identity | None:
        """Somebody of a person's own: Ms Lind's office, Mr Brand's lawyers."""
        his = self._his_office(mention, at)
        if his is not None:
            return his
        office = _OWN_OFFICE.match(mention)
        owner = self.affiliations.persons(office[1]) if office else []
        if not owner:
            return None
        held = self.known_as(owner[-1][1], mention, at, Belonging(None))
        return Identity(held.party, mention, organisation=held.organisation, why=("a person's office",))

    def unnamed(self, mention: str, at: int, belonging: Belonging, quoted: bool) -> Identity | None:
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
        if belonging.party is None and name.lower() not in known.reporting and _names_body(name):
            return Identity("third", name, why=("another body",))
        if not quoted and not speakable(mention) and not self.parties.names(mention):
            return None
        party, why = belonging.party, "mention"
        maker = self.named_later(name, at) if party in (None, "third") and belonging.organisation is None else None
        if maker is not None:
            return maker
        last = self.last if at - self.last_at < NEAR else None
        trade = _TRADE.fullmatch(mention) and agentive(name)
        if (known.office_in(name) or trade) and _alone(name, plain, party):
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
        if party is None:
            party, why = self._side(mention, name, at, last)
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
        if mention[:2].lower() in ("a ", "an") or mention[:4].lower() == "one ":
            self._nameless = found
        return found

    def _side(self, mention: str, name: str, at: int, last: Identity | None) -> tuple[PartyRole | None, str]:
        """The party of somebody whose mention names none, and what tells it; `last` spoke shortly before."""
        kindred = self.kindred(mention)
        if kindred is not None:
            return kindred, "office of its kind"
        if inside(mention, at, self.text, self.before):
            return "responding", "works there"
        if gone(mention, self.text[at + len(mention) : at + len(mention) + _AFTER]):
            return "third", "left"
        beside = last is not None and "\n" not in self.text[self.last_at : at] and offices().office_in(name) == "any"
        if last is not None and beside and last.party is not None:
            return last.party, "speaker before"
        return self.near([mention], at).party, "office"


def _titled(name: str) -> bool:
    """Whether a name in capitals is an office, and no body: Minister, Permanent Secretary."""
    words, known = words_of(name), offices()
    if not words or len(words) > 3 or words[-1] in known.organisations | known.collective | known.firms:
        return False
    return known.office_in(words[-1]) is not None or any(" ".join(words) in kind for _, kind in known.institutions)


def _names_body(name: str) -> bool:
    """Whether it is a body's name and no more: neither an office nor a word that anything may start with."""
    proper = NAME.match(name)
    whole = proper is not None and proper[0] == name and not _titled(name)
    return whole and (" " in name or name.lower() not in common())


def _alone(name: str, plain: Sequence[str], party: PartyRole | None) -> bool:
    """Whether one person is meant, of a body only where that is a party."""
    bare = re.split(r"\s(?:of|for|at|in|from|to|on)\s", name)[0]
    plural = bare.endswith("s") and not bare.endswith("ss")
    return (
        not plural
        and (" of " not in name or party in ("reporting", "responding"))
        and not set(plain) & offices().collective
    )
