"""Writes content/: one stable form, only what changed, and every file whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from diptych import yamlio
from diptych.records import Discrepancy, Model, Record, Source

#: The order in which a record or discrepancy file gives its keys.
_ORDER = (
    *("id", "kind", "statement", "what", "themes", "actor", "addressee", "date", "answers", "status", "note"),
    "passages",
)


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


def write(root: Path, changes: Mapping[str, str | None]) -> list[str]:
    """Writes or (None) removes text files given by path from the root, and returns those that really changed."""
    return write_folder(root, {file: None if text is None else text.encode("utf-8") for file, text in changes.items()})


def write_folder(root: Path, changes: Mapping[str, bytes | None]) -> list[str]:
    """Writes or (None) removes files given by path from the root, and returns those that really changed.

    A file is replaced whole or not at all. The files together are not: all new contents are on disk, under other
    names, before the first takes its place, so that a full disk changes nothing, but a run that is ended while names
    change leaves some files old and some new. Raises `OSError`, having removed the other names that are left.
    """
    ready: list[tuple[Path, Path]] = []
    gone: list[Path] = []
    changed: list[str] = []
    try:
        for file, data in sorted(changes.items()):
            path = root / file
            if data is None:
                if not path.exists():
                    continue
                gone.append(path)
            elif path.is_file() and path.read_bytes() == data:
                continue
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                beside = path.with_name(f".{path.name}.new")
                ready.append((beside, path))
                beside.write_bytes(data)
            changed.append(file)
        for beside, path in ready:
            beside.replace(path)
    except BaseException:
        for beside, _ in ready:
            beside.unlink(missing_ok=True)
        raise
    for path in gone:
        path.unlink()
    return changed
