"""The documents that a text speaks of, and whose each one is."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.extract.names import Name, Names
from diptych.extract.units import Read

#: What stands before a document that is not known yet.
_INTRODUCES = frozenset(("a", "an", "another", "its", "his", "her", "their"))
_BY = frozenset(("by", "from", "of"))


@dataclass(slots=True)
class Document:
    """A place where a text speaks of a document.

    `owner` is whose it is as the words beside it say; `new` that it is introduced here (a report, its report). `at` is
    the offset, `token` the place of its noun among the tokens.
    """

    at: int
    token: int
    noun: str
    owner: Name | None
    new: bool


def documents(read: Read, names: Names) -> list[Document]:
    """Every document noun of a text, in order."""
    nouns = read.lexicon.sets["documents"]
    tokens = read.tokens
    found: list[Document] = []
    for at, word in enumerate(tokens.word):
        if word == "own" and tokens.word[max(0, at - 3) : at - 1] == ["one", "of"]:
            # answered the document with one of its own
            found.append(Document(tokens.start[at], at, "document", None, True))
        elif word in nouns and tokens.tag[at] in "NWX":
            place = at - 1
            while place >= 0 and at - place < 6 and tokens.tag[place] in "JMNWXZGYVEB":
                place -= 1
            head = tokens.word[place] if place >= 0 else ""
            owner = _before(read, names, at) or _after(read, names, at)
            found.append(Document(tokens.start[at], at, word, owner, head in _INTRODUCES))
    return found


def _before(read: Read, names: Names, at: int) -> Name | None:
    """The owner named before a document: X's report, the X report."""
    tokens = read.tokens
    place = at - 1
    while (
        place >= 0
        and at - place < 6
        and (tokens.tag[place] in "JMNZWGY" or tokens.word[place] in read.lexicon.sets["times"])
    ):
        place -= 1
    if place < 0 or tokens.tag[place] != "X":
        return None
    mention = names.at(tokens.start[place])
    return mention.name if mention else None


def _after(read: Read, names: Names, at: int) -> Name | None:
    """The owner named after a document: a report by X, a review commissioned from X."""
    made = read.lexicon.sets["making"]
    tokens = read.tokens
    for place in range(at + 1, min(len(tokens), at + 14)):
        word, tag = tokens.word[place], tokens.tag[place]
        if word in _BY:
            verbs = [tokens.word[inner] for inner in range(at + 1, place) if tokens.tag[inner] in "VE"]
            if (verbs and not made.intersection(verbs)) or (word == "of" and place > at + 1):
                return None
            for inner in range(place + 1, min(len(tokens), place + 6)):
                if tokens.tag[inner] == "X":
                    mention = names.at(tokens.start[inner])
                    whole = mention is not None and tokens.tag[mention.stop : mention.stop + 1] not in (["N"], ["W"])
                    return mention.name if mention is not None and whole else None
                if tokens.tag[inner] not in "DJNZM":
                    break
            if word != "of" and tokens.word[place - 1] in made:
                return None
        elif tag in ".;:q" or (tag in "AVH" and word not in made and word not in ("had", "was", "has")):
            return None
    return None
