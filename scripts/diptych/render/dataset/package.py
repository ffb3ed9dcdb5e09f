"""The dataset described as a Data Package (Frictionless Data, version 1): each file with its hash, size and schema."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from diptych.dossier import DossierFile
from diptych.values import slug

_MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "yml": "application/yaml",
    "jsonld": "application/ld+json",
    "bib": "application/x-bibtex",
    "sqlite": "application/vnd.sqlite3",
}
_INTEGERS = frozenset({"start", "end", "number"})
#: What identifies a row of each table, and which of its columns refer to which table.
_KEYS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "records": (("id",), {"actor": "actors", "addressee": "actors"}),
    "passages": (("record", "number"), {"record": "records", "source": "sources", "actor": "actors"}),
    "sentences": (("source", "start"), {"source": "sources"}),
    "sources": (("id",), {"copy_of": "sources"}),
    "actors": (("id",), {"affiliation": "actors"}),
    "discrepancies": (("discrepancy", "number"), {"source": "sources"}),
}


def package(file: DossierFile, resources: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """`datapackage.json` for the dataset's files, each of them described."""
    described: dict[str, Any] = {
        "profile": "data-package",
        "name": slug(file.title),
        "title": file.title,
        "version": file.version,
    }
    if file.description:
        described["description"] = file.description
    if file.authors:
        described["contributors"] = [{"title": author, "role": "author"} for author in file.authors]
    return described | {"resources": list(resources)}


def resource(name: str, data: bytes, columns: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """What the package says of a file; `columns` are those of each table, by its name."""
    stem, _, ending = name.partition(".")
    found: dict[str, Any] = {
        "name": stem if stem in columns else slug(name),
        "path": name,
        "format": name.rpartition(".")[2],
        "mediatype": _MEDIA[name.rpartition(".")[2]],
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }
    if ending == "csv":
        return found | {"profile": "tabular-data-resource", "encoding": "utf-8", "schema": _schema(stem, columns[stem])}
    return found | {"type": "file"}  # no table, whatever its ending


def _schema(table: str, columns: tuple[str, ...]) -> dict[str, Any]:
    key, references = _KEYS[table]
    return {
        "fields": [{"name": name, "type": "integer" if name in _INTEGERS else "string"} for name in columns],
        "missingValues": [""],
        "primaryKey": list(key),
        "foreignKeys": [
            {"fields": [column], "reference": {"resource": "" if other == table else other, "fields": ["id"]}}
            for column, other in references.items()
        ],
    }
