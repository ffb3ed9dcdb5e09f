"""Whose the documents and letters of one article are, when they are spoken of as if they spoke."""

from __future__ import annotations

import re

from diptych.drafts import Attribution
from diptych.extract.antecedents import Antecedents
from diptych.extract.identity import Identity
from diptych.extract.offices import offices, words_of

#: Where somebody says something, which may be spoken of later: in an open letter to the fans.
_WITHIN = re.compile(r"\b[Ii]n\s+(?:an?|its|his|her|their)((?:\s+[\w-]+){1,4})")


class Papers:
    """The documents of one article, in the order in which they are spoken of."""

    def __init__(self, before: Antecedents) -> None:
        self._before = before
        self._last: tuple[Identity, str] | None = None
        self._letters: dict[str, Identity] = {}

    def heard(self, text: str, one: Attribution, who: Identity) -> None:
        """Notes in what somebody says something, by the narrator's words before and after what is said."""
        sentence = self._before.sentence(one.cue.start if one.cue else one.content[0].start)
        if sentence is None:
            return
        first, last = one.content[0].start, one.content[-1].end
        told = text[sentence.start : first] + " " + text[last : max(last, sentence.end)]
        for match in _WITHIN.finditer(told):
            for word in words_of(match[1]):
                if word in offices().letters:
                    self._letters[word] = who

    def wrote(self, mention: str, who: Identity) -> None:
        """Notes whose the letters of a mention are."""
        self._letters.update((word, who) for word in words_of(mention) if word in offices().letters)

    def letter(self, mention: str) -> Identity | None:
        """Who wrote a letter that was spoken of before."""
        return next((self._letters[word] for word in words_of(mention) if word in self._letters), None)

    def report(self, mention: str, at: int, last: Identity | None) -> Identity:
        """Whose a document is: "its" report, that of whom "its" means; one spoken of just now, whose it was then."""
        first = mention.split()[0].lower()
        its = first in ("its", "their")
        thing = self._before.thing(at) if its else None
        near = self._before.party_before(at)[0] if its else None
        if thing is not None and thing.party == "third" and not thing.person:
            found = thing
        elif near in ("reporting", "responding"):
            found = self._before.party(near, None, "its document")
        else:
            found = self._before.document(mention, at)
        noun = words_of(mention)[-1]
        again = self._last is not None and last is self._last[0] and noun == self._last[1]
        if self._last and again and mention.lower() == f"the {noun}" and found.party == "reporting":
            found = self._last[0]
        self._last = (found, noun)
        return found
