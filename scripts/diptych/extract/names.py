"""The names in a text: persons and bodies, the other forms they stand in, and who holds which office.

A first pass finds runs of capitalised words and what stands around them; a second decides for each name whether it is a
person's, and ties surnames and acronyms to the full names that they shorten.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal

from diptych.extract.units import Read
from diptych.lexicons import wordset
from diptych.spans import Span

Kind = Literal["person", "body"]
_LINKS = frozenset(
    ("of", "for", "the", "and", "&", "on", "de", "del", "la", "von", "van", "der", "bin", "al", "in", "at")
)
_JOINING = frozenset(("of", "for", "&", "de", "del", "la", "von", "van", "der", "bin", "al"))
_PEOPLE = frozenset(("people", "women", "men", "children"))
_GIVEN = frozenset(("jan", "april", "may", "june", "august"))
_WHEN = frozenset(("last", "next", "this", "in", "since", "until", "by"))
_LONGEST = 9
_NEAR = 60  # mentions that a search for a name goes back at most


def given(word: str) -> str:
    """Whether a given name mostly is a man's, "he", or a woman's, "she"."""
    return next((sex for sex in ("he", "she") if word in wordset("given", sex)), "")


@dataclass(slots=True)
class Name:
    """Somebody named in a text: `parts` are the lower-case words of the name, `roles` words that describe its bearer.

    `sex` is "he", "she" or unknown; `weight` says how much speaks for a person (above 0) or against.
    """

    full: str
    parts: tuple[str, ...]
    weight: int = 0
    roles: set[str] = field(default_factory=set)
    sex: str = ""

    @property
    def kind(self) -> Kind:
        """What the evidence says that bears the name."""
        return "person" if self.weight > 0 else "body"


@dataclass(slots=True)
class Mention:
    """One place where a name stands: its tokens `[first, stop)` and its span; `subject` where a sentence starts so."""

    span: Span
    first: int
    stop: int
    name: Name
    subject: bool
    sex: str = ""


class Names:
    """All mentions of names in a text, in order."""

    def __init__(self, mentions: list[Mention]) -> None:
        self.mentions = mentions
        self.starts = [mention.span.start for mention in mentions]

    def within(self, span: Span) -> list[Mention]:
        """The mentions in a stretch of text."""
        first, stop = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return [mention for mention in self.mentions[first:stop] if mention.span.end <= span.end]

    def at(self, offset: int) -> Mention | None:
        """The mention that holds an offset."""
        place = bisect_left(self.starts, offset + 1) - 1
        if place >= 0 and offset < self.mentions[place].span.end:
            return self.mentions[place]
        return None

    def before(self, offset: int) -> list[Mention]:
        """The last mentions before an offset, the nearest first."""
        stop = bisect_left(self.starts, offset)
        return self.mentions[max(0, stop - _NEAR) : stop][::-1]


def _runs(read: Read) -> list[tuple[int, int]]:
    """Token ranges of capitalised words, joined over "of", "for the" and the like where a capital follows."""
    tags, words = read.tokens.tag, read.tokens.word
    edges = {part.stop for part in read.parts}
    bodies = read.lexicon.sets["bodies"] | read.lexicon.sets["titles"] | read.lexicon.sets["offices"]
    found: list[tuple[int, int]] = []
    at, total = 0, len(tags)
    while at < total:
        if tags[at] != "X" and not _given(read, at):
            at += 1
            continue
        stop = at + 1
        while stop < total and stop - at < _LONGEST and stop not in edges:
            if tags[stop] == "X":
                stop += 1
                continue
            if _owned(tags, words, stop, read.lexicon.sets["bodies"]):
                stop += 2
                continue
            ahead = stop
            while ahead < total and ahead - stop < 3 and words[ahead] in _LINKS:
                ahead += 1
            if ahead == stop or ahead >= total or tags[ahead] != "X" or words[stop] not in _JOINING:
                break
            if words[stop] in ("of", "for") and stop - at > 1 and not bodies.intersection(words[at:stop]):
                break  # a person and where they belong: Jo Reed of Harbour Aid
            stop = ahead + 1
        found.append((at, stop))
        at = stop
    return found


def _given(read: Read, at: int) -> bool:
    """Whether a month is a given name: its envoy, April Jones."""
    tags, words = read.tokens.tag, read.tokens.word
    if words[at] not in _GIVEN or tags[at + 1 : at + 2] != ["X"] or words[at + 1] in read.lexicon.sets["months"]:
        return False
    return read.text[read.tokens.start[at]].isupper() and (at == 0 or tags[at - 1] in ",.q:NX-")


def _owned(tags: list[str], words: list[str], at: int, bodies: frozenset[str]) -> bool:
    """Whether a possessive goes on with the name of a body: the Brickmakers' Guild, the People's Assembly."""
    if tags[at] != "Z" or tags[at + 1 : at + 2] != ["X"] or words[at + 1] not in bodies:
        return False
    return words[at - 1].endswith("s") if words[at] in "'’" else words[at - 1] in _PEOPLE


def _headlines(read: Read) -> list[range]:
    """The paragraphs that are set in capitals like a title."""
    found = []
    for part in read.parts:
        letters = [tag for tag in read.tokens.tag[part.start : part.stop] if tag.isalpha()]
        if (
            len(part) < 40
            and len(letters) > (1 if part is read.parts[0] else 3)
            and read.tokens.word[part.stop - 1] != "."
            and 10 * letters.count("X") > 6 * len(letters)
        ):
            found.append(part)
    return found


class _Collector:
    """The first pass: every run with its evidence."""

    def __init__(self, read: Read) -> None:
        self.read = read
        sets = read.lexicon.sets
        self.titles, self.offices, self.bodies = read.lexicon.sets["titles"], sets["offices"], sets["bodies"]
        self.he, self.she = sets["he"], sets["she"]
        self.names: dict[tuple[str, ...], Name] = {}
        self.short: dict[str, Name] = {}
        self.found: list[Mention] = []
        tokens = read.tokens
        self.firsts = {part.start for part in read.parts}
        self.inside = {
            tokens.word[at]
            for at in range(1, len(tokens))
            if tokens.tag[at] == "X" and tokens.tag[at - 1] not in ".q:-" and tokens.tag[at - 1] != "X"
        }

    def add(self, first: int, stop: int) -> None:
        """Takes in one run of capitalised words, without a month before it: last May Jo Reed."""
        tokens = self.read.tokens
        words, tags = tokens.word, tokens.tag
        starts = first == 0 or tags[first - 1] == "." or first in self.firsts
        if stop - first > 2 and words[first] in _GIVEN and words[max(0, first - 1)] in _WHEN:
            first += 1
        bidden = (
            starts and stop - first > 1 and self.read.lexicon.tags.get(words[first]) == "v" and not given(words[first])
        )
        first += bidden  # Enter | Ada Lind; Thank | God
        titled = [at for at in range(first, stop) if words[at] in self.titles or words[at] in self.offices]
        linked = any(words[at] in ("of", "for") for at in range(first, stop))
        body = any(words[at] in self.bodies for at in range(first, stop)) and (
            not titled or linked or words[stop - 1] in self.bodies
        )
        roles = {words[at] for at in titled}
        sex = next((sex for at in range(first, stop) for sex in self._sex(words[at])), "")
        start = first
        if not body and titled:
            if titled[-1] == stop - 1:
                return
            start = titled[-1] + 1
        while start < stop and words[start] in _LINKS:
            start += 1
        if start == stop or (stop - start == 1 and words[start] in self.read.lexicon.sets["times"]):
            return
        initial = start == 0 or tags[start - 1] in ".q:" or (start in self.firsts)
        if stop - start == 1 and initial and start == first and words[start] not in self.inside:
            written = self.read.text[tokens.start[start] : tokens.end[start]]
            following = tags[stop] if stop < len(tags) else "."
            if (written.isupper() and len(written) > 4) or (not written.isupper() and following not in "AVZ,"):
                return  # a dateline, or a common word that starts a sentence
        parts = tuple(words[start:stop])
        full = self.read.text[tokens.start[start] : tokens.end[stop - 1]]
        name = self.names.setdefault(parts, Name(full, parts))
        sex = sex or self._before(start, roles)
        sex = self._after(stop, roles) or sex
        name.roles |= roles
        name.sex = name.sex or sex or (given(parts[0]) if len(parts) > 1 else "")
        name.weight += self._weight(start, stop, body, linked, titled, roles)
        self.found.append(Mention(Span(tokens.start[start], tokens.end[stop - 1]), start, stop, name, starts, sex))
        if stop + 2 < len(words) and words[stop] == "(" and tags[stop + 1] == "X" and words[stop + 2] == ")":
            self.short.setdefault(words[stop + 1], name)

    def _sex(self, word: str) -> list[str]:
        return ["he"] if word in self.he else ["she"] if word in self.she else []

    def _weight(self, start: int, stop: int, body: bool, linked: bool, titled: list[int], roles: set[str]) -> int:
        """How much a mention speaks for a person."""
        tokens = self.read.tokens
        before = tokens.word[start - 1] if start else ""
        after = tokens.word[stop] if stop < len(tokens) else ""
        next_but_one = tokens.word[stop + 1] if stop + 1 < len(tokens) else ""
        weight = 1 if stop - start in (2, 3) else 0
        place = before in ("in", "at", "across", "near")
        called = before not in ("the", "a", "an") and (not place or tokens.tag[stop : stop + 1] == ["Z"])
        weight += 3 * (weight > 0 and called and given(tokens.word[start]) != "")  # no Victoria Falls
        weight -= 8 * body + 4 * linked + 4 * ("&" in tokens.word[start:stop])
        weight += 4 * bool(titled) + 3 * bool(roles & self.offices)
        weight -= 3 * (before in ("the", "a", "an") and not titled) + 2 * place
        weight += 3 * (after == "," and next_but_one == "who") - 2 * (after == "," and next_but_one == "which")
        full = self.read.text[tokens.start[start] : tokens.end[stop - 1]]
        return weight - 6 * (stop - start == 1 and len(full) > 1 and full.isupper())

    def _before(self, start: int, roles: set[str]) -> str:
        """Takes in role words before a name: the ministry's spokesperson, Jo Reed; managing director Jo Reed."""
        words, tags = self.read.tokens.word, self.read.tokens.tag
        at = start - 1
        sex = ""
        if at > 0 and tags[at] == "," and (words[at - 1] in self.offices or words[at - 1] in self.bodies):
            at -= 1
        while at >= 0 and start - at < 6 and tags[at] in "NJXWGv":
            if words[at] in self.offices or words[at] in self.bodies:
                roles.add(words[at])
            sex = sex or next(iter(self._sex(words[at])), "")
            at -= 1
        return sex

    def _after(self, stop: int, roles: set[str]) -> str:
        """Takes in role words of appositions after a name: Jo Reed, the chairman of the board, a tall man."""
        words, tags = self.read.tokens.word, self.read.tokens.tag
        sex = ""
        if stop < len(words) and tags[stop] == ",":
            for at in range(stop + 1, min(len(words), stop + 14)):
                if tags[at] not in "DNJXWZBMGI," or tags[at] == "A":
                    break
                if words[at] in self.offices or (words[at] in self.bodies and tags[at - 1] in "DJ"):
                    roles.add(words[at])
                sex = sex or next(iter(self._sex(words[at])), "")
        return sex

    def run(self) -> Names:
        """Goes over the text and ties short forms to full names."""
        headlines = _headlines(self.read)
        at = 0
        for first, stop in _runs(self.read):
            while at < len(headlines) and headlines[at].stop <= first:
                at += 1
            if at == len(headlines) or first not in headlines[at]:
                self.add(first, stop)
        self._mark_subjects()
        self._tie()
        return Names(self.found)

    def _mark_subjects(self) -> None:
        """Marks the names that stand before the verb of their sentence, and are no part of another phrase."""
        tokens = self.read.tokens
        place = 0
        for unit in self.read.units:
            if unit.depth:
                break
            verb = next((unit.start[at] for at, tag in enumerate(unit.tag) if tag in "AV"), -1)
            while place < len(self.found) and self.found[place].span.start < unit.start[0]:
                place += 1
            while place < len(self.found) and self.found[place].span.start < verb:
                mention = self.found[place]
                at = mention.first - 1
                while at > 0 and tokens.tag[at] in "DJNM" and tokens.start[at] > unit.start[0]:
                    at -= 1
                after = tokens.tag[mention.stop] if mention.stop < len(tokens) else "."
                mention.subject = mention.subject or (at >= 0 and tokens.tag[at] not in "ITC" and after != "Z")
                place += 1

    def _tie(self) -> None:
        """Points each short mention to the full name that it stands for: the last person of that surname."""
        by_part: dict[str, list[Name]] = {}
        initials: dict[str, Name] = {}
        for name in self.names.values():
            if len(name.parts) > 1:
                for part in set(name.parts):
                    by_part.setdefault(part, []).append(name)
                if name.kind == "body":
                    letters = "".join(part[0] for part in name.parts if part not in _LINKS)
                    initials.setdefault(letters, name)
        last: dict[int, int] = {}
        for place, mention in enumerate(self.found):
            name = mention.name
            if len(name.parts) == 1:
                whole = self._whole(mention, by_part, initials, last)
                if whole is not None:
                    whole.roles |= name.roles if whole.kind == "person" else set()
                    if whole.kind == "person":
                        whole.sex = whole.sex or mention.sex
                    mention.name = whole
            last[id(mention.name)] = place

    def _whole(
        self, mention: Mention, by_part: dict[str, list[Name]], initials: dict[str, Name], last: dict[int, int]
    ) -> Name | None:
        name = mention.name
        part = name.parts[0]
        if part in self.short:
            return self.short[part]
        persons = [one for one in by_part.get(part, ())[:40] if one.kind == "person"]
        persons = [one for one in persons if not mention.sex or one.sex in ("", mention.sex)]
        chosen = [one for one in persons if one.parts[-1] == part] or [one for one in persons if one.parts[0] == part]
        if chosen:
            return max(chosen, key=lambda one: last.get(id(one), -1))
        if len(part) > 2 and name.full.isupper() and part in initials:
            return initials[part]
        # A firm's first word: Brine for Brine Yards. A place is none of the bodies that its name begins.
        firms = [one for one in by_part.get(part, ())[:40] if one.kind == "body" and one.parts[0] == part]
        firms = [one for one in firms if len(one.parts) == 2 and one.parts[1] not in self.bodies]
        return firms[0] if len(firms) == 1 and name.weight <= 0 else None


def collect(read: Read) -> Names:
    """All names of a text, each mention tied to its full name."""
    return _Collector(read).run()
