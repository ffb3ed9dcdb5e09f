"""PDF files, by pypdf: the text that the pages hold; a picture of a page holds none."""

from __future__ import annotations

import io
import math
import unicodedata
from collections.abc import Sequence
from typing import Any

import pypdf

from diptych.gather.found import Facts, Gathered, Refused
from diptych.gather.paper import Line, printed_from, running
from diptych.gather.values import address, named, names

#: A file of more pages is no article and no report.
_PAGES = 1500
_LONGEST = 5_000_000
#: Letters that a font has joined into one sign.
_JOINED = {ord(sign): unicodedata.normalize("NFKC", sign) for sign in "ﬀﬁﬂﬃﬄﬅﬆ"}
#: What stands before an outlet's name at the end of a title, and how many lines of the text are its head.
_BEFORE_OUTLET, _LINES = (" | ", " - ", " – ", " — "), 6


def portable(data: bytes) -> Gathered:
    """The text of a PDF file, as running text."""
    if b"%PDF-" not in data[:1024]:
        raise Refused("it is no PDF file")
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("it is locked with a password; save a copy without one")
        count = len(reader.pages)
        if count > _PAGES:
            raise Refused(f"it has {count:,} pages; {_PAGES:,} are the most")
        pages = _pages(reader)
        text = running(pages)
        facts = _properties(reader.metadata, text)
        facts.put("address", address(printed_from(pages) or ""), "the edge of the printed page")
    except Refused:
        raise
    except Exception as error:  # a file can be broken in more ways than its reader has names for
        raise Refused(f"it is a broken PDF file ({type(error).__name__}); print it to PDF again") from None
    if not any(sign.isalnum() for sign in text):
        raise Refused("it holds no text: scanned pages need text recognition (OCR) first")
    return Gathered(text, facts, f"pypdf {pypdf.__version__}")


def _pages(reader: pypdf.PdfReader) -> list[list[Line]]:
    pages: list[list[Line]] = []
    length = 0
    for page in reader.pages:
        pages.append(_lines(page))
        length += sum(len(line.text) for line in pages[-1])
        if length > _LONGEST:
            raise Refused(f"it holds more than {_LONGEST:,} characters of text")
    return pages


def _lines(page: pypdf.PageObject) -> list[Line]:
    """The lines of a page, each in the size of most of its letters."""
    made: list[Line] = []
    parts: list[tuple[str, float, float]] = []

    def drawn(text: str, around: Sequence[float], own: Sequence[float], _font: object, size: float) -> None:
        *whole, rest = text.split("\n")
        scale = math.hypot(own[2], own[3]) * math.hypot(around[2], around[3])
        height = own[4] * around[1] + own[5] * around[3] + around[5]
        for said in whole:
            parts.append((said, size * scale, height))
            made.append(_line(parts))
            parts.clear()
        parts.append((rest, size * scale, height))

    page.extract_text(visitor_text=drawn)
    return [*made, _line(parts)]


def _line(parts: Sequence[tuple[str, float, float]]) -> Line:
    # A lone surrogate is no character: a broken font has named it, and no file could hold it.
    text = "".join(said for said, _, _ in parts).replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    text = text.translate(_JOINED)
    most = max(parts, key=lambda part: len(part[0].strip()), default=("", 0.0, 0.0))
    return Line(text, round(most[1], 1), most[2])


def _properties(given: Any, text: str) -> Facts:
    """The title and the authors in the file's properties. The dates there are those of the file, not of the article.

    A browser that prints a page gives its title, which often ends in the outlet: it is one if it heads the text too.
    """
    facts = Facts()
    if not given:
        return facts
    title = named(str(given.title or "")) or ""
    head = [one.casefold() for one in text.split("\n\n", _LINES)[:_LINES]]
    for mark in _BEFORE_OUTLET:
        before, _, last = title.rpartition(mark)
        if before and last.casefold() in head:
            facts.put("publisher", last, "the file's properties, title, and the head of the text")
            title = before
            break
    facts.put("title", title, "the file's properties, title")
    facts.put("authors", names([str(given.author or "")]), "the file's properties, author")
    return facts
