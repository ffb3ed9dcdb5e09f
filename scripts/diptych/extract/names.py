"""The names in a text: persons and bodies, what else they are called there, and who is of which office or sex."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from diptych.extract.units import Read
from diptych.spans import Span

Kind = Literal["person", "body"]
_LINKS = frozenset(
    ("of", "for", "the", "and", "&", "on", "de", "del", "la", "von", "van", "der", "bin", "al", "in", "at")
)
_COURTESY = frozenset(["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof", "prof.", "sir", "dame", "lord", "lady"])
_LONGEST = 9


@dataclass(slots=True)
class Name:
    """Somebody named in a text. `roles` are the words that describe them; `first` is where they are first named."""

    full: str
    kind: Kind
    first: int
    parts: tuple[str, ...]
    roles: set[str] = field(default_factory=set)
    sex: str = ""
    last_seen: int = -1


@dataclass(slots=True)
class Mention:
    """One place where a name stands."""

    span: Span
    name: Name


@dataclass(slots=True)
class Names:
    """All names of a text, in order of their first mention, and an index by their words."""

    all: list[Name] = field(default_factory=list)
    by_full: dict[str, Name] = field(default_factory=dict)
    by_part: dict[str, list[Name]] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    acronyms: dict[str, Name] = field(default_factory=dict)


def _runs(read: Read) -> list[tuple[int, int]]:
    """Token ranges of capitalised words, joined over "of", "for the" and the like where a capital follows."""
    tags, words = read.tokens.tag, read.tokens.word
    found: list[tuple[int, int]] = []
    at, total = 0, len(tags)
    while at < total:
        if tags[at] != "X":
            at += 1
            continue
        stop = at + 1
        while stop < total and stop - at < _LONGEST:
            if tags[stop] == "X":
                stop += 1
            elif words[stop] in _LINKS or words[stop] == "&":
                ahead = stop + 1
                while ahead < total and ahead - stop < 3 and words[ahead] in _LINKS:
                    ahead += 1
                if ahead < total and tags[ahead] == "X" and _joins(words, stop, at):
                    stop = ahead + 1
                else:
                    break
            else:
                break
        found.append((at, stop))
        at = stop
    return found


def _joins(words: list[str], link: int, first: int) -> bool:
    """Whether a small word joins the parts of one name rather than two names."""
    return (
        words[link] not in ("and", "in", "at", "on", "the")
        or (words[link] in ("and", "&") and False)
        or words[link] == "&"
    )


def _headline(read: Read, part: range) -> bool:
    """Whether a paragraph is set in capitals like a title."""
    letters = [tag for tag in read.tokens.tag[part.start : part.stop] if tag.isalpha()]
    return (
        len(letters) > 3 and read.tokens.tag[part.stop - 1] not in ".q" and 10 * letters.count("X") > 6 * len(letters)
    )


def collect(read: Read) -> Names:
    """All names of a text with their roles."""
    names = Names()
    titles, bodies, offices = read.lexicon.titles, read.lexicon.sets["bodies"], read.lexicon.sets["offices"]
    headlines = [part for part in read.parts if _headline(read, part)]
    at_headline = 0
    tokens = read.tokens
    for first, stop in _runs(read):
        while at_headline < len(headlines) and headlines[at_headline].stop <= first:
            at_headline += 1
        if at_headline < len(headlines) and first in headlines[at_headline]:
            continue
        _add(read, names, first, stop, titles, bodies, offices)
    _ = tokens
    return names


def _add(
    read: Read,
    names: Names,
    first: int,
    stop: int,
    titles: frozenset[str],
    bodies: frozenset[str],
    offices: frozenset[str],
) -> None:
    tokens = read.tokens
    words = tokens.word
    start = first
    roles: set[str] = set()
    sex = ""
    he, she = read.lexicon.sets["he"], read.lexicon.sets["she"]
    last_title = -1
    for at in range(first, stop):
        word = words[at]
        if word in titles or word in offices:
            last_title = at
            roles.add(word)
        if word in he:
            sex = "he"
        elif word in she:
            sex = "she"
    linked = any(words[at] in ("of", "for", "on") for at in range(first, stop))
    body = any(words[at] in bodies for at in range(start, stop)) and (
        last_title < 0 or words[stop - 1] in bodies or linked
    )
    if not body and last_title >= 0:
        if last_title == stop - 1:
            return
        start = last_title + 1
    if words[start] in _LINKS:
        return
    parts = tuple(words[start:stop])
    full = read.text[tokens.start[start] : tokens.end[stop - 1]]
    if start > 0:
        sex = sex or _roles_before(read, start, roles, bodies, offices, he, she)
    _roles_after(read, stop, roles, bodies, offices, he, she)
    acronym = len(parts) == 1 and full.isupper() and len(full) > 1
    person = not body and not acronym and (len(parts) > 1 and not linked)
    key = " ".join(parts)
    known = names.by_full.get(key)
    if known is None:
        if len(parts) == 1 and not acronym:
            known = _by_surname(names, parts[0], sex)
        if known is None:
            if key in names.acronyms:
                known = names.acronyms[key]
            else:
                known = Name(
                    full,
                    "person" if person or (len(parts) == 1 and last_title >= 0) else "body",
                    tokens.start[start],
                    parts,
                )
                names.all.append(known)
                names.by_full[key] = known
                for part in set(parts):
                    names.by_part.setdefault(part, []).append(known)
    known.roles |= roles
    known.sex = known.sex or sex
    known.last_seen = tokens.start[start]
    names.mentions.append(Mention(Span(tokens.start[start], tokens.end[stop - 1]), known))
    if body and stop + 2 < len(words) and words[stop] == "(" and tokens.tag[stop + 1] == "X" and words[stop + 2] == ")":
        names.acronyms[words[stop + 1]] = known
        names.by_full[words[stop + 1]] = known


def _by_surname(names: Names, word: str, sex: str) -> Name | None:
    """The person whose surname a single word is, the one seen last; else the one whose other name it is."""
    found = [name for name in names.by_part.get(word, ())[-8:] if name.kind == "person" and len(name.parts) > 1]
    found = [name for name in found if not sex or not name.sex or name.sex == sex]
    surnames = [name for name in found if name.parts[-1] == word]
    chosen = surnames or [name for name in found if name.parts[0] == word]
    return max(chosen, key=lambda name: name.last_seen) if chosen else None


def _roles_before(
    read: Read,
    start: int,
    roles: set[str],
    bodies: frozenset[str],
    offices: frozenset[str],
    he: frozenset[str],
    she: frozenset[str],
) -> str:
    """Takes in role words before a name: the ministry's spokesperson, Jo Reed; managing director Jo Reed."""
    words, tags = read.tokens.word, read.tokens.tag
    at = start - 1
    sex = ""
    if tags[at] == "," and at > 0 and (words[at - 1] in offices or words[at - 1] in bodies):
        at -= 1
    while at >= 0 and start - at < 8 and tags[at] in "NJXWZ":
        if words[at] in offices or words[at] in bodies:
            roles.add(words[at])
        sex = sex or ("he" if words[at] in he else "she" if words[at] in she else "")
        at -= 1
    return sex


def _roles_after(
    read: Read,
    stop: int,
    roles: set[str],
    bodies: frozenset[str],
    offices: frozenset[str],
    he: frozenset[str],
    she: frozenset[str],
) -> str:
    """Takes in role words of an apposition after a name: Jo Reed, the chairman of the board."""
    words, tags = read.tokens.word, read.tokens.tag
    if stop >= len(words) or tags[stop] not in ",(":
        return ""
    for at in range(stop + 1, min(len(words), stop + 8)):
        if tags[at] not in "DNJXWZBMG":
            break
        if words[at] in offices or words[at] in bodies:
            roles.add(words[at])
    return ""
