"""Where sources should agree and do not."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from diptych.records import Discrepancy, Quoted
from diptych.render.addresses import place_path
from diptych.render.differences import differing
from diptych.render.divided.items import Item, Only, everything
from diptych.render.divided.weights import CARD, PASSAGE, weight_of
from diptych.render.index import Index
from diptych.render.links import Link, source_link
from diptych.render.markdown import note
from diptych.render.quotations import Segment, segments, split
from diptych.render.views.shared import When, date_view
from diptych.spans import Span


@dataclass(frozen=True, slots=True)
class Version:
    """What one source has; `records` are those with a passage on it."""

    outlet: Link
    when: When
    rewrite: bool
    segments: tuple[Segment, ...]
    marked: Markup
    records: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One discrepancy with the versions of it."""

    id: str
    kind: str
    what: str
    proposed: bool
    note: Markup
    versions: tuple[Version, ...]


def disagreements(index: Index, root: str = "../", only: Only = everything) -> tuple[Disagreement, ...]:
    """Every discrepancy, or those of a part, in order; `root` leads from the page to the site's root."""
    return tuple(
        _view(index, discrepancy, root) for discrepancy in index.dossier.discrepancies if only("", discrepancy.id)
    )


def discrepancy_items(index: Index) -> tuple[Item, ...]:
    """What stands on the page, for dividing it by numbers."""
    return tuple(
        Item.of(
            "",
            one.id,
            CARD + weight_of(one.what + one.note) + sum(PASSAGE + weight_of(quoted.text) for quoted in one.passages),
            anchors=(one.id,),
        )
        for one in index.dossier.discrepancies
    )


def _view(index: Index, discrepancy: Discrepancy, root: str) -> Disagreement:
    odd = differing([quoted.text for quoted in discrepancy.passages])
    return Disagreement(
        id=discrepancy.id,
        kind=index.language.text(f"discrepancy_kind.{discrepancy.kind}"),
        what=discrepancy.what,
        proposed=discrepancy.status == "proposed",
        note=note(discrepancy.note, index.addresses(root)),
        versions=tuple(
            _version(index, quoted, stretches) for quoted, stretches in zip(discrepancy.passages, odd, strict=True)
        ),
    )


def _version(index: Index, quoted: Quoted, odd: tuple[Span, ...]) -> Version:
    source = index.sources[quoted.source]
    records = {
        place.record.id: place_path(source.id, place.record.id, place.number)
        for place in reversed(index.places(source.id))
        if place.passage.span.overlap(quoted.span)
    }
    return Version(
        outlet=source_link(source, index.language),
        when=date_view(index.language, source.published),
        rewrite=source.kind == "rewrite",
        segments=split(segments(quoted.text), odd),
        marked=index.language.marked(source.language),
        records=tuple(Link(record, path) for record, path in reversed(records.items())),
    )
