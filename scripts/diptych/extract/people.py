"""Where persons are named in an article, whether they are he or she, and whom "she" means at a place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain, islice

from diptych.extract.firstnames import called
from diptych.extract.lexicon import lexicon
from diptych.extract.offices import offices
from diptych.lexicons import wordset
from diptych.spans import Span

_HE = re.compile(r"\b(?:he|his|himself)\b", re.IGNORECASE)
#: Not "accused her of" or "told her.": whoever that is, it is not the subject.
_SHE = re.compile(
    r"\b(?:she|hers|herself|her(?=\s+(?!of\b|to\b|for\b|that\b|by\b|in\b|at\b|and\b|a\b|the\b)\w))\b", re.IGNORECASE
)
#: A sentence that goes on about the one before.
_GOES_ON = re.compile(r"[\s“”\"'’,.?!]*(he|she)\s", re.IGNORECASE)
#: Whose somebody is says nothing of who they are: Ada Lind, his deputy, …
_ANOTHERS = re.compile(r"^,\s+(?:his|her)\s")
#: The word right before a name, which may tell: Mr Reed; his mother, Ada Lind.
_CALLED = re.compile(r"(?<![\w.])([\w-]+\.?),?[ ]$")
#: What stands before a name that is no part of a word, and behind one that no longer name begins with.
_WHOLE = re.compile(r"(?<![\w-])")
_ENDED = re.compile(r"(?![\w-])(?!\s[A-Z][a-z]+\s[A-Z])")
_BEFORE = 20  # code points before a name in which such a word stands
#: So many sentences with another pronoun outvote a given name.
_PRESUMED = 2
_CAPITALISED = re.compile(r"[ ]([A-Z][a-z]+)")
#: A quotation. Also where it counts what stands before its mark, the mark is looked for first.
_QUOTED = re.compile(r"“[^”\n]*[”]?|\"[^\"\n]*\"?|‘(?<!\w‘)(?:[^’\n]|’(?=\w))*’?")


@lru_cache(maxsize=8)
def _narrated(text: str) -> str:
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def narration(text: str, span: Span) -> str:
    """A stretch of a text with the quotations blanked, so that offsets stay."""
    return span.of(_narrated(text))


class People:
    """The persons named in one article."""

    def __init__(self, text: str, sentences: Sequence[Span], names: Iterable[str], sexes: Mapping[str, str]) -> None:
        self._text = text
        self._sexes = sexes
        places = mentions(text, names, firsts=True)
        self._parts = frozenset(part for _, name in places for part in name.split())
        self._by_sentence: list[tuple[Span, list[tuple[int, str]]]] = []
        at = 0
        for sentence in sentences:
            told = narration(text, sentence)
            here: list[tuple[int, str]] = []
            while at < len(places) and places[at][0].start < sentence.end:
                span, name = places[at]
                if span.start >= sentence.start and told[span.start - sentence.start].strip():
                    here.append((span.start, name))
                at += 1
            self._by_sentence.append((sentence, here))
        self._starts = [one.start for one, _ in self._by_sentence]
        self._ends = [one.end for one, _ in self._by_sentence]

    @cached_property
    def singles(self) -> dict[str, str]:
        """Whom sentences start with by one name, who has no longer one, and whether that is he or she, if they tell."""
        return {name: sex for _, name, sex in reversed(self._singles)}

    @cached_property
    def _singles(self) -> list[tuple[int, str, str]]:
        """Where they do, in order."""
        told = ((one.start, called(narration(self._text, one))) for one, _ in self._by_sentence)
        return [(at, *found) for at, found in told if found is not None and found[0] not in self._parts]

    def single(self, span: Span, sex: str) -> str | None:
        """Whom a sentence in a stretch of text started with last by one name."""
        some = (name for at, name, _ in reversed(self._singles) if span.start <= at < span.end)
        return next((name for name in some if self.fits(name, sex)), None)

    def fits(self, name: str, sex: str) -> bool:
        """Whether nothing tells that a person is not of that sex."""
        return (self._sexes.get(name) or self.singles.get(name) or sex) == sex

    def subject(self, at: int, sex: str = "") -> str | None:
        """The person whom the sentence just before starts with, in the same paragraph."""
        stop = bisect_right(self._ends, at)
        told = (one for one in reversed(self._by_sentence[:stop]) if narration(self._text, one[0]).strip(" .,!?"))
        for sentence, here in islice(told, 1):
            for place, name in here[:1]:
                if place - sentence.start <= 45 and (not sex or self.fits(name, sex)):
                    return name
        return None

    def starts(self, at: int, sex: str) -> str | None:
        """The person whom a sentence starts with that has a place in it, past a colon or a semicolon."""
        place = bisect_right(self._starts, at) - 1
        sentence, here = self._by_sentence[place] if place >= 0 else (Span(0, 0), [])
        if not here or here[0][0] != sentence.start or not self.fits(here[0][1], sex):
            return None
        told = narration(self._text, Span(sentence.start, min(at, sentence.end)))
        return here[0][1] if re.search(r"[:;]\s", told) and len({name for _, name in here}) == 1 else None

    def near(self, at: int, sex: str) -> str | None:
        """The person last spoken of before a place in its paragraph, by who is first in a sentence."""
        start = self._text.rfind("\n", 0, at) + 1
        stop = bisect_right(self._starts, at)
        for sentence, here in reversed(self._by_sentence[max(0, stop - 5) : stop]):
            if sentence.start < start:
                break
            fitting = [name for place, name in here if place < at and self.fits(name, sex)]
            if fitting:
                return fitting[0]
        last = bisect_right(self._ends, start) - 1
        if last < 0 or self._text[start:at].strip(' “”"‘’'):
            return None
        told = narration(self._text, self._by_sentence[last][0])
        same = "\n" not in self._text[self._starts[last - 1] : self._starts[last]]
        if last and same and not self._by_sentence[last][1] and (_HE if sex == "he" else _SHE).search(told):
            last -= 1
        alone = {name for _, name in self._by_sentence[last][1] if self.fits(name, sex)}
        return next(iter(alone)) if len(alone) == 1 else None

    def before(self, at: int, sex: str = "") -> str | None:
        """The person last spoken of before a place, subjects of sentences first."""
        stop = bisect_right(self._starts, at)
        for _, here in reversed(self._by_sentence[max(0, stop - 9) : stop]):
            fitting = [name for place, name in here if place < at and (not sex or self.fits(name, sex))]
            if fitting:
                return fitting[0]
        return None

    def told(self, span: Span) -> list[tuple[str, list[str]]]:
        """The narrator's sentences that start in a stretch of text, as far as that goes, each with whom it names."""
        first, stop = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [
            (
                narration(self._text, Span(sentence.start, min(sentence.end, span.end))),
                [name for place, name in here if place < span.end],
            )
            for sentence, here in self._by_sentence[first:stop]
        ]

    def within(self, span: Span) -> list[str]:
        """The persons named in a stretch of text, outside quotations, in order."""
        first, stop = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        held = [here for _, here in self._by_sentence[first:stop]]
        return [name for here in held for place, name in here if span.start <= place < span.end]


