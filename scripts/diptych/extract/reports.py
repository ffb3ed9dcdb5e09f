"""Whose document "the report" is, sentence by sentence: the contested one, or one written in answer to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from diptych.extract.offices import offices, words_of
from diptych.extract.parties import Parties
from diptych.lexicons import either
from diptych.spans import Span
from diptych.values import PartyRole

#: A document that somebody brings out: a review it had commissioned, one of its own, a second report.
_NEW = re.compile(
    r"(?:\b(?:its|their|his|her|our)\s+own|['’]s\s+own|\bof\s+(?:its|their)\s+own"
    r"|[Aa]\s+(?:second|rival|separate|further|new)"
    r"|[Aa]nother|commissioned|[Aa]n?\s+(?:[\w-]+\s+){0,3})\s*$"
)
_WHOSE = re.compile(r",\s+whose((?:\s+[\w-]+){1,3})")
_TITLE = re.compile(r"[“\"‘]([A-Z][^”\"’]{2,60}?)[.,]?[”\"’]")
_MADE = re.compile(
    r"\b(?:from|by)\s+(?:one\s+|the\s+)?(?:[a-z]+\s+){0,2}((?:[A-Z][\w.'’-]*)(?:\s+(?:&\s+)?[A-Z][\w.'’-]*)*)"
)
_COST = re.compile(r"\b(?:commissioned|paid for|funded|at\s+.{1,40}['’]s\s+(?:cost|expense)|hired(?!\s+out)|ordered)\b")


#: What a party had made, told after it: the study, bound in linen, which the firm commissioned.
_RELATIVE = re.compile(r"\b(?:which|that)\s+(?:the\s+)?$")
_ORDERED = re.compile(
    r"\s+(?:itself\s+)?(?:had\s+|has\s+)?(?:commissioned|ordered|funded|paid\s+for|bought|sponsored)\b"
)
#: Nouns for the contested report itself, which the other party's may be called as well.
_MAIN = frozenset(
    (
        *("report", "reports", "study", "studies", "inquiry", "investigation", "audit", "review", "document"),
        *("documents", "findings", "conclusions", "publication", "probe", "survey", "summary", "chapter", "text"),
    )
)
#: The words after a party's possessive, and after "an" or "its" where a party brings something out.
_OWNED = re.compile(r"['’]s?((?:\s+[\w-]+){1,4})")
_ISSUED = re.compile(
    r"(?:\s+(?:has|have|had|also|then|later|since|now|meanwhile|itself|yesterday|today))*"
    r"\s+(?:(?:publish|issu|releas|produc|post|present|circulat|commission|order|cit|unveil|distribut|submitt|fil|prepar)\w*"
    r"|(?:br(?:ings?|ought)|puts?|handed|hands|came|comes|gave|gives)\s+(?:out|round|with|back\s+with)"
    r"|(?:repli|answer|respond|counter|hit\s+back)\w*\s+with)"
    r"\s+(?:an?|its)((?:\s+[\w-]+){1,4})"
)
#: What a party brings out may be a book; who else speaks of one means none of the documents.
_BOOKS = frozenset(("book", "guide", "handbook"))
#: From whom a document came: From the firm's headquarters came a paper of 85 pages.
_CAME = re.compile(r"From\s[^,.;:]{3,60}?\s(?:came|comes|has\s+come|arrived|arrives)\s+an?((?:\s+[\w-]+){1,4})")


def owned(texts: Sequence[str], parties: Parties) -> dict[str, PartyRole]:
    """The kinds of document that all the articles give to one party only: the firm's annex, the club's dossier.

    With them stand the titles of the report, and of what answers it, with their capitals.
    """
    nouns = offices().documents - _MAIN
    found: dict[str, set[PartyRole]] = {}
    for text in texts:
        for match in _entitled().finditer(text):
            if _titled(match[1]) and not parties.names(match[1]):
                found.setdefault(match[1], set()).add("responding")
        for match in _under_title().finditer(text):
            title = match["title"]
            if not parties.names(title):
                found.setdefault(title, set()).add("reporting" if match["noun"].lower() in _MAIN else "responding")
        somebodys = {match.start(): noun for match in _OWNED.finditer(text) if (noun := _first(match[1], nouns))}
        for name in parties.names(text) if somebodys else ():
            if name.end in somebodys:
                found.setdefault(somebodys[name.end], set()).add(name.party)
    return {noun: next(iter(held)) for noun, held in sorted(found.items()) if len(held) == 1}


def _first(words: str, known: frozenset[str]) -> str | None:
    """The first of some words that is known."""
    return next((word for word in words.split() if word in known), None)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a document is: the party, and the name of who wrote it where the text gives one."""

    party: PartyRole
    name: str | None = None


