"""JSON Schemas (2020-12): of the published dataset, for readers, and of the files people write, for their editors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import RootModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from diptych.dossier import CuesFile, DossierFile
from diptych.history import PermalinksFile, RejectedFile, ReleasesFile
from diptych.lexicons import known, lexicon
from diptych.lexicons.own import shape
from diptych.records import Actor, Discrepancy, Record, Source, Theme
from diptych.render.dataset.published import Published
from diptych.store import Card, PageHead, Settings
from diptych.values import PLURALS

_DIALECT = {"$schema": GenerateJsonSchema.schema_dialect}
_RECORDS = ", ".join(f"content/{plural}/" for plural in PLURALS.values())


class Written(NamedTuple):
    """A kind of file that people write: what one is, where those of its kind stand, and the model that reads it."""

    title: str
    files: str
    model: Any


class Words(RootModel[dict[str, "str | Words"]]):
    """A catalogue of the interface's words: messages by key, at any depth; a message with plural forms is a mapping."""


#: Every kind of file of content/, seeds/ and templates/ that is YAML, by the name of its schema.
WRITTEN = {
    "dossier": Written("The head of a dossier", "content/dossier.yml", DossierFile),
    "actors": Written("The actors of a dossier", "content/actors.yml", tuple[Actor, ...]),
    "themes": Written("The themes of a dossier", "content/themes.yml", tuple[Theme, ...]),
    "cues": Written("The reporting words of a dossier", "content/cues.yml", CuesFile),
    "permalinks": Written("The IDs of a dossier", "content/permalinks.yml", PermalinksFile),
    "releases": Written("The releases of a dossier", "content/releases.yml", ReleasesFile),
    "rejected": Written("What is not proposed again in a dossier", "content/rejected.yml", RejectedFile),
    "card": Written("The card of a seed", "seeds/", Card),
    "source": Written("A source of a dossier", "content/sources/", Source),
    "record": Written("A record of a dossier", _RECORDS, Record),
    "discrepancy": Written("A discrepancy of a dossier", "content/discrepancies/", Discrepancy),
    "words": Written("The interface's words in a language", "templates/languages/", Words),
}
#: What else people write: what MkDocs is told, and what pages begin with. A site does not publish the schemas of these.
AROUND = {
    "settings": Written("The settings of a site", "mkdocs.yml", Settings),
    "page": Written("The front matter of a page", "content/*.md, content/**/*.md", PageHead),
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


def schema_file(name: str) -> str:
    """Where the schema of a kind of written file stands, from data/."""
    return f"schema/{name}.schema.json"


def key_meanings() -> Mapping[str, Mapping[str, str]]:
    """What the keys of written files mean, by the name of their model, for editors and for the docs."""
    return lexicon("keys")


def _explain(schema: dict[str, Any], meanings: Mapping[str, str]) -> None:
    for key, meaning in meanings.items():
        schema["properties"][key]["description"] = meaning


def written_schemas(kinds: Mapping[str, Written] = WRITTEN) -> dict[str, dict[str, Any]]:
    """The schemas of the files that people write, by name."""
    schemas = {}
    for name, written in kinds.items():
        schema = TypeAdapter(written.model).json_schema()
        for model, described in [(schema.get("title", ""), schema), *schema.get("$defs", {}).items()]:
            _explain(described, key_meanings().get(model, {}))
        if "Sentence" in schema.get("$defs", {}):
            schema["$defs"]["Sentence"] = {"anyOf": [_SENTENCE, schema["$defs"]["Sentence"]]}
        schemas[name] = _DIALECT | schema | {"title": written.title}
    return schemas


def list_schemas() -> dict[str, dict[str, Any]]:
    """The schemas of a dossier's own word lists, by the names of the lists."""
    return {name: _DIALECT | {"title": f"The word list {name}", **shape(name)} for name in known()}
