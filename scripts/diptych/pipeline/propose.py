"""A reading of the articles as proposed records: only what no reviewed file speaks of, with IDs that stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from diptych.drafts import Reading, Statement
from diptych.pair import statement
from diptych.pipeline.actors import UNNAMED, actors
from diptych.pipeline.identity import Ledger, Place, matched, touches
from diptych.pipeline.sources import Registered
from diptych.records import (
    LETTERS,
    PLURALS,
    REPORT,
    Actor,
    Answer,
    Discrepancy,
    Dossier,
    Item,
    Kind,
    PartyRole,
    Passage,
    Quoted,
    Record,
    Theme,
    id_key,
)

#: The party that a statement of each kind is made by, where no single speaker of it is named.
_MAKER: dict[Kind, PartyRole] = {"claim": "reporting", "recommendation": "reporting", "response": "responding"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What extraction proposes, beside what a person has reviewed."""

    records: tuple[Record, ...]
    discrepancies: tuple[Discrepancy, ...]
    actors: tuple[Actor, ...]
    themes: tuple[Theme, ...]

    def counts(self, registered: Registered) -> dict[str, int]:
        """How many things of each folder are proposed now."""
        found = Counter(PLURALS[record.kind] for record in self.records)
        found["discrepancies"] = len(self.discrepancies)
        found["sources"] = sum(source.status == "proposed" for source in registered.sources)
        return {folder: found[folder] for folder in sorted(found) if found[folder]}


def withdrawn(dossier: Dossier, registered: Registered) -> list[Item]:
    """The proposals that a new reading replaces: those all of whose sources could be read anew."""
    read = {source.id for source in registered.sources if source.status == "proposed"}
    return [
        old
        for old in dossier.items
        if old.status == "proposed" and all(passage.source in read for passage in old.passages)
    ]


def propose(dossier: Dossier, registered: Registered, reading: Reading, ledger: Ledger) -> Proposal:
    """Records, discrepancies, actors and themes for what no file that stays speaks of yet."""
    replaced = withdrawn(dossier, registered)
    staying = [record for record in dossier.records if record not in replaced]
    fresh, ids = _fresh(staying, registered, reading)
    ids |= _ids([one for one in replaced if isinstance(one, Record)], registered, reading, fresh, ledger)
    made = [_record(ids, number, left, dossier, registered, reading) for number, left in fresh.items()]
    made.sort(key=lambda record: (list(LETTERS).index(record.kind), id_key(record.id)))
    records = [*staying, *made]
    used = {theme for record in records for theme in record.themes}
    held = {theme.id for theme in dossier.themes if theme.status == "reviewed"}
    return Proposal(
        tuple(made),
        _discrepancies(dossier, registered, reading, replaced, ledger),
        actors(dossier, reading.speakers, records),
        tuple(
            Theme(id=given, title=title, terms=terms, status="proposed")
            for given, title, terms in reading.themes or _themes(dossier)
            if given in used - held
        ),
    )


def _themes(dossier: Dossier) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(theme.id, theme.title, theme.terms) for theme in dossier.themes]


def _places(statements: Sequence[Statement], registered: Registered) -> list[Place]:
    return [(registered.sources[one.article].id, one.span) for one in statements]


def _held(records: Sequence[Record]) -> dict[str, list[Place]]:
    return {record.id: [(passage.source, passage.span) for passage in record.passages] for record in records}


def _fresh(
    staying: Sequence[Record], registered: Registered, reading: Reading
) -> tuple[dict[int, tuple[Statement, ...]], dict[int, str]]:
    """Of each group the statements to propose, and for groups with none the record that stands for them."""
    held = _held(staying)
    taken = [place for places in held.values() for place in places]
    finished = {source.id for source in registered.sources if source.status == "reviewed"}
    fresh: dict[int, tuple[Statement, ...]] = {}
    ids: dict[int, str] = {}
    for number, group in enumerate(reading.groups):
        places = _places(group.statements, registered)
        left = tuple(
            one
            for one, place in zip(group.statements, places, strict=True)
            if place[0] not in finished and not touches(place, taken)
        )
        if left:
            fresh[number] = left
        elif standing := matched(held, [places]):
            ids[number] = standing[0]
    return fresh, ids


