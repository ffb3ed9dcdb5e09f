"""What a person has rejected is not proposed again, wherever its exact words stand now.

A passage that stands in several records may be rejected in one of them: with the others' passages it stays.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from diptych.dossier import Dossier
from diptych.drafts import Difference, Group, Reading, Statement
from diptych.pipeline.identity import Place
from diptych.pipeline.sources import Registered
from diptych.pipeline.standing import Standing
from diptych.records import Record
from diptych.spans import Span

#: A passage of a record, or a statement, by its kind and place.
_Key = tuple[str, str, Span]


@dataclass(frozen=True, slots=True)
class _Holder:
    """A record that holds a refused passage.

    `alone` is what else stands in it and in no other record of its kind, `elsewhere` what stands in others only.
    """

    alone: Set[_Key]
    elsewhere: Set[_Key]

    def goes_on(self, told: Set[_Key]) -> bool:
        """Whether what a group tells is the record's; where nothing is in it alone, whether it is no other's."""
        return told.isdisjoint(self.elsewhere) if not self.alone else not told.isdisjoint(self.alone)


def without_rejected(reading: Reading, before: Dossier, registered: Registered, now: Standing) -> Reading:
    """A reading without the statements that a person has rejected as such, and without rejected discrepancies.

    A statement that a record still holds is kept in the group that the record goes on in, as one of its own where no
    other is left and it is no other group's; a discrepancy stays away as long as nothing but passages of one that was
    rejected is in it, and goes without those that were taken out of one that stands.
    """
    if not before.rejected:
        return reading
    refused = {(one.kind, *place) for one in before.rejected for place in now.places([one])}
    holders = _holders(before.records, refused, now)
    ids = [source.id for source in registered.sources]

    def key(one: Statement) -> _Key:
        return one.kind, ids[one.article], one.span

    def kept(group: Group, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        told = {key(one) for one in group.every}
        return tuple(
            one
            for one in statements
            if key(one) not in refused or any(record.goes_on(told) for record in holders[key(one)])
        )

    groups = [
        replace(group, statements=kept(group, group.statements), beside=kept(group, group.beside))
        for group in reading.groups
    ]
    own = {one for group in groups for one in group.statements}
    groups = [
        group
        if group.statements
        else replace(group, statements=tuple(one for one in group.beside if one not in own), beside=())
        for group in groups
    ]
    return replace(reading, groups=tuple(groups), differences=_differences(reading, before, ids, now))


def _differences(reading: Reading, before: Dossier, ids: Sequence[str], now: Standing) -> tuple[Difference, ...]:
    """What differs, as far as it was not rejected; `ids` are those of the articles' sources."""
    together: dict[tuple[str, str], set[Place]] = defaultdict(set)
    for passage in before.rejected:
        together[passage.kind, passage.id] |= set(now.places([passage]))
    standing = {one.id for one in before.discrepancies}
    found: list[Difference] = []
    for one in reading.differences:
        places = {(ids[article], span) for article, span in one.spans}
        rejected = {given: those for (kind, given), those in together.items() if kind == one.kind and those & places}
        out = {place for given in rejected.keys() & standing for place in rejected[given]}
        left = tuple((article, span) for article, span in one.spans if (ids[article], span) not in out)
        if len(left) > 1 and not any(places <= those for those in rejected.values()):
            found.append(replace(one, spans=left))
    return tuple(found)


def _holders(records: Sequence[Record], refused: Set[_Key], now: Standing) -> Mapping[_Key, Sequence[_Holder]]:
    """For each refused passage the records that hold it."""
    places = [{(record.kind, *place) for place in now.places(record.passages)} for record in records]
    number = Counter(key for held in places for key in held)
    found: dict[_Key, list[_Holder]] = defaultdict(list)
    for held in places:
        if here := held & refused:
            alone = {key for key in held - refused if number[key] == 1}
            holder = _Holder(alone, frozenset() if alone else number.keys() - held - refused)
            for key in here:
                found[key].append(holder)
    return found
