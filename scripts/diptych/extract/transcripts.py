"""Whom the labels of a transcript mean: REED in full, and Q and A as the two of an interview."""

from __future__ import annotations

from collections.abc import Sequence

from diptych.extract.finding import Finding
from diptych.extract.names import Names
from diptych.extract.rules.turns import ASIDE
from diptych.extract.units import Read

_ANSWERS = frozenset(("a", "answer"))
_ABBREVIATED = 3  # letters that a title and its abbreviation share: Professor, Prof.
_QUESTIONS = frozenset(("q", "question"))


class Labels:
    """Resolves labels of turns; each label is looked up once."""

    def __init__(self, read: Read, names: Names, findings: Sequence[Finding]) -> None:
        self.read = read
        self.names = names
        self.known: dict[str, tuple[str | None, str]] = {}
        self.surnames: dict[str, str] = {}  # of labels that give a full name: ANA REED, HOST
        turns = [finding.whole.start for finding in findings if finding.layout]
        if turns:
            asked, asking = self._interview(min(turns), findings)
            self.known.update(dict.fromkeys(_ANSWERS, (asked, "interview" if asked else "")))
            self.known.update(dict.fromkeys(_QUESTIONS, (asking, "interview" if asking else "")))

    def resolve(self, label: str) -> tuple[str | None, str]:
        """The full name of whoever a label stands for, and the rule that found it."""
        key = label.lower()
        if key not in self.known:
            self.known[key] = self._named(label)
        return self.known[key]

    def _named(self, label: str) -> tuple[str | None, str]:
        """The name that a label gives, in its form in the text if it stands there."""
        own = ASIDE.sub("", label).split(",")[0]
        words = [word.strip(".,") for word in own.lower().split()]
        titles = [word for word in words if word in self.read.lexicon.sets["titles"]]
        words = [word for word in words if word not in titles]
        if len(words) == 1 and words[0] in self.surnames:
            return self.surnames[words[0]], "surname"
        for mention in self.names.mentions:
            parts, full = mention.name.parts, mention.name.full
            short = len(words) == 1 and len(parts) > 1 and words[0] == parts[-1]
            if (short or parts == tuple(words)) and not full.isupper():
                return full, "surname" if short else "named"
        called = self._called(titles, words) if len(words) + len(titles) == 1 else None
        if called is not None:
            return called, "surname"
        if len(words) < 2:
            return own, "named"
        full = " ".join(word.capitalize() for word in words)
        self.surnames.setdefault(words[-1], full)
        return full, "named"

    def _called(self, titles: Sequence[str], words: Sequence[str]) -> str | None:
        """The one person by the first name or by the title before the name: CERYS; SUPT, of Superintendent Ana Reed."""
        found = set()
        for mention in self.names.mentions:
            name = mention.name
            if name.kind != "person" or len(name.parts) < 2 or name.full.isupper():
                continue
            before = self.read.tokens.word[mention.first - 1] if mention.first else ""
            if words[:1] == [name.parts[0]] or (titles and before[:_ABBREVIATED] == titles[0][:_ABBREVIATED]):
                found.add(name.full)
        return next(iter(found)) if len(found) == 1 else None

    def _interview(self, first: int, findings: Sequence[Finding]) -> tuple[str | None, str | None]:
        """Who is asked and who asks, from what stands before the first turn: X talks to Y."""
        headings = (
            finding.source.of(self.read.text)
            for finding in findings
            if finding.rule == "heading" and finding.source is not None and finding.source.end < first
        )
        asked, asking = next(headings, None), None
        for mention in self.names.mentions:
            if mention.span.start >= first:
                break
            before = self.read.tokens.word[mention.first - 1] if mention.first else ""
            if mention.name.kind == "person" and len(mention.name.parts) > 1:
                if before in ("to", "with", "by"):
                    asking = asking or mention.name.full
                else:
                    asked = asked or mention.name.full
        return asked, asking
