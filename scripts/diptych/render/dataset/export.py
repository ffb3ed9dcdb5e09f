"""The dataset in every format that the site offers, as the bytes of its files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import groupby
from operator import itemgetter
from typing import Any

from diptych.dossier import Dossier
from diptych.records import Record, Source
from diptych.render.addresses import HOME, canonical, record_path
from diptych.render.citing.formats import bibtex
from diptych.render.citing.items import dossier_item, record_item, source_item
from diptych.render.citing.linked import Graph
from diptych.render.dataset.annotations import annotations_of, web_annotations
from diptych.render.dataset.binding import UNKEYED, Binder, Keyed, Run
from diptych.render.dataset.database import database
from diptych.render.dataset.ledger import ledger_of
from diptych.render.dataset.outline import Outline
from diptych.render.dataset.package import package, resource
from diptych.render.dataset.publishing import published, published_record, surroundings
from diptych.render.dataset.schemas import WRITTEN, dataset_schema, schema_file, written_schemas
from diptych.render.dataset.tables import COLUMNS, LISTS, lines, names
from diptych.render.site import Site
from diptych.render.written import as_json
from diptych.uses import Taken, taken_in

#: What was released, in a dossier that has releases.
RELEASES = "releases.json"


def dataset(dossier: Dossier) -> dict[str, Any]:
    """The published dataset as plain data, its keys in the contract's order."""
    return published(dossier).model_dump(mode="json", by_alias=True)


def exports(
    dossier: Dossier, site: Site, keys: Keyed = UNKEYED, binder: Binder | None = None
) -> Iterator[tuple[str, bytes]]:
    """The files of the dataset with their paths from the site's root; the same dossier gives the same bytes.

    Each is made when it is asked for, as no two of a large dossier need be held at once; what `binder` knows by its key
    from before is not made again. `data/schema/` holds the schemas of the files of content/, for the editors of those
    who write them.
    """
    bind, described = (binder or Binder()).bind, []
    for name, made in _described(dossier, site, keys, partial(_bound, bind)):
        described.append(resource(name, made, COLUMNS))
        yield f"data/{name}", made
    yield "data/datapackage.json", _spread(package(dossier.file, described)).encode("utf-8")
    yield from _schemas(keys, partial(_bound, bind))


#: Puts the file of a name together.
_Bind = Callable[[str, Iterable[str | Run]], bytes]


def _bound(bind: _Bind, name: str, parts: Iterable[str | Run]) -> bytes:
    return bind(f"data/{name}", parts)


def _described(dossier: Dossier, site: Site, keys: Keyed, bind: _Bind) -> Iterator[tuple[str, bytes]]:
    """What the package describes."""
    whole = bind("dossier.json", _dataset(dossier, keys))
    data = json.loads(whole)
    yield "dossier.json", whole
    del whole
    schema = Run([dataset_schema], lambda made: _spread(made()), keys=keys.code)
    yield "dossier.schema.json", bind("dossier.schema.json", [schema])
    told = [list(some) for _, some in groupby(data["sentences"], key=itemgetter("source"))]
    ledgers = _of_ledgers(dossier, keys)
    yield "dossier.yml", bind("dossier.yml", _outline(data, told, keys.records, ledgers))
    yield "dossier.sqlite", database(data)
    laid = [(name, bind(name, parts)) for name, parts in _tables(data, told, keys.records, ledgers)]
    del data, told  # which are larger than all that is made of them
    yield "dossier.jsonld", bind("dossier.jsonld", _graph(dossier, site, keys))
    yield "annotations.jsonld", bind("annotations.jsonld", _annotations(dossier, site, keys))
    yield "bibliography.bib", bind("bibliography.bib", _bibliography(dossier, site, keys))
    yield from laid
    if dossier.releases:
        yield RELEASES, bind(RELEASES, _json(_released(dossier)))


def _schemas(keys: Keyed, bind: _Bind) -> Iterator[tuple[str, bytes]]:
    made = cache(written_schemas)
    for name in WRITTEN:
        run = Run([name], lambda name: _spread(made()[name]), keys=keys.code)
        yield f"data/{schema_file(name)}", bind(schema_file(name), [run])


def _of_ledgers(dossier: Dossier, keys: Keyed) -> list[str]:
    """The keys of the sources that have sentences."""
    return [key for key, source in zip(keys.ledgers, dossier.sources, strict=False) if source.sentences]


