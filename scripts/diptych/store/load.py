"""Reads content/ and seeds/: all faults of all files at once, each with its place."""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from diptych import collector, lexicons, yamlio
from diptych.dossier import CuesFile, Dossier, DossierFile
from diptych.drafts import Seed
from diptych.history import PermalinksFile, RejectedFile, ReleasesFile
from diptych.lexicons.own import faults, unknown
from diptych.problems import DossierError, Problem, did_you_mean
from diptych.records import Actor, Discrepancy, Model, Record, Source, Theme
from diptych.store.atomic import reading
from diptych.store.cards import Card
from diptych.store.encodings import decoded, undecoded
from diptych.store.faults import validated
from diptych.store.parsed import Parsed
from diptych.store.save import item_file
from diptych.store.settings import PageHead
from diptych.store.survey import MARKDOWN, Survey, looked, survey
from diptych.values import PLURALS, id_key, record_key

M = TypeVar("M", bound=Model)

CONTENT = "content"
SEEDS = "seeds"
#: Where word lists of the dossier's own are, under the names of the package's.
LISTS = "templates/lexicons"
#: The front matter of a page, between lines of three hyphens, as MkDocs finds it.
FRONT = re.compile(r"\ufeff?-{3}[ \t]*\r?\n(.*?\n)(?:-{3}|\.{3})[ \t]*(?:\r?\n|$)", re.DOTALL)
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

    `cards` are those of the seeds, by the file of the seed; `pages` the texts of the narrative pages, by their files;
    `lists` the word lists of the dossier's own that are sound, for `lexicons.laying`.
    `heads` are the front matters of those that have one, their lines counted from the second of the page.
    """

    root: Path
    dossier: Dossier | None = None
    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, yamlio.Document] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    cards: dict[str, Card] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    heads: dict[str, yamlio.Document] = field(default_factory=dict)
    lists: lexicons.Own = ()
    parsed: Parsed = field(default_factory=Parsed, repr=False)
    _files: dict[str, tuple[str, yamlio.Path]] = field(default_factory=dict)

    @cached_property
    def survey(self) -> Survey:
        """Which files the dossier's folders hold, and which of them may not be read."""
        return survey(self.root)

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

    def ids_outside(self, files: Collection[str]) -> set[str]:
        """The IDs of all that stands in none of some files."""
        return {given for given, (file, _) in self._files.items() if file not in files}

    @cached_property
    def seeds(self) -> dict[str, bytes]:
        """The bytes of every file of seeds/ that is there, by its path from the root, in the order of their names."""
        return {file: self.survey.files[file].read_bytes() for file in _seeds(self.survey) if not _note(file)}

    def opened(self) -> tuple[Dossier, list[Seed]]:
        """The dossier and its seeds as texts; raises `DossierError` where one, or a file of content/, can't be read."""
        found = [decoded(file, data) for file, data in self.seeds.items()]
        faults = [*self.problems, *(seed for seed in found if isinstance(seed, Problem))]
        if self.dossier is None or any(fault.severity == "error" for fault in faults):
            raise DossierError(faults)
        return self.dossier, [seed for seed in found if isinstance(seed, Seed)]


def _seeds(found: Survey) -> list[str]:
    return found.below(SEEDS, *SEED_SUFFIXES)


def _note(file: str) -> bool:
    """Whether a text in seeds/ only speaks about the seeds."""
    return Path(file).stem.upper() == "README"


def load(root: Path, parsed: Parsed | None = None) -> Loaded:
    """Reads a dossier: None for `dossier` only where dossier.yml can't be used; broken files are left out of it.

    `parsed` has what was read in an earlier build. What a killed run has left half done is finished before. Raises
    `OSError` where that, or reading, can't be done.
    """
    with collector.paused(), reading(root):
        return _loaded(Loaded(root, parsed=parsed or Parsed()))


def reread(before: Loaded, files: Collection[str]) -> Loaded | None:
    """The same dossier with what some files of records say now; None where more may be another by it.

    That is so where one of them was not there, is none that may be read, is no record, has a fault or bears another ID.
    Raises `OSError`.
    """
    if before.dossier is None or not files or not before.survey.files.keys() >= set(files):
        return None
    found = {file: looked(before.root, file) for file in files}
    if any(file not in one.files for file, one in found.items()):  # which is gone, or may not be read any more
        return None
    loaded = copy.copy(before)
    loaded.survey = replace(before.survey, stats={file: one.stats[file] for file, one in found.items()})
    loaded.problems, loaded.documents, loaded.texts = [], dict(before.documents), dict(before.texts)
    made: dict[str, Record] = {}
    with collector.paused(), reading(loaded.root):
        for file in files:
            given = _stem(file)
            known = before._files.get(given) == (file, ()) and file.split("/")[1] in PLURALS.values()
            record = _one(loaded, file, Record) if known else None
            if record is None or record.id != given or loaded.problems:
                return None
            made[given] = record
    records = tuple(made.get(one.id, one) for one in before.dossier.records)
    loaded.dossier = before.dossier.model_copy(update={"records": records})
    loaded.problems = [problem for problem in before.problems if problem.file not in files]
    return loaded


