"""What pydantic finds wrong with a file's data, as problems with a place and a hint."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from diptych import values
from diptych.problems import WRITTEN, Problem, did_you_mean, shown
from diptych.yamlio import MOST, Document, Path

M = TypeVar("M", bound=BaseModel)
_FORMS: tuple[tuple[Any, str], ...] = (
    (values.RecordId, "an ID is a letter (C, R, A, T or E) and a number, such as C7"),
    (values.SourceId, "the ID of a source is S and a number, such as S7"),
    (values.DiscrepancyId, "the ID of a discrepancy is D and a number, such as D7"),
    (values.Slug, "write small letters and digits, with hyphens between words, such as water-auditor"),
    (values.Date, "write a year, a month or a day, such as 2031, 2031-03 or 2031-03-05"),
    (values.Tag, "write a language as BCP 47 names it, such as en, pt-BR or zh-Hans"),
    (values.Address, "write the whole address, beginning with https://"),
    (values.SiteAddress, "write the whole address, beginning with https://, or nothing"),
    (values.ReleaseName, "write letters, digits, full stops and hyphens, such as v1.2"),
    (values.Sha256, "write the 64 hexadecimal digits of the SHA-256 of the file's bytes"),
)
#: What to do about a value for which nothing else is said.
_OTHERWISE = "the reference of the manual says what each key takes"
#: What a value must be, by the name that pydantic has for its being none.
_WANTED = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "keys and values",
    "model_type": "keys and values",
    "dataclass_type": "keys and values",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
}


def validated(document: Document, model: type[M], path: Path = ()) -> M | None:
    """The value at `path` of a document as a model; None, and problems added to the document, where it is none.

    No more than `MOST` of them: nobody reads on.
    """
    data = document.data
    for step in path:
        data = data[step]
    if not isinstance(data, dict):
        document.problems.append(
            Problem(
                document.file,
                *document.place(path),
                "wrong-value",
                f"expected keys and values, found {shown(data)}",
                WRITTEN["keys and values"],
            )
        )
        return None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        document.problems.extend(islice(_faults(error, document, model, path), MOST))
        return None


def _faults(error: ValidationError, document: Document, model: type[BaseModel], path: Path) -> Iterator[Problem]:
    for fault in error.errors(include_url=False):
        place = (*path, *(step for step in fault["loc"]))
        name = ".".join(str(step) for step in fault["loc"])
        kind, message, context = fault["type"], fault["msg"], fault.get("ctx", {})
        if kind in ("extra_forbidden", "unexpected_keyword_argument"):
            known = _keys(model, fault["loc"][:-1])
            hint = did_you_mean(str(place[-1]), known) or "leave it out; the reference of the manual lists the keys"
            yield Problem(document.file, *document.key(place), "unknown-key", f"{name}: no such key", hint)
        elif kind == "missing":
            yield Problem(
                document.file, *document.place(place[:-1]), "missing-key", f"{name}: this key is required", "add it"
            )
        elif kind == "literal_error":
            wanted = str(context.get("expected", ""))
            known = wanted.replace("'", "").replace(" or ", ", ").split(", ")
            hint = did_you_mean(str(fault["input"]), known) or "write one of these words"
            said = f"{name}: must be {wanted}, not {shown(fault['input'])}"
            yield Problem(document.file, *document.place(place), "wrong-value", said, hint)
        elif kind == "string_pattern_mismatch":
            pattern = str(context.get("pattern"))
            said = f"{name}: {shown(fault['input'])} has not the form {pattern}"
            yield Problem(document.file, *document.place(place), "wrong-value", said, _forms().get(pattern, _OTHERWISE))
        elif kind in _WANTED:
            said = f"{name}: must be {_WANTED[kind]}, not {shown(fault['input'])}"
            yield Problem(document.file, *document.place(place), "wrong-value", said, WRITTEN[_WANTED[kind]])
        else:
            said = f"{name}: {message[:1].lower()}{message[1:]}, not {shown(fault['input'])}"
            hint = context.get("hint", _OTHERWISE)
            yield Problem(document.file, *document.place(place), "wrong-value", said, hint)


@cache
def _forms() -> dict[str, str]:
    """What to write, by the pattern that a value must have."""
    return {str(TypeAdapter(kind).json_schema()["pattern"]): hint for kind, hint in _FORMS}


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def _keys(model: type[BaseModel], path: tuple[Any, ...]) -> list[str]:
    """The keys that the model at `path` within `model` knows, read off its JSON Schema."""
    schema = _schema(model)
    definitions = schema.get("$defs", {})
    here: Any = schema
    for step in path:
        here = here.get("items", {}) if isinstance(step, int) else here.get("properties", {}).get(step, {})
        for option in here.get("anyOf", [here]):
            if "$ref" in option:
                here = definitions[option["$ref"].rsplit("/", 1)[-1]]
    return list(here.get("properties", {}))
