"""Whom a mention means in its text: full names for surnames, offices, bodies, documents and pronouns; nobody where nobody is named.

Each resolution carries the id of its rule: `named`, `surname`, `office`, `body`, `acronym`, `document`, `pronoun`,
`speaker-before`; an empty one says that the mention stays unnamed.
"""

from __future__ import annotations

from bisect import bisect_left

from diptych.extract.documents import Document, documents
from diptych.extract.finding import Finding
from diptych.extract.names import Mention, Name, Names, collect
from diptych.extract.units import Read
from diptych.spans import Span

_INDEFINITE = frozenset(
    ("a", "an", "one", "another", "some", "several", "many", "two", "three", "few", "any", "no", "other", "most")
)
_THEY = frozenset(("they", "them", "we", "their", "our"))
_HE = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}


class Resolver:
    """Resolves the mentions of a text in order; what it has resolved helps with what follows."""

    def __init__(self, read: Read) -> None:
        self.read = read
        self.names: Names = collect(read)
        self.starts = [mention.span.start for mention in self.names.mentions]
        self.documents: list[Document] = documents(read, self.names)
        self.document_starts = [document.at for document in self.documents]
        self.unit_starts = {unit.start[0] for unit in read.units if len(unit)}
        self.person: Name | None = None
        self.body: Name | None = None
        self.person_at = -1
        self.body_at = -1

    def resolve(self, finding: Finding) -> tuple[str | None, str]:
        """The full name of a finding's speaker and the rule that found it."""
        if finding.source is None:
            return None, ""
        name, text, rule = self._who(finding.source)
        if name is not None:
            if name.kind == "person":
                self.person, self.person_at = name, finding.source.start
            else:
                self.body, self.body_at = name, finding.source.start
            return name.full, rule
        return text, rule

    def _mentions(self, span: Span) -> list[Mention]:
        first = bisect_left(self.starts, span.start)
        stop = bisect_left(self.starts, span.end)
        return [mention for mention in self.names.mentions[first:stop] if mention.span.end <= span.end]

    def _who(self, span: Span) -> tuple[Name | None, str | None, str]:
        tokens = self.read.tokens
        first = bisect_left(tokens.start, span.start)
        stop = bisect_left(tokens.start, span.end)
        words, tags = tokens.word[first:stop], tokens.tag[first:stop]
        if not words:
            return None, None, ""
        if words[0] in _HE and len(words) == 1:
            return self._person(span.start, _HE[words[0]]), None, "pronoun"
        if words[0] in ("it", "its") and len(words) == 1:
            return self._body(span.start), None, "pronoun"
        if words[0] in _THEY and len(words) == 1:
            return self._body(span.start), None, "pronoun"
        mentions = self._mentions(span)
        for mention in mentions:
            if mention.name.kind == "person" and self._heads(mention, span):
                return (
                    mention.name,
                    None,
                    "named" if mention.span.of(self.read.text) == mention.name.full else "surname",
                )
        head = self._head(words, tags)
        if mentions and mentions[0].name.kind == "body" and self._heads(mentions[0], span):
            after = bisect_left(tokens.start, mentions[0].span.end)
            if after >= stop or tokens.tag[after] not in "NWJG":
                short = mentions[0].span.of(self.read.text) != mentions[0].name.full
                return mentions[0].name, None, "acronym" if short else "named"
        return self._described(span, words, mentions, head)

    def _heads(self, mention: Mention, span: Span) -> bool:
        """Whether a mention is what the phrase is about, not somebody's within it: Smith, but not a lawyer for Smith."""
        tokens = self.read.tokens
        at = bisect_left(tokens.start, mention.span.start)
        after = bisect_left(tokens.start, mention.span.end)
        if after < len(tokens) and tokens.tag[after] == "Z" and tokens.start[after] < span.end:
            return False
        at -= 1
        while at >= 0 and tokens.start[at] >= span.start:
            if tokens.tag[at] == ",":
                return True
            if tokens.tag[at] in "ITR":
                return False
            at -= 1
        return True

    @staticmethod
    def _head(words: list[str], tags: list[str]) -> str:
        head = words[0]
        for word, tag in zip(words, tags, strict=True):
            if tag in "IT,RVE" and head != words[0]:
                break
            if tag in "NWXY":
                head = word
        return head

    def _described(
        self, span: Span, words: list[str], mentions: list[Mention], head: str
    ) -> tuple[Name | None, str | None, str]:
        sets = self.read.lexicon.sets
        if words[0] in _INDEFINITE:
            return None, None, ""
        single = head[:-1] if head.endswith("s") and head[:-1] in sets["documents"] else head
        if single in sets["documents"]:
            owner = self._owner(span, single)
            return owner, None, "document" if owner else ""
        if head in sets["bodies"] and mentions and words[0] not in _HE:
            text = self.read.text[span.start : span.end]
            for article in ("the ", "The ", "its ", "Its "):
                text = text.removeprefix(article)
            return None, text.split(",")[0], "body"
        if head in sets["bodies"] or head in sets["general_bodies"]:
            name = self._latest(head, span.start, "body")
            if name is None and head in sets["general_bodies"]:
                return self._body(span.start), None, "speaker-before"
            return name, None, "body" if name else ""
        if head in sets["offices"]:
            sex = "he" if head in sets["he"] else "she" if head in sets["she"] else ""
            name = self._latest(head, span.start, "person", sex)
            return name, None, "office" if name else ""
        return None, None, ""

    def _latest(self, word: str, before: int, kind: str, sex: str = "") -> Name | None:
        """The name last mentioned before an offset of which a word is part or role."""
        stop = bisect_left(self.starts, before)
        for mention in reversed(self.names.mentions[max(0, stop - 60) : stop]):
            name = mention.name
            if name.kind == kind and (word in name.roles or (kind == "body" and word in name.parts)):
                if not sex or not name.sex or name.sex == sex:
                    return name
        return None

    def _prominent(self, mention: Mention) -> bool:
        """Whether a mention starts its sentence, as a subject does."""
        return mention.span.start in self.unit_starts

    def _person(self, before: int, sex: str) -> Name | None:
        stop = bisect_left(self.starts, before)
        fallback: Name | None = None
        for mention in reversed(self.names.mentions[max(0, stop - 30) : stop]):
            name = mention.name
            if name.kind != "person" or (name.sex and name.sex != sex):
                continue
            if mention.span.start == self.person_at or self._prominent(mention) or name is self.person:
                name.sex = sex
                return name
            fallback = fallback or name
        if fallback is None and self.person is not None and (not self.person.sex or self.person.sex == sex):
            fallback = self.person
        return fallback

    def _body(self, before: int) -> Name | None:
        stop = bisect_left(self.starts, before)
        for mention in reversed(self.names.mentions[max(0, stop - 20) : stop]):
            if mention.name.kind == "body" and (self._prominent(mention) or mention.name is self.body):
                return mention.name
        return self.body

    def _owner(self, span: Span, noun: str) -> Name | None:
        """Whose the document is: as the mention itself says, else as the nearest mention of such a document before says."""
        first = bisect_left(self.document_starts, span.start)
        if first < len(self.documents) and self.documents[first].at < span.end:
            return self.documents[first].owner
        for document in reversed(self.documents[max(0, first - 20) : first]):
            if document.noun == noun or noun in ("report", "document", "text"):
                return document.owner
        owners = {document.owner.full: document.owner for document in self.documents if document.noun == noun}
        return next(iter(owners.values())) if len(owners) == 1 else None
