"""The lines and paragraphs of a text, as spans."""

from __future__ import annotations

import re

from diptych.spans import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_ENDS = frozenset(".!?…:;,")
_CLOSERS = "\"'”’)]»"
#: Lines of a text that was broken to a width are about this long.
_SHORTEST, _LONGEST = 45, 100


def lines(text: str, within: Span) -> list[Span]:
    """Every line within the span that holds anything, without the white space around it."""
    found = (Span(*match.span()).trimmed(text) for match in _LINE.finditer(text, within.start, within.end))
    return [span for span in found if span.end > span.start]


def paragraphs(text: str, within: Span) -> list[Span]:
    """The lines, with those of one paragraph joined where the text was broken to a width."""
    joined: list[Span] = []
    for block in _blocks(text, lines(text, within)):
        if _is_wrapped(text, block):
            joined.append(Span(block[0].start, block[-1].end))
        else:
            joined.extend(block)
    return joined


def ends_sentence(text: str) -> bool:
    """Whether a text's last sign, closing marks aside, is one that ends a sentence."""
    bare = text[-40:].rstrip(_CLOSERS)
    return bare[-1:] in (".", "!", "?", "…")


def _blocks(text: str, found: list[Span]) -> list[list[Span]]:
    """Lines that follow each other without an empty one between them."""
    blocks: list[list[Span]] = []
    for span in found:
        gap = text[blocks[-1][-1].end : span.start] if blocks else ""
        if blocks and gap.replace("\r\n", "\n").count("\n") + gap.count("\r") - gap.count("\r\n") <= 1:
            blocks[-1].append(span)
        else:
            blocks.append([span])
    return blocks


def _is_wrapped(text: str, block: list[Span]) -> bool:
    """Whether most lines of a block break off in mid-sentence at about the same width."""
    if len(block) < 3 or any(not _SHORTEST <= span.end - span.start <= _LONGEST for span in block[:-1]):
        return False
    if block[-1].end - block[-1].start > _LONGEST:
        return False
    breaks = len(block) - 1
    running = sum(span.of(text).rstrip(_CLOSERS)[-1:] not in _ENDS for span in block[:-1])
    lower = sum(text[span.start].islower() for span in block[1:])
    return 2 * running >= breaks and 2 * lower >= breaks
