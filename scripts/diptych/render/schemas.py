"""JSON Schemas (2020-12): of the published dataset, for readers, and of the files people write, for their editors."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from diptych.records import Actor, CuesFile, Discrepancy, DossierFile, PermalinksFile, Record, Source, Theme
from diptych.render.published import Published

_DIALECT = {"$schema": GenerateJsonSchema.schema_dialect}

#: What each file of content/ holds, by the name of its schema.
_WRITTEN: dict[str, tuple[str, Any]] = {
    "record": ("A record of a dossier", Record),
    "source": ("A source of a dossier", Source),
    "discrepancy": ("A discrepancy of a dossier", Discrepancy),
    "actors": ("The actors of a dossier", tuple[Actor, ...]),
    "themes": ("The themes of a dossier", tuple[Theme, ...]),
    "dossier": ("The head of a dossier", DossierFile),
    "cues": ("The reporting words of a dossier", CuesFile),
    "permalinks": ("The IDs of a dossier", PermalinksFile),
}
#: The short form in which a source's file gives its sentences.
_SENTENCE = {
    "type": "array",
    "description": "start, end, use",
    "prefixItems": [
        {"type": "integer", "minimum": 0},
        {"type": "integer", "exclusiveMinimum": 0},
        {"enum": ["context", "noise"]},
    ],
    "items": False,
    "minItems": 3,
}


class _Complete(GenerateJsonSchema):
    """For readers: a key that a writer may leave out is always there, with its default."""

    def field_is_required(
        self,
        field: core_schema.ModelField | core_schema.DataclassField | core_schema.TypedDictField,  # noqa: ARG002
        total: bool,  # noqa: ARG002
    ) -> bool:
        return True


def dataset_schema() -> dict[str, Any]:
    """The schema of data/dossier.json: every key required, and none that is not listed."""
    made = Published.model_json_schema(mode="serialization", schema_generator=_Complete)
    return _DIALECT | made | {"title": "A dossier, as published"}


def written_schemas() -> dict[str, dict[str, Any]]:
    """The schemas of the files of content/, by name."""
    schemas = {}
    for name, (title, model) in _WRITTEN.items():
        schema = TypeAdapter(model).json_schema()
        if "Sentence" in schema.get("$defs", {}):
            schema["$defs"]["Sentence"] = {"anyOf": [_SENTENCE, schema["$defs"]["Sentence"]]}
        schemas[name] = _DIALECT | schema | {"title": title}
    return schemas
