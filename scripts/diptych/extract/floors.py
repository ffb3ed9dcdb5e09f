"""Who has the floor in a live blog: whom its entries go on about without a name, and who answers what is asked."""

from __future__ import annotations

import re
from bisect import bisect_right

from diptych.extract.people import People, narration
from diptych.extract.rules.turns import CLOCK
from diptych.spans import Span

_ENTRIES = 3  # a text with fewer is no live blog
_BACK = 8  # entries through which somebody may keep the floor
_OPENS = 25  # code points before the name of whom an entry starts with
#: Who is not there, and sends word.
_SENDS = re.compile(r"\b(?:emails?|e-mails?|tweets?|posts?|texts?|writes|messages|phones)\b")
_PRONOUN = re.compile(r"\b(he|she)\b", re.IGNORECASE)
#: A question; who asks it, or who is only spoken of in asking it: That's what Reed has been saying.
_ASKED = re.compile(r"\?[\s”’\"')]*$|\b(?:asks|asked|wonders|wondered|wants to know)\b|^(?:That|This|It)['’]s\s+what\s")
_QUESTION = re.compile(r"\?(?:\s|$)|\b(?:asks|wonders)\b")


class Floor:
    """The entries of one article; none where it is no live blog."""

    def __init__(self, text: str, people: People) -> None:
        self._text = text
        self._people = people
        ends = [match.end() for match in CLOCK.finditer(text)]
        self._starts = ends if len(ends) >= _ENTRIES else []

    def holder(self, at: int, sex: str = "") -> str | None:
        """Whom a place in an entry is about that names nobody before it but who asks; None where somebody is named."""
        place = bisect_right(self._starts, at) - 1
        if place < 0 or self._named(self._starts[place], at):
            return None
        for entry in range(place - 1, max(-1, place - 1 - _BACK), -1):
            name = self._opener(self._starts[entry], self._starts[entry + 1])
            if name is not None:
                return name if not sex or self._people.fits(name, sex) else None
        return None

    def answers(self, at: int) -> tuple[str | None, int] | None:
        """Who answers, in a quotation, what its entry has asked: a name, or where the "he" or "she" stands who does.

        None where nothing is asked, or somebody else is named before.
        """
        place = bisect_right(self._starts, at) - 1
        if place < 0:
            return None
        start = self._starts[place]
        told = narration(self._text, Span(start, at))
        if not _QUESTION.search(told) or self._named(start, at):
            return None
        pronoun = _PRONOUN.search(told)
        if pronoun:
            return None, start + pronoun.start()
        stop = self._starts[place + 1] if place + 1 < len(self._starts) else len(self._text)
        after = self._opener(at, stop)
        return after or self.holder(at), -1

    def _named(self, start: int, at: int) -> list[str]:
        """Who is named in an entry up to a place, without those who ask and are asked about."""
        return [name for told, names in self._sentences(start, at) if not _ASKED.search(told) for name in names]

    def _opener(self, start: int, stop: int) -> str | None:
        """The person with whom the first sentence of the narrator's starts."""
        for told, names in self._sentences(start, stop):
            if not told.strip(" .,!?"):
                continue
            surname = names[0].split()[-1] if names else ""
            near = bool(names) and surname in told[: _OPENS + len(names[0])]
            return names[0] if near and not told.rstrip().endswith("?") and not _SENDS.search(told) else None
        return None

    def _sentences(self, start: int, stop: int) -> list[tuple[str, list[str]]]:
        """The narrator's sentences between two places, with the persons that each names."""
        return self._people.told(Span(start, stop))
