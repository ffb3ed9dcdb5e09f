"""Headlines quote in few words what the text below quotes in full: the speaker of the full words is the headline's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from diptych.extract.finding import Finding
from diptych.extract.units import Read

_FIRST = 3  # paragraphs that may be headlines
_LONG = 60  # tokens that a headline has at most
_LONGEST = 12


def _words(read: Read, tokens: range) -> str:
    return (
        " "
        + " ".join(
            read.tokens.word[at] for at in tokens if read.tokens.tag[at].isalpha() and read.tokens.tag[at] != "q"
        )
        + " "
    )


def _is_headline(read: Read, part: range) -> bool:
    """Whether a paragraph is short and ends no sentence."""
    last = part.stop - 1
    while last > part.start and read.tokens.tag[last] == "q":
        last -= 1
    return len(part) <= _LONG and read.tokens.tag[last] != "."


def same_words(
    read: Read, findings: Sequence[Finding], answers: Sequence[tuple[str | None, str]]
) -> list[tuple[str | None, str]]:
    """The answers, with a headline's quotation given to whoever says the same words below, by rule `same-words`."""
    out = list(answers)
    top = [part for part in read.parts[:_FIRST] if _is_headline(read, part)]
    edges = [(read.tokens.start[part.start], read.tokens.end[part.stop - 1]) for part in top]
    heads = [
        place
        for place, finding in enumerate(findings)
        if any(first <= finding.whole.start < last for first, last in edges)
    ]
    starts = [read.tokens.start[quote.first] for quote in read.quotes]
    short = {
        place: [_words(read, quote) for quote in _quotes(read, starts, findings[place], _LONGEST)] for place in heads
    }
    if not any(short.values()):
        return out
    spoken: list[tuple[str, int]] = []
    for place, finding in enumerate(findings):
        if place not in short and answers[place][0] is not None:
            spoken += [(_words(read, quote), place) for quote in _quotes(read, starts, finding, len(read.tokens))]
    for place, quotes in short.items():
        other = next((at for words, at in spoken if any(quote.strip() and quote in words for quote in quotes)), None)
        if other is not None:
            out[place] = (answers[other][0], "same-words")
    return out


def _quotes(read: Read, starts: list[int], finding: Finding, longest: int) -> list[range]:
    """The insides of the quotations of up to `longest` words within what is said."""
    found = []
    for part in finding.content:
        for quote in read.quotes[bisect_left(starts, part.start) : bisect_left(starts, part.end)]:
            if len(quote.inner()) <= longest:
                found.append(quote.inner())
    return found
