"""Bytes as text: UTF-8 and nothing else, with a word on what they look like where they are not."""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path

from diptych.drafts import Seed
from diptych.problems import Problem
from diptych.store.survey import SEED_LIMIT

_UTF16, _UTF32 = "UTF-16", "UTF-32"
#: What files begin with that are no text, and what they are then. The marks of UTF-32 begin with those of UTF-16.
_SIGNS = (
    (codecs.BOM_UTF32_LE, _UTF32),
    (codecs.BOM_UTF32_BE, _UTF32),
    (codecs.BOM_UTF16_LE, _UTF16),
    (codecs.BOM_UTF16_BE, _UTF16),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a packed file, such as Word's"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"\x1f\x8b", "a packed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\0", "a database"),
)
#: So much of a file shows what it is.
_HEAD = 4096


def decoded(file: str, data: bytes) -> Seed | Problem:
    """A seed as text, every code point of it, a byte order mark and both signs of CRLF among them.

    The problem where it is not UTF-8, or holds NUL characters, which no text has.
    """
    text = undecoded(file, data, "seed-not-utf8")
    return text if isinstance(text, Problem) else Seed(file, text, hashlib.sha256(data).hexdigest())


def read_seed(path: Path, file: str) -> Seed | Problem:
    """A text as `decoded` reads it; the problem too where it is longer than a seed may be, of which no more is read.

    `file` is what it is called. Raises `OSError` where it can't be read.
    """
    with path.open("rb") as opened:
        data = opened.read(SEED_LIMIT + 1)
    if len(data) <= SEED_LIMIT:
        return decoded(file, data)
    said = f"this file has more than {SEED_LIMIT // 1_000_000} MB, and no article is as long"
    return Problem(file, 0, 0, "file-too-large", said, "give it an article at a time")


def undecoded(file: str, data: bytes, code: str) -> str | Problem:
    """The text of a file, or the problem with that code that it is not UTF-8, at the first byte that shows it."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        at, said = error.start, f"byte {error.start} is not UTF-8"
    else:
        if "\0" not in text:
            return text
        at = data.index(b"\0")
        said = f"byte {at} is NUL, which no text holds"
    line = data.count(b"\n", 0, at) + 1
    start = data.rfind(b"\n", 0, at) + 1
    column = len(data[start:at].decode("utf-8", "replace")) + 1
    return Problem(file, line, column, code, said, _hint(data))


def _hint(data: bytes) -> str:
    """What to do, by what the file looks like."""
    what = next((what for sign, what in _SIGNS if data.startswith(sign)), "")
    head = data[:_HEAD]
    if not what and 6 * max(head[0::2].count(0), head[1::2].count(0)) > len(head):
        what = _UTF16
    if what in (_UTF16, _UTF32):
        return f"it looks like {what}: save the file again as UTF-8"
    if what:
        return f"it is {what} and no text: give the original to `diptych add`"
    return "save the file again as UTF-8"
