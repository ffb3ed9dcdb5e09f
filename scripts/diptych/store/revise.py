"""Changes what a YAML file says and leaves every other byte of it, comments and all, as a person wrote it.

Only block mappings and lists, `key: value` and `- item` in lines, are taken apart; within `[…]` and `{…}` a value takes
the place of another. Whatever comes out is read again before anybody gets it: it must say just what is meant.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from diptych import yamlio
from diptych.problems import DossierError, Problem
from diptych.records import Model
from diptych.spans import Span
from diptych.store.layout import nodes
from diptych.store.save import plain

#: A stretch of the text and what to put there.
Edit = tuple[Span, str]


def revised(text: str, file: str, model: Model) -> str:
    """The text of the file of one model, changed as little as need be to hold `model`.

    Raises `DossierError` where the file is broken, or written so that it can't be changed without being taken apart.
    """
    return revised_data(text, file, plain(model))


def revised_data(text: str, file: str, meant: Any) -> str:
    """The same for plain data."""
    document = yamlio.read(text, file)
    if document.problems:
        raise DossierError(document.problems)
    if document.data == meant:
        return text
    bare = text.removeprefix(yamlio.MARK)
    node = nodes(bare)
    edits = sorted(_Reviser(bare).edits(node, document.data, meant), reverse=True) if node else []
    made = bare
    for span, put in edits:
        made = made[: span.start] + put + made[span.end :]
    made = text[: len(text) - len(bare)] + made
    proof = yamlio.read(made, file)
    if proof.problems or proof.data != meant:
        said = "this file can't be changed without taking apart how it is written"
        raise DossierError([Problem(file, 1, 1, "file-not-plain", said, "make the change by hand")])
    return made


class _Reviser:
    """Finds the edits of one text. Nodes are PyYAML's, places are those of their marks."""

    def __init__(self, text: str) -> None:
        self._text = text

    def edits(self, node: Any, old: Any, new: Any) -> Iterator[Edit]:
        """What to change so that a node, which now says `old`, says `new`."""
        if old == new:
            return
        if isinstance(old, dict) and isinstance(new, dict) and (not _flows(node) or old.keys() == new.keys()):
            yield from self._mapping(node, old, new)
        elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
            for item, was, now in zip(node.value, old, new, strict=True):
                yield from self.edits(item, was, now)
        elif isinstance(old, list) and isinstance(new, list) and new and not _flows(node):
            yield from self._items(node, old, new)
        else:
            yield Span(node.start_mark.index, node.end_mark.index), yamlio.inline(new)

    def _mapping(self, node: Any, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Edit]:
        column, after = node.start_mark.column, node.start_mark.index
        ends: dict[str, int] = {}
        for key, value in node.value:
            entry = Span(key.start_mark.index, self._ending(value))
            ends[key.value] = entry.end
            if key.value not in new:
                yield Span(entry.start - column, entry.end), ""
            elif not _flows(node) and _replaced(value, old[key.value], new[key.value]):
                yield entry, _lines({key.value: new[key.value]}, column).lstrip(" ")
            else:
                yield from self.edits(value, old[key.value], new[key.value])
        added: dict[int, str] = {}
        for name in new:
            after = ends.get(name, after)
            if name not in old:
                added[after] = added.get(after, "") + _lines({name: new[name]}, column)
        for place, lines in added.items():
            yield Span(place, place), self._broken(place) + lines

    def _items(self, node: Any, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Edit]:
        """Items of a block list that come and go; those that stay keep their bytes."""
        column = node.start_mark.column
        starts = [self._text.rindex("-", 0, item.start_mark.index) - column for item in node.value]
        ends = [self._ending(item) for item in node.value]
        was, now = ([json.dumps(item, sort_keys=True) for item in items] for items in (old, new))
        for what, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
            if what == "equal":
                continue
            for item in range(a, b):
                yield Span(starts[item], ends[item]), ""
            if c < d:
                place = ends[a - 1] if a else starts[0]
                yield Span(place, place), self._broken(place) + "".join(_item(one, column) for one in new[c:d])

    def _ending(self, node: Any) -> int:
        """Where the last line of a value ends."""
        while not _flows(node) and isinstance(node.value, list) and node.value:
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        at = node.end_mark.index
        if at and yamlio.BREAK.fullmatch(self._text[at - 1]):  # a block scalar ends where the next line begins
            return int(at)
        found = yamlio.BREAK.search(self._text, at)
        return found.end() if found else len(self._text)

    def _broken(self, place: int) -> str:
        """The line break that a last line may lack."""
        return "\n" if place and not yamlio.BREAK.fullmatch(self._text[place - 1]) else ""


def _flows(node: Any) -> bool:
    """Whether a node is written in brackets."""
    return bool(getattr(node, "flow_style", False)) and isinstance(node.value, list)


def _replaced(node: Any, old: Any, new: Any) -> bool:
    """Whether a value can't be changed where it stands: it is of another shape, or is written over several lines."""
    nested = isinstance(old, dict | list) or isinstance(new, dict | list)
    alike = isinstance(old, dict) == isinstance(new, dict) and isinstance(old, list) == isinstance(new, list)
    if old == new or (nested and alike and not _flows(node)):
        return nested and alike and old != new and not new
    return node.start_mark.line != node.end_mark.line or "\n" in yamlio.inline(new)


def _lines(value: Any, column: int) -> str:
    """Data as lines of a block, moved to a column."""
    return "".join(" " * column + line for line in yamlio.dump(value).splitlines(keepends=True))


def _item(value: Any, column: int) -> str:
    """An item of a list in block style; a list of a few words alone would be written in brackets."""
    return _lines([value], column) if isinstance(value, dict | list) else f"{' ' * column}- {yamlio.inline(value)}\n"
