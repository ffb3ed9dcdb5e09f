"""Whether a published dataset is whole: its checksums, its references and, where seeds are at hand, every quotation."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from diptych.pipeline.promises import broken_promises, problem
from diptych.problems import DossierError, Problem
from diptych.render.dataset import Published, revision_of, tables
from diptych.render.dataset.export import RELEASES
from diptych.render.dataset.published import PublishedDiscrepancy, PublishedRecord, PublishedSource

_PACKAGE = "datapackage.json"
_DATA = "dossier.json"
_SEEDS = "give the folder with the seeds that the site was made of"


@dataclass(frozen=True, slots=True)
class Verified:
    """What was compared, and what is wrong with it."""

    files: int
    passages: int
    exact: int
    problems: tuple[Problem, ...]


def verify(folder: Path, seeds: Path | None = None) -> Verified:
    """Checks a copy of a site, or of its data folder, on its own: nothing but that folder and `seeds` is read.

    Of a whole site the frozen pages are looked at too, and whether every address that was released answers.

    `DossierError` where the folder holds no dataset at all.
    """
    place = next((one for one in (folder, folder / "data") if (one / _PACKAGE).is_file()), None)
    if place is None:
        said = "there is no datapackage.json here, nor in data/ below it"
        raise DossierError([problem(str(folder), "dataset-missing", said, "name the folder of a built site")])
    problems: list[Problem] = []
    described = _described(place, problems)
    for resource in described:
        problems += _file(place, resource)
    dataset, data = _dataset(place, problems)
    if place != folder and (place / RELEASES).is_file():
        problems += broken_promises(folder, place / RELEASES)
    passages = exact = 0
    if dataset is not None:
        problems += [*_references(dataset), *_lengths(dataset), *_revisions(dataset), *_tables(place, data)]
        passages = sum(len(one.passages) for one in _items(dataset))
        if seeds is not None:
            found, exact = _quotations(dataset, seeds)
            problems += found
    return Verified(len(described), passages, exact, tuple(sorted(set(problems))))


def _described(place: Path, problems: list[Problem]) -> list[dict[str, Any]]:
    """The resources of the data package that name a file, its size and its hash."""
    try:
        resources = json.loads((place / _PACKAGE).read_text(encoding="utf-8"))["resources"]
        return [{key: one[key] for key in ("path", "bytes", "hash")} for one in resources]
    except (ValueError, KeyError, TypeError, RecursionError):
        problems.append(problem(_PACKAGE, "package-unreadable", "this is no data package with a hash for each file"))
        return []


def _file(place: Path, resource: dict[str, Any]) -> Iterator[Problem]:
    name = str(resource["path"])
    path = place / name
    if Path(name).is_absolute() or ".." in Path(name).parts or not path.is_file():
        yield problem(name, "file-missing", "the data package lists it, and it is not here")
        return
    data = path.read_bytes()
    if f"sha256:{hashlib.sha256(data).hexdigest()}" != resource["hash"]:
        said = f"its bytes are not those that were published ({len(data)} bytes, {resource['bytes']} published)"
        yield problem(name, "checksum-wrong", said)


def _dataset(place: Path, problems: list[Problem]) -> tuple[Published | None, dict[str, Any]]:
    try:
        data = json.loads((place / _DATA).read_text(encoding="utf-8"))
        return Published.model_validate(data), data
    except OSError:
        problems.append(problem(_DATA, "file-missing", "a dataset is made of this file, and it is not here"))
    except ValidationError as error:
        for fault in error.errors():
            where = ".".join(map(str, fault["loc"]))
            problems.append(problem(_DATA, "dataset-invalid", f"{where}: {fault['msg']}"))
    except (ValueError, RecursionError):
        problems.append(problem(_DATA, "dataset-invalid", "this is not JSON in UTF-8"))
    return None, {}


def _references(dataset: Published) -> Iterator[Problem]:
    """Every ID that something points to and nothing has."""
    actors = {one.id for one in dataset.actors}
    themes = {one.id for one in dataset.themes}
    sources = {one.id for one in dataset.sources}
    records = {one.id for one in dataset.records}
    for role, given in dataset.parties:
        yield from _unknown(f"parties.{role}", [given], actors)
    for actor in dataset.actors:
        yield from _unknown(actor.id, [actor.affiliation], actors)
    for source in dataset.sources:
        yield from _unknown(source.id, [source.copy_of], sources)
    for record in dataset.records:
        yield from _unknown(record.id, record.themes, themes)
        yield from _unknown(record.id, [record.actor, record.addressee], actors)
        yield from _unknown(record.id, [one.actor for one in record.passages], actors)
        yield from _unknown(record.id, [one.source for one in record.passages], sources)
        yield from _unknown(record.id, [one.to for one in record.answers], records | {"report"})
    for sentence in dataset.sentences:
        yield from _unknown(f"the sentence at {sentence.start}", [sentence.source], sources)
        yield from _unknown(f"the sentence at {sentence.start} of {sentence.source}", sentence.records, records)
    for discrepancy in dataset.discrepancies:
        yield from _unknown(discrepancy.id, [one.source for one in discrepancy.passages], sources)


def _unknown(whose: str, named: Any, known: set[str]) -> Iterator[Problem]:
    for given in named:
        if given is not None and given not in known:
            yield problem(_DATA, "reference-unknown", f"{whose} points to {given}, which is not in the dataset")


def _items(dataset: Published) -> tuple[PublishedRecord | PublishedDiscrepancy, ...]:
    """All that quotes."""
    return (*dataset.records, *dataset.discrepancies)


def _lengths(dataset: Published) -> Iterator[Problem]:
    for item in _items(dataset):
        for number, passage in enumerate(item.passages, 1):
            if len(passage.text) != passage.end - passage.start:
                said = f"{item.id}, passage {number}: the text is not as long as its place"
                yield problem(_DATA, "passage-length", said)


def _revisions(dataset: Published) -> Iterator[Problem]:
    for record in dataset.records:
        if revision_of(record) != record.revision:
            said = f"{record.id} is not what its revision {record.revision} stands for"
            yield problem(_DATA, "revision-wrong", said)


def _tables(place: Path, data: dict[str, Any]) -> Iterator[Problem]:
    for name, made in tables(data).items():
        path = place / name
        if path.is_file() and path.read_bytes() != made:
            yield problem(name, "table-differs", f"it does not say what {_DATA} says")


def _quotations(dataset: Published, seeds: Path) -> tuple[list[Problem], int]:
    """Compares every quoted passage with its seed; the number is that of the exact ones."""
    problems: list[Problem] = []
    texts: dict[str, str | None] = {}
    sources = {one.id: one for one in dataset.sources}
    for source in dataset.sources:
        if source.file not in texts:
            texts[source.file] = _seed(source, seeds, problems)
    exact = 0
    for item in _items(dataset):
        for number, passage in enumerate(item.passages, 1):
            quoted = sources.get(passage.source)
            text = texts.get(quoted.file) if quoted else None
            if text is None:
                continue
            if passage.span.of(text) == passage.text:
                exact += 1
            else:
                where = f"{passage.source} reads otherwise at {passage.start} to {passage.end}"
                said = f"{item.id}, passage {number}: {where}"
                problems.append(problem(_DATA, "passage-inexact", said))
    return problems, exact


def _seed(source: PublishedSource, seeds: Path, problems: list[Problem]) -> str | None:
    """A seed's text, from a folder that holds the seeds or their `seeds/`; nothing where its bytes are others."""
    folder = seeds.resolve()
    known = (seeds / Path(source.file).name, seeds / source.file)
    path = next((one for one in known if one.is_file() and one.resolve().is_relative_to(folder)), None)
    if path is None:
        said = f"{source.id} was read from it, and it is not there"
        problems.append(problem(source.file, "seed-missing", said, _SEEDS))
        return None
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != source.sha256:
        said = f"its bytes are not those that {source.id} was read from"
        problems.append(problem(source.file, "seed-changed", said, _SEEDS))
        return None
    return data.decode("utf-8")