def _ids(
    replaced: Sequence[Record],
    registered: Registered,
    reading: Reading,
    fresh: Mapping[int, tuple[Statement, ...]],
    ledger: Ledger,
) -> dict[int, str]:
    """An ID for every fresh group: that of the proposal it carries on, else the next one."""
    ids: dict[int, str] = {}
    for kind, letter in LETTERS.items():
        numbers = [number for number in fresh if reading.groups[number].kind == kind]
        old = _held([record for record in replaced if record.kind == kind])
        same = matched(old, [_places(fresh[number], registered) for number in numbers])
        ids |= {number: same.get(place) or ledger.next(letter) for place, number in enumerate(numbers)}
    return ids


def _record(
    ids: Mapping[int, str],
    number: int,
    left: Sequence[Statement],
    dossier: Dossier,
    registered: Registered,
    reading: Reading,
) -> Record:
    group = reading.groups[number]
    speakers = Counter(one.speaker for one in left)
    party = _MAKER.get(group.kind) if len(speakers) > 1 or None in speakers else None
    maker = dossier.parties[party] if party else None
    answers = [
        {"to": REPORT if to == REPORT else ids[int(to)], "how": how}
        for to, how in group.answers
        if to == REPORT or int(to) in ids
    ]
    return Record(
        id=ids[number],
        statement=statement(group, reading.speakers, reading.articles),
        themes=group.themes,
        actor=maker or next((name for name, _ in speakers.most_common() if name), UNNAMED.id),
        addressee=next((one.addressee for one in left if one.addressee), None),
        date=next((one.date for one in left if one.date), None),
        answers=tuple(Answer.model_validate(answer) for answer in answers),
        status="proposed",
        passages=tuple(_passage(one, registered) for one in left),
    )


def _passage(one: Statement, registered: Registered) -> Passage:
    return Passage(
        source=registered.sources[one.article].id,
        start=one.span.start,
        end=one.span.end,
        text=one.span.of(registered.articles[one.article].seed.text),
        mode=one.mode,
        actor=one.speaker,
        cue=one.cue,
        rule=one.rule,
    )


def _discrepancies(
    dossier: Dossier,
    registered: Registered,
    reading: Reading,
    replaced: Sequence[Item],
    ledger: Ledger,
) -> tuple[Discrepancy, ...]:
    """What differs, unless every source of it is finished or a discrepancy that stays speaks of it already."""
    staying = [one for one in dossier.discrepancies if one not in replaced]
    taken = [(passage.source, passage.span) for one in staying for passage in one.passages]
    finished = {source.id for source in registered.sources if source.status == "reviewed"}
    fresh: list[tuple[str, str, list[Place]]] = []
    for one in reading.differences:
        places = [(registered.sources[article].id, span) for article, span in one.spans]
        if not all(place[0] in finished for place in places) and not any(touches(place, taken) for place in places):
            fresh.append((one.kind, one.what, places))
    old = {one.id: [(p.source, p.span) for p in one.passages] for one in replaced if isinstance(one, Discrepancy)}
    same = matched(old, [places for _, _, places in fresh])
    text = {source.id: one.seed.text for source, one in zip(registered.sources, registered.articles, strict=True)}
    made = [
        Discrepancy.model_validate(
            {
                "id": same.get(number) or ledger.next("D"),
                "kind": kind,
                "what": what,
                "passages": [
                    Quoted(source=source, start=span.start, end=span.end, text=span.of(text[source]))
                    for source, span in places
                ],
            }
        )
        for number, (kind, what, places) in enumerate(fresh)
    ]
    return tuple(sorted(made, key=lambda one: id_key(one.id)))
