"""What a person has rejected is not proposed again, wherever its exact words stand now.

A passage that stands in several records may be rejected in one of them: with the others' passages it stays.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from diptych.dossier import Dossier
from diptych.drafts import Group, Reading, Statement
from diptych.pipeline.identity import Place
from diptych.pipeline.sources import Registered
from diptych.pipeline.standing import Standing
from diptych.records import Record
from diptych.spans import Span


def without_rejected(reading: Reading, before: Dossier, registered: Registered, now: Standing) -> Reading:
    """A reading without the statements that a person has rejected as such, and without rejected discrepancies.

    A statement that a record still holds is kept in the group where more of that record's is; a discrepancy stays away
    as long as nothing but passages of one that was rejected is in it.
    """
    if not before.rejected:
        return reading
    refused = {(one.kind, *place) for one in before.rejected for place in now.places([one])}
    with_others = _with_others(before.records, refused, now)
    ids = [source.id for source in registered.sources]

    def place_of(one: Statement) -> Place:
        return ids[one.article], one.span

    def kept(group: Group, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        told = {place_of(one) for one in group.every}
        return tuple(
            one
            for one in statements
            if (key := (one.kind, *place_of(one))) not in refused or not told.isdisjoint(with_others[key])
        )

    groups = tuple(
        replace(group, statements=kept(group, group.statements), beside=kept(group, group.beside))
        for group in reading.groups
    )
    together: dict[tuple[str, str], set[Place]] = defaultdict(set)
    for one in before.rejected:
        together[one.kind, one.id] |= set(now.places([one]))
    differences = tuple(
        one
        for one in reading.differences
        if not any(
            kind == one.kind and {(ids[article], span) for article, span in one.spans} <= places
            for (kind, _), places in together.items()
        )
    )
    return replace(reading, groups=groups, differences=differences)


def _with_others(
    records: Sequence[Record], refused: Set[tuple[str, str, Span]], now: Standing
) -> Mapping[tuple[str, str, Span], Set[Place]]:
    """What else stands, and in no other record of the kind, in the records that hold a refused passage."""
    places = [(record.kind, set(now.places(record.passages))) for record in records]
    number = Counter((kind, *place) for kind, held in places for place in held)
    found: dict[tuple[str, str, Span], set[Place]] = defaultdict(set)
    for kind, held in places:
        here = [key for place in held if (key := (kind, *place)) in refused]
        if here:
            alone = {place for place in held if number[kind, *place] == 1 and (kind, *place) not in refused}
            for key in here:
                found[key] |= alone
    return found
