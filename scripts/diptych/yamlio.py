"""YAML with positions, read strictly, and written in one stable form.

PyYAML's own constructor silently keeps the last of two equal keys and turns `no` into False and `12:30` into 750. Here
a file is composed into nodes, which know their places, and the values are made from those by the rules of YAML 1.2:
a scalar is a null, a boolean, a number or a string, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from diptych.problems import Problem

Path = tuple[str | int, ...]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:[0-9]{1,18}\.[0-9]*|\.[0-9]{1,18})(?:[eE][-+]?[0-9]{1,3})?")
_WORDS: dict[str, Any] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
#: No file that a person writes nests deeper; more would exhaust the stack before it meant anything.
_DEEPEST = 50


@dataclass(slots=True)
class Document:
    """A YAML file as plain data, with the place of everything in it and what is wrong with it."""

    file: str
    data: Any = None
    problems: list[Problem] = field(default_factory=list)
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column, from 1, of the value at `path`, or of the nearest thing around it that has a place."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.places:
                return self.places[path[:length]]
        return (1, 1)

    def key(self, path: Path) -> tuple[int, int]:
        """Line and column of the key at the end of `path`, or of its value where it has none."""
        return self.keys.get(path) or self.place(path)


def read(text: str, file: str) -> Document:
    """Reads one document; whatever is wrong with it becomes a problem of the `Document`, never an exception."""
    document = Document(file)
    try:
        _refuse_depth(text)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        said = " ".join(part for part in (error.context, error.problem) if part)
        hint = "put the value in quotes if it holds ': ', ' #' or starts with a special sign"
        document.problems.append(Problem(file, *place, "yaml-syntax", f"not YAML: {said}", hint))
        return document
    except (yaml.YAMLError, ValueError) as error:
        said = str(error).replace("\n", " ")
        document.problems.append(Problem(file, 1, 1, "yaml-syntax", f"not YAML: {said}"))
        return document
    if node is not None:
        _Maker(document).fill(node)
    return document


def load(text: str, file: str) -> Any:
    """The data of a file of our own; `ValueError` with place and message where it is broken."""
    document = read(text, file)
    if document.problems:
        first = document.problems[0]
        raise ValueError(f"{first.file}:{first.line}:{first.column}: {first.message}")
    return document.data


class _Maker:
    """Makes the data of a node tree, noting places and faults."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.seen: set[int] = set()

    def fill(self, node: yaml.Node) -> None:
        self.document.data = self._value(node, ())

    def _fault(self, node: yaml.Node, code: str, message: str, hint: str = "") -> None:
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        self.document.problems.append(Problem(self.document.file, line, column, code, message, hint))

    def _value(self, node: yaml.Node, path: Path) -> Any:
        self.document.places[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
        if id(node) in self.seen:
            self._fault(node, "yaml-alias", "an alias repeats another node", "write the value out again")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*path, place)) for place, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._fault(key_node, "yaml-key", "a key must be a plain word")
                continue
            key: str = key_node.value
            if key in made:
                line = self.document.keys[(*path, key)][0]
                self._fault(
                    key_node,
                    "duplicate-key",
                    f"key {key!r} stands here again, first in line {line}",
                    "keep one",
                )
                continue
            self.document.keys[(*path, key)] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            made[key] = self._value(value_node, (*path, key))
        return made

    def _scalar(self, node: yaml.Node) -> Any:
        value: str = node.value
        if node.tag not in _CORE_TAGS:
            self._fault(node, "yaml-tag", f"tag {node.tag!r} is not known here", "leave the tag out")
            return value
        if getattr(node, "style", None):
            return value
        if value in _WORDS:
            return _WORDS[value]
        if _INTEGER.fullmatch(value):
            return int(value)
        return float(value) if _FLOAT.fullmatch(value) else value


_CORE_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value")
)


def _refuse_depth(text: str) -> None:
    """Raises `ValueError` where nodes nest so deep that composing them would exhaust the C stack."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader) if _may_nest(text) else ():
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise ValueError(f"nested more than {_DEEPEST} deep")


def _may_nest(text: str) -> bool:
    """Whether the text has signs enough, in brackets, dashes or indentation, to nest too deep."""
    return (
        text.count("[") + text.count("{") > _DEEPEST
        or "- " * _DEEPEST in text
        or " " * _DEEPEST in text
        or "? " * _DEEPEST in text
    )


class _Flow(list[Any]):
    """A list to be written in one line."""


class _FlowMap(dict[str, Any]):
    """A mapping to be written in one line."""


class _StableDumper(_Dumper):  # type: ignore[misc]
    """Writes keys in the order given, and never an alias."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _flow_list(dumper: Any, data: _Flow) -> Any:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", list(data), flow_style=True)


def _flow_map(dumper: Any, data: _FlowMap) -> Any:
    return dumper.represent_mapping("tag:yaml.org,2002:map", dict(data), flow_style=True)


_StableDumper.add_representer(_Flow, _flow_list)
_StableDumper.add_representer(_FlowMap, _flow_map)


def dump(data: Any) -> str:
    """The one stable form: keys in the order given, one line a text, small lists of scalars in one line."""
    text: str = yaml.dump(
        _shaped(data, 0),
        Dumper=_StableDumper,
        sort_keys=False,
        allow_unicode=True,
        width=10**6,
        default_flow_style=False,
    )
    return text


def _shaped(data: Any, depth: int) -> Any:
    if isinstance(data, dict):
        shaped = {key: _shaped(value, depth + 1) for key, value in data.items()}
        return (
            _FlowMap(shaped) if depth and len(shaped) <= 2 and _scalars(shaped.values()) and _short(shaped) else shaped
        )
    if isinstance(data, list | tuple):
        items = [_shaped(item, depth + 1) for item in data]
        return _Flow(items) if _scalars(items) and _short(items) else items
    return data


def _scalars(values: Any) -> bool:
    return all(not isinstance(value, dict | list) for value in values)


def _short(data: Any) -> bool:
    return len(str(data)) <= 100


def walk(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value of plain data with its path, outermost first."""
    yield path, data
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from walk(value, (*path, key))
