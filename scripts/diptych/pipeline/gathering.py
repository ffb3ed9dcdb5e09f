"""Files that somebody saved → seeds/: text, card and original of each, and what it is to the articles there."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from diptych.cores import usable
from diptych.drafts import Article, Seed
from diptych.gather import KEYS, Gathered, Refused, limit, safe_name
from diptych.ingest import edited, ingest
from diptych.lexicons import laying
from diptych.pipeline.reader import read
from diptych.pipeline.workers import WORTH, workers
from diptych.progress import Progress, unshown
from diptych.store import Card, Original, decoded, dump_card, load, write_folder

SEEDS, ORIGINALS = "seeds", "seeds/originals"
_MARKDOWN = (".md", ".markdown")
#: What is said of an article of which nothing is left when its headline and the page's clutter are taken away.
_NOTHING = "nothing in it reads as an article; look whether the page asks for a login or for consent instead"
#: What a person does about an article that is another one with changes.
_EDITED = "write kind: rewrite, copy_of: and status: reviewed into its file in content/sources/"


@dataclass(slots=True)
class Outcome:
    """What became of one file: why it was refused, or its seed, what is known of it and what stands in it.

    `repeating` says which articles that were there before are now read as copies of it, `remarks` what else a person
    should know.
    """

    given: Path
    refused: str = ""
    seed: str = ""
    card: Card = field(default_factory=Card)
    articles: list[Article] = field(default_factory=list)
    repeating: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def add(
    root: Path,
    paths: Sequence[Path],
    encoding: str | None = None,
    dry_run: bool = False,
    progress: Progress = unshown,
) -> list[Outcome]:
    """Puts the articles of files into seeds/, all that can be read or none; a file that can't is told with the reason.

    The bytes of a UTF-8 text are its seed. Of anything else the text that was found is, and the file itself is kept in
    seeds/originals/. Raises `OSError` where seeds/ can't be written; then no seed was.
    """
    for folder in (SEEDS, ORIGINALS):
        if not (root / folder).resolve().is_relative_to(root.resolve()):
            raise Refused(f"{folder}/ leads out of the dossier")
    loaded = load(root)
    there = [one for one in (decoded(file, data) for file, data in loaded.seeds.items()) if isinstance(one, Seed)]
    with laying(loaded.lists):
        outcomes, changes = _read(root, paths, encoding, there, loaded.seeds, progress)
    if not dry_run:
        write_folder(root, changes)
    return outcomes


def _read(
    root: Path,
    paths: Sequence[Path],
    encoding: str | None,
    there: Sequence[Seed],
    seeds: Iterable[str],
    progress: Progress,
) -> tuple[list[Outcome], dict[str, bytes | None]]:
    """What becomes of each file, beside the seeds that are there, and all files to write."""
    texts = {_folded(seed.text): seed.file for seed in there}
    taken = {Path(seed).stem.casefold() for seed in seeds}
    outcomes: list[Outcome] = []
    changes: dict[str, bytes | None] = {}
    new: list[Seed] = []
    for number, path in enumerate(paths):
        progress("reading", number, len(paths))
        outcome = Outcome(path)
        outcomes.append(outcome)
        try:
            data = _bytes(path)
            found = read(path.suffix.lower(), data, encoding)
        except Refused as error:
            outcome.refused = str(error)
            continue
        except OSError as error:
            outcome.refused = f"it can't be read: {error.strerror or error}"
            continue
        words = _folded(found.text)
        if words in texts:
            outcome.refused = f"it has the same words as {texts[words]}"
            continue
        texts[words] = str(path)
        seed, outcome.card, files = _placed(root, path, taken, data, found)
        outcome.seed = seed.file
        outcome.remarks += found.remarks
        changes |= files
        new.append(seed)
    _compared(there, new, outcomes, progress)
    return outcomes, changes


def _placed(
    root: Path, path: Path, taken: set[str], data: bytes, found: Gathered
) -> tuple[Seed, Card, dict[str, bytes | None]]:
    """The seed, its card and all files to write, under the first name that is no seed's and that no other file is in.

    What an ended run left of the same file is in nobody's way.
    """
    while True:
        name = safe_name(path.stem, taken)
        taken.add(name.casefold())
        seed, files = _files(name, path.suffix.lower(), data, found)
        card = _card(found, files, data)
        file = f"{SEEDS}/{name}.yml"
        if card != Card():
            files[file] = dump_card(card).encode("utf-8")
        if all(not (root / one).exists() or _holds(root / one, files.get(one)) for one in {*files, file}):
            return seed, card, files


def _holds(path: Path, data: bytes | None) -> bool:
    return path.is_file() and path.read_bytes() == data


def _bytes(path: Path) -> bytes:
    """The bytes of a plain file, if it has not too many; a pipe or a device is never opened."""
    about = path.stat()
    if stat.S_ISDIR(about.st_mode):
        raise Refused("it is a folder; give the files in it, and of a saved page only the page")
    most = limit(path.suffix.lower())
    if not stat.S_ISREG(about.st_mode):
        raise Refused("it is no plain file")
    with path.open("rb") as opened:
        size = os.fstat(opened.fileno()).st_size
        if size > most:
            raise Refused(f"it has {size / 1e6:,.0f} MB; {most // 1_000_000} MB are the most for such a file")
        return opened.read(most)


def _files(name: str, suffix: str, data: bytes, found: Gathered) -> tuple[Seed, dict[str, bytes | None]]:
    """The seed, and the files to write for it."""
    ending = ".md" if suffix in _MARKDOWN else ".txt"
    file = f"{SEEDS}/{name}{ending}"
    kept = data if found.verbatim else found.text.encode("utf-8")
    files: dict[str, bytes | None] = {file: kept}
    if not found.verbatim:
        files[f"{ORIGINALS}/{name}{suffix}"] = data
    return Seed(file, kept.decode("utf-8"), hashlib.sha256(kept).hexdigest()), files


def _card(found: Gathered, files: Mapping[str, bytes | None], data: bytes) -> Card:
    kept = next((file for file in files if file.startswith(ORIGINALS)), None)
    original = Original(file=kept, sha256=hashlib.sha256(data).hexdigest(), by=found.by) if kept else None
    known = {key: found.facts.values[key] for key in KEYS if key in found.facts.values}
    where = {key: found.facts.where[key] for key in known}
    return Card.model_validate({**known, "found": where, "original": original})


def _compared(there: Sequence[Seed], new: Sequence[Seed], outcomes: Iterable[Outcome], progress: Progress) -> None:
    """Notes of each new seed what articles it holds, and which of them repeat others."""
    if not new:
        return
    seeds = [*there, *new]
    with workers(usable(len(seeds), WORTH), progress) as others:
        articles = ingest(seeds, partial(others.map, "comparing"))
    by_file = {outcome.seed: outcome for outcome in outcomes if outcome.seed}
    for place, near in edited(articles).items():
        if outcome := by_file.get(articles[place].seed.file):
            said = f"{near.share:.0%} of the runs of five words compared stand in {articles[near.of].seed.file}"
            outcome.remarks.append(f"{said}; if it is that article, edited, it is no further witness: {_EDITED}")
    for article in articles:
        if article.seed.file in by_file:
            by_file[article.seed.file].articles.append(article)
            if all(sentence.use == "noise" for sentence in article.sentences if sentence.start != article.span.start):
                by_file[article.seed.file].remarks.append(_NOTHING)
        elif article.copy_of is not None and (first := by_file.get(articles[article.copy_of].seed.file)):
            first.repeating.append(article.seed.file)


def _folded(text: str) -> bytes:
    """A text by which others with the same words are known."""
    return hashlib.sha256(" ".join(text.casefold().split()).encode("utf-8")).digest()
