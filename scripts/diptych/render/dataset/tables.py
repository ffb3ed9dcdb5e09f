"""The dataset as tables: CSV after RFC 4180, in UTF-8, with a line of names first.

Spreadsheets run a cell that begins with `=`, `+`, `-`, `@`, a wide form of these or a control as a formula. It gets an
apostrophe in front, as does one that begins with apostrophes and then such a sign: whoever needs the exact text takes
one apostrophe off again from every cell of that form, or reads dossier.json. Several values in a cell are separated
by `; `.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

#: What a cell to be guarded can begin with; looking it up first spares nearly every cell the pattern.
_SIGNS = frozenset("'=+-@＝＋－＠\t\r\n")
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")

#: The names of a table's columns, which are keys of the dataset.
Keys = Sequence[str]
Row = Sequence[Any]


_RECORD = (
    *("id", "kind", "statement", "themes", "actor", "addressee", "answers", "date", "status"),
    *("url", "revision", "note"),
)
_QUOTED = ("source", "start", "end", "text")
_PASSAGE = (*_QUOTED, "mode", "actor", "cue", "rule")
_SENTENCE = ("source", "start", "end", "use", "records")
_SOURCE = (
    *("id", "file", "start", "end", "sha256", "title", "label", "publisher", "authors", "published"),
    *("kind", "copy_of", "status", "added", "note", "address", "archived"),
)
_ACTOR = ("id", "name", "kind", "role", "affiliation", "party", "aliases")
#: The columns of each table, by its name; lines of passages begin with whose they are and their number.
COLUMNS: dict[str, tuple[str, ...]] = {
    "records": _RECORD,
    "passages": ("record", "number", *_PASSAGE),
    "sentences": _SENTENCE,
    "sources": _SOURCE,
    "actors": _ACTOR,
    "discrepancies": ("discrepancy", "number", "kind", "what", *_QUOTED),
}
#: The list of the dataset that each table is made of.
LISTS = {name: name for name in COLUMNS} | {"passages": "records"}
#: Of what is quoted in them tables have a line each: the keys of the whole that it has, and its own.
_OF_PASSAGES: dict[str, tuple[Keys, Keys]] = {"passages": ((), _PASSAGE), "discrepancies": (("kind", "what"), _QUOTED)}


def tables(data: dict[str, Any]) -> dict[str, bytes]:
    """The tables of a dataset by file name."""
    return {f"{name}.csv": (names(name) + lines(name, data[LISTS[name]])).encode("utf-8") for name in COLUMNS}


def names(table: str) -> str:
    """The first line of a table."""
    return _csv([COLUMNS[table]])


def lines(table: str, items: Iterable[dict[str, Any]]) -> str:
    """The lines of a table for some things of the dataset."""
    if table in _OF_PASSAGES:
        return _csv(_passages(items, *_OF_PASSAGES[table]))
    return _csv([item[key] for key in COLUMNS[table]] for item in items)


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet runs."""
    return f"'{text}" if text[:1] in _SIGNS and _FORMULA.match(text) else text


def _passages(items: Iterable[dict[str, Any]], own: Keys, keys: Keys) -> Iterator[Row]:
    """A line a passage: its owner's id and keys, its number, and its own keys."""
    for item in items:
        for place, passage in enumerate(item["passages"], 1):
            yield [
                item["id"],
                passage.get("number", place),
                *(item[key] for key in own),
                *(passage[key] for key in keys),
            ]


def _csv(rows: Iterable[Row]) -> str:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([_cell(value) for value in row] for row in rows)
    return written.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = "; ".join(_one(item) for item in value)
    elif isinstance(value, dict):
        value = "; ".join(f"{key}: {text}" for key, text in value.items())
    return guarded(value) if isinstance(value, str) else value


def _one(item: Any) -> str:
    """An answer as `C3 denies`; anything else in a list is text."""
    return f"{item['to']} {item['how']}" if isinstance(item, dict) else str(item)
