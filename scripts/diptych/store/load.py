"""Reads content/ and seeds/: all faults of all files at once, each with its place."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from diptych import collector, yamlio
from diptych.drafts import Seed
from diptych.problems import Problem, did_you_mean
from diptych.records import (
    PLURALS,
    Actor,
    CuesFile,
    Discrepancy,
    Dossier,
    DossierFile,
    Model,
    PermalinksFile,
    Record,
    RejectedFile,
    ReleasesFile,
    Source,
    Theme,
    id_key,
    record_key,
)
from diptych.store.atomic import reading
from diptych.store.cards import Card
from diptych.store.faults import validated

M = TypeVar("M", bound=Model)

CONTENT = "content"
SEEDS = "seeds"
#: What a seed may be called; a README in seeds/ speaks about them and is none.
SEED_SUFFIXES = (".txt", ".md")
_FOLDERS: dict[str, type[Model]] = {
    "sources": Source,
    **dict.fromkeys(PLURALS.values(), Record),
    "discrepancies": Discrepancy,
}


@dataclass
class Loaded:
    """What a dossier's folder holds, as far as it could be read, and everything wrong with its files.

    `cards` are those of the seeds, by the file of the seed.
    """

    root: Path
    dossier: Dossier | None = None
    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, yamlio.Document] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    cards: dict[str, Card] = field(default_factory=dict)
    _files: dict[str, tuple[str, yamlio.Path]] = field(default_factory=dict)

    def place(self, file: str, path: yamlio.Path) -> tuple[int, int]:
        """Line and column, from 1, of the value at `path` in a file of content/."""
        document = self.documents.get(file)
        return document.place(path) if document else (0, 0)

    def file_of(self, given: str) -> str:
        """The file, as a path from the root, that holds a record, source, discrepancy or actor."""
        return self._files[given][0]

    def path_of(self, given: str) -> yamlio.Path:
        """Where in its file the thing of that id stands: () but for actors."""
        return self._files[given][1]

    @cached_property
    def seeds(self) -> dict[str, bytes]:
        """The bytes of every file of seeds/ that is there, by its path from the root, in the order of their names."""
        folder = self.root / SEEDS
        return {
            f"{SEEDS}/{path.name}": path.read_bytes()
            for path in (sorted(folder.iterdir()) if folder.is_dir() else ())
            if path.suffix in SEED_SUFFIXES and path.is_file() and path.stem.upper() != "README"
        }


def decoded(file: str, data: bytes) -> Seed | Problem:
    """A seed as text, every code point of it, or the problem that it is not UTF-8."""
    try:
        return Seed(file, data.decode("utf-8"), hashlib.sha256(data).hexdigest())
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        return Problem(
            file,
            line,
            column,
            "seed-not-utf8",
            f"byte {error.start} is not UTF-8",
            "save the file again as UTF-8",
        )


def load(root: Path) -> Loaded:
    """Reads a dossier: None for `dossier` only where dossier.yml can't be used; broken files are left out of it.

    What a killed run has left half done is finished before. Raises `OSError` where that, or reading, can't be done.
    """
    with collector.paused(), reading(root):
        return _loaded(Loaded(root))


def _loaded(loaded: Loaded) -> Loaded:
    file = f"{CONTENT}/dossier.yml"
    head = _one(loaded, file, DossierFile)
    if not (loaded.root / file).is_file():
        hint = "a dossier needs title and parties there"
        loaded.problems.append(Problem(file, 0, 0, "missing-file", "there is no such file", hint))
    actors = _many(loaded, f"{CONTENT}/actors.yml", Actor)
    themes = _many(loaded, f"{CONTENT}/themes.yml", Theme)
    cues = _one(loaded, f"{CONTENT}/cues.yml", CuesFile)
    permalinks = _one(loaded, f"{CONTENT}/permalinks.yml", PermalinksFile)
    releases = _one(loaded, f"{CONTENT}/releases.yml", ReleasesFile)
    rejected = _one(loaded, f"{CONTENT}/rejected.yml", RejectedFile)
    found: dict[type[Model], list[Any]] = {Source: [], Record: [], Discrepancy: []}
    for folder, model in _FOLDERS.items():
        for path in sorted((loaded.root / CONTENT / folder).glob("*.yml")):
            file = f"{CONTENT}/{folder}/{path.name}"
            item: Any = _one(loaded, file, model)
            if item is None:
                loaded.broken.add(path.stem)
            else:
                found[model].append(item)
                loaded._files[item.id] = (file, ())
                loaded.problems.extend(_misplaced(loaded, file, item))
    loaded.cards = _cards(loaded)
    if head is not None:
        loaded.dossier = Dossier(
            file=head,
            actors=tuple(actors),
            themes=tuple(themes),
            sources=tuple(sorted(found[Source], key=lambda item: id_key(item.id))),
            records=tuple(sorted(found[Record], key=lambda item: record_key(item.id))),
            discrepancies=tuple(sorted(found[Discrepancy], key=lambda item: id_key(item.id))),
            permalinks=permalinks or PermalinksFile(),
            releases=releases.releases if releases else (),
            cues=cues or CuesFile(),
            rejected=rejected.rejected if rejected else (),
        )
    loaded.problems.sort()
    return loaded


def _cards(loaded: Loaded) -> dict[str, Card]:
    """The cards in seeds/; one without a seed is told, unless no seed is there, as in a copy without them."""
    folder = loaded.root / SEEDS
    seeds: dict[str, list[str]] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix in SEED_SUFFIXES and path.is_file():
            seeds.setdefault(path.stem, []).append(f"{SEEDS}/{path.name}")
    made: dict[str, Card] = {}
    for path in sorted(folder.glob("*.yml")):
        file = f"{SEEDS}/{path.name}"
        card = _one(loaded, file, Card)
        if card is not None and path.stem in seeds:
            made |= dict.fromkeys(seeds[path.stem], card)
        elif seeds and path.stem not in seeds:
            hint = did_you_mean(path.stem, seeds) or "name it as the seed it speaks of, or take it away"
            said = "this card belongs to no seed: none has its name"
            loaded.problems.append(Problem(file, 0, 0, "seed-missing", said, hint, "warning"))
    return made


def _misplaced(loaded: Loaded, file: str, item: Any) -> list[Problem]:
    """An ID is given once and names its file and its folder."""
    folder = PLURALS[item.kind] if isinstance(item, Record) else file.split("/")[1]
    right = f"{CONTENT}/{folder}/{item.id}.yml"
    if right == file:
        return []
    return [
        Problem(
            file,
            *loaded.place(file, ("id",)),
            "id-mismatch",
            f"{item.id} belongs in {right}",
            "rename the file",
        )
    ]


def _document(loaded: Loaded, file: str) -> yamlio.Document | None:
    path = loaded.root / file
    if not path.is_file():
        return None
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        loaded.problems.append(Problem(file, 1, 1, "yaml-syntax", f"byte {error.start} is not UTF-8"))
        return None
    loaded.texts[file] = text
    loaded.documents[file] = document = yamlio.read(text, file)
    return document


def _one(loaded: Loaded, file: str, model: type[M]) -> M | None:
    document = _document(loaded, file)
    if document is None:
        return None
    item = None if any(p.code == "yaml-syntax" for p in document.problems) else validated(document, model)
    loaded.problems.extend(document.problems)
    return item


def _many(loaded: Loaded, file: str, model: type[M]) -> list[M]:
    document = _document(loaded, file)
    if document is None or (document.data is None and not document.problems):
        return []
    items: list[M] = []
    held: dict[str, yamlio.Path] = {}
    if not isinstance(document.data, list):
        if not document.problems:
            document.problems.append(
                Problem(file, 1, 1, "wrong-value", "expected a list, each item starting with '- '")
            )
    else:
        for number in range(len(document.data)):
            item: Any = validated(document, model, (number,))
            if item is None:
                loaded.broken.add(_id_at(document, number))
            elif item.id in held:
                first = document.place(held[item.id])[0]
                said = f"{item.id!r} stands here again, first in line {first}"
                document.problems.append(Problem(file, *document.place((number, "id")), "duplicate-id", said))
            else:
                items.append(item)
                held[item.id] = (number,)
    loaded.problems.extend(document.problems)
    if model is Actor:  # a theme may have an actor's id; only actors are asked for by theirs
        loaded._files.update({given: (file, path) for given, path in held.items()})
    return items


def _id_at(document: yamlio.Document, number: int) -> str:
    entry = document.data[number]
    return str(entry.get("id")) if isinstance(entry, dict) else ""
