"""Writes content/: one stable form, only what changed, and every file whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from diptych import yamlio
from diptych.records import PLURALS, Discrepancy, Item, Model, Record, Source
from diptych.store.cards import Card

#: The order in which a record or discrepancy file gives its keys.
_ORDER = (
    *("id", "kind", "statement", "what", "themes", "actor", "addressee", "date", "answers", "status", "note"),
    "passages",
)


def item_file(item: Item) -> str:
    """The file of a record or discrepancy, as a path from the root."""
    folder = PLURALS[item.kind] if isinstance(item, Record) else "discrepancies"
    return f"content/{folder}/{item.id}.yml"


def dump_model(model: Model) -> str:
    """A model as the text of its file: keys in the order of the contract, defaults left out."""
    return yamlio.dump(plain(model))


def dump_card(card: Card) -> str:
    """A card as the text of its file, without what nobody knows."""
    return yamlio.dump(card.model_dump(mode="json", exclude_defaults=True))


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

    A file is replaced whole or not at all, and so are the files together, as far as a program can see to it: all new
    contents are on disk, under other names, before the first takes its place, and where one can't take it (or the run
    is interrupted meanwhile) those that have are put back. Only a machine that stops dead between two names leaves some
    files old and some new. Raises `OSError`, having put everything back.
    """
    ready: dict[Path, Path] = {}
    before: dict[Path, bytes] = {}
    changed: list[str] = []
    try:
        for file, data in sorted(changes.items()):
            path = root / file
            old = path.read_bytes() if path.is_file() else None
            if old == data:
                continue
            changed.append(file)
            if old is not None:
                before[path] = old
            if data is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                ready[path] = path.with_name(f".{path.name}.new")
                ready[path].write_bytes(data)
        for path, beside in ready.items():
            beside.replace(path)
        for path in before:
            if path not in ready:
                path.unlink()
    except BaseException:
        _put_back(ready, before)
        raise
    return changed


def _put_back(ready: Mapping[Path, Path], before: Mapping[Path, bytes]) -> None:
    """Undoes a write: what was there is there again, and nothing else."""
    for path, beside in ready.items():
        beside.unlink(missing_ok=True)
        if path not in before and path.is_file():
            path.unlink()
    for path, data in before.items():
        if not path.is_file() or path.read_bytes() != data:
            path.write_bytes(data)
