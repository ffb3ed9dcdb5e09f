"""Which kind of file it is, and what is taken out of it; everything is bounded and nothing is run or fetched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec

from diptych.gather.found import Gathered, Refused
from diptych.gather.plain import markdown, plain
from diptych.gather.values import told

#: Files of so many bytes at most are read, by the endings of their names.
_MEGABYTE = 1_000_000
LIMITS = {
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), 10 * _MEGABYTE),
    ".html": 20 * _MEGABYTE,
    ".htm": 20 * _MEGABYTE,
    ".xhtml": 20 * _MEGABYTE,
    ".mhtml": 50 * _MEGABYTE,
    ".mht": 50 * _MEGABYTE,
    ".docx": 50 * _MEGABYTE,
    ".pdf": 100 * _MEGABYTE,
}
#: No text of an article has more code points; a book has about a million.
_LONGEST = 5_000_000
#: So many code points at the head and at the end of a text may say that it is not there, or not whole.
_EDGE = 300
#: What reads such a file and is installed with an extra only: see `diptych[add]` in pyproject.toml.
_EXTRAS = {".docx": "mammoth", ".pdf": "pypdf"}
_HINTS = {
    ".doc": "save it as .docx",
    ".odt": "save it as .docx or as .pdf",
    ".rtf": "save it as .docx or as .txt",
    ".pages": "export it as .docx",
    ".epub": "save its text as .txt",
    ".webarchive": "save the page as .html or as .mhtml",
    ".zip": "unpack it and add what is in it",
}


def gather(suffix: str, data: bytes, encoding: str | None = None) -> Gathered:
    """The article in a file's bytes, by the ending of its name; `encoding` is for those that don't say theirs.

    Raises `Refused` where there is none or the file is not what its name says.
    """
    if not data.strip():
        raise Refused("it is empty")
    found = _reader(suffix)(data, encoding)
    if not any(sign.isalnum() for sign in found.text):
        raise Refused("it holds no text")
    if len(found.text) > _LONGEST:
        raise Refused(f"it holds {len(found.text):,} characters of text; {_LONGEST:,} are the most")
    return replace(found, remarks=(*found.remarks, *_doubts(found.text)))


def _doubts(text: str) -> list[str]:
    """That a text begins with a question for consent, or ends in what a page says in the place of the rest."""
    begun, ended = (" ".join(part.casefold().split()) for part in (text[:_EDGE], text[-_EDGE:]))
    asked = next((one for one in told("consents") if one in begun), "")
    wall = next((one for one in told("walls") if one in ended), "")
    found = [f"its head says “{asked}”; look whether the article was saved, or what asks before it"] if asked else []
    return [*found, f"its end says “{wall}”; look whether the whole article was saved"] if wall else found


def limit(suffix: str) -> int:
    """How many bytes a file with that ending may have; raises `Refused` for an ending that nothing reads."""
    if suffix not in LIMITS:
        known = ", ".join(LIMITS)
        hint = f"; {_HINTS[suffix]}" if suffix in _HINTS else ""
        what = f"a {suffix} file" if suffix else "a name without an ending"
        raise Refused(f"{what} can't be read, only {known}{hint}")
    return LIMITS[suffix]


def _reader(suffix: str) -> Callable[[bytes, str | None], Gathered]:
    """The function that reads such a file; the heavy ones are loaded when they are needed."""
    limit(suffix)
    package = _EXTRAS.get(suffix)
    if package and find_spec(package) is None:
        hint = f"python -m pip install {package} (it comes with diptych[add])"
        raise Refused(f"a {suffix} file is read by {package}, which is not installed: {hint}")
    if suffix in (".txt", ".text"):
        return plain
    if suffix in (".md", ".markdown"):
        return markdown
    if suffix == ".docx":
        from diptych.gather.word import word

        return lambda data, _: word(data)
    if suffix == ".pdf":
        from diptych.gather.portable import portable

        return lambda data, _: portable(data)
    from diptych.gather.webpage import archive, webpage

    return archive if suffix in (".mhtml", ".mht") else webpage
