"""CSL-JSON items in the forms that reference managers read: BibTeX, RIS, and CSL-JSON itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from diptych.render.citing.items import Item

#: The media type of each form.
MEDIA = {
    "BibTeX": "application/x-bibtex",
    "RIS": "application/x-research-info-systems",
    "CSL-JSON": "application/vnd.citationstyles.csl+json",
}

_BIBTEX = {"dataset": "misc", "webpage": "misc", "article-newspaper": "article"}
_RIS = {"dataset": "DATA", "webpage": "ELEC", "article-newspaper": "NEWS"}
#: A value in JSON.
_json = json.JSONEncoder(ensure_ascii=False).encode
#: What TeX would take for a command; braces, which BibTeX counts, have names of their own.
_TEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    | {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def csl_json(items: Iterable[Item]) -> str:
    """A list of items, with a line for each of their keys."""
    made = (",\n ".join(f'"{key}": {_json(value)}' for key, value in item.items()) for item in items)
    return "[" + ",\n".join(f"{{{lines}}}" for lines in made) + "]\n"


def bibtex(items: Iterable[Item]) -> str:
    """An entry an item, in UTF-8, with the months' macros; an entry's key is its item's id."""
    return "\n".join(map(_entry, items))


def ris(items: Iterable[Item]) -> str:
    """A reference an item, lines ending as the format asks."""
    return "".join(_reference(item) for item in items)


def _entry(item: Item) -> str:
    where = "journal" if item["type"] == "article-newspaper" else "howpublished"
    fields = {
        "author": " and ".join(_bibtex_name(name) for name in item.get("author", ())),
        "title": f"{{{_tex(item['title'])}}}",  # its capitals stay
        where: _tex(item.get("container-title", "")),
        "publisher": _tex(item.get("publisher", "")),
        "version": _tex(item.get("version", "")),
        "note": _tex(item.get("genre", "")),
        "url": re.sub(r"[{}\\]", lambda found: f"%{ord(found[0]):02X}", item.get("URL", "")),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    date = _parts(item)
    if date:
        lines.append(f"  year = {{{date[0]}}}")
    if len(date) > 1:
        lines.append(f"  month = {_MONTHS[date[1] - 1]}")
    if len(date) > 2:
        lines.append(f"  day = {{{date[2]}}}")
    return f"@{_BIBTEX[item['type']]}{{{item['id']},\n" + ",\n".join(lines) + "\n}\n"


def _reference(item: Item) -> str:
    date = _parts(item)
    news = item["type"] == "article-newspaper"
    pairs = [
        ("TY", _RIS[item["type"]]),
        ("ID", item["id"]),
        *(
            ("AU", ", ".join(filter(None, (name.get("family"), name.get("given")))) or name["literal"])
            for name in item.get("author", ())
        ),
        ("TI", item["title"]),
        ("T2", item.get("container-title", "")),
        ("PB", item.get("publisher", "")),
        ("ET", item.get("version", "")),
        ("N1", item.get("genre", "")),
        ("PY", str(date[0]) if date else ""),
        ("DA", "/".join(f"{part:02d}" for part in date) + "/" * (3 - len(date)) if date else ""),
        ("UR", item.get("URL", "")),
        ("ER", ""),
    ]
    if news:
        pairs = [pair for pair in pairs if pair[0] != "PB"]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in pairs if value or tag == "ER")


def _bibtex_name(name: dict[str, str]) -> str:
    if "family" in name:
        return f"{_tex(name['family'])}, {_tex(name['given'])}"
    return f"{{{_tex(name['literal'])}}}"  # whole: an institution has no first name


def _tex(text: str) -> str:
    return " ".join(text.split()).translate(_TEX)


def _parts(item: Item) -> Sequence[int]:
    return item["issued"]["date-parts"][0] if "issued" in item else ()
