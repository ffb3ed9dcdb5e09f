"""What pydantic finds wrong with a file's data, as problems with a place and a hint."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from diptych.problems import Problem, did_you_mean
from diptych.yamlio import Document, Path

M = TypeVar("M", bound=BaseModel)


def validated(document: Document, model: type[M], path: Path = ()) -> M | None:
    """The value at `path` of a document as a model; None, and problems added to the document, where it is none."""
    data = document.data
    for step in path:
        data = data[step]
    if not isinstance(data, dict):
        document.problems.append(
            Problem(
                document.file,
                *document.place(path),
                "wrong-value",
                f"expected keys and values, found {_shown(data)}",
            )
        )
        return None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        document.problems.extend(_faults(error, document, model, path))
        return None


def _faults(error: ValidationError, document: Document, model: type[BaseModel], path: Path) -> Iterator[Problem]:
    for fault in error.errors(include_url=False):
        place = (*path, *(step for step in fault["loc"]))
        name = ".".join(str(step) for step in fault["loc"])
        kind, message, context = fault["type"], fault["msg"], fault.get("ctx", {})
        if kind == "extra_forbidden":
            hint = did_you_mean(str(place[-1]), _keys(model, fault["loc"][:-1]))
            yield Problem(document.file, *document.key(place), "unknown-key", f"{name}: no such key", hint)
        elif kind == "missing":
            yield Problem(document.file, *document.place(place[:-1]), "missing-key", f"{name}: this key is required")
        elif kind == "literal_error":
            wanted = str(context.get("expected", ""))
            hint = did_you_mean(str(fault["input"]), wanted.replace("'", "").replace(" or ", ", ").split(", "))
            said = f"{name}: must be {wanted}, not {_shown(fault['input'])}"
            yield Problem(document.file, *document.place(place), "wrong-value", said, hint)
        elif kind == "string_pattern_mismatch":
            said = f"{name}: {_shown(fault['input'])} has not the form {context.get('pattern')}"
            yield Problem(document.file, *document.place(place), "wrong-value", said)
        else:
            said = f"{name}: {message[:1].lower()}{message[1:]}, not {_shown(fault['input'])}"
            yield Problem(document.file, *document.place(place), "wrong-value", said)


def _keys(model: type[BaseModel], path: tuple[Any, ...]) -> list[str]:
    """The keys that the model at `path` within `model` knows, read off its JSON Schema."""
    schema = model.model_json_schema()
    definitions = schema.get("$defs", {})
    here: Any = schema
    for step in path:
        here = here.get("items", {}) if isinstance(step, int) else here.get("properties", {}).get(step, {})
        for option in here.get("anyOf", [here]):
            if "$ref" in option:
                here = definitions[option["$ref"].rsplit("/", 1)[-1]]
    return list(here.get("properties", {}))


def _shown(value: object) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else text[:57] + "…"
