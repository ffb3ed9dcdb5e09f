"""The downloads, and how much is in them."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.records import LETTERS
from diptych.render import words
from diptych.render.dataset.schemas import WRITTEN, schema_file
from diptych.render.index import Index
from diptych.render.links import Link

#: Every file of the dataset, with what it holds.
FILES = (
    ("dossier.json", "Everything, in one file: parties, actors, themes, sources, records, sentences, discrepancies"),
    ("dossier.schema.json", "The JSON Schema that dossier.json follows"),
    (
        "records.csv",
        "One line a record: kind, statement, whose it is, to whom, themes, what it answers and how, status",
    ),
    ("passages.csv", "One line a passage: record, source, start, end, exact text, speaker, mode, rule"),
    ("sentences.csv", "One line a sentence of a source: where it stands, and what became of it"),
    ("sources.csv", "One line a source: title, publisher, authors, date, what it copies, hash of its file"),
    ("actors.csv", "One line an actor: name, kind, role, affiliation, party, aliases"),
    ("discrepancies.csv", "One line a version: which sources differ, on what, in which words"),
)


@dataclass(frozen=True, slots=True)
class Data:
    """The data page; `schemas` are those of the files that people write, each with the files it is for."""

    files: tuple[tuple[Link, str], ...]
    counts: tuple[tuple[str, int], ...]
    schemas: tuple[tuple[Link, str], ...]


def data(index: Index) -> Data:
    """What can be downloaded, and the size of the dossier in records, passages, sources and actors."""
    dossier = index.dossier
    counts = [
        (words.KINDS[kind] if len(index.kinds[kind]) != 1 else words.KIND[kind], len(index.kinds[kind]))
        for kind in LETTERS
    ]
    counts += [
        ("Passages of records", sum(len(record.passages) for record in dossier.records)),
        ("Sources", len(dossier.sources)),
        ("Actors", len(dossier.actors)),
        ("Discrepancies", len(dossier.discrepancies)),
        ("Passages of discrepancies", sum(len(one.passages) for one in dossier.discrepancies)),
    ]
    return Data(
        files=tuple((Link(name, f"data/{name}"), holds) for name, holds in FILES),
        counts=tuple(counts),
        schemas=tuple(
            (Link(f"{name}.schema.json", f"data/{schema_file(name)}"), written.files)
            for name, written in WRITTEN.items()
        ),
    )
