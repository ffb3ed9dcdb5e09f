"""What "it", "its" and "the report" mean at a place of an article, by what stands before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from diptych.extract.belonging import Name
from diptych.extract.identity import Identity, is_document, owner
from diptych.extract.lexicon import lexicon
from diptych.extract.offices import offices, words_of
from diptych.extract.parties import Parties
from diptych.extract.people import narration
from diptych.extract.reports import Reports
from diptych.spans import Span
from diptych.topic import Side
from diptych.values import PartyRole

_DATELINE = re.compile(r"^[A-Z][A-Za-z .,'’()-]{1,50}\s[—–-]+\s+|^[A-Z][A-Z .'’-]{2,40}:\s+|^\(?\d{1,2}[.)]\s+")
_NUMBER = re.compile(r"\(?\d{1,2}[.)]\s+")
#: What stands before a sentence's subject: In a statement, …
INTRO = re.compile(r"^(?:In|At|On|After|Before|During|For|With|By|From|As|Under|Since)\s[^,]{3,80},\s+")
#: What stands before who thinks so: For the union, the price is too high.
_FOR = re.compile(r"^(?:For|According to|As for)\s")
_CLAUSES = re.compile(r";\s+|,\s+(?:and|but)\s+")
#: What somebody holds, which may be "it" that says so next: the firm's position is set out in a letter.
_POSITION = re.compile(
    r"['’]s?\s+(?:[a-z-]+\s+){0,2}?(?:position|case|view|views|answer|defence|defense|reply|stance|argument|arguments|line|version"
    r"|account|reaction|response|objections?|explanation)\b"
)
#: A body of its own: the army's Inspectorate General has.
_OFFICE = re.compile(r"['’]s?\s+(?:[A-Z][\w-]+\s+){1,4}(?=[a-z])")
#: A sentence that goes on with those before.
_GOES_ON = re.compile(r"(?:It|Its)\s")
_THEIRS = re.compile(r"(?:They|Its|Their)\s")
#: What is told of one, after its name: Larch says, Larch has.
_ONE = re.compile(r"\s+(?:also\s+|now\s+)?(?:is|was|has|does|says|[a-z]{2,}[^\Ws]s)\b")
#: What is told to be a document: The thing from Hall is a report of 84 pages by the office.
_IS_ONE = re.compile(r"[^,;:]{2,50}?\s(?:is|was)\s+an?\s+(?:[\w-]+\s+){0,3}?([a-z-]+)\s+(?:of|by|from|on|in)\s")
_WITHIN = re.compile(r"\s+(?:at|from|of|with)\s+(?:the\s+)?")
_REPORT = re.compile(r"\b[Tt]he (?:\w+ )?(?:report|study|audit|review)\b")
_SUBJECT = re.compile(r"[\s“\"‘]*(?:The\s+)?([A-Z][\w'’.-]*(?:\s+(?:&\s+)?(?!I\b)[A-Z][\w'’.-]*)*)")
_WHICH = re.compile(r",\s+(?:which|whose)\s")
_FIRST = re.compile(r"[\w’'&.-]+")
_LONGEST = 8
_HELPING = frozenset(("had", "has", "have", "was", "were", "is", "are"))
_SAID = frozenset(("said", "says", "told", "tells"))
#: How far back, in code points, a body may have been named in full that a noun alone means.
_FAR = 4000
#: Whose a body is, at the head of a sentence: Parliament's | committee.
_OWNED = re.compile(r"[A-Z][\w-]*['’]s?\s")
_THE = re.compile(r"(?:The|In|At|On|And|But|For|By|From|When|While|As|If)\s+")


class Antecedents:
    """The documents and parties that the sentences of one article start with."""

    def __init__(self, text: str, sentences: Sequence[Span], parties: Parties, owned: Mapping[str, PartyRole]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [one.start for one in sentences]
        self._ends = [one.end for one in sentences]
        self._parties = parties
        self._reports = Reports(text, sentences, parties, owned)

    def party(self, party: PartyRole, name: str | None, why: str) -> Identity:
        """The party itself, or by the name of who writes for it."""
        role: Side = "reporting" if party == "reporting" else "responding"
        if name:
            return Identity(party, name, organisation=self._parties.party(role).name, why=(why,))
        return Identity(party, self._parties.party(role).name, itself=True, why=(why,))

    def document(self, phrase: str, at: int, why: str = "document") -> Identity:
        """Whose a document is that a phrase at a place means."""
        owner = self._reports.owner(at, phrase)
        return self.party(owner.party, owner.name, why)

    def titled(self, phrase: str) -> bool:
        """Whether a phrase is the title of the report, or of a document that answers it."""
        return self._reports.titled(phrase)

    def sentence(self, at: int) -> Span | None:
        """The sentence that starts last before a place, or there."""
        place = bisect_right(self._starts, at) - 1
        return self._sentences[place] if place >= 0 else None

    def report_before(self, at: int) -> Identity | None:
        """Whose the report is that the sentence before mentions."""
        place = bisect_right(self._ends, at) - 1
        if place < 0:
            return None
        before = self._sentences[place]
        found = _REPORT.search(narration(self._text, before))
        return self.document(found[0], before.start + found.start()) if found else None

    def previous(self, at: int) -> Span | None:
        """The sentence before the one at a place."""
        place = bisect_right(self._starts, at) - 2
        return self._sentences[place] if place >= 0 else None

    def told_before(self, at: int) -> str:
        """How the sentence before the one at a place starts."""
        before = self.previous(at)
        return narration(self._text, before)[:60] if before is not None else ""

    def thing(self, at: int, many: bool = False) -> Identity | None:
        """What "it" means where its own sentence, or the one before it there, starts with a document or a party.

        "They" (`many`) means those before, if any are, rather than one that is told of as one.
        """
        stop = bisect_left(self._starts, at - 1)
        one: Identity | None = None
        place, left = stop - 1, 2 + many
        while place >= 0 and left > 0:
            sentence = self._sentences[place]
            left -= not (many and _THEIRS.match(self._text, sentence.start))
            place -= 1
            if "\n" in self._text[sentence.start : at]:
                return one or self._subject_over(sentence, at)
            told = narration(self._text, Span(sentence.start, min(sentence.end, at)))
            for clause in reversed(_CLAUSES.split(told)):
                found = self.starts(clause, sentence.start)
                if found is not None and not (many and self._single(clause, found)):
                    return found
                one = one or found
        return one

    def _single(self, clause: str, who: Identity) -> bool:
        """Whether a clause starts with a party by its name and tells of it as of one: Larch says, Larch has."""
        names = self._parties.names(clause) if who.itself else ()
        return bool(names) and _ONE.match(clause, names[0].end) is not None

    def _subject_over(self, sentence: Span, at: int) -> Identity | None:
        """Whom the paragraph before starts with, where it is one sentence and the next goes on with "it"."""
        gap = self._text[sentence.end : at]
        place = bisect_right(self._starts, sentence.start) - 1
        alone = place == 0 or "\n" in self._text[self._ends[place - 1] : sentence.start]
        if gap.strip() or not alone:
            return None
        return self.starts(narration(self._text, sentence), sentence.start)

    def subject(self, at: int) -> Identity | None:
        """The document or party that the sentence at a place starts with, as far as that place."""
        sentence = self.sentence(at)
        return self.starts(narration(self._text, Span(sentence.start, at)), sentence.start) if sentence else None

    def starts(self, clause: str, at: int) -> Identity | None:
        """The document or party that a clause starts with."""
        clause = INTRO.sub("", _DATELINE.sub("", clause))
        for head in _heads(clause):
            words = words_of(head)
            if words and lexicon().tags.get(words[0]) == "I":
                break  # in a statement: no subject
            if len(words) > 2 and words[-1] in _SAID:
                break  # past the subject
            if set(words[-1:]) & offices().reporting and words[:1] in (["its"], ["the"]):
                return self._other(head, at) or self.party("reporting", None, "authors before")
            if is_document(head):
                return self.document(head, at, "document before")
        is_one = _IS_ONE.match(clause)
        if is_one and is_one[1] in offices().documents:
            return self.document(clause[is_one.start(1) : is_one.end() + 80], at, "document before")
        names = self._parties.names(clause)
        office = _OFFICE.match(clause, names[0].end) if names and names[0].start <= 4 else None
        if office and self._parties.belongs(clause[: office.end()].strip()).party == names[0].party:
            return self.party(names[0].party, None, "body of it before")
        if names and names[0].start <= 4 and _POSITION.match(clause, names[0].end):
            return self.party(names[0].party, None, "position before")
        if names and names[0].start <= 4 and not names[0].adjective and clause[names[0].end :][:1] not in ("'", "’"):
            return self.party(
                names[0].party, clause[names[0].start : names[0].end] if names[0].agent else None, "party before"
            )
        return None

    def _other(self, head: str, at: int) -> Identity | None:
        """The body of neither party that a phrase names, or stands for by its noun: the Diocesan Board, the board."""
        _, *name = head.split()
        if self._parties.names(head):
            return None
        if len(name) == 1:
            return self.body_named(words_of(head)[-1], at)
        proper = all(word[:1].isupper() for word in name)
        return Identity("third", " ".join(name), why=("body spoken of",)) if proper else None

    def body_named(self, noun: str, at: int) -> Identity | None:
        """The body of neither party named last before a place by a noun that now stands alone: the office."""
        named = re.compile(rf"\b(?:[A-Z][\w-]*(?:['’]s?)?\s+){{1,3}}{re.escape(noun.title())}\b")
        found = list(named.finditer(self._text, max(0, at - _FAR), at))
        if not found or self._parties.names(found[-1][0]):
            return None
        name = _THE.sub("", found[-1][0])
        return Identity("third", name, why=("body spoken of",)) if " " in name else None

    def opening(self, sentence: Span) -> tuple[Identity, int] | None:
        """The document or party that a sentence starts with, past its number, and where the phrase ends."""
        number = _NUMBER.match(self._text, sentence.start, sentence.end)
        if number:
            after = self.opening(Span(number.end(), sentence.end))
            return (after[0], after[1] + number.end() - sentence.start) if after else None
        text = narration(self._text, sentence)
        it = re.match(r"(?:It|They)\s", text)
        if it:
            found = self.thing(sentence.start)
            return (found, it.end()) if found else None
        named = self._parties.names(text)
        for head in _heads(text):
            if any(one.start < len(head) < one.end for one in named):
                continue  # within a name: the University's Audit (Lab)
            if is_document(head) and not _HELPING.intersection(words_of(head)):  # Lind had the letter read to her
                whose = owner(head, 0)
                if whose and not self._parties.names(whose.of(head)):
                    return None
                return self.document(head, sentence.start), len(head)
            words = words_of(head)
            if len(words) > 1 and words[-1] in offices().reporting and words[0] in ("its", "the", "their"):
                return self._other(head, sentence.start) or self.party("reporting", None, "authors"), len(head)
            names = self._parties.names(head)
            held = names and names[0].start <= 4 and head[names[0].end : names[0].end + 1] in ("'", "’")
            if held and words[-1] in offices().figures:
                return self.party(names[0].party, None, "document"), len(head)
            if held and names[0].party == "reporting" and words[-1] in offices().inquiry | offices().reporting:
                return self.party("reporting", None, "authors"), len(head)
            if names and names[0].start <= 4 and not names[0].adjective and names[0].end == len(head):
                agent = head[names[0].start :] if names[0].agent else None
                return self.party(names[0].party, agent, "party's name"), self._whole(text, names[0])
            if held and len(names) > 1 and names[1].party == names[0].party and names[1].end == len(head):
                return self.party(names[0].party, None, "party's name"), len(head)
        return None

    def _whole(self, text: str, name: Name) -> int:
        """Where a phrase ends that starts with a party's name and goes on with where in it: researchers at the lab."""
        within = _WITHIN.match(text, name.end)
        own = [one for one in self._parties.names(text) if within and one.start == within.end()]
        if not own or own[0].party != name.party:
            return name.end
        of = re.match(r"['’]s\s+", text[own[0].end :])
        more = [one for one in self._parties.names(text) if of and one.start == own[0].end + of.end()]
        return more[0].end if more and more[0].party == name.party else own[0].end

    def party_before(self, at: int) -> tuple[PartyRole | None, int]:
        """The party that the sentences just before speak of first, and where its sentence starts."""
        stop = bisect_left(self._starts, at)
        for sentence in reversed(self._sentences[max(0, stop - 4) : stop]):
            told = narration(self._text, Span(sentence.start, min(sentence.end, at)))
            if not told.strip(" .,") or _GOES_ON.match(told):
                continue
            told = _FOR.sub("", told)
            if INTRO.sub("", told).startswith(("its ", "their ")):
                continue  # From Larch, its treasurer said
            names = [name for name in self._parties.names(told) if not name.adjective]
            subject = _SUBJECT.match(told)
            if subject and _WHICH.match(told, subject.end()) and not (names and names[0].start < subject.end()):
                return "third", sentence.start
            if names and names[0].start <= max(5, subject.end() if subject else 0):
                return names[0].party, sentence.start
            if _body(told) or (
                subject and len(subject[1].split()) > 1 and not offices().office_in(subject[1].split()[0])
            ):
                return "third", sentence.start
            if names and len({name.party for name in names}) == 1:
                return names[0].party, sentence.start
        return None, 0


def _body(text: str) -> bool:
    """Whether a sentence starts with a body that is neither party: the teachers' union, Parliament's committee."""
    words = words_of(text[:60])[:6]
    known = offices()
    return (
        bool(words)
        and (words[0] in ("the", "a", "an") or _OWNED.match(text) is not None)
        and any(word in known.organisations and word not in known.documents for word in words[1:4])
    )


def _heads(text: str) -> list[str]:
    """The first word of a text, its first two, and so on."""
    found: list[str] = []
    for match in _FIRST.finditer(text, 0, 200):
        if len(found) == _LONGEST or (found and text[len(found[-1]) : match.start()].strip()):
            break
        found.append(text[: match.end()])
    return found
