"""What a rule yields: one attribution before it is known whether another takes its place."""

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


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of reading an attribution off a unit; `about` says for `explain` what it looks for."""

    id: str
    about: str
    find: Callable[[Read, Unit, list[Finding]], Iterator[Finding]]
