"""The dataset in every format that the site offers, as the bytes of its files."""

from __future__ import annotations

import json
from typing import Any

from diptych.records import Dossier
from diptych.render.dataset.publishing import published
from diptych.render.dataset.schemas import dataset_schema, schema_file, written_schemas
from diptych.render.dataset.tables import tables


def dataset(dossier: Dossier) -> dict[str, Any]:
    """The published dataset as plain data, its keys in the contract's order."""
    return published(dossier).model_dump(mode="json", by_alias=True)


def exports(dossier: Dossier) -> dict[str, bytes]:
    """The files of the dataset by their path from the site's root; the same dossier gives the same bytes.

    `data/schema/` holds the schemas of the files of content/, for the editors of those who write them.
    """
    data = dataset(dossier)
    files = {"data/dossier.json": _json(data), "data/dossier.schema.json": _json(dataset_schema())}
    files |= {f"data/{name}": table for name, table in tables(data).items()}
    return files | {f"data/{schema_file(name)}": _json(made) for name, made in written_schemas().items()}


def _json(data: Any) -> bytes:
    return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode("utf-8")
