"""CSL styles applied to CSL-JSON items by citeproc-py, fast enough for every page.

The engine takes some ten milliseconds an entry and trusts what it is given. Titles, institutions and addresses are
quoted words, which no style may re-case: so the engine sets each shape of item once, with private-use characters in
the place of its texts, and the texts are put in afterwards, escaped. Only personal names, which a style inverts and
shortens, go through the engine.
"""

from __future__ import annotations

import io
import re
import threading
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from html import escape
from typing import Any, NamedTuple

import jinja2
from citeproc import SCHEMA_PATH, Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from lxml import etree
from markupsafe import Markup

from diptych.problems import Problem
from diptych.render.written import markup

#: The variables whose text is put in after the engine has set the entry.
_TEXTS = ("title", "genre", "container-title", "publisher", "version", "URL")
#: Those that hardly two items share; the others are put in once for all items that have the same ones.
_OWN = ("title", "genre", "URL")
_PRIVATE = 0xE000
_MARKS = re.compile("([\ue000-\uf8ff])")
#: Where styles stand among the templates.
FOLDER = "citations/"
_ENDS = ("?", "!", "…", ".")
#: The tags that the engine makes, and the bare signs that it leaves in a style's own words.
_SIGNS = re.compile(r"</?(?:i|b|sub|sup)>|[<>]")
_QUOTING = ("“", "‘")
#: The engine notes in a style how far it is in an entry; threads that make pages of one site share its styles.
_ENGINE = threading.Lock()
#: A quotation within quotation marks gets the other kind; an apostrophe is none.
_DOUBLE = re.compile(r"“([^“”]*)”")
_SINGLE = re.compile(r"‘([^‘]*?)’(?!\w)")


class _Place(NamedTuple):
    """The place of a text in a set entry: its name, the sign before it, and what follows, also without its full stop.

    What stands between a stop that is left out and the next text is never a quotation mark.
    """

    name: str
    before: str
    after: str
    without_stop: str


#: An entry that the engine has set: what it begins with, and the places of its texts.
_Entry = tuple[str, list[_Place]]


class Styles:
    """The styles that a set of templates offers, by name, in the order of their names."""

    def __init__(self, sources: Mapping[str, str], language: str = "en") -> None:
        """Takes each style's CSL and the language of its dates and terms.

        In English each style keeps the variety that it names itself. Raises `ValueError` naming the style whose CSL
        can't be read.
        """
        locale = None if language.split("-")[0] == "en" else language
        self._styles = {name: _named(name, csl, locale) for name, csl in sorted(sources.items())}
        #: What the engine has set, by the shape of the item and by style, cut at the marks of its texts.
        self._set: dict[str, dict[str, list[str]]] = {}
        #: The same with all texts in their places but the item's own, by all that is not its own.
        self._filled: dict[str, dict[str, _Entry]] = {}
        #: The styles by the name of their file, each with the title that it gives itself.
        self.names = {name: str(style.root.info.title.text) for name, style in self._styles.items()}

    def cite(self, style: str, item: Mapping[str, Any]) -> Markup:
        """A bibliography entry for a CSL-JSON item, as HTML."""
        return next(self._cited(item, [style]))

    def entries(self, item: Mapping[str, Any]) -> tuple[tuple[str, Markup], ...]:
        """The entry in every style, each with the style's name."""
        return tuple(zip(self.names.values(), self._cited(item, self.names), strict=True))

    def _cited(self, item: Mapping[str, Any], styles: Iterable[str]) -> Iterator[Markup]:
        own = {name: str(item[name]) for name in _OWN if item.get(name)}
        common = {name: value for name, value in item.items() if name not in _OWN and name != "id"}
        filled = self._filled.setdefault(f"{[*own]} {common}", {})
        escaped = {name: _text(said) for name, said in own.items()}
        for style in styles:
            if style not in filled:
                filled[style] = self._fill(style, item)
            begun, places = filled[style]
            made = [begun]
            for name, before, after, without_stop in places:
                said = own[name]
                made.append(_within(said, before) if before in _QUOTING and before in said else escaped[name])
                made.append(without_stop if said.endswith(_ENDS) else after)
            yield markup("".join(made))

    def _fill(self, style: str, item: Mapping[str, Any]) -> _Entry:
        """The entry of an item with places for its own texts; all others are in it."""
        shape, texts = _shape(item)
        known = self._set.setdefault(repr(shape), {})
        if style not in known:
            with _ENGINE:
                known[style] = _MARKS.split(_entry(self._styles[style], shape))
        return _filled(known[style], texts, [name for name in _TEXTS if item.get(name)])


