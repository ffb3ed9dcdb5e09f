"""The dataset in every format that the site offers, as the bytes of its files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from diptych.dossier import Dossier
from diptych.render.addresses import HOME, canonical, record_path
from diptych.render.citing.formats import bibtex
from diptych.render.citing.items import dossier_item, record_item, source_item
from diptych.render.citing.linked import graph
from diptych.render.dataset.annotations import web_annotations
from diptych.render.dataset.database import database
from diptych.render.dataset.outline import outlined
from diptych.render.dataset.package import package, resource
from diptych.render.dataset.publishing import published
from diptych.render.dataset.schemas import dataset_schema, schema_file, written_schemas
from diptych.render.dataset.tables import COLUMNS, tables
from diptych.render.site import Site

#: What was released, in a dossier that has releases.
RELEASES = "releases.json"


def dataset(dossier: Dossier) -> dict[str, Any]:
    """The published dataset as plain data, its keys in the contract's order."""
    return published(dossier).model_dump(mode="json", by_alias=True)


def exports(dossier: Dossier, site: Site) -> Iterator[tuple[str, bytes]]:
    """The files of the dataset with their paths from the site's root; the same dossier gives the same bytes.

    Each is made when it is asked for, as no two of a large dossier need be held at once. `data/schema/` holds the
    schemas of the files of content/, for the editors of those who write them.
    """
    described = []
    for name, content in _described(dossier, site):
        described.append(resource(name, content, COLUMNS))
        yield f"data/{name}", content
    yield "data/datapackage.json", _spread(package(dossier.file, described))
    for name, made in written_schemas().items():
        yield f"data/{schema_file(name)}", _spread(made)


def _described(dossier: Dossier, site: Site) -> Iterator[tuple[str, bytes]]:
    """What the package describes."""
    data = dataset(dossier)
    yield "dossier.json", _json(data)
    yield "dossier.schema.json", _spread(dataset_schema())
    yield "dossier.yml", outlined(data).encode("utf-8")
    yield "dossier.sqlite", database(data)
    laid = tables(data)
    del data  # which is larger than all that is made of it
    yield "dossier.jsonld", _json(graph(dossier, site))
    yield "annotations.jsonld", _json(web_annotations(dossier, site))
    yield "bibliography.bib", _bibliography(dossier, site).encode("utf-8")
    yield from laid.items()
    if dossier.releases:
        yield RELEASES, _json(_released(dossier))


def _released(dossier: Dossier) -> dict[str, Any]:
    """What the releases froze and promised, by which a copy of the site can be verified."""
    found: dict[str, list[str]] = {}
    for one in dossier.permalinks.released:
        found.setdefault(one.address, []).extend(one.anchors)
    return {
        "releases": [one.model_dump(mode="json", exclude={"former"}) for one in dossier.releases],
        "addresses": found,
    }


def _bibliography(dossier: Dossier, site: Site) -> str:
    """The dossier, its records and its articles, each in its own right."""
    actors = {actor.id: actor for actor in dossier.actors}
    sources = {source.id: source for source in dossier.sources}
    items = [dossier_item(dossier.file, canonical(HOME, site))]
    items += [
        record_item(
            dossier.file,
            site.language,
            record,
            actors[record.actor],
            [sources[passage.source] for passage in record.passages],
            canonical(record_path(record.id), site),
        )
        for record in dossier.records
    ]
    return bibtex([*items, *map(source_item, dossier.sources)])


def _json(data: dict[str, Any]) -> bytes:
    """An object with a line for each of its keys, and for each item where that holds a list."""
    lines = [
        f"{_line(key)}:{_listed(value) if isinstance(value, list) else _line(value)}" for key, value in data.items()
    ]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode("utf-8")


def _listed(items: list[Any]) -> str:
    return "[\n" + ",\n".join(map(_line, items)) + "\n]" if items else "[]"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _spread(data: Any) -> bytes:
    """For those who read it with their own eyes."""
    return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode("utf-8")
