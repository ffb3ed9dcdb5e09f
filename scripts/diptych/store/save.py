"""Writes content/: one stable form, and only what changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from diptych import yamlio
from diptych.records import Discrepancy, Item, Model, Record, Source
from diptych.store.atomic import write_folder
from diptych.store.cards import Card
from diptych.values import PLURALS

#: The order in which a record or discrepancy file gives its keys.
_ORDER = (
    *("id", "kind", "statement", "what", "themes", "actor", "addressee", "date", "answers", "status", "note"),
    "passages",
)
_FOLDERS: dict[type[Model], str] = {Source: "sources", Discrepancy: "discrepancies"}


def item_file(item: Item | Source) -> str:
    """The file of a record, discrepancy or source, as a path from the root."""
    folder = PLURALS[item.kind] if isinstance(item, Record) else _FOLDERS[type(item)]
    return f"content/{folder}/{item.id}.yml"


def dump_model(model: Model) -> str:
    """A model as the text of its file: keys in the order of the contract, defaults left out."""
    return yamlio.dump(plain(model))


def dumped(model: Model) -> tuple[str, str]:
    """The same with what the file says, in JSON."""
    data = plain(model)
    return yamlio.dump(data), json.dumps(data, separators=(",", ":"))


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


def write(root: Path, changes: Mapping[str, str | None], known: Mapping[str, str | None] | None = None) -> list[str]:
    """Writes or (None) removes text files given by path from the root, and returns those that really changed.

    As `write_folder`, in UTF-8; line breaks are written as they are on every system.
    """
    return write_folder(root, _Encoded(changes), None if known is None else _Encoded(known))


class _Encoded(Mapping[str, bytes | None]):
    """Texts in UTF-8, each when it is asked for."""

    def __init__(self, texts: Mapping[str, str | None]) -> None:
        self._texts = texts

    def __getitem__(self, file: str) -> bytes | None:
        text = self._texts[file]
        return None if text is None else text.encode("utf-8")

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