def _loaded(loaded: Loaded) -> Loaded:
    loaded.problems.extend(loaded.survey.problems)
    file = f"{CONTENT}/dossier.yml"
    head = _one(loaded, file, DossierFile)
    if file not in loaded.survey.files and not loaded.survey.problems:
        hint = "a dossier needs title and parties there"
        loaded.problems.append(Problem(file, 0, 0, "missing-file", "there is no such file", hint))
    actors = _many(loaded, f"{CONTENT}/actors.yml", Actor)
    themes = _many(loaded, f"{CONTENT}/themes.yml", Theme)
    cues = _one(loaded, f"{CONTENT}/cues.yml", CuesFile)
    permalinks = _one(loaded, f"{CONTENT}/permalinks.yml", PermalinksFile)
    releases = _one(loaded, f"{CONTENT}/releases.yml", ReleasesFile)
    rejected = _one(loaded, f"{CONTENT}/rejected.yml", RejectedFile)
    found: dict[type[Model], list[Any]] = {Source: [], Record: [], Discrepancy: []}
    held = {folder: loaded.survey.below(f"{CONTENT}/{folder}", ".yml") for folder in _FOLDERS}
    loaded.parsed.share({file: loaded.survey.files[file] for files in held.values() for file in files})
    for folder, model in _FOLDERS.items():
        loaded.broken.update(_stem(file) for file in loaded.survey.barred if file.startswith(f"{CONTENT}/{folder}/"))
        for file in held[folder]:
            item: Any = _one(loaded, file, model)
            if item is None:
                loaded.broken.add(_stem(file))
                continue
            loaded.problems.extend(_misplaced(loaded, file, item))
            if item.id in loaded._files:
                said = f"{item.id} is already in {loaded.file_of(item.id)}"
                place = loaded.place(file, ("id",))
                loaded.problems.append(Problem(file, *place, "duplicate-id", said, "keep one of the two files"))
            else:
                found[model].append(item)
                loaded._files[item.id] = (file, ())
    loaded.cards = _cards(loaded)
    _read_pages(loaded)
    loaded.lists = tuple(_lists(loaded))
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
    seeds: dict[str, list[str]] = {}
    for file in _seeds(loaded.survey):
        seeds.setdefault(_stem(file), []).append(file)
    made: dict[str, Card] = {}
    for file in loaded.survey.below(SEEDS, ".yml"):
        card, stem = _one(loaded, file, Card), _stem(file)
        if card is not None and stem in seeds:
            made |= dict.fromkeys(seeds[stem], card)
        elif seeds and stem not in seeds:
            hint = did_you_mean(stem, seeds) or "name it as the seed it speaks of, or take it away"
            said = "this card belongs to no seed: none has its name"
            loaded.problems.append(Problem(file, 0, 0, "seed-missing", said, hint, "warning"))
    return made


def _stem(file: str) -> str:
    """A file's name without its ending."""
    return Path(file).stem


def _read_pages(loaded: Loaded) -> None:
    """Reads the narrative pages and the front matter of each, strictly: MkDocs would follow every alias in it."""
    for file, path in loaded.survey.files.items():
        if file.startswith(f"{CONTENT}/") and file.endswith(MARKDOWN):
            text = undecoded(file, path.read_bytes(), "not-utf8")
            if isinstance(text, Problem):
                loaded.problems.append(text)
                continue
            loaded.pages[file] = text
            if front := FRONT.match(text):
                loaded.heads[file] = document = yamlio.read(front[1], file)
                if document.data is not None:
                    validated(document, PageHead)
                loaded.problems.extend(replace(one, line=one.line + 1) for one in document.problems)


def _lists(loaded: Loaded) -> Iterator[tuple[str, str]]:
    """The word lists of the dossier's own, by name; of what is broken, or not named as one of the package's, none."""
    for file in loaded.survey.below(LISTS, ""):
        if wrong := unknown(file):
            loaded.problems.append(wrong)
        elif document := _document(loaded, file):
            found = faults(document, _stem(file))
            loaded.problems.extend(found)
            if not found:
                yield _stem(file), document.text


def _misplaced(loaded: Loaded, file: str, item: Any) -> list[Problem]:
    """An ID is given once and names its file and its folder."""
    right = item_file(item)
    if right == file:
        return []
    said, hint = f"{item.id} belongs in {right}", "rename the file"
    return [Problem(file, *loaded.place(file, ("id",)), "id-mismatch", said, hint)]


def _document(loaded: Loaded, file: str) -> yamlio.Document | None:
    path = loaded.survey.files.get(file)
    if path is None:
        return None
    document = loaded.parsed.standing(file, loaded.survey.stats[file])
    if document is None:
        text = undecoded(file, path.read_bytes(), "not-utf8")
        if isinstance(text, Problem):
            loaded.problems.append(text)
            return None
        document = loaded.parsed.read(text, file)
    loaded.texts[file], loaded.documents[file] = document.text, document
    return document


def _one(loaded: Loaded, file: str, model: type[M]) -> M | None:
    document = _document(loaded, file)
    if document is None:
        return None
    unread = document.data is None and document.problems
    item = None if unread else loaded.parsed.made(document, model.__name__, lambda: validated(document, model))
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
            document.problems.append(Problem(file, 1, 1, "wrong-value", "expected a list", "start each item with '- '"))
    else:
        for number in range(len(document.data)):
            item: Any = validated(document, model, (number,))
            if item is None:
                loaded.broken.add(_id_at(document, number))
            elif item.id in held:
                first = document.place(held[item.id])[0]
                said = f"{item.id!r} stands here again, first in line {first}"
                hint = "keep one, or give one of them another id"
                document.problems.append(Problem(file, *document.place((number, "id")), "duplicate-id", said, hint))
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
