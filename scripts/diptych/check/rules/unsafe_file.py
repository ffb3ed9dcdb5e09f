"""What lies in content/ is published as it is: only what no browser runs when it opens it may lie there.

What is safe is a list, by the ending of the name; a drawing is read, and a picture has to begin as its name says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diptych.check.context import Context
from diptych.check.drawing import faults
from diptych.problems import Problem
from diptych.store import MARKDOWN
from diptych.values import PLURALS, kind_of

CODE = "unsafe-file"
#: Pictures, and how the files of each begin.
_PICTURES = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".gif": re.compile(rb"GIF8[79]a"),
    ".webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    ".avif": re.compile(rb"....ftyp(?:avi[fs]|mif1|msf1)", re.DOTALL),
    ".ico": re.compile(rb"\x00\x00\x01\x00"),
    ".pdf": re.compile(rb"%PDF-"),
}
#: Texts and tables that browsers show as such or save, sound, film, fonts, packed files, what office programs write.
_PLAIN = frozenset(
    (
        *(".txt", ".csv", ".tsv", ".json", ".jsonl", ".geojson", ".bib", ".ris", ".vtt", ".srt", ".css", ".ttl"),
        *(".jsonld", ".topojson", ".webmanifest", ".yaml", ".cff", ".ics", ".tex", ".asc", ".sig", ".tar"),
        *(".tif", ".tiff", ".bmp", ".jp2", ".heic"),
        *(".mp3", ".ogg", ".oga", ".opus", ".wav", ".flac", ".m4a", ".mp4", ".m4v", ".mov", ".webm", ".ogv"),
        *(".woff", ".woff2", ".ttf", ".otf", ".zip", ".7z", ".parquet"),
        *(".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".epub"),
    )
)
#: A file that tells GitHub Pages the site's own domain: nothing but its name.
_DOMAIN, _HOST = "content/CNAME", re.compile(rb"[A-Za-z0-9.-]{1,253}\s*")
#: Files without an ending that hosts read, or people; a browser guesses what they are, and may guess a page.
_NAMED = frozenset(("LICENSE", "COPYING", "NOTICE", "_headers", "_redirects"))
_PAGE = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".mhtml", ".mht")
_HEAD = 64
#: What is not published as it is, but read.
_READ = (*MARKDOWN, ".yml")


def check(context: Context) -> Iterator[Problem]:
    """Yields the files that are none of these, but for the frozen pages that a release has made."""
    frozen = {
        f"content/{PLURALS[kind_of(given)]}/{given}/v/{revision}/index.html"
        for release in context.dossier.releases
        for given, revision in release.revisions.items()
    }
    for file in context.files:
        if not file.endswith(_READ) and file.startswith("content/") and file not in frozen:
            yield from _file(file, context)


def _file(file: str, context: Context) -> Iterator[Problem]:
    name = file.rpartition("/")[2]
    ending = f".{name.rpartition('.')[2].lower()}" if "." in name else ""
    if ending in _PLAIN:
        return
    if ending == ".svg":
        for fault in faults(context.bytes(file)):
            said = f"{fault.what}; a drawing is published as it is, with all that it may run"
            yield Problem(file, fault.line, fault.column, CODE, said, "save it as a plain SVG in UTF-8, or as .png")
    elif ending in _PICTURES:
        if not _PICTURES[ending].match(context.head(file, _HEAD)):
            said = f"this file does not begin as one that ends in {ending} does"
            yield Problem(file, 0, 0, CODE, said, "give it the ending of what it is, or save it again")
    elif file == _DOMAIN:
        if not _HOST.fullmatch(context.head(file, 300)):
            yield Problem(file, 0, 0, CODE, "this file holds more than the name of a domain", "write the name alone")
    elif name in _NAMED:
        if b"<" in context.bytes(file):
            said = "this file has no ending that says what it is, and a browser may take it for a page"
            yield Problem(file, 0, 0, CODE, said, "write it without the sign <, or give it the ending .txt")
    elif ending in MARKDOWN:
        said = f"MkDocs knows a page by {ending} in small letters, and would publish this file as it is"
        yield Problem(file, 0, 0, CODE, said, "write the ending in small letters")
    elif ending == ".yml":
        said = "nothing would read this file, and it would be published: that of a record ends in .yml"
        yield Problem(file, 0, 0, CODE, said, "write the ending in small letters")
    elif ending in _PAGE:
        said = "this file would be published as it is, with all that it may run"
        yield Problem(file, 0, 0, CODE, said, "write the page in Markdown, or take the file away")
    else:
        what = f"a file that ends in {ending}" if ending else "a file without an ending"
        said = f"{what} would be published as it is, and browsers may run it"
        hint = (
            "take it away, or publish it in a .zip; pages are written in Markdown, and pictures are .png, .jpg or .svg"
        )
        yield Problem(file, 0, 0, CODE, said, hint)
