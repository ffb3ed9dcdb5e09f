"""A drawing (SVG), read as browsers read it: what stands in it that a plain drawing does not need.

A browser that opens a drawing runs its scripts and loads what it names. What may stand there is a list, `drawings.yml`;
the drawing is parsed, so that no prefix, encoding or character reference hides anything. Offsets are not used here: a
place is a line and a column, both from 1, of the text in UTF-8.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import NamedTuple
from xml.parsers import expat

from diptych import markup, yamlio

_SVG, _XML = "http://www.w3.org/2000/svg", "http://www.w3.org/XML/1998/namespace"
_XLINK = "http://www.w3.org/1999/xlink"
_NAMED = {_XML: frozenset(("lang", "space", "id")), _XLINK: frozenset(("href", "title", "role", "type", "show"))}
#: Encodings that every reader takes for the one that the drawing is decoded in here.
_ENCODINGS = frozenset(("", "utf-8", "utf8", "us-ascii", "ascii"))
#: Attributes that hold words or names, and no style.
_WORDS = frozenset(("id", "class", "lang", "role", "title", "type", "systemLanguage", "requiredExtensions"))
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=\s]*")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_CALL = re.compile(r"(?<![\w-])([A-Za-z_-][\w-]*+)\(\s*+(?:[\"']\s*+)?(#?)")
_RULE = re.compile(r"@([\w-]*)")
#: So many different faults of one drawing are told.
_MOST = 20


class Fault(NamedTuple):
    """What may not stand in a drawing, and where; line and column count from 1."""

    line: int
    column: int
    what: str


class _Allowed(NamedTuple):
    elements: frozenset[str]
    attributes: frozenset[str]
    functions: frozenset[str]
    vocabularies: tuple[str, ...]


class _Enough(Exception):
    """Raised where reading need not go on."""


def faults(data: bytes) -> list[Fault]:
    """What is in a drawing that may not stand there, each thing once, at its first place."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [Fault(0, 0, "it is not UTF-8")]
    reader = _Reader()
    reader.read(text)
    return [Fault(line, column, what) for what, (line, column) in reader.found.items()]


@cache
def _allowed() -> _Allowed:
    name = "drawings.yml"
    held = yamlio.load((resources.files("diptych") / name).read_text(encoding="utf-8"), name)
    words = {key: frozenset(" ".join(held[key]).split()) for key in ("elements", "attributes", "functions")}
    functions = frozenset(one.lower() for one in words["functions"])
    return _Allowed(words["elements"], words["attributes"], functions, tuple(held["vocabularies"]))


class _Reader:
    """Goes through a drawing once and notes what may not stand in it."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[int, int]] = {}
        self._styles: list[str] | None = None
        self._style_at = (1, 1)
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.buffer_text = True
        self._parser.XmlDeclHandler = self._declared
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.StartElementHandler = self._begun
        self._parser.EndElementHandler = self._ended
        self._parser.CharacterDataHandler = self._said

    def read(self, text: str) -> None:
        """Reads a whole drawing; what comes after the first thing that is no XML is not read, as in a browser."""
        try:
            self._parser.Parse(text.encode("utf-8"), True)
        except expat.ExpatError as error:
            said = f"it is not XML ({expat.errors.messages[error.code]})"
            self.found.setdefault(said, (error.lineno, error.offset + 1))
        except _Enough:
            pass

    def _here(self) -> tuple[int, int]:
        return self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1

    def _note(self, what: str, place: tuple[int, int] | None = None) -> None:
        self.found.setdefault(what, place or self._here())
        if len(self.found) >= _MOST:
            raise _Enough

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:  # noqa: ARG002
        if (encoding or "").lower() not in _ENCODINGS:
            self._note(f"it says that its encoding is {encoding}")
            raise _Enough

    def _doctype(self, name: str, system: str | None, public: str | None, internal: int) -> None:  # noqa: ARG002
        if internal:  # what it declares may stand for anything
            self._note("its <!DOCTYPE> has declarations")
            raise _Enough

    def _instruction(self, target: str, data: str) -> None:  # noqa: ARG002
        self._note(f"<?{target[:20]}?> can't stand in a drawing")

    def _begun(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        self._styles = None
        if space != _SVG:
            if not space.startswith(_allowed().vocabularies):
                whose = f" of {space[:60]}" if space else " without xmlns="
                self._note(f"<{local[:20]}>{whose} can't stand in a drawing")
            return
        if local not in _allowed().elements:
            self._note(f"<{local[:20]}> can't stand in a drawing")
            return
        if local == "style":
            self._styles, self._style_at = [], self._here()
        for attribute, value in attributes.items():
            self._attribute(local, attribute, value)

    def _attribute(self, element: str, name: str, value: str) -> None:
        space, _, local = name.rpartition(" ")
        if space and space not in _NAMED:
            if not space.startswith(_allowed().vocabularies):
                self._note(f"the attribute {local[:20]!r} of {space[:60]} can't stand in a drawing")
        elif space and local not in _NAMED[space]:
            self._note(f"the attribute {local[:20]!r} of <{element}> can't stand in a drawing")
        elif local == "href":
            if not _leads(element, value):
                self._note(f"<{element}> leads to {markup.shortened(value)}")
        elif space or local in _WORDS or local.startswith(("data-", "aria-")):
            return
        elif local not in _allowed().attributes:
            self._note(f"the attribute {local[:20]!r} of <{element}> can't stand in a drawing")
        elif wrong := _style(value):
            self._note(f"the attribute {local!r} of <{element}> holds {wrong}")

    def _said(self, text: str) -> None:
        if self._styles is not None:
            self._styles.append(text)

    def _ended(self, name: str) -> None:  # noqa: ARG002
        if self._styles is not None and (wrong := _style("".join(self._styles))):
            self._note(f"<style> holds {wrong}", self._style_at)
        self._styles = None


def _leads(element: str, address: str) -> bool:
    """Whether an element may lead there: anywhere safe for a link, to a picture for one, else within the drawing."""
    if element == "a":
        return markup.leads_safely(address)
    if element == "image" and (markup.loads_safely(address) or _PICTURE.fullmatch(address.strip())):
        return not address.lower().split("?")[0].split("#")[0].endswith((".svg", ".svgz"))
    return address.strip().startswith("#")


def _style(text: str) -> str:
    """What in a piece of style loads something or can't be told from what does; nothing where nothing does."""
    if "\\" in text:
        return "a backslash"
    plain = _COMMENT.sub(" ", text)
    for rule in _RULE.finditer(plain):
        if rule[1].lower() != "media":
            return f"'@{rule[1][:20]}'"
    for call in _CALL.finditer(plain):
        name = call[1].lower()
        if name != "url" and name not in _allowed().functions:
            return f"'{call[1][:20]}(…)'"
        if name == "url" and not call[2]:
            return "an address: 'url(…)' may only name a part of the drawing"
    return ""
