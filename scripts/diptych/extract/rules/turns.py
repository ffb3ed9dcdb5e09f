"""Transcripts and interviews: NAME: …, Name: …, Q: … A: …, a paragraph a turn."""

from __future__ import annotations

import re
from collections import Counter

from diptych.extract.finding import Finding
from diptych.extract.units import Read
from diptych.spans import Span

_LETTERS = frozenset(("q", "a", "question", "answer"))
_LONGEST = 16
#: How somebody is heard, behind the name: (clip), (on the line).
ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
#: Labels in small letters are labels where two of them stand this often.
_OFTEN = 3
#: A line that is the time of day: the head of an entry of a live blog.
CLOCK = re.compile(
    r"^[ \t]*\(?(?:[01]?\d|2[0-4])[:.][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?\)?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)


def label_stop(read: Read, part: range) -> int:
    """The token of the colon that ends a turn's label at the start of a paragraph, or -1."""
    tokens = read.tokens
    first = part.start
    if first < part.stop and tokens.tag[first] == "q":
        first += 1
    at, inside = first, False
    while at < min(part.stop, first + _LONGEST) and (inside or tokens.tag[at] in "XJNDMIC,(.)"):
        inside = tokens.tag[at] == "(" or (inside and tokens.tag[at] != ")")
        at += 1
    if at == first or at >= part.stop or tokens.word[at] != ":" or at + 1 >= part.stop:
        return -1
    return at


def _plain(label: str) -> bool:
    """Whether a label is one wherever it stands: in capitals, or Q and A."""
    letters = [char for char in ASIDE.sub("", label).split(",")[0] if char.isalpha()]
    return label.lower() in _LETTERS or (len(letters) > 1 and all(char.isupper() for char in letters))


def _labels(read: Read) -> list[tuple[range, int]]:
    """The parts of a text, each with the token of its label's colon, or -1.

    Names in small letters before a colon are labels where two of them take turns: "Note: …" stands once or twice.
    """
    found = [(part, label_stop(read, part)) for part in read.parts]
    texts = [_label(read, part, stop) if stop >= 0 else "" for part, stop in found]
    counts = Counter(text for text in texts if text)
    taking = {text for text, count in counts.items() if count >= _OFTEN and text[0].isupper()}
    kept = taking if len(taking) > 1 else set()
    return [
        (part, stop if text and (_plain(text) or text in kept) else -1)
        for (part, stop), text in zip(found, texts, strict=True)
    ]


def _label(read: Read, part: range, stop: int) -> str:
    tokens = read.tokens
    first = part.start + (tokens.tag[part.start] == "q")
    return read.text[tokens.start[first] : tokens.end[stop - 1]]


def turns(read: Read) -> list[Finding]:
    """The turns of a text that has two or more; an unlabelled paragraph between them goes on with the one before.

    A line that is the time of day ends a turn: what a live blog tells next is none of it.
    """
    labels = _labels(read)
    labelled = [number for number, (_, stop) in enumerate(labels) if stop >= 0]
    if len(labelled) < 2:
        return []
    found: list[Finding] = []
    tokens = read.tokens
    told = False
    for part, stop in labels[labelled[0] : labelled[-1] + 1]:
        told = stop < 0 and (
            told or CLOCK.fullmatch(read.text[tokens.start[part.start] : tokens.end[part.stop - 1]]) is not None
        )
        if told:
            continue
        if stop < 0:
            if tokens.tag[part.start] != "(" and tokens.tag[part.stop - 1] in ".qA-":
                found[-1].content.append(Span(tokens.start[part.start], tokens.end[part.stop - 1]))
            continue
        first = part.start + (tokens.tag[part.start] == "q")
        source = Span(tokens.start[first], tokens.end[stop - 1])
        content = Span(tokens.start[stop + 1], tokens.end[part.stop - 1])
        found.append(
            Finding("turn", [content], "says", source, Span(tokens.start[stop], tokens.end[stop]), layout=True)
        )
    return found
