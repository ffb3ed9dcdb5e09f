"""The documents that a text speaks of, and whose each one is: the report, its authors' office; the rejoinder, the state's."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from diptych.extract.names import Mention, Name, Names
from diptych.extract.units import Read

_BY = frozenset(("by", "from", "of"))


@dataclass(frozen=True, slots=True)
class Document:
    """A place where a text says whose a document is; `at` is its offset."""

    at: int
    noun: str
    owner: Name


def documents(read: Read, names: Names) -> list[Document]:
    """Each document noun with its owner, where the text beside it names one: X's report, the X report, a report by X."""
    nouns = read.lexicon.sets["documents"]
    tokens = read.tokens
    starts = [mention.span.start for mention in names.mentions]
    found: list[Document] = []
    for at, word in enumerate(tokens.word):
        if word not in nouns or tokens.tag[at] not in "NWX":
            continue
        owner = _before(tokens.tag, tokens.start, names.mentions, starts, at) or _after(
            tokens.tag, tokens.word, tokens.start, names.mentions, starts, at
        )
        if owner is not None:
            found.append(Document(tokens.start[at], word, owner))
    return found


def _mention_at(mentions: list[Mention], starts: list[int], offset: int) -> Mention | None:
    """The mention that holds an offset."""
    place = bisect_left(starts, offset + 1) - 1
    if place >= 0 and mentions[place].span.start <= offset < mentions[place].span.end:
        return mentions[place]
    return None


def _before(tags: list[str], start: list[int], mentions: list[Mention], starts: list[int], at: int) -> Name | None:
    place = at - 1
    while place >= 0 and at - place < 6 and tags[place] in "JMNZ":
        place -= 1
    if place < 0 or tags[place] != "X":
        return None
    mention = _mention_at(mentions, starts, start[place])
    return mention.name if mention else None


def _after(
    tags: list[str], words: list[str], start: list[int], mentions: list[Mention], starts: list[int], at: int
) -> Name | None:
    for place in range(at + 1, min(len(tags), at + 7)):
        if words[place] in _BY:
            for inner in range(place + 1, min(len(tags), place + 5)):
                if tags[inner] == "X":
                    mention = _mention_at(mentions, starts, start[inner])
                    return mention.name if mention else None
                if tags[inner] not in "DJNZ":
                    return None
            return None
        if tags[place] not in "VEBY":
            return None
    return None