class Reports:
    """The documents of one article, in the order of its sentences."""

    def __init__(self, text: str, sentences: Sequence[Span], parties: Parties, owned: Mapping[str, PartyRole]) -> None:
        self._text = text
        self._owned = owned
        self._parties = parties
        titles = {key: role for key, role in owned.items() if key[:1].isupper()}
        self._titles = [key for key, role in titles.items() if role == "responding"]
        self._reporting = [key for key, role in titles.items() if role == "reporting"]
        self._author: str | None = None
        self._focus: list[tuple[Span, Owner]] = []
        owner = Owner("reporting")
        last = 0
        self._before: PartyRole | None = None  # the party that the sentence before starts with
        for sentence in sentences:
            if "\n" in text[last : sentence.start] and not text.startswith(("Titled", "Entitled"), sentence.start):
                owner = Owner("reporting")
            self._focus.append((sentence, owner))
            owner = self._after(sentence, owner)
            self._before = self._starts(sentence)
            last = sentence.end

    def _starts(self, sentence: Span) -> PartyRole | None:
        """The party that a sentence starts with; "it" goes on with the one before."""
        text = sentence.of(self._text)
        if text.startswith(("It ", "They ")):
            return self._before
        return next((one.party for one in self._parties.names(text) if one.start <= 5), None)

    def owner(self, at: int, phrase: str) -> Owner:
        """Whose document a phrase at an offset means."""
        said = self._said(phrase)
        if said is not None:
            return said
        found, place = Owner("reporting"), None
        for sentence, owner in self._focus:
            if sentence.start > at:
                break
            found, place = owner, sentence
        new = place is not None and phrase.lower().startswith(("a ", "an ", "another "))
        return self._after(place, found) if place is not None and new else found

    def titled(self, phrase: str) -> bool:
        """Whether a phrase is the title of the report, or of a document that answers it."""
        return phrase.split(",")[0].strip(' “”"‘’') in {*self._titles, *self._reporting}

    def _said(self, phrase: str) -> Owner | None:
        """What the phrase itself says: X's report, a rejoinder, a title known already."""
        if any(title in phrase for title in self._titles):
            return Owner("responding", self._author)
        if any(title in phrase for title in self._reporting):
            return Owner("reporting")
        names = [name for name in self._parties.names(phrase) if not name.adjective or len(phrase) < 60]
        if names:
            return Owner(names[0].party)
        words = words_of(phrase)
        if set(words) & offices().replies:
            return Owner("responding", self._author)
        kept = next((self._owned[word] for word in words if word in self._owned), None)
        return Owner(kept) if kept else None

    def _after(self, sentence: Span, owner: Owner) -> Owner:
        """Whose "the report" is after a sentence."""
        text = sentence.of(self._text)
        words = words_of(text)
        known = offices()
        if any(title in text for title in self._titles):
            return Owner("responding", self._author)
        names = self._parties.names(text)
        responding = [name for name in names if name.party == "responding"]
        answers = self._before == "responding" and text.startswith(("It ", "They "))
        own = self._before == "responding" and text.startswith(("Its ", "Their "))
        if set(words) & known.replies and (own or (responding and responding[0].start < 80)):
            for match in _one_of("replies").finditer(text):
                before = text[max(0, match.start() - 40) : match.start()]
                if re.search(
                    r"(?:\d+-page\s*|\b(?:an?|[Ii]ts|[Tt]heir)\s+(?:[\w-]+\s+)?|['’]s\s+(?:[\w-]+\s+)?|own\s+)$", before
                ):
                    return self._responding(text)
        first = next((name for name in names if name.start <= 5 and not name.adjective), None)
        issued = _ISSUED.match(text[first.end :]) if first and first.party == "responding" else None
        came = _CAME.match(text)
        if (issued and _first(issued[1], known.documents | _BOOKS)) or (
            came and responding and responding[0].end <= came.end() and _first(came[1], known.documents)
        ):
            return self._responding(text)
        if any(_whose(text, name.end) for name in responding):
            return self._responding(text)
        reporting = any(name.party == "reporting" for name in names)
        if not reporting and _rebuttal().search(text):
            return self._responding(text)
        theirs = re.search(r"\b(?:one|report|review|study|document|audit|paper) of (?:its|their) own\b", text)
        if theirs and (responding or answers):
            return self._responding(text)
        if any(_ORDERED.match(text, name.end) and _RELATIVE.search(text, 0, name.start) for name in responding):
            return self._responding(text)
        for match in _one_of("documents").finditer(text):
            before = text[max(0, match.start() - 40) : match.start()]
            if _NEW.search(before) and (
                (_COST.search(text) and responding)
                or (re.search(r"\bown\s+(?:[\w-]+\s+)?$", before) and (responding or owner.party == "responding"))
            ):
                return self._responding(text)
        return owner

    def _responding(self, text: str) -> Owner:
        made = _MADE.search(_TITLE.sub("", text))
        self._author = made[1].rstrip(".") if made else None
        self._titles += [
            match[1]
            for match in _TITLE.finditer(text)
            if (len(match[1].split()) > 1 and match[1].istitle()) or _titled(match[1])
        ]
        return Owner("responding", self._author)


