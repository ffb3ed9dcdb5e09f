"""What a rule is, what it is given and what it yields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from diptych.extract.units import Read, Unit
from diptych.spans import Span


@dataclass(slots=True)
class Finding:
    """Who (`source`, a mention in the text), by which words (`cue`), says what (`content`); found by `rule`.

    `layout` marks what the page's layout says (a transcript's turn): it holds other findings instead of replacing them.
    """

    rule: str
    content: list[Span]
    force: str
    source: Span | None = None
    cue: Span | None = None
    layout: bool = False

    @property
    def whole(self) -> Span:
        """From the first to the last word said."""
        return Span(self.content[0].start, self.content[-1].end)


@dataclass(slots=True)
class Made:
    """A finding, the item of the verb that it is of, and the item up to which its words reach."""

    verb: int
    finding: Finding
    reached: int


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule is given: a unit, the text it stands in, and what earlier rules found in it."""

    read: Read
    unit: Unit
    earlier: list[Finding]


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of reading attributions off a unit; `about` says for `explain` what it looks for."""

    id: str
    about: str
    find: Callable[[Case], Iterator[Finding]]
