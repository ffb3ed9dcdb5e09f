"""Pages that may be divided, as they were divided before: while its key is the same, a page is not laid out again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Group(NamedTuple):
    """A page with its parts: `key` says what they are made of, and `units` gives the name and the key of each.

    The first so many are the pages of `contents`, which may tell more than the parts: they have a key of their own.
    """

    key: str
    contents: int
    units: Sequence[tuple[str, str]]


class Groups:
    """The groups of a site by the path of the page: those `before`, and as `noted` those that it has now."""

    def __init__(self, before: Mapping[str, Group] | None = None) -> None:
        self._before = before or {}
        self.noted: dict[str, Group] = {}

    def known(self, path: str, key: str) -> Group | None:
        """The group of a page, if it is what it was."""
        found = self._before.get(path)
        return found if found and found.key == key else None
