"""A reporting verb with what stands around it, and what it says in a frame."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.extract.clauses import clause_end, phrase_end
from diptych.extract.lexicon import Cue
from diptych.extract.units import Unit


@dataclass(slots=True)
class Complement:
    """The frame found and the items `[first, stop)` that are said."""

    frame: str
    first: int
    stop: int


@dataclass(slots=True)
class Verb:
    """A reporting verb in its unit; `past` is its tense."""

    unit: Unit
    cue: Cue
    past: bool

    def has(self, *frames: str) -> bool:
        """Whether one of some frames is the verb's."""
        return any(frame in self.cue.frames for frame in frames)

    def tag(self, at: int) -> str:
        """The tag of an item; a stop's beyond the unit."""
        return self.unit.tag[at] if 0 <= at < len(self.unit) else "."

    def word(self, at: int) -> str:
        """The word of an item; an empty one beyond the unit."""
        return self.unit.word[at] if 0 <= at < len(self.unit) else ""

    def clause(self, frame: str, first: int, begin: int | None = None) -> Complement:
        """A clause from `first` on, whose end is looked for from `begin`."""
        stop = clause_end(self.unit, first if begin is None else begin, self.past)
        return Complement(frame, first, stop)

    def phrase(self, frame: str, first: int, begin: int | None = None) -> Complement:
        """What is no finite clause from `first` on."""
        made = self.clause(frame, first, begin)
        made.stop = phrase_end(self.unit, first if begin is None else begin, made.stop, frame not in ("to", "ing"))
        shut = (at for at in range(first, made.stop - 1) if self.tag(at) == "Q" and self.tag(at + 1) in "AV")
        made.stop = min((at + 1 for at in shut), default=made.stop)  # Reed, calling it "a sham," | said
        return made
