"""What a person has rejected is not proposed again, wherever its exact words stand now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from diptych.drafts import Reading, Statement
from diptych.history import Rejected
from diptych.pipeline.identity import Place
from diptych.pipeline.sources import Registered
from diptych.pipeline.standing import Standing


def without_rejected(reading: Reading, rejected: Sequence[Rejected], registered: Registered, now: Standing) -> Reading:
    """A reading without the statements that a person has rejected as such, and without rejected discrepancies.

    A discrepancy stays away as long as nothing but passages of one that was rejected is in it.
    """
    if not rejected:
        return reading
    refused = {(one.kind, *place) for one in rejected for place in now.places([one])}
    ids = [source.id for source in registered.sources]

    def kept(statements: Sequence[Statement]) -> tuple[Statement, ...]:
        return tuple(one for one in statements if (one.kind, ids[one.article], one.span) not in refused)

    groups = tuple(
        replace(group, statements=kept(group.statements), beside=kept(group.beside)) for group in reading.groups
    )
    together: dict[tuple[str, str], set[Place]] = defaultdict(set)
    for one in rejected:
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
