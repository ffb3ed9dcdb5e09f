"""Printed pages as running text: headers and page numbers go, lines become paragraphs, broken words are whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from statistics import median_low

from diptych.gather.values import told
from diptych.lexicons import either

#: A header or footer stands on so many pages at least, and on half of those that it could stand on.
_PAGES = 3
#: Letters are larger, and a line stands further down than usual, from so many times on.
_LARGER, _FURTHER = 1.15, 1.35
#: A line shorter than this share of the page's width is the last of its paragraph.
_FULL = 0.8
_PLACE = re.compile(r"((?:https?|file)://\S{1,1990})(?:\s+\d{1,4}/\d{1,4})?")
_TIME = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d{2}\b")
#: Such lines are among so many at the head and at the foot.
_EDGE = 3
_WORD = re.compile(r"[^\W\d_]+")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_ENDS = (".", "!", "?", "…", ":")
_CLOSERS = "\"'”’)]»"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; `size` is that of its letters and `height` where it stands, in points; 0 where not known."""

    text: str
    size: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class _Usual:
    """How the lines of the running text are: how many letters a full one has, their size, and how far apart they stand.

    0 where it is not known.
    """

    width: int
    size: float
    apart: float


def running(pages: Sequence[str | Sequence[Line]]) -> str:
    """The text of pages, a paragraph a line with an empty one between.

    Lines in letters larger than those of the text are a heading, however many they are. Of a page that is a plain
    string nothing is known but its lines.
    """
    kept = _without_edges([_lines(page) for page in pages])
    words = {word.casefold() for page in kept for line in page for word in _WORD.findall(line.text)}
    usual = _usual(kept)
    paragraphs: list[str] = []
    for page in kept:
        for place, line in enumerate(page):
            if paragraphs and _goes_on(paragraphs[-1], page[place - 1] if place else None, line, usual):
                paragraphs[-1] = _joined(paragraphs[-1], line.text, words)
            else:
                paragraphs.append(line.text)
    return "\n\n".join(paragraphs) + "\n" if paragraphs else ""


def _lines(page: str | Sequence[Line]) -> list[Line]:
    found = [Line(line) for line in page.splitlines()] if isinstance(page, str) else page
    return [Line(said, line.size, line.height) for line in found if (said := line.text.strip())]


def _without_edges(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without what stands at the head or foot of many of them, numbers aside, and without page numbers."""
    heads = Counter(_plain(page[0].text) for page in pages if page)
    feet = Counter(_plain(page[-1].text) for page in pages if page)
    enough = max(_PAGES, len(pages) // 2)

    def beside(line: str, often: Counter[str]) -> bool:
        return bool(_number().fullmatch(line) or _printed(line)) or often[_plain(line)] >= enough

    kept = []
    for page in pages:
        left = page
        while left and beside(left[0].text, heads):
            left = left[1:]
        while left and beside(left[-1].text, feet):
            left = left[:-1]
        kept.append(left)
    return kept


@cache
def _number() -> re.Pattern[str]:
    """The number of a page, in digits or in small Roman ones, alone or with that of all: Page 3 of 10."""
    page, of = (either(told(key)) for key in ("page", "of"))
    roman = r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})"
    return re.compile(rf"\W*(?:{page}\s+)?(?:\d{{1,4}}|{roman})(?:\s*{of}\s*\d{{1,4}})?\W*", re.IGNORECASE)


def printed_from(pages: Sequence[Sequence[Line]]) -> str | None:
    """The address that a browser has put on every page which it printed."""
    lines = (line.text.strip() for page in pages[:1] for line in (*page[:_EDGE], *page[-_EDGE:]))
    return next((found[1] for line in lines if (found := _PLACE.fullmatch(line))), None)


def _printed(line: str) -> bool:
    """Whether a line is what browsers put at the edges of a page: time and title, or address and number."""
    return bool(_PLACE.fullmatch(line) or _TIME.match(line))


def _plain(line: str) -> str:
    return " ".join(re.sub(r"\d+", "0", line).casefold().split())


def _usual(pages: list[list[Line]]) -> _Usual:
    """A full line is one than which nine of ten are no longer."""
    every = [line for page in pages for line in page]
    written: Counter[float] = Counter()
    for line in every:
        written[line.size] += len(line.text)
    size = max(written, key=lambda one: (written[one], one), default=0.0)
    lengths = sorted(len(line.text) for line in every if line.size == size)
    steps = [
        above.height - line.height
        for page in pages
        for above, line in pairwise(page)
        if above.size == line.size == size and above.height > line.height
    ]
    return _Usual(lengths[9 * len(lengths) // 10] if lengths else 0, size, median_low(steps) if steps else 0.0)


def _goes_on(paragraph: str, above: Line | None, line: Line, usual: _Usual) -> bool:
    """Whether a line continues the paragraph; `above` is the line over it, None at the head of a page."""
    ended = paragraph.rstrip(_CLOSERS).endswith(_ENDS)
    if above is None:
        return not ended and line.text[0].islower()
    if max(above.size, line.size) > _LARGER * min(above.size, line.size):
        return False
    step, larger = above.height - line.height, line.size / usual.size if usual.size else 1.0
    if usual.apart and step > _FURTHER * larger * usual.apart:
        return False
    if larger > _LARGER or (not ended and line.text[0].islower()):
        return True
    return len(above.text) >= _FULL * usual.width and not (ended and len(above.text) < 0.92 * usual.width)


def _joined(paragraph: str, line: str, words: set[str]) -> str:
    """A paragraph with its next line; a word broken between them is whole where it stands so elsewhere."""
    broken, rest = _BROKEN.search(paragraph), _WORD.match(line)
    if broken and rest and line[0].islower():
        whole = (broken[1] + rest.group()).casefold() in words
        return (paragraph[:-1] if whole or paragraph[-1] == "\u00ad" else paragraph) + line
    return f"{paragraph} {line}"
