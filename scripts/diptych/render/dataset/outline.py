"""The dataset as YAML: the bytes of `yamlio.dump`, in a fifth of its time.

Nearly all of a dataset are words that stand in YAML as they are, under keys that do. These are put down line by line;
whatever needs a second look, such as quotation marks or brackets, is given to `yamlio`, and so is every item of a list
in which something runs over several lines.
"""

from __future__ import annotations

import re
from typing import Any

from diptych import yamlio

#: Words that stand as they are wherever a block holds them: no sign in them has a meaning there, they begin with a
#: letter, and they are too long for what YAML 1.1 takes for a truth value.
_PLAIN = re.compile(r"[A-Za-z][\w ,.;()%/“”‘’«»…–—!?'\"$&+=-]{4,}[\w,.;)%”’»…!?'\"/]")
#: IDs, and digests that no number looks like.
_ID = re.compile("[A-Z][1-9][0-9]{0,8}")
_DIGEST = re.compile("[1-9][0-9a-f]*[a-df][0-9a-f]*")
#: The last of the characters that are written as they are and not as an escape.
_LAST = "\ud7ff"
_BREAKS = re.compile("[\n\r\x85\u2028\u2029]")


class _Hard(Exception):
    """Raised where a text runs over several lines, whose form depends on where they stand."""


class Outline:
    """Writes things of one dataset; what it was given once it knows how to write."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        self._keys: dict[str, str] = {}

    def top(self, data: dict[str, Any]) -> list[str]:
        """The text in pieces."""
        made: list[str] = []
        for key, value in data.items():
            if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
                made.append(f"{key}:\n")
                made += map(self.item, value)
            else:
                made.append(yamlio.dump({key: value}))
        return made

    def item(self, item: dict[str, Any]) -> str:
        """An item of a list that stands under one of the dataset's own keys."""
        lines: list[str] = []
        try:
            if flow := self._flow(item):
                return f"- {flow}\n"
            self._mapping(item, "  ", lines)
        except _Hard:
            return yamlio.dump([item])
        return "- " + "".join(lines)[2:]

    def _mapping(self, data: dict[str, Any], indent: str, lines: list[str]) -> None:
        for name, value in data.items():
            key = self._key(name)
            if isinstance(value, dict | list):
                self._nested(key, value, indent, lines)
            else:
                lines.append(f"{indent}{key}: {self._scalar(value)}\n")

    def _nested(self, key: str, value: dict[str, Any] | list[Any], indent: str, lines: list[str]) -> None:
        flow = self._flow(value)
        lines.append(f"{indent}{key}: {flow}\n" if flow else f"{indent}{key}:\n")
        if flow:
            return
        if isinstance(value, dict):
            self._mapping(value, f"{indent}  ", lines)
            return
        for item in value:
            if isinstance(item, dict) and not self._flow(item):
                inner: list[str] = []
                self._mapping(item, f"{indent}  ", inner)
                inner[0] = f"{indent}- {inner[0][len(indent) + 2 :]}"
                lines += inner
            elif isinstance(item, list):
                raise _Hard
            else:
                lines.append(f"{indent}- {self._flow(item) or self._scalar(item)}\n")

    def _flow(self, value: Any) -> str:
        """A small list or mapping in brackets; nothing for what is not written so."""
        if not isinstance(value, dict | list) or (isinstance(value, dict) and len(value) > 2):
            return ""
        if any(isinstance(one, dict | list) for one in (value.values() if isinstance(value, dict) else value)):
            return ""
        named = repr(value)
        if len(value) == 1 and isinstance(value, list) and type(value[0]) is str and _ID.fullmatch(value[0]):
            return f"[{value[0]}]"
        if named not in self._known:
            self._known[named] = self._given(value)
        return self._known[named]

    def _key(self, key: str) -> str:
        """A key as it is written; of those that need more than letters nothing is said here."""
        if key not in self._keys:
            self._keys[key] = yamlio.dump({key: 0}).removesuffix(": 0\n")
        if not key.isidentifier() or not key.isascii():
            raise _Hard
        return self._keys[key]

    def _scalar(self, value: Any) -> str:
        if type(value) is int:
            return str(value)
        if type(value) is str and _PLAIN.fullmatch(value) and (value.isascii() or max(value) <= _LAST):
            return value
        if type(value) is str and (_ID.fullmatch(value) or _DIGEST.fullmatch(value)):
            return value
        named = repr(value)
        if named not in self._known:
            if isinstance(value, str) and _BREAKS.search(value):
                raise _Hard
            self._known[named] = self._given(value)
        return self._known[named]

    def _given(self, value: Any) -> str:
        """What `yamlio` writes for a value in the line of its key; nothing for a list that begins below it."""
        written = yamlio.dump({"it": {"is": value, "so": "", "too": ""}})
        first, *rest = written.removeprefix("it:\n  is:").split("\n")
        if first and (len(rest) != 3 or _BREAKS.search(first)):
            raise _Hard
        return first[1:]
