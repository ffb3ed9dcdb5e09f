"""PDF files, by pypdf: the text that the pages hold; a picture of a page holds none."""

from __future__ import annotations

import io
from typing import Any

import pypdf

from diptych.gather.found import Facts, Gathered, Refused
from diptych.gather.paper import running
from diptych.gather.values import named, names

#: A file of more pages is no article and no report.
_PAGES = 1500
_LONGEST = 5_000_000


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
        text = _pages(reader)
        facts = _properties(reader.metadata)
    except Refused:
        raise
    except Exception as error:  # a file can be broken in more ways than its reader has names for
        raise Refused(f"it is a broken PDF file ({type(error).__name__}); print it to PDF again") from None
    if not any(sign.isalnum() for sign in text):
        raise Refused("it holds no text: scanned pages need text recognition (OCR) first")
    return Gathered(text, facts, f"pypdf {pypdf.__version__}")


def _pages(reader: pypdf.PdfReader) -> str:
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        # A lone surrogate is no character: a broken font has named it, and no file could hold it.
        pages.append(page.extract_text().replace("\0", "").encode("utf-8", "replace").decode("utf-8"))
        length += len(pages[-1])
        if length > _LONGEST:
            raise Refused(f"it holds more than {_LONGEST:,} characters of text")
    return running(pages)


def _properties(given: Any) -> Facts:
    """The title and the authors in the file's properties. The dates there are those of the file, not of the article."""
    facts = Facts()
    facts.put("title", named(str(given.title or "")) if given else None, "the file's properties, title")
    facts.put("authors", names([str(given.author or "")]) if given else None, "the file's properties, author")
    return facts