def _dataset(dossier: Dossier, keys: Keyed) -> Iterator[str | Run]:
    taken: list[Taken] = []

    def ledger(source: Source) -> str:
        if not taken:
            taken.append(taken_in(dossier.records))
        return ",\n".join(one.model_dump_json() for one in ledger_of(source, taken[0]))

    told = [source for source in dossier.sources if source.sentences]
    return _json(
        surroundings(dossier).model_dump(mode="json", by_alias=True),
        records=Run(dossier.records, lambda one: published_record(one).model_dump_json(), ",\n", keys.records),
        sentences=Run(told, ledger, ",\n", _of_ledgers(dossier, keys)),
    )


def _outline(
    data: dict[str, Any], told: list[list[dict[str, Any]]], records: Sequence[str], ledgers: Sequence[str]
) -> Iterator[str | Run]:
    outline = Outline()
    for key, value in data.items():
        if key == "records" and value:
            yield f"{key}:\n"
            yield Run(value, outline.item, keys=records)
        elif key == "sentences" and value:
            yield f"{key}:\n"
            yield Run(told, lambda some: "".join(map(outline.item, some)), keys=ledgers)
        else:
            yield from outline.top({key: value})


def _tables(
    data: dict[str, Any], told: list[list[dict[str, Any]]], records: Sequence[str], ledgers: Sequence[str]
) -> Iterator[tuple[str, Iterator[str | Run]]]:
    for name, of in LISTS.items():
        if of == "records":
            parts: list[str | Run] = [Run([[one] for one in data[of]], partial(lines, name), keys=records)]
        elif of == "sentences":
            parts = [Run(told, partial(lines, name), keys=ledgers)]
        else:
            parts = [lines(name, data[of])]
        yield f"{name}.csv", iter([names(name), *parts])


def _graph(dossier: Dossier, site: Site, keys: Keyed) -> Iterator[str | Run]:
    graph = Graph(dossier, site)
    frame = graph.frame()
    first = keys.records and [
        f"{key} {' '.join(graph.told_by(record))}" for key, record in zip(keys.records, dossier.records, strict=True)
    ]
    run = Run(dossier.records, graph.node, ",\n", first)
    return _json(frame, **{"@graph": run})


def _annotations(dossier: Dossier, site: Site, keys: Keyed) -> Iterator[str | Run]:
    sources = {source.id: source for source in dossier.sources}

    def made(record: Record) -> str:
        return ",\n".join(map(as_json, annotations_of(record, sources, site)))

    return _json(web_annotations(site), items=Run(dossier.records, made, ",\n", keys.records))


def _released(dossier: Dossier) -> dict[str, Any]:
    """What the releases froze and promised, by which a copy of the site can be verified."""
    return {
        "releases": [one.model_dump(mode="json", exclude={"former"}) for one in dossier.releases],
        "addresses": {address: list(anchors) for address, anchors in dossier.permalinks.promised.items()},
    }


def _bibliography(dossier: Dossier, site: Site, keys: Keyed) -> Iterator[str | Run]:
    """The dossier, its records and its articles, each in its own right."""
    actors = {actor.id: actor for actor in dossier.actors}
    sources = {source.id: source for source in dossier.sources}

    def entry(record: Record) -> str:
        told = [sources[passage.source] for passage in record.passages]
        address = canonical(record_path(record.id), site)
        return "\n" + bibtex([record_item(dossier.file, site.language, record, actors[record.actor], told, address)])

    yield bibtex([dossier_item(dossier.file, canonical(HOME, site))])
    yield Run(dossier.records, entry, keys=keys.records)
    yield from ("\n" + bibtex([source_item(source)]) for source in dossier.sources)


def _json(data: dict[str, Any], **runs: Run) -> Iterator[str | Run]:
    """An object with a line for each of its keys, and for each item where that holds a list; `runs` continue lists."""
    for place, (key, value) in enumerate(data.items()):
        yield f"{',' if place else '{'}\n{as_json(key)}:"
        if not isinstance(value, list):
            yield as_json(value)
        elif not value and not (key in runs and runs[key].things):
            yield "[]"
        else:
            yield "[\n" + ",\n".join(map(as_json, value))
            if key in runs and runs[key].things:
                yield ",\n" if value else ""
                yield runs[key]
            yield "\n]"
    yield "\n}\n"


def _spread(data: Any) -> str:
    """For those who read it with their own eyes."""
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"
