"""What other outlets have in the place of a passage's words, where versions of one quotation or figure differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from diptych.records import Discrepancy, Passage, Quoted, Record
from diptych.render.addresses import discrepancy_path
from diptych.render.differences import Change, Compared, compared
from diptych.render.index import Index
from diptych.render.links import Link, source_link
from diptych.spans import Span, union
from diptych.values import shortened

#: More changes than these, or fewer words in common, are harder to follow than the other version itself.
_FOLLOWED = 3
_SHARED = 0.5
_LONG = 160
#: What may stand around a version, which is shown in marks of its own: marks, and a comma before the last of them.
_MARKS = " \n\t“”„«»\"',;"


@dataclass(frozen=True, slots=True)
class Variant:
    """Another outlet's version: its `changes`, in words, as (there, here); or, of many changes, the `whole` of it."""

    outlet: Link
    marked: Markup
    changes: tuple[tuple[str, str], ...]
    whole: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A discrepancy where a passage lies on it.

    `odd` are the words, in code points from the passage's first, that another version has not.
    """

    link: Link
    own: Markup
    odd: tuple[Span, ...]
    variants: tuple[Variant, ...]


class Wordings:
    """The wordings of a dossier's passages; versions of a discrepancy are compared once."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._compared: dict[tuple[str, int, int], Compared] = {}

    def of(self, record: Record, passage: Passage) -> tuple[Wording, ...]:
        """What differs in a passage, discrepancy by discrepancy, where other outlets have it otherwise."""
        found = []
        for discrepancy in self.index.discrepancies(record.id):
            for place, quoted in enumerate(discrepancy.passages):
                if quoted.source == passage.source and quoted.span.overlap(passage.span):
                    made = self._wording(discrepancy, place, passage)
                    if made.variants:
                        found.append(made)
        return tuple(found)

    def _wording(self, discrepancy: Discrepancy, place: int, passage: Passage) -> Wording:
        index, quoted = self.index, discrepancy.passages[place]
        variants: list[Variant] = []
        odd: set[Span] = set()
        for at, other in enumerate(discrepancy.passages):
            if other.source == quoted.source:
                continue
            found = self._compare(discrepancy, place, at)
            here = [change for change in found.changes if passage.span.covers(change.here.shifted(quoted.start))]
            if here:
                odd.update(change.here.shifted(quoted.start - passage.start) for change in here)
                variants.append(self._variant(quoted, other, here, found.shared < _SHARED))
        path = discrepancy_path(discrepancy.id)
        return Wording(
            link=Link(discrepancy.id, path),
            own=index.language.marked(index.sources[quoted.source].language),
            odd=tuple(union(odd)),
            variants=tuple(dict.fromkeys(variants)),  # an outlet that has it twice is told once
        )

    def _variant(self, quoted: Quoted, other: Quoted, here: list[Change], apart: bool) -> Variant:
        source, many = self.index.sources[other.source], apart or len(here) > _FOLLOWED
        pairs = ((change.there.of(other.text), change.here.of(quoted.text)) for change in here)
        return Variant(
            outlet=source_link(source, self.index.language),
            marked=self.index.language.marked(source.language),
            changes=() if many else tuple(pairs),
            whole=shortened(other.text.strip(_MARKS), _LONG) if many else "",
        )

    def _compare(self, discrepancy: Discrepancy, here: int, there: int) -> Compared:
        key = (discrepancy.id, here, there)
        if key not in self._compared:
            texts = discrepancy.passages[here].text, discrepancy.passages[there].text
            self._compared[key] = compared(*texts)
        return self._compared[key]


def odd(wordings: Sequence[Wording]) -> tuple[Span, ...]:
    """The words of a passage that some other version has not, in order."""
    return tuple(union(span for wording in wordings for span in wording.odd))
