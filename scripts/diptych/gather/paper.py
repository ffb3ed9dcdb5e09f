"""Printed pages as running text: headers and page numbers go, lines become paragraphs, broken words are whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

#: A header or footer stands on so many pages at least, and on half of those that it could stand on.
_PAGES = 3
#: A line shorter than this share of the page's width is the last of its paragraph.
_FULL = 0.8
_NUMBER = re.compile(
    r"\W*(?:page\s+)?(?:\d{1,4}|(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3}))(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_ENDS = (".", "!", "?", "…", ":")
_CLOSERS = "\"'”’)]»"


def running(pages: Sequence[str]) -> str:
    """The text of pages, a paragraph a line with an empty one between."""
    lined = [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
    kept = _without_edges(lined)
    words = {word.casefold() for page in kept for line in page for word in _WORD.findall(line)}
    width = _width([line for page in kept for line in page])
    paragraphs: list[str] = []
    for page in kept:
        for place, line in enumerate(page):
            if paragraphs and _goes_on(paragraphs[-1], page[place - 1] if place else None, line, width):
                paragraphs[-1] = _joined(paragraphs[-1], line, words)
            else:
                paragraphs.append(line)
    return "\n\n".join(paragraphs) + "\n" if paragraphs else ""


def _without_edges(pages: list[list[str]]) -> list[list[str]]:
    """The pages without what stands at the head or foot of many of them, numbers aside, and without page numbers."""
    heads = Counter(_plain(page[0]) for page in pages if page)
    feet = Counter(_plain(page[-1]) for page in pages if page)
    enough = max(_PAGES, len(pages) // 2)
    kept = []
    for page in pages:
        left = page
        while left and (_NUMBER.fullmatch(left[0]) or heads[_plain(left[0])] >= enough):
            left = left[1:]
        while left and (_NUMBER.fullmatch(left[-1]) or feet[_plain(left[-1])] >= enough):
            left = left[:-1]
        kept.append(left)
    return kept


def _plain(line: str) -> str:
    return " ".join(re.sub(r"\d+", "0", line).casefold().split())


def _width(lines: list[str]) -> int:
    """How long a full line is: nine of ten are no longer."""
    lengths = sorted(len(line) for line in lines)
    return lengths[9 * len(lengths) // 10] if lengths else 0


def _goes_on(paragraph: str, above: str | None, line: str, width: int) -> bool:
    """Whether a line continues the paragraph; `above` is the line over it, None at the head of a page."""
    ended = paragraph.rstrip(_CLOSERS).endswith(_ENDS)
    if above is None:
        return not ended and line[0].islower()
    return len(above) >= _FULL * width and not (ended and len(above) < 0.92 * width)


def _joined(paragraph: str, line: str, words: set[str]) -> str:
    """A paragraph with its next line; a word broken between them is whole where it stands so elsewhere."""
    broken, rest = _BROKEN.search(paragraph), _WORD.match(line)
    if broken and rest and line[0].islower():
        whole = (broken[1] + rest.group()).casefold() in words
        return (paragraph[:-1] if whole or paragraph[-1] == "\u00ad" else paragraph) + line
    return f"{paragraph} {line}"
