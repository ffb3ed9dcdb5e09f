"""Whom a mention means in its text: full names for surnames, offices, bodies, documents and pronouns.

Each resolution carries the id of its rule: `named`, `surname`, `acronym`, `office`, `body`, `described`, `document`,
`authors`, `interview`, `pronoun`, `speaker-before` or `same-words`. Nobody is guessed: a mention that means no name
stays unnamed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from diptych.extract.brackets import bracketed
from diptych.extract.documents import Document, documents
from diptych.extract.finding import Finding
from diptych.extract.names import Mention, Name, Names, collect
from diptych.extract.transcripts import Labels
from diptych.extract.units import Read
from diptych.spans import Span

_HE = {"he": "he", "him": "he", "himself": "he", "she": "she", "herself": "she"}
_POSSESSIVE = {"his": "he", "her": "she"}
_IT = frozenset(("it", "its", "itself"))
_THEY = frozenset(("they", "them", "their", "theirs"))
_ANY_DOCUMENT = frozenset(("report", "document", "text", "paper", "assessment", "findings"))
_STUDIES = frozenset(
    ("report", "assessment", "study", "review", "inquiry", "investigation", "audit", "survey", "findings")
)
_NEAR = 70  # tokens within which a document of another kind may be meant
_EARLY = 40  # documents that are looked through for one that says whose it is
_AUTHORS = frozenset(("authors", "author", "writers"))
Resolved = tuple[str | None, str]
_NOBODY: Resolved = (None, "")


class Resolver:
    """Resolves the findings of a text in order of their speakers; what is resolved helps with what follows."""

    def __init__(self, read: Read) -> None:
        self.read = read
        self.sets = read.lexicon.sets
        self.names: Names = collect(read)
        self.documents: list[Document] = documents(read, self.names)
        self.owners: dict[int, str] = {}  # the places of documents whose owner is known, by offset of the document
        self.person: Name | None = None
        self.group: str | None = None
        self.next_document = self.next_pronoun = 0
        # Only the narrator's pronouns tell: within a quotation somebody else may be meant.
        self.pronouns = [
            (unit.start[at], _HE[word])
            for unit in read.units
            if not unit.depth
            for at, word in enumerate(unit.word)
            if word in _HE
        ]
        self.sources: list[tuple[int, Span]] = []
        self.main: str | None = None
        self.starts = [unit.start[0] for unit in read.units if not unit.depth]
        self.document_starts = [document.at for document in self.documents]

    def resolve(self, findings: Sequence[Finding]) -> list[Resolved]:
        """The full name of each finding's speaker and the rule that found it."""
        answers: list[Resolved] = [_NOBODY] * len(findings)
        labels = Labels(self.read, self.names, findings)
        self.sources = sorted(
            (one.cue.start, one.source) for one in findings if one.cue and one.source and not one.layout
        )
        spans = {place: one.source for place, one in enumerate(findings) if one.source is not None}
        for place, span in sorted(spans.items(), key=lambda item: item[1].start):
            self._advance(span.start)
            answers[place] = labels.resolve(span.of(self.read.text)) if findings[place].layout else self._who(span)
            speaker, rule = answers[place]
            if speaker is None or bracketed(self.read.text, span.start):
                continue
            if rule not in ("pronoun", "speaker-before"):
                self._remember(speaker, span, findings[place].layout)
        return answers

    def _remember(self, speaker: str, span: Span, label: bool) -> None:
        person = next(
            (one.name for one in self.names.within(span) if one.name.full == speaker and one.name.kind == "person"),
            None,
        )
        if person is not None:
            self.person = person
        elif not label and (self.person is None or self.person.full != speaker):
            self.group = speaker

    def _advance(self, offset: int) -> None:
        """Learns from the pronouns and documents before an offset."""
        while self.next_pronoun < len(self.pronouns) and self.pronouns[self.next_pronoun][0] < offset:
            at, sex = self.pronouns[self.next_pronoun]
            name = self._pronoun(at, sex)
            if name is not None and not name.sex:
                name.sex = sex
            self.next_pronoun += 1
        while self.next_document < len(self.documents) and self.documents[self.next_document].at < offset:
            self._introduce(self.documents[self.next_document])
            self.next_document += 1

    def _introduce(self, document: Document) -> None:
        """Notes whose a document is, as the words beside it or the sentence's subject say."""
        owner = document.owner.full if document.owner else None
        if owner is None and document.new:
            owner = self._subject_of(document)
        if owner is not None:
            self.owners[document.at] = owner
            if self.main is None and document.noun in _STUDIES:
                self.main = owner

    def _subject_of(self, document: Document) -> str | None:
        """The body or state that a sentence about making a document starts with: the office published a report."""
        units = self.read.units
        starts = self.starts
        place = bisect_left(starts, document.at + 1) - 1
        if place < 0:
            return None
        unit = units[place]
        first = bisect_left(self.sources, (unit.start[0], Span(0, 0)))
        if (
            first < len(self.sources)
            and self.sources[first][0] < unit.end[-1]
            and self.sources[first][1].end <= document.at
        ):
            speaker = self._who(self.sources[first][1])[0] or self._forward(self.sources[first][1])
            if speaker is not None and not self._is_person(speaker):
                return speaker
        for mention in self.names.within(Span(unit.start[0], document.at)):
            after = mention.stop
            follows = self.read.tokens.tag[after] if after < len(self.read.tokens) else "."
            if (
                mention.span.start == unit.start[0]
                and mention.name.kind == "body"
                and follows != "Z"
                and self._heads(mention, Span(unit.start[0], document.at))
            ):
                return mention.name.full
            break
        if unit.tag[0] == "D" or unit.word[0] in _IT:
            stop = next((at for at in range(1, len(unit)) if unit.tag[at] in "AVQK,"), 1)
            return self._who(unit.span(0, stop))[0]
        return None

    def _forward(self, span: Span) -> str | None:
        """The name that a body gets later which is first spoken of without one: an independent commission."""
        tokens = self.read.tokens
        first, stop = bisect_left(tokens.start, span.start), bisect_left(tokens.start, span.end)
        core = self._core(tokens.tag[first:stop], first)
        head = tokens.word[core - 1] if core > first else ""
        if head not in self.sets["bodies"] | self.sets["general_bodies"]:
            return None
        after = bisect_left(self.names.starts, span.end)
        names = (mention.name for mention in self.names.mentions[after : after + 80])
        return next((name.full for name in names if name.kind == "body" and head in name.parts), None)

    def _who(self, span: Span) -> Resolved:
        tokens = self.read.tokens
        first, stop = bisect_left(tokens.start, span.start), bisect_left(tokens.start, span.end)
        words, tags = tokens.word[first:stop], tokens.tag[first:stop]
        if not words:
            return _NOBODY
        if len(words) == 1:
            single = self._single(words[0], span)
            if single is not None:
                return single
        if words[0] in ("who", "which", "i", "we", "you", "me"):
            return _NOBODY
        core = self._core(tags, first)
        mentions = self.names.within(span)
        indefinite = words[0] in self.sets["indefinite"]
        named = self._named(mentions, span, core, indefinite)
        if named is not None:
            whole = named.span.of(self.read.text) == named.name.full
            return named.name.full, "named" if whole else "surname" if named.name.kind == "person" else "acronym"
        return (
            _NOBODY
            if indefinite
            else self._described(span, words, mentions, tokens.word[core - 1] if core > first else words[0])
        )

    def _single(self, word: str, span: Span) -> Resolved | None:
        if word in _HE or word in _POSSESSIVE:
            name = self._pronoun(span.start, _HE.get(word) or _POSSESSIVE[word])
            return (name.full, "pronoun") if name else _NOBODY
        if word in _IT or word in _THEY:
            return self._it(span.start)
        return None

    @staticmethod
    def _core(tags: list[str], first: int) -> int:
        """The token after the head noun of a phrase: what stands before its first preposition, comma or clause."""
        stop = 0
        for at, tag in enumerate(tags):
            if at and tag in "IT,RVEH(":
                break
            if tag in "NWXYJGM" or not at:
                stop = at + 1
        return first + stop

    def _named(self, mentions: list[Mention], span: Span, core: int, indefinite: bool) -> Mention | None:
        """The name that a phrase is about: at its head, or in apposition to it."""
        tags, before, titles = self.read.tokens.tag, self.read.tokens.before, self.sets["titles"]
        heads = [one for one in mentions if self._heads(one, span)]
        at_core = [one for one in heads if one.stop == core]
        if at_core:
            return at_core[-1]
        apposed = [
            one
            for one in heads
            if one.first > core and before(one.first, titles) in ",()" and one.name.kind == "person"
        ]
        if apposed and (not indefinite or apposed[0].first <= core + 2):
            return apposed[0]
        bodies = [one for one in heads if one.first == core + 1 and tags[one.first - 1] in ",("]
        if bodies and not indefinite:
            return bodies[0]
        followed = [one for one in heads if one.stop < core and one.name.kind == "person" and tags[one.stop] in "M("]
        return followed[0] if followed else None

    def _heads(self, mention: Mention, span: Span) -> bool:
        """Whether a mention is what the phrase is about, not one within it: Smith, but not a lawyer for Smith."""
        tokens = self.read.tokens
        if mention.stop < len(tokens) and tokens.tag[mention.stop] == "Z" and tokens.start[mention.stop] < span.end:
            return False
        at = mention.first - 1
        while at >= 0 and tokens.start[at] >= span.start:
            if tokens.tag[at] == ",":
                return True
            if tokens.tag[at] in "ITR":
                return False
            at -= 1
        return True

    def _described(self, span: Span, words: list[str], mentions: list[Mention], head: str) -> Resolved:
        sets = self.sets
        single = head[:-1] if head.endswith("s") and head not in sets["documents"] else head
        if head in _AUTHORS:
            owner = self._owner(span, "report")
            return (owner, "authors") if owner else _NOBODY
        if single in sets["documents"]:
            owner = self._owner(span, single)
            return (owner, "document") if owner else _NOBODY
        if head in sets["offices"]:
            sex = "he" if head in sets["he"] else "she" if head in sets["she"] else ""
            several = mentions and head.endswith("s")  # the city's envoys
            name = None if several else self._latest(head, span.start, "person", sex)
            return (name.full, "office") if name else _NOBODY
        if head in sets["bodies"] or head in sets["general_bodies"]:
            return self._body(head, span, words, mentions)
        return _NOBODY

    def _body(self, head: str, span: Span, words: list[str], mentions: list[Mention]) -> Resolved:
        if mentions:
            text = self.read.text[span.start : span.end].split(",")[0]
            first = text.split(" ", 1)
            if first[0].lower() in ("the", "its", "their", "his", "her") and len(first) > 1:
                text = first[1]
            return text, "described"
        name = self._latest(head, span.start, "body")
        if name is not None:
            return name.full, "body"
        if head in self.sets["general_bodies"] and words[0] in ("the", "that", "this") and len(words) == 2:
            if self.main is not None and head in self.sets["inquiries"]:
                return self.main, "body"
            if self.group is not None:
                return self.group, "speaker-before"
        return _NOBODY

    def _latest(self, word: str, before: int, kind: str, sex: str = "") -> Name | None:
        """The name last mentioned before an offset of which a word is part or role."""
        for mention in self.names.before(before):
            name = mention.name
            fits = word in name.roles or (kind == "body" and word in name.parts)
            if fits and name.kind == kind and (not sex or name.sex in ("", sex)):
                return name
        return None

    def _pronoun(self, before: int, sex: str) -> Name | None:
        """The person whom he or she means: the last one who spoke or is a subject, of that sex as far as known."""
        nearest: Mention | None = None
        for mention in self.names.before(before)[:30]:
            name = mention.name
            if name.kind != "person" or (name.sex and name.sex != sex):
                continue
            nearest = nearest or mention
            if nearest.first - mention.first > _NEAR:
                break
            if mention.subject or name is self.person:
                return name
        fallback = nearest.name if nearest else None
        if self.person is not None and self.person.sex in ("", sex):
            return self.person
        return fallback

    def _it(self, before: int) -> Resolved:
        """The body that "it" or "they" means: the one that is the subject last, or else spoke last."""
        starts = self.starts
        place = bisect_left(starts, before + 1) - 1
        for at in (place, place - 1):
            if at < 0:
                continue
            unit = self.read.units[at]
            if unit.start[0] >= before:
                continue
            stop = next((item for item in range(1, len(unit)) if unit.tag[item] in "AVQK,"), 1)
            span = unit.span(0, stop)
            if span.end > before or (unit.tag[0] not in "DXN" and unit.word[0] != "it"):
                continue
            if unit.tag[0] == "P":
                break  # a pronoun again: whoever spoke last
            if stop == 1 and unit.tag[0] in "DN":
                continue
            who, _ = self._who(span)
            if who is not None and not self._is_person(who):
                return who, "pronoun"
        return (self.group, "pronoun") if self.group is not None else _NOBODY

    def _is_person(self, full: str) -> bool:
        return self.person is not None and self.person.full == full

    def _owner(self, span: Span, noun: str) -> str | None:
        """Whose a document is: as the mention says, else as the last document of its kind, or the nearest one, says."""
        starts = self.document_starts
        first = bisect_left(starts, span.start)
        inside = self.documents[first] if first < len(self.documents) and self.documents[first].at < span.end else None
        if inside is not None and inside.owner is not None:
            return inside.owner.full
        token = bisect_left(self.read.tokens.start, span.start)
        other = noun in _ANY_DOCUMENT  # whether a document of another kind may be meant
        for document in reversed(self.documents[max(0, first - 12) : first]):
            owner = self.owners.get(document.at)
            introduced = document.new or document.owner is not None
            near = other and introduced and token - document.token < _NEAR
            if owner is not None and (document.noun == noun or near):
                return owner
            other = other and document.noun != noun
        named = (
            document.owner.full for document in self.documents[:_EARLY] if document.noun == noun and document.owner
        )
        return next(named, self.main if noun in _ANY_DOCUMENT else None)
