"""The downloads, and how much is in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from diptych.render.dataset.export import RELEASES
from diptych.render.dataset.schemas import WRITTEN, schema_file
from diptych.render.index import Index
from diptych.render.language import Language
from diptych.render.links import Link
from diptych.values import LETTERS

#: Every file of the dataset (that of releases once there are any), with the key of what it holds.
FILES = (
    ("dossier.json", "data.file.dossier"),
    ("dossier.schema.json", "data.file.schema"),
    ("dossier.yml", "data.file.yaml"),
    ("dossier.sqlite", "data.file.sqlite"),
    ("dossier.jsonld", "data.file.linked"),
    ("annotations.jsonld", "data.file.annotations"),
    ("bibliography.bib", "data.file.bibliography"),
    ("records.csv", "data.file.records"),
    ("passages.csv", "data.file.passages"),
    ("sentences.csv", "data.file.sentences"),
    ("sources.csv", "data.file.sources"),
    ("actors.csv", "data.file.actors"),
    ("discrepancies.csv", "data.file.discrepancies"),
    (RELEASES, "data.file.releases"),
    ("datapackage.json", "data.file.package"),
)


@dataclass(frozen=True, slots=True)
class Data:
    """The data page: each file with what it holds and its size in words.

    `schemas` are those of the files that people write, each with the files it is for.
    """

    files: tuple[tuple[Link, str, str], ...]
    counts: tuple[tuple[str, int], ...]
    schemas: tuple[tuple[Link, str], ...]


def data(index: Index, sizes: Mapping[str, int]) -> Data:
    """What can be downloaded, and the size of the dossier in records, passages, sources and actors.

    `sizes` are the files' sizes in bytes by their path; one that is not known is not told.
    """
    dossier, say = index.dossier, index.language.text
    counts = [
        (say(f"kinds.{kind}" if len(index.kinds[kind]) != 1 else f"kind.{kind}"), len(index.kinds[kind]))
        for kind in LETTERS
    ]
    counts += [
        (say("data.passages"), sum(len(record.passages) for record in dossier.records)),
        (say("nav.sources"), len(dossier.sources)),
        (say("data.actors"), len(dossier.actors)),
        (say("nav.discrepancies"), len(dossier.discrepancies)),
        (say("data.quoted"), sum(len(one.passages) for one in dossier.discrepancies)),
    ]
    return Data(
        files=tuple(
            (Link(name, f"data/{name}"), say(holds), _size(index.language, sizes.get(f"data/{name}")))
            for name, holds in FILES
            if name != RELEASES or dossier.releases
        ),
        counts=tuple(counts),
        schemas=tuple(
            (Link(f"{name}.schema.json", f"data/{schema_file(name)}"), written.files)
            for name, written in WRITTEN.items()
        ),
    )


def _size(language: Language, size: int | None) -> str:
    """A file's size in kilobytes of 1,000 bytes, at least one; nothing where it is not known."""
    return "" if size is None else language.text("data.kilobytes", n=max(1, round(size / 1000)))