@cache
def _one_of(kind: str) -> re.Pattern[str]:
    """A pattern for the words of one list of offices.yml."""
    words: frozenset[str] = getattr(offices(), kind)
    return re.compile(rf"\b{either(words)}\b")


@cache
def _entitled() -> re.Pattern[str]:
    """The title of an answer: its reply, titled “Facts of the Case”."""
    return re.compile(
        rf"\b{either(offices().replies)}"
        r"(?:,\s+|(?:\s+(?!to\b)[\w-]+){0,2}?,?\s+(?:titled|entitled|called|headed|named)\s+)"
        r"[“\"‘]([A-Z][^”\"’\n]{2,60}?)[.,]?[”\"’]"
    )


@cache
def _under_title() -> re.Pattern[str]:
    """A document and its title in no marks: the report by the panel, entitled Closed Stacks."""
    nouns = either(_MAIN | offices().replies)
    word = r"[A-Z][\w’'-]*"
    return re.compile(
        rf"\b(?P<noun>{nouns})\b[^.;:“”\"\n]{{0,80}}?\s(?:en)?titled\s+"
        rf"(?P<title>{word}(?:\s(?:(?:of|the|and|in|for|to|a|on|without)\s)*{word}){{1,6}})"
    )


@cache
def _rebuttal() -> re.Pattern[str]:
    """What only answers a report, as somebody's own or one spoken of: its rebuttal, the rejoinder."""
    return re.compile(rf"\b(?:[Ii]ts|[Tt]heir|[Tt]he)\s+(?:[\w-]+\s+)?{either(offices().rebuttals)}\b")


def _whose(text: str, end: int) -> bool:
    """Whether a document is somebody's whose name ends at an offset: Larch Partners, whose review cost 3m crowns."""
    found = _WHOSE.match(text, end)
    return found is not None and _first(found[1], offices().documents) is not None


def _titled(text: str) -> bool:
    """Whether a quotation is set like a title: most of its words with capitals."""
    words = text.split()
    return len(words) > 1 and sum(word[0].isupper() for word in words) * 2 > len(words)
