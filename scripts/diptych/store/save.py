"""Writes content/: one stable form, only what changed, whole files or none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from diptych import yamlio
from diptych.records import Discrepancy, Model, Record, Source

#: The order in which a record or discrepancy file gives its keys.
_ORDER = (
    *("id", "kind", "statement", "what", "themes", "actor", "addressee", "date", "answers", "status", "note"),
    "passages",
)
#: A line with its break, as YAML 1.1 counts lines.
_LINES = re.compile(r"[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029])|[^\r\n\x85\u2028\u2029]+\Z")


def dump_model(model: Model) -> str:
    """A model as the text of its file: keys in the order of the contract, defaults left out."""
    return yamlio.dump(plain(model))


def plain(model: Model) -> dict[str, Any]:
    """A model as plain data, without what equals its default, but always with its status."""
    data: dict[str, Any] = model.model_dump(mode="json", exclude_defaults=True)
    if isinstance(model, Record | Discrepancy):
        data["status"] = model.status
        return {key: data[key] for key in _ORDER if key in data}
    if isinstance(model, Source):
        data["status"] = model.status
        data.pop("sentences", None)
        if model.sentences:
            data["sentences"] = [[one.start, one.end, one.use] for one in model.sentences]
    return data


def merge_list(text: str, file: str, proposed: Sequence[Model]) -> str:
    """A list file (actors, themes) with its proposed entries replaced; every other entry keeps its bytes."""
    document = yamlio.read(text, file)
    entries = document.data or []
    if document.problems or not isinstance(entries, list):
        return text
    lines = _LINES.findall(text)
    starts = [document.place((number,))[0] - 1 for number in range(len(entries))]
    kept = lines[: starts[0]] if starts else lines
    for number, (start, end) in enumerate(pairwise([*starts, len(lines)])):
        block = lines[start:end]
        if entries[number].get("status") == "proposed":
            block = _after(block)
        kept = [*kept, *block]
    head = "".join(kept)
    if head and not head.endswith("\n"):
        head += "\n"
    return head + (yamlio.dump([plain(model) for model in proposed]) if proposed else "")


def _after(block: list[str]) -> list[str]:
    """The blank lines and comments at the end of an entry: they speak of what comes next."""
    start = len(block)
    while start and (not block[start - 1].strip() or block[start - 1].startswith("#")):
        start -= 1
    return block[start:]


def write(root: Path, changes: Mapping[str, str | None]) -> list[str]:
    """Writes or (None) removes text files given by path from the root, and returns those that really changed."""
    return write_folder(root, {file: None if text is None else text.encode("utf-8") for file, text in changes.items()})


def write_folder(root: Path, changes: Mapping[str, bytes | None]) -> list[str]:
    """Writes or (None) removes files given by path from the root, and returns those that really changed.

    All new contents are on disk, under other names, before the first of them takes its place: a run that is
    interrupted while it writes leaves the old files.
    """
    ready: list[tuple[Path, Path]] = []
    gone: list[Path] = []
    changed: list[str] = []
    for file, data in sorted(changes.items()):
        path = root / file
        if data is None:
            if path.exists():
                gone.append(path)
                changed.append(file)
            continue
        if path.is_file() and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.new")
        beside.write_bytes(data)
        ready.append((beside, path))
        changed.append(file)
    for beside, path in ready:
        beside.replace(path)
    for path in gone:
        path.unlink()
    return changed
