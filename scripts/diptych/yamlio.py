"""YAML with positions, read strictly, and written in one stable form.

PyYAML's own constructor silently keeps the last of two equal keys and turns `no` into False and `12:30` into 750. Here
the values are made from the parser's events, which know their places, by the rules of YAML 1.2: a scalar is a null, a
boolean, a number or a string, and nothing else; tags and aliases are refused.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from diptych.problems import Problem

Path = tuple[str | int, ...]
Places = dict[Path, tuple[int, int]]

#: Where YAML 1.1, and so the parser, breaks lines.
BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")

#: PyYAML's own loader, the fast one where it is there.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:[0-9]{1,18}\.[0-9]*|\.[0-9]{1,18})(?:[eE][-+]?[0-9]{1,3})?")
_WORDS: dict[str, Any] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
#: What a YAML file can't hold as it is (YAML 1.2, production 1).
_UNPRINTABLE = re.compile("[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
#: Tags of MkDocs' settings by which nothing is run: a variable of the environment, a path.
GIVEN = ("!ENV", "!relative")
#: A byte order mark.
MARK = "\ufeff"
#: No file that a person writes nests deeper; more would exhaust the stack before it meant anything.
_DEEPEST = 50
#: Words no longer than this, such as IDs and kinds, stand in many files and are held once.
_SHARED = 32
#: After so many faults of one file nobody reads on.
MOST = 200


@dataclass(frozen=True, slots=True)
class Tagged:
    """A value that stands for another, which its tag says how to find: `!ENV NAME`."""

    tag: str
    value: Any

    def __str__(self) -> str:
        return f"what {self.tag} gives"


@dataclass(slots=True)
class Document:
    """A YAML file as plain data, with the place of everything in it and what is wrong with it.

    Places are asked for where something is wrong, which is seldom: the text is read for them when the first is.
    """

    file: str
    text: str
    data: Any = None
    problems: list[Problem] = field(default_factory=list)
    tags: tuple[str, ...] = ()
    _found: tuple[Places, Places] | None = None

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column, from 1, of the value at `path`, or of the nearest thing around it that has a place."""
        places, _ = self._places()
        for length in range(len(path), -1, -1):
            if path[:length] in places:
                return places[path[:length]]
        return (1, 1)

    def key(self, path: Path) -> tuple[int, int]:
        """Line and column of the key at the end of `path`, or of its value where it has none."""
        return self._places()[1].get(path) or self.place(path)

    def _places(self) -> tuple[Places, Places]:
        if self._found is None:
            reader = _Reader(self.file, noting=True, tags=self.tags)
            reader.read(self.text)
            self._found = reader.places, reader.keys
        return self._found


def read(text: str, file: str, tags: tuple[str, ...] = ()) -> Document:
    """Reads one document; whatever is wrong with it becomes a problem of the `Document`, never an exception.

    A node with one of the `tags` is read as `Tagged`; no other tag is allowed.
    """
    reader = _Reader(file, tags=tags)
    data = reader.read(text)
    return Document(file, text, data, reader.problems, tags)


def load(text: str, file: str) -> Any:
    """The data of a file of our own; `ValueError` with place and message where it is broken."""
    document = read(text, file)
    if document.problems:
        first = document.problems[0]
        raise ValueError(f"{first.file}:{first.line}:{first.column}: {first.message}")
    return document.data


class _Refused(Exception):
    """Raised where reading can't go on; the problem is noted."""


