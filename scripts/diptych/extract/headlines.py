"""Headlines quote in few words what the text below quotes in full: the speaker of the full words is the headline's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from diptych.extract.finding import Finding
from diptych.extract.units import Read

_FIRST = 3  # paragraphs that may be headlines
_LONG = 60  # tokens that a headline has at most
_LONGEST = 12
_HEADS = 40  # headlines and subheads whose quotations are looked for below
_FEW = 3  # words of a quotation that anybody may use in an interview
_SHARE = 0.75  # of their words that have to stand there


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
        other = next((at for words, at in spoken if any(_same(quote.split(), words.split()) for quote in quotes)), None)
        if other is not None:
            out[place] = (answers[other][0], "same-words")
    return out


def unspoken(
    read: Read, findings: Sequence[Finding], answers: Sequence[tuple[str | None, str]]
) -> list[tuple[Finding, str]]:
    """Quotations of headlines and subheads that nobody is said to speak, with who says most of their words below.

    So many as `_HEADS` lines are looked at; each is compared with all that is quoted, word by word in order.
    """
    heads = [part for place, part in enumerate(read.parts) if _is_headline(read, part) and _may_head(read, place)][
        :_HEADS
    ]
    edges = [(read.tokens.start[part.start], read.tokens.end[part.stop - 1]) for part in heads]
    taken = [finding.whole for finding in findings]
    starts = [read.tokens.start[quote.first] for quote in read.quotes]
    spoken = [
        (_words(read, quote).split(), place)
        for place, finding in enumerate(findings)
        if answers[place][0] is not None and not any(a <= finding.whole.start < b for a, b in edges)
        for quote in _quotes(read, starts, finding, len(read.tokens))
    ]
    tokens = read.tokens
    turns = [
        (_words(read, range(bisect_left(tokens.start, part.start), bisect_left(tokens.start, part.end))), place)
        for place, finding in enumerate(findings)
        if finding.layout and answers[place][0] is not None
        for part in finding.content
    ]
    made: list[tuple[Finding, str]] = []
    for first, last in edges:
        for quote in read.quotes[bisect_left(starts, first) : bisect_left(starts, last)][:2]:
            span = quote.span(read.tokens)
            words = _words(read, quote.inner()).split()
            if len(words) < 2 or any(span.overlap(other) for other in taken):
                continue
            place = next((place for said, place in spoken if _same(words, said)), -1)
            if place < 0 and len(words) > _FEW:
                place = next((place for said, place in turns if f" {' '.join(words)} " in said), -1)
            if place >= 0:
                source = findings[place]
                made.append(
                    (Finding("same-words", [span], source.force, source.source, source.cue), answers[place][0] or "")
                )
    return made


def _may_head(read: Read, place: int) -> bool:
    """Whether a paragraph may be a headline, or a subhead that is nothing but a quotation."""
    part = read.parts[place]
    return place < _FIRST or (
        len(part) <= _LONGEST and read.tokens.tag[part.start] == read.tokens.tag[part.stop - 1] == "q"
    )


def _same(words: Sequence[str], said: Sequence[str]) -> bool:
    """Whether most words of a quotation stand in what is said, in the same order; one word says too little."""
    if len(words) < 2:
        return bool(words) and words[0] in said
    return _in_order(words, said) >= _SHARE * len(words)


def _in_order(words: Sequence[str], said: Sequence[str]) -> int:
    """How many of some words stand in what is said, in the same order."""
    at = found = 0
    for word in words:
        place = next((place for place in range(at, len(said)) if said[place] == word), -1)
        if place >= 0:
            at, found = place + 1, found + 1
    return found


def _quotes(read: Read, starts: list[int], finding: Finding, longest: int) -> list[range]:
    """The insides of the quotations of up to `longest` words within what is said."""
    found = []
    for part in finding.content:
        for quote in read.quotes[bisect_left(starts, part.start) : bisect_left(starts, part.end)]:
            if len(quote.inner()) <= longest:
                found.append(quote.inner())
    return found
