"""What a JSON Schema says of the keys of a file, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter

from diptych import values
from reference.markdown import code, table

Schema = dict[str, Any]
_BASIC = {"string": "text", "integer": "number", "boolean": "yes or no"}
#: What the patterns of the models are called, by the name of the type that has each.
_CALLED = {
    "RecordId": "ID of a record",
    "SourceId": "ID of a source",
    "DiscrepancyId": "ID of a discrepancy",
    "Slug": "ID in small letters",
    "Date": "date",
    "Tag": "language tag",
    "Address": "web address",
    "SiteAddress": "web address",
    "Revision": "revision",
    "ReleaseName": "name of a release",
    "Sha256": "SHA-256",
}
_PATTERNS = {TypeAdapter(getattr(values, name)).json_schema()["pattern"]: said for name, said in _CALLED.items()}


def target(node: Schema, schema: Schema) -> Schema:
    """What a reference leads to."""
    found: Schema = schema["$defs"][_name(node)]
    return found


def within(described: Schema, schema: Schema) -> Iterator[tuple[str, Schema]]:
    """The models that the keys of a model lead to, each once, with their names."""
    seen: set[str] = set()
    waiting = [described]
    while waiting:
        for name in _named(waiting.pop(0)["properties"]):
            found = schema["$defs"].get(name, {})
            for form in found.get("anyOf", [found]):
                if name not in seen and "properties" in form:
                    seen.add(name)
                    waiting.append(form)
                    yield name, form


def called(model: str) -> str:
    """A model's name as words: `VerbCues` as verb cues."""
    words = "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in model.removeprefix("Published"))
    return words.strip()


def keys(described: Schema, meanings: Mapping[str, str], optional: bool = True) -> str:
    """The keys of a model as a table; `meanings` are for those that the schema says nothing of."""
    required = set(described.get("required", ()))
    rows = [
        (
            code(key),
            takes(given),
            *(("required" if key in required else _default(given),) if optional else ()),
            given.get("description") or meanings.get(key, ""),
        )
        for key, given in described["properties"].items()
    ]
    return table(("key", "takes", *(("left out",) if optional else ()), "means"), rows)


def takes(given: Schema) -> str:
    """What a key takes, in a few words."""
    if "enum" in given:
        return ", ".join(code(one) for one in given["enum"])
    if "const" in given:
        return code(given["const"])
    if "anyOf" in given:
        return " or ".join(dict.fromkeys(takes(one) for one in given["anyOf"] if one.get("type") != "null"))
    if "$ref" in given:
        return called(_name(given))
    if given.get("type") == "array":
        return f"list: {takes(given['items'])}" if given.get("items") else "list"
    if given.get("type") == "object":
        inner = given.get("additionalProperties")
        return f"keys with {takes(inner)}" if isinstance(inner, dict) else "keys"
    return _PATTERNS.get(given.get("pattern", ""), _BASIC.get(str(given.get("type")), "value"))


def _default(given: Schema) -> str:
    value = given.get("default")
    return code(value) if isinstance(value, str) else ""


def _name(node: Schema) -> str:
    return str(node["$ref"]).rsplit("/", 1)[-1]


def _named(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield _name(node)
        for below in node.values():
            yield from _named(below)
    elif isinstance(node, list):
        for below in node:
            yield from _named(below)
