"""Word files (.docx), by mammoth: the words of the paragraphs, with insertions and without deletions."""

from __future__ import annotations

import io
import zipfile
from importlib import metadata

import mammoth
from lxml import etree

from diptych.gather.found import Facts, Gathered, Refused
from diptych.gather.values import named, names

#: A file that unpacks to more bytes, or to more parts, is not opened.
_UNPACKED, _PARTS = 200_000_000, 5000
#: The part that holds the text has no more bytes.
_TEXT = 30_000_000
_OLD = b"\xd0\xcf\x11\xe0"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMES = {"dc": "http://purl.org/dc/elements/1.1/"}


def word(data: bytes) -> Gathered:
    """The article in a Word file."""
    if data.startswith(_OLD):
        raise Refused("it is an old Word file or locked with a password; save it as .docx without one")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _weighed(packed)
            facts = _properties(packed)
            notes = _notes(packed)
        text = str(mammoth.extract_raw_text(io.BytesIO(data)).value)
    except Refused:
        raise
    except Exception:  # a file can be broken in more ways than its readers have names for
        raise Refused("it is no Word file, or a broken one") from None
    lines = [said for one in text.splitlines() if (said := one.strip())]
    said_so = (f"footnotes and endnotes were not taken: {notes}",) if notes else ()
    return Gathered("\n\n".join(lines) + "\n", facts, f"mammoth {metadata.version('mammoth')}", remarks=said_so)


def _notes(packed: zipfile.ZipFile) -> int:
    """How many footnotes and endnotes there are; those of a type are the lines over them."""
    count = 0
    for part in ("footnote", "endnote"):
        name = f"word/{part}s.xml"
        if name in packed.namelist() and packed.getinfo(name).file_size <= _TEXT:
            tree = etree.fromstring(packed.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
            count += sum(one.get(f"{_W}type") is None for one in tree.iter(f"{_W}{part}"))
    return count


def _weighed(packed: zipfile.ZipFile) -> None:
    """Refuses what would unpack to more than any article has, or what Word does not write."""
    parts = packed.infolist()
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED:
        raise Refused(f"it unpacks to more than {_UNPACKED // 1_000_000} MB or {_PARTS:,} parts: no article does")
    if packed.getinfo("word/document.xml").file_size > _TEXT:
        raise Refused(f"its text takes more than {_TEXT // 1_000_000} MB: no article does")
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            with packed.open(part) as opened:
                head = opened.read(4096)
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                raise Refused(f"it declares entities in {part.filename}, which Word never does")


def _properties(packed: zipfile.ZipFile) -> Facts:
    """The title and the authors in the file's properties. The dates there are those of the file, not of the article."""
    facts = Facts()
    if "docProps/core.xml" not in packed.namelist() or packed.getinfo("docProps/core.xml").file_size > 100_000:
        return facts
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        tree = etree.fromstring(packed.read("docProps/core.xml"), parser)
    except etree.XMLSyntaxError:
        return facts
    facts.put("title", named(tree.findtext("dc:title", "", _NAMES)), "the file's properties, title")
    facts.put("authors", names([tree.findtext("dc:creator", "", _NAMES)]), "the file's properties, creator")
    return facts
