"""What is taken out of a file that somebody adds: the text of an article, and what the file says of it, and where."""

from __future__ import annotations

from dataclasses import dataclass, field

#: What can be known of an article, in the order in which it is told.
KEYS = ("title", "publisher", "authors", "published", "address", "archived", "language")


class Refused(ValueError):
    """Why nothing was taken out of a file, in words for the person who gave it."""


@dataclass(slots=True)
class Facts:
    """What a file says of its article; for each thing the first place that says it counts.

    `values` holds strings, for `authors` a list of them; `where` names the place that each was found in.
    """

    values: dict[str, str | list[str]] = field(default_factory=dict)
    where: dict[str, str] = field(default_factory=dict)

    def put(self, key: str, value: str | list[str] | None, where: str) -> None:
        """Notes a thing, unless nothing was found or it is known already."""
        if value and key not in self.values:
            self.values[key] = value
            self.where[key] = where


@dataclass(frozen=True, slots=True)
class Gathered:
    """An article: its text, what is known of it, and what read it (`trafilatura 2.3.1`).

    `verbatim` says that the text is the file as it came, so that the file itself can be the seed. `remarks` are what a
    person should know of what was taken and what not.
    """

    text: str
    facts: Facts
    by: str = ""
    verbatim: bool = False
    remarks: tuple[str, ...] = ()