def styles_of(environment: jinja2.Environment, language: str = "en") -> Styles:
    """The styles among an environment's templates: `citations/<name>.csl`."""
    loader = environment.loader
    assert loader is not None
    files = [file for file in environment.list_templates(["csl"]) if file.startswith(FOLDER)]
    sources = {file[len(FOLDER) : -len(".csl")]: loader.get_source(environment, file)[0] for file in files}
    return _read(tuple(sorted(sources.items())), language)


@lru_cache(maxsize=1)
def _read(sources: tuple[tuple[str, str], ...], language: str) -> Styles:
    """The styles of a process's last build, with all that the engine has set in them, where they are these."""
    return Styles(dict(sources), language)


def _named(name: str, csl: str, locale: str | None) -> Any:
    try:
        return read_style(csl, locale)
    except Unreadable as error:
        raise ValueError(f"templates/{FOLDER}{name}.csl can't be read: {error}") from None


class Unreadable(ValueError):
    """Why a style can't be read, and where: line and column count from 1, or are 0."""

    def __init__(self, said: str, line: int = 0, column: int = 0) -> None:
        super().__init__(said)
        self.line, self.column = line, column

    def problem(self, file: str) -> Problem:
        """The same as a problem of the style's file."""
        hint = "take the style from where it came once more, or take it away; the package's own is used then"
        return Problem(file, self.line, self.column, "style-unreadable", f"no style that can be read: {self}", hint)


def read_style(csl: str, locale: str | None = None) -> Any:
    """A style as the engine has it; raises `Unreadable`, with the first fault, where it is none.

    The engine only warns of one that breaks the schema, and trusts what it parses: so that is looked at before.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        tree = etree.parse(io.BytesIO(csl.encode("utf-8")), parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"it is not XML ({error.msg})", error.lineno or 0, error.offset or 0) from None
    if tree.docinfo.doctype:
        raise Unreadable("it has a <!DOCTYPE>, which no style needs", 1, 1)
    schema = _schema()
    if not schema.validate(tree):
        first = max(schema.error_log, key=lambda one: one.line)  # what is nearest to the fault; those around it follow
        raise Unreadable(" ".join(first.message.split()), first.line, first.column + 1)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return CitationStylesStyle(io.BytesIO(csl.encode("utf-8")), locale=locale, validate=False)
        except (SyntaxError, ValueError, UserWarning) as error:
            raise Unreadable(" ".join(str(error).split())) from None


@cache
def _schema() -> Any:
    return etree.RelaxNG(etree.parse(SCHEMA_PATH))


def _shape(item: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """An item with a mark in the place of each text, and the text that each mark stands for."""
    texts: dict[str, str] = {}

    def mark(text: str) -> str:
        texts[chr(_PRIVATE + len(texts))] = text
        return chr(_PRIVATE + len(texts) - 1)

    shape = dict(item) | {"id": "item"} | {name: mark(str(item[name])) for name in _TEXTS if item.get(name)}
    authors = [
        {"literal": mark(name["literal"])} if "literal" in name else {part: _text(name[part]) for part in name}
        for name in item.get("author", ())
    ]
    unsigned = {name: value for name, value in shape.items() if name != "author"}  # an empty list would still be one
    return unsigned | ({"author": authors} if authors else {}), texts


def _entry(style: Any, item: dict[str, Any]) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of variables that it does not know and leaves out
        bibliography = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.html)
        bibliography.register(Citation([CitationItem(item["id"])]))
        entry = str(bibliography.bibliography()[0]).strip()
    return _SIGNS.sub(lambda found: found[0] if len(found[0]) > 1 else _text(found[0]), entry)


def _filled(pieces: Sequence[str], texts: Mapping[str, str], named: Iterable[str]) -> _Entry:
    """An entry with each text in its place but those of an item's own; the first of the texts are those `named`."""
    names = dict(zip(texts, named, strict=False))
    begun, *pieces = pieces
    places: list[_Place] = []
    before = begun[-1:]
    for mark, after in zip(pieces[::2], pieces[1::2], strict=True):
        place = _Place(names.get(mark, ""), before, after, after.removeprefix("."))
        before = after[-1:]
        if place.name in _OWN:
            places.append(place)
            continue
        said = texts.get(mark, mark)  # a name may hold such a sign of its own
        said = _within(said, place.before) + (place.without_stop if said.endswith(_ENDS) else after)
        if places:
            last = places[-1]
            places[-1] = last._replace(after=last.after + said, without_stop=last.without_stop + said)
        else:
            begun += said
    return begun, places


def _within(said: str, before: str) -> str:
    """A text, escaped, behind a sign: where that begins a quotation, its quotation marks are the other way inside."""
    if before == "“":
        said = _DOUBLE.sub(r"‘\1’", said)
    elif before == "‘":
        said = _SINGLE.sub(r"“\1”", said)
    return _text(said)


def _text(said: str) -> str:
    """A text between two tags, where quotation marks and apostrophes are no markup."""
    return escape(said, quote=False)