class _Reader:
    """Makes the data of a text from the parser's events, noting faults and, if asked to, places.

    The parser keeps its own stack, so that no nesting exhausts ours before its depth is known; and an event says what
    a node no longer does: where an alias stands, and whether a tag was written.
    """

    def __init__(self, file: str, noting: bool = False, tags: tuple[str, ...] = ()) -> None:
        self.file = file
        self.noting = noting
        self.tags = tags
        self.problems: list[Problem] = []
        self.places: Places = {}
        self.keys: Places = {}

    def read(self, text: str) -> Any:
        """The data of the one document that the text holds; None where it can't be read or holds none."""
        try:
            return self._document(self._events(text))
        except yaml.MarkedYAMLError as error:
            self.problems.append(self._broken(text, error))
        except (yaml.YAMLError, ValueError) as error:
            self.problems.append(self._unreadable(text, error))
        except _Refused:
            pass
        return None

    def _broken(self, text: str, error: yaml.MarkedYAMLError) -> Problem:
        """Where the parser could not go on, and what people mostly do wrong there."""
        mark = error.problem_mark or error.context_mark
        hint = "put the value in quotes if it holds ': ', ' #' or starts with a special sign"
        lines = BREAK.split(text)
        if mark and mark.line < len(lines) and lines[mark.line][: mark.column + 1].endswith("\t"):
            hint = "write spaces in the place of the tab"
        elif error.context_mark and error.problem == "found unexpected end of stream":
            mark = error.context_mark
            hint = "close the quotation marks; one within them is written twice, or with a backslash before it"
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        said = " ".join(part for part in (error.context, error.problem) if part)
        return Problem(self.file, *place, "yaml-syntax", f"not YAML: {said}", hint)

    def _unreadable(self, text: str, error: Exception) -> Problem:
        """What the parser would not even begin with: nearly always a character that no YAML file holds."""
        found = _UNPRINTABLE.search(text)
        if found is None:
            return Problem(self.file, 1, 1, "yaml-syntax", "not YAML: " + " ".join(str(error).split()))
        before = BREAK.split(text[: found.start()])
        place = len(before), len(before[-1]) + 1
        said = f"not YAML: it holds the character U+{ord(found[0]):04X}, which does not show"
        return Problem(self.file, *place, "yaml-syntax", said, "take it out")

    def _events(self, text: str) -> Iterator[Any]:
        depth, named = 0, set()
        for event in yaml.parse(text, Loader=LOADER):
            if type(event) is yaml.ScalarEvent and event.anchor is None:
                yield event
                continue
            if (name := getattr(event, "anchor", None)) and not isinstance(event, yaml.AliasEvent):
                if name in named:  # what reads settings and the heads of pages after us would break off here
                    self._fault(event, "yaml-alias", f"the anchor '&{name}' stands here again", "take it away")
                named.add(name)
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > _DEEPEST:
                    self._fault(event, "yaml-syntax", f"nested more than {_DEEPEST} deep", "no file needs it")
                    raise _Refused
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            yield event

    def _fault(self, event: Any, code: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(self.file, *_place(event), code, message, hint))
        if len(self.problems) >= MOST:
            raise _Refused

    def _document(self, events: Iterator[Any]) -> Any:
        data, read = None, False
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if read:
                    self._fault(event, "yaml-syntax", "a second document starts here", "keep one document a file")
                    raise _Refused
                data, read = self._value(next(events), events, ()), True
        return data

    def _value(self, event: Any, events: Iterator[Any], path: Path) -> Any:
        if type(event) is yaml.ScalarEvent and event.tag is None and event.style != '"' and not self.noting:
            return event.value if event.style else _scalar(event.value)  # as nearly all are: no fault can be in it
        if self.noting:
            self.places.setdefault(path, _place(event))
        if (tag := getattr(event, "tag", None)) in self.tags:
            return Tagged(tag, self._plain(event, events, path))
        self._written_out(event)
        return self._plain(event, events, path)

    def _plain(self, event: Any, events: Iterator[Any], path: Path) -> Any:
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        if isinstance(event, yaml.AliasEvent):
            return None
        return event.value if event.style or event.tag else _scalar(event.value)

    def _written_out(self, event: Any) -> None:
        """Finds fault with a node that repeats another, or that says of what type it is."""
        if isinstance(event, yaml.AliasEvent):
            self._fault(event, "yaml-alias", "an alias repeats another node", "write the value out again")
        elif event.tag is not None:
            hint = "leave the tag out; a value in quotes is text"
            self._fault(event, "yaml-tag", f"tag {event.tag!r}: tags have no place here", hint)
        elif getattr(event, "style", None) == '"' and any("\ud800" <= sign <= "\udfff" for sign in event.value):
            self._fault(event, "yaml-syntax", "an escape makes half a character", "write the character itself")
            raise _Refused

    def _sequence(self, events: Iterator[Any], path: Path) -> list[Any]:
        made: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            made.append(self._value(event, events, (*path, len(made)) if self.noting else ()))
        return made

    def _mapping(self, events: Iterator[Any], path: Path) -> dict[str, Any]:
        made: dict[str, Any] = {}
        first: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, events)
            below = (*path, key or "") if self.noting else ()
            if self.noting:
                self.keys.setdefault(below, _place(event))
            value = self._value(next(events), events, below)
            if key in first:
                said = f"key {key!r} stands here again, first in line {_place(first[key])[0]}"
                self._fault(event, "duplicate-key", said, "keep one")
            elif key is not None:
                first[key] = event
                made[key] = value
        return made

    def _key(self, event: Any, events: Iterator[Any]) -> str | None:
        """A key's words; None, and a fault, where it is anything but plain words."""
        if isinstance(event, yaml.CollectionStartEvent):
            self._fault(event, "yaml-key", "a key must be a plain word", "write a word before the colon")
            depth = 1
            while depth:
                inner = next(events)
                depth += isinstance(inner, yaml.CollectionStartEvent) - isinstance(inner, yaml.CollectionEndEvent)
            return None
        self._written_out(event)
        return None if isinstance(event, yaml.AliasEvent) else sys.intern(event.value)


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _scalar(value: str) -> Any:
    """What a scalar without quotation marks means."""
    if value in _WORDS:
        return _WORDS[value]
    if value[0] not in "+-.0123456789":
        return value if len(value) > _SHARED else sys.intern(value)
    if _INTEGER.fullmatch(value):
        return int(value)
    return float(value) if _FLOAT.fullmatch(value) else value


