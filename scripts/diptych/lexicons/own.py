"""What may be wrong with a list of a dossier's own: it has the shape of the package's list of its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from diptych.lexicons import known, packaged
from diptych.problems import WRITTEN, Problem, did_you_mean, shown
from diptych.yamlio import Document, Path

CODE = "word-list"
#: How each kind of value is written; a text is nearly always a list of words here.
_WRITTEN = WRITTEN | {"text": "write the words one after the other, or put them in quotes"}
#: Where a list takes keys that the package's has not: the name of the list and the keys above them.
_OPEN: frozenset[Path] = frozenset(
    (("concepts",), ("thesaurus",), ("aspects",), ("clutter", "rules"), ("words", "irregular")),
)
#: Keys whose texts are chosen from those that the package's list has there.
_CHOSEN = frozenset((("cues", "frames"), ("aspects", "kinds")))
#: What a value has to be, by its type.
_KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (dict, "keys and values"),
    (list, "a list"),
    (str, "text"),
    (bool, "true or false"),  # which Python takes for a number too
    ((int, float), "a number"),
)
#: What JSON Schema calls the kinds that hold no others.
_TYPES = {"text": "string", "true or false": "boolean", "a number": "number"}


def unknown(file: str) -> Problem | None:
    """What is wrong with the name of a file that lies where a dossier's own lists do."""
    name = PurePosixPath(file)
    if name.suffix == ".yml" and name.stem in known():
        return None
    hint = did_you_mean(name.name, [f"{one}.yml" for one in known()]) or f"there are: {', '.join(known())}"
    return Problem(file, 0, 0, CODE, "the package has no word list of this name", hint)


def faults(document: Document, name: str) -> list[Problem]:
    """Everything wrong with what a file lays over the package's list of that name; nothing where it is empty."""
    if document.data is None or document.problems:
        return list(document.problems)
    return list(_faults(document, document.data, [dict(packaged(name))], (), (name,)))


def shape(name: str) -> dict[str, Any]:
    """The JSON Schema of what may be laid over the package's list of that name, for editors."""
    return _shape([dict(packaged(name))], (name,))


def _shape(like: Sequence[Any], keys: Path) -> dict[str, Any]:
    """The schema of a value; `like` and `keys` are as for its faults."""
    made = [_one_kind(what, [one for one in like if _kind(one) == what], keys) for _, what in _KINDS]
    kinds = [one for one in made if one]
    return kinds[0] if len(kinds) == 1 else {"anyOf": kinds} if kinds else {}


def _one_kind(what: str, like: Sequence[Any], keys: Path) -> dict[str, Any]:
    if not like:
        return {}
    if what == "keys and values":
        every = sorted({key for one in like for key in one})
        known = {key: _shape([one[key] for one in like if key in one], (*keys, key)) for key in every}
        more = _shape([held for one in like for held in one.values()], (*keys, "")) if keys in _OPEN else False
        said = {key: what for key, what in known.items() if what != more}  # of thousands of words nothing else is said
        return {"type": "object", "properties": said, "additionalProperties": more}
    if what == "a list":
        return {"type": "array", "items": _shape([item for one in like for item in one], keys)}
    if what == "text" and (keys[0], keys[-1]) in _CHOSEN:
        return {"enum": sorted(set(like))}
    return {"type": _TYPES[what]}


def _faults(document: Document, data: Any, like: Sequence[Any], path: Path, keys: Path) -> Iterator[Problem]:
    """What is wrong with the value at `path`; `like` is what the package has there, `keys` the path without items."""
    said = f"{'.'.join(map(str, path))}: " if path else ""
    wanted = sorted({_kind(one) for one in like})
    if _kind(data) not in wanted:
        what = f"{said}must be {' or '.join(wanted)}, not {shown(data)}"
        yield Problem(document.file, *document.place(path), CODE, what, _WRITTEN[wanted[0]])
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _entry(document, (key, value), [one for one in like if isinstance(one, dict)], path, keys)
    elif isinstance(data, list):
        items = [item for one in like if isinstance(one, list) for item in one]
        for number, item in enumerate(data):
            yield from _faults(document, item, items, (*path, number), keys)
    elif (keys[0], keys[-1]) in _CHOSEN and data not in like:
        some = sorted({one for one in like if isinstance(one, str)})
        hint = did_you_mean(data, some) or f"there are: {', '.join(some)}"
        yield Problem(document.file, *document.place(path), CODE, f"{said}{shown(data)} means nothing here", hint)


def _entry(
    document: Document, entry: tuple[str, Any], like: Sequence[dict[str, Any]], path: Path, keys: Path
) -> Iterator[Problem]:
    key, value = entry
    there = [one[key] for one in like if key in one]
    if not there and keys in _OPEN:
        there = [one for held in like for one in held.values()]
    if there:
        yield from _faults(document, value, there, (*path, key), (*keys, key))
        return
    every = sorted({str(one) for held in like for one in held})
    hint = did_you_mean(str(key), every) or f"there are: {', '.join(every)}"
    said = f"{'.'.join(map(str, (*path, key)))}: the package's list has no such key"
    yield Problem(document.file, *document.key((*path, key)), CODE, said, hint)


def _kind(value: Any) -> str:
    """What sort of value it is."""
    return next((what for kind, what in _KINDS if isinstance(value, kind)), "nothing")