def mentions(text: str, names: Iterable[str], whole: bool = True, firsts: bool = False) -> list[tuple[Span, str]]:
    """Where persons are named, in full or by a surname that only one of them has; in order.

    With `whole`, a surname counts only in a text that has the full name too; with `firsts`, so does a first name.
    """
    forms: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if not whole or name in text:
            forms[name].add(name)
            forms[name.split()[-1]].add(name)
            first = name.split()[0]
            if firsts and len(first) > 2 and first.isalpha() and first.lower() not in lexicon().tags:
                forms[first].add(name)
    found = []
    reached = 0
    known = [one for one, whose in forms.items() if len(whose) == 1]
    for start, size, form in sorted(place for one in known for place in _places(text, one)):
        if start < reached:
            continue
        name = next(iter(forms[form]))
        reached = start - size
        if form == name or not (_longer(text, reached) or _joined(text, start, reached)):
            found.append((Span(start, reached), name))
    return found


def _places(text: str, form: str) -> Iterable[tuple[int, int, str]]:
    """Where a name stands as whole words, and no longer name begins with it; with its length below nought, so that of
    two at one place the longer comes first. A pattern of all names would take longer to make than the text to read."""
    start = text.find(form)
    while start >= 0:
        if _WHOLE.match(text, start) and _ENDED.match(text, start + len(form)):
            yield start, -len(form), form
        start = text.find(form, start + 1)


def _joined(text: str, start: int, end: int) -> bool:
    """Whether a surname is part of a firm's name: Holm & Reed."""
    return text[max(0, start - 2) : start] == "& " or text[end : end + 2] == " &"


def _longer(text: str, end: int) -> bool:
    """Whether a surname that ends at an offset is only the first word of another name: Reed Holdings, no Reed Says."""
    after = _CAPITALISED.match(text, end)
    if after is not None and after[1].lower() in offices().organisations | offices().reporting:
        return True  # the Reed Commission
    return after is not None and after[1].lower() not in lexicon().tags and after[1].lower() not in lexicon().times


def sexes(texts: Sequence[str], sentences: Sequence[Sequence[Span]], names: Sequence[Sequence[str]]) -> dict[str, str]:
    """Who is he and who is she: by titles, by the pronouns of sentences that name one person, by given names."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in dict.fromkeys(chain.from_iterable(names)):
        for sex in ("he", "she"):
            votes[name][sex] += _PRESUMED * (name.split()[0].lower() in wordset("given", sex))
    for text, spans, here_named in zip(texts, sentences, names, strict=True):
        places = mentions(text, here_named)
        at, alone = 0, ("", 0)
        for sentence in spans:
            told = narration(text, sentence)
            goes_on = _GOES_ON.match(told)
            if goes_on and alone[0] and "\n" not in text[alone[1] : sentence.start]:
                votes[alone[0]][goes_on[1].lower()] += 1
            here = []
            while at < len(places) and places[at][0].start < sentence.end:
                if places[at][0].start >= sentence.start:
                    here.append(places[at])
                at += 1
            for span, name in here:
                called = _CALLED.search(text, max(0, span.start - _BEFORE), span.start)
                for sex in ("he", "she"):
                    votes[name][sex] += 3 * (called is not None and called[1].lower() in lexicon().sets[sex])
            alone = (here[0][1], sentence.end) if len({name for _, name in here}) == 1 else ("", 0)
            if alone[0]:
                rest = _ANOTHERS.sub("", told[here[0][0].end - sentence.start :])
                he, she = bool(_HE.search(rest)), bool(_SHE.search(rest))
                if he != she:
                    votes[here[0][1]]["he" if he else "she"] += 1
    return {
        name: "he" if held["he"] > held["she"] else "she" for name, held in votes.items() if held["he"] != held["she"]
    }