#: Writes what has no form of its own here: numbers with a fraction.
_OTHERS = yaml.representer.SafeRepresenter()
_NULL, _BOOLEAN = "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool"
_INT, _STR = "tag:yaml.org,2002:int", "tag:yaml.org,2002:str"
_MAP, _SEQ = "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"


def dump(data: Any) -> str:
    """The one stable form: keys in the order given, one line a text, small lists of scalars in one line."""
    return _written(_node(data, 0))


def inline(data: Any) -> str:
    """The same for what takes the place of another value: mappings and lists in brackets."""
    return _written(_flat([data]))[1:-2]


def _written(node: Any) -> str:
    return str(yaml.serialize(node, Dumper=_Dumper, allow_unicode=True, width=10**6))


def _node(data: Any, depth: int) -> Any:
    """The node of a value in its form; made here, as PyYAML's own way to it takes a third longer."""
    if isinstance(data, dict):
        small = bool(depth) and len(data) <= 2 and _scalars(data.values()) and _short(data)
        pairs = [(_leaf(key), _node(value, depth + 1)) for key, value in data.items()]
        return yaml.MappingNode(_MAP, pairs, flow_style=small)
    if isinstance(data, list | tuple):
        small = _scalars(data) and _short(list(data))
        return yaml.SequenceNode(_SEQ, [_node(item, depth + 1) for item in data], flow_style=small)
    return _leaf(data)


def _flat(data: Any) -> Any:
    """The node of a value, all of it in brackets."""
    if isinstance(data, dict):
        return yaml.MappingNode(_MAP, [(_leaf(key), _flat(value)) for key, value in data.items()], flow_style=True)
    if isinstance(data, list | tuple):
        return yaml.SequenceNode(_SEQ, [_flat(item) for item in data], flow_style=True)
    return _leaf(data)


def _leaf(data: Any) -> Any:
    if isinstance(data, str):
        # What our reader takes for a number stands in quotation marks, also where YAML 1.1 knows no such number: 089.
        return yaml.ScalarNode(_STR, data, style=None if isinstance(_scalar(data), str) else "'")
    if data is None:
        return yaml.ScalarNode(_NULL, "null")
    if isinstance(data, bool):
        return yaml.ScalarNode(_BOOLEAN, "true" if data else "false")
    if isinstance(data, int):
        return yaml.ScalarNode(_INT, str(data))
    return _OTHERS.represent_data(data)


def _scalars(values: Any) -> bool:
    return all(not isinstance(value, dict | list | tuple) for value in values)


def _short(data: Any) -> bool:
    return len(str(data)) <= 100
