"""A dossier with hostile words in every text that anybody may write, and what its pages are held against."""

from __future__ import annotations

import re
from typing import Any

import html5lib
from pydantic import BaseModel
from releasing import publish
from support import ROOT

from diptych.dossier import Dossier
from diptych.history import Gone, Moved, Released
from diptych.pipeline.publication import styles, template_directories
from diptych.render import Checked, Site, language
from diptych.store import load

#: What a template would make of this, and nothing else.
MADE = 1621818946127
TEMPLATE = "{{ 104729 * 15485863 }}{% if 1 %}{%- raw %}{# x #}"
PIECES = (
    *(
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "\"'><img src=x onerror=alert(1)>",
        "' onclick='x",
    ),
    *(
        "</title></style></textarea></noscript>",
        "<!--",
        "-->",
        "]]>",
        "<svg/onload=alert(1)>",
        "<base href=//x.example/>",
    ),
    *(
        "javascript:alert(1)",
        "[a](javascript:alert(1))",
        "![a](https://x.example/a.png)",
        "<a href=javascript:alert(1)>b</a>",
    ),
    *(
        "data:text/html,<script>alert(1)</script>",
        "&lt;script&gt;",
        "&#60;b&#62;",
        "&",
        "\\u003cscript",
        "${7*7}",
        TEMPLATE,
    ),
    *(
        "@import 'x'",
        "url(javascript:x)",
        "\\input{x}",
        "}\n@misc{evil,\n title={x}",
        "\nER  - \nTY  - BOOK\n",
        "%00",
        "\\",
    ),
    *(
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1",
        "');DROP TABLE records;--",
        "\u202e\u202d",
        "\u2066",
        "p\u0430ge",
    ),
    *(
        "\x1b[31m",
        "\x07",
        "\x7f",
        "\x9b",
        "\x0c",
        "\u2028",
        "\x85",
        "\ufeff",
        "\u0301",
        "\r\n\r\n",
        "*_`~#|>",
        "- [ ] x",
        "1. y",
    ),
)
_PATTERNED = re.compile(r"pattern")
_UNSAFE = re.compile(r"[\s\x00-\x20]*(javascript|vbscript|data|file):", re.IGNORECASE)
#: What Markdown may make of a note.
_NOTED = {"em", "strong", "code", "pre", "blockquote", "ol", "ul", "li", "hr", "br", "a", "p"}


def calm() -> Dossier:
    """The dossier before anything happens to it, with every kind of page: moved and taken away ones too."""
    dossier = load(ROOT / "tests/bad/_base").dossier
    assert dossier is not None
    ledger = dossier.permalinks.model_copy(
        update={
            "released": (Released(address="claims/C8/", anchors={"p1": ""}), Released(address="claims/C9/")),
            "moved": (Moved(was="claims/C8/", now="claims/C1/"),),
            "gone": (Gone(was="claims/C9/", why="It was said twice."),),
        }
    )
    added = {"address": "https://paper.example/a", "archived": "https://archive.example/a", "label": "Ledger"}
    sources = tuple(
        source.model_copy(
            update=added | {"added": {"title": "Seen in print."}, "found": {"publisher": "meta"}, "note": "A note."}
        )
        for source in dossier.sources
    )
    records = tuple(record.model_copy(update={"note": "A note on C1."}) for record in dossier.records)
    items = tuple(one.model_copy(update={"note": "A note."}) for one in dossier.discrepancies)
    file = dossier.file.model_copy(
        update={
            "subtitle": "Sub",
            "description": "About it.",
            "authors": ("Brandt, Ilse",),
            "publisher": "Press",
            "date": "2031-05-01",
        }
    )
    changed = {"file": file, "sources": sources, "records": records, "discrepancies": items, "permalinks": ledger}
    return dossier.model_copy(update=changed)


def hostile(dossier: Dossier, piece: str) -> Dossier:
    """The same dossier with the piece around every text that has no form of its own."""
    return _changed(dossier, piece)


def _changed(value: Any, piece: str, free: bool = False) -> Any:
    if isinstance(value, BaseModel):
        made = {
            name: _changed(getattr(value, name), piece, _is_free(field, name))
            for name, field in type(value).model_fields.items()
        }
        if "address" in made and "sha256" in made:  # the one form that leaves room for hostile words
            inside = re.sub(r"[\s<>\"]", "", piece)
            made |= {"address": f"https://paper.example/{inside}", "archived": f"https://archive.example/?{inside}"}
        return value.model_copy(update=made)
    if isinstance(value, tuple):
        return tuple(_changed(one, piece, free) for one in value)
    if isinstance(value, dict):
        return {key: _changed(one, piece, free) for key, one in value.items()}
    return f"{piece}{value}{piece}" if free and isinstance(value, str) else value


def _is_free(field: Any, name: str) -> bool:
    """Whether a field takes any text: it has no pattern, no list of words, and leads to nothing."""
    said = repr(field) + repr(field.annotation)
    return not (
        _PATTERNED.search(said)
        or "Literal" in said
        or name in {"file", "was", "now", "address", "anchors", "given", "mode"}
    )


def published(dossier: Dossier) -> dict[str, bytes]:
    """Every file of its site but the narrative pages."""
    folders = template_directories(ROOT)
    words = language(folders, "en")
    site = Site(
        address="https://reader.example/base/",
        repository="https://code.example/x",
        navigation=(("About", "about/index.html"),),
        checked=Checked(exact=9),
        language=words,
        styles=styles(folders, words),
    )
    return publish(dossier, site, folders)


class Page:
    """What a browser makes of a page."""

    def __init__(self, data: bytes) -> None:
        self.text = data.decode("utf-8")
        root = html5lib.parse(self.text, namespaceHTMLElements=False)
        self.elements = [
            (
                element.tag.rpartition("}")[2],
                {str(key): value for key, value in element.attrib.items()},
                element.text or "",
            )
            for element in root.iter()
            if isinstance(element.tag, str)
        ]

    @property
    def scripts(self) -> list[tuple[str | None, str | None]]:
        """The scripts by type and source."""
        return [(said.get("type"), said.get("src")) for tag, said, _ in self.elements if tag == "script"]

    @property
    def inline(self) -> list[str]:
        """The words of scripts that have no source."""
        return [text for tag, said, text in self.elements if tag == "script" and "src" not in said]

    def faults(self, other: Page) -> list[str]:
        """What this page has that the other has not, and that could do harm."""
        found = [f"script {one}" for one in self.scripts if one not in other.scripts]
        allowed = {tag for tag, _, _ in other.elements} | _NOTED
        for tag, said, text in self.elements:
            if tag not in allowed:
                found.append(f"<{tag}>")
            if tag == "style" and text not in {text for tag, _, text in other.elements if tag == "style"}:
                found.append("another style")
            for name, value in said.items():
                plain = name.rpartition("}")[2].rpartition(":")[2]
                if plain.startswith("on") or plain in ("style", "srcdoc", "formaction"):
                    found.append(f"{name} of <{tag}>")
                if plain in ("href", "src", "action", "data", "poster") and _UNSAFE.match(value):
                    found.append(f"{name}={value[:40]}")
        for kind in ("base", "meta", "link", "iframe", "object", "embed", "form", "img"):
            before = [said for tag, said, _ in other.elements if tag == kind]
            after = [said for tag, said, _ in self.elements if tag == kind]
            if len(before) != len(after) or [sorted(said) for said in before] != [sorted(said) for said in after]:
                found.append(f"other <{kind}>: {len(before)}, {len(after)}")
        return found
