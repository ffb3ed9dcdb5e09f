"""A reading of the articles as proposed records: only what no reviewed file speaks of, with IDs that stay."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain

from diptych.dossier import Dossier
from diptych.drafts import Group, Reading, Statement
from diptych.ledger import cited_addresses
from diptych.lexicons import either
from diptych.pair import statement
from diptych.pipeline.actors import UNNAMED, actors
from diptych.pipeline.identity import Place, Places, Register, matched
from diptych.pipeline.numbering import page
from diptych.pipeline.refinding import cited, context
from diptych.pipeline.rejections import without_rejected
from diptych.pipeline.sources import Registered
from diptych.pipeline.standing import Standing
from diptych.records import Actor, Answer, Discrepancy, Item, Passage, Record, Theme
from diptych.spans import Span
from diptych.spool import Spool
from diptych.topic import SIDES, Side, Topic, topic_of
from diptych.values import LETTERS, PLURALS, REPORT, Kind, id_key, record_key

#: The party that a statement of each kind is made by, where no single speaker of it is named.
_MAKER: dict[Kind, Side] = {"claim": "reporting", "recommendation": "reporting", "response": "responding"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What extraction proposes, beside what stays; `withdrawn` are the older proposals that it replaces.

    The records are on disk: each is made anew whenever it is looked at.
    """

    records: Spool[Record]
    discrepancies: tuple[Discrepancy, ...]
    actors: tuple[Actor, ...]
    themes: tuple[Theme, ...]
    withdrawn: tuple[Item, ...]

    def counts(self, registered: Registered) -> dict[str, int]:
        """How many things of each folder are proposed now."""
        found = Counter(PLURALS[record.kind] for record in self.records)
        found["discrepancies"] = len(self.discrepancies)
        found["sources"] = sum(source.status == "proposed" for source in registered.sources)
        return {folder: found[folder] for folder in sorted(found) if found[folder]}


def propose(dossier: Dossier, registered: Registered, reading: Reading, now: Standing, ids: Register) -> Proposal:
    """Records, discrepancies, actors and themes for what no file that stays speaks of yet and no person has rejected.

    `now` says where the passages of the dossier's files stand in the seeds as they were read.
    """
    reading = without_rejected(reading, dossier, registered, now)
    cited = frozenset(cited_addresses(dossier.permalinks))
    replaced = _withdrawn(dossier, registered, cited)
    gone = {item.id for item in replaced}
    staying = [record for record in dossier.records if record.id not in gone]
    fresh, targets = _fresh(staying, registered, reading, now)
    given = _ids([one for one in replaced if isinstance(one, Record)], registered, reading, fresh, now, ids)
    for number, record in given.items():
        targets.setdefault(number, []).append(record)
    topic = topic_of(dossier)
    made = Spool(
        _record(given[number], fresh[number], targets, topic, registered, reading)
        for number in sorted(fresh, key=lambda number: record_key(given[number]))
    )
    return Proposal(
        made,
        _discrepancies(dossier, registered, reading, gone, now, ids),
        actors(dossier, reading.speakers, chain(staying, made), cited),
        _themes(dossier, reading, chain(staying, made), cited),
        replaced,
    )


def _withdrawn(dossier: Dossier, registered: Registered, cited: Set[str]) -> tuple[Item, ...]:
    """The proposals that a new reading replaces: those all of whose sources were read anew, and that nothing which
    stays answers. What was released stays as it is, for somebody may have cited it: only a person takes it back."""
    read = {source.id for source in registered.sources if source.status == "proposed"}
    loose = {
        old.id: old
        for old in dossier.items
        if old.status == "proposed"
        and page(old) not in cited
        and all(passage.source in read for passage in old.passages)
    }
    held = [record for record in dossier.records if record.id not in loose]
    while held:
        kept = [loose.pop(answer.to) for answer in held.pop().answers if answer.to in loose]
        held += [item for item in kept if isinstance(item, Record)]
    return tuple(loose.values())


def _themes(dossier: Dossier, reading: Reading, records: Iterable[Record], cited: Set[str]) -> tuple[Theme, ...]:
    """The proposed themes that records name or that were released: those of the reading, then those from before."""
    used = {theme for record in records for theme in record.themes}
    used |= {theme.id for theme in dossier.themes if f"themes/{theme.id}/" in cited}
    known = {
        given: Theme(id=given, title=title, terms=terms, status="proposed") for given, title, terms in reading.themes
    }
    known |= {theme.id: theme for theme in dossier.themes if theme.id not in known or theme.status == "reviewed"}
    return tuple(theme for theme in known.values() if theme.id in used and theme.status == "proposed")


def _places(statements: Sequence[Statement], registered: Registered) -> list[Place]:
    return [(registered.sources[one.article].id, one.span) for one in statements]


def _held(items: Iterable[Item], now: Standing) -> dict[str, list[Place]]:
    return {item.id: now.places(item.passages) for item in items}


def _fresh(
    staying: Sequence[Record], registered: Registered, reading: Reading, now: Standing
) -> tuple[dict[int, Group], dict[int, list[str]]]:
    """Of each group what of it to propose, and the record of its kind that stands for the rest of it, if one does."""
    taken = Places(_held(staying, now))
    standing = {kind: Places(_held((one for one in staying if one.kind == kind), now)) for kind in LETTERS}
    finished = {source.id for source in registered.sources if source.status == "reviewed"}

    def left(statements: Sequence[Statement], beside: Kind | None = None) -> tuple[Statement, ...]:
        places = zip(statements, _places(statements, registered), strict=True)
        return tuple(
            one
            for one, place in places
            if place[0] not in finished
            and taken.sharing(place).keys() <= (standing[beside].sharing(place).keys() if beside else frozenset())
        )

    fresh: dict[int, Group] = {}
    targets: dict[int, list[str]] = {}
    twice = {one for group in reading.groups for one in group.beside}
    for number, group in enumerate(reading.groups):
        own = left(group.statements)
        once = [one for one in group.statements if one not in twice]
        if own and not any(taken.sharing(place) for place in _places(once, registered)):
            own = left(group.statements, group.kind)  # what a person keeps where it stands beside stays in its own too
        shared: Counter[str] = Counter()
        for place in _places(group.statements, registered):
            shared.update(standing[group.kind].sharing(place))
        if own:  # what stands beside it may stand in a record of its kind as well
            fresh[number] = replace(group, statements=own, beside=left(group.beside, group.kind))
        if shared:
            targets[number] = [min(shared, key=lambda given: (-shared[given], record_key(given)))]
    return fresh, targets


def _ids(
    replaced: Sequence[Record],
    registered: Registered,
    reading: Reading,
    fresh: Mapping[int, Group],
    now: Standing,
    ids: Register,
) -> dict[int, str]:
    """An ID for every fresh group: that of the proposal it carries on, else the next one."""
    given: dict[int, str] = {}
    for kind, letter in LETTERS.items():
        numbers = [number for number in fresh if reading.groups[number].kind == kind]
        numbers.sort(key=lambda number: min(_shown(one, registered) for one in reading.groups[number].statements))
        old = _held((record for record in replaced if record.kind == kind), now)
        same = matched(old, [_places(fresh[number].every, registered) for number in numbers])
        given |= {number: same.get(place) or ids.next(letter) for place, number in enumerate(numbers)}
    return given


def _record(
    given: str,
    group: Group,
    targets: Mapping[int, Sequence[str]],
    topic: Topic,
    registered: Registered,
    reading: Reading,
) -> Record:
    speakers = Counter(one.speaker for one in group.statements)
    party = _MAKER.get(group.kind) if len(speakers) > 1 or None in speakers else None
    maker = topic.party(party).id if party else _concerned(group, topic, registered)
    answers: dict[str, Answer] = {}
    for to, how in group.answers:
        for target in [REPORT] if to == REPORT else targets.get(int(to), []):
            answers.setdefault(target, Answer.model_validate({"to": target, "how": how}))
    return Record(
        id=given,
        statement=statement(group, reading.speakers, reading.articles),
        themes=group.themes,
        actor=maker or next((name for name, _ in speakers.most_common() if name), UNNAMED.id),
        addressee=next((one.addressee for one in group.statements if one.addressee), None),
        date=next((one.date for one in group.statements if one.date), None),
        answers=tuple(answers.values()),
        status="proposed",
        passages=tuple(
            _passage(one, registered) for one in sorted(group.every, key=lambda one: _shown(one, registered))
        ),
    )


def _concerned(group: Group, topic: Topic, registered: Registered) -> str | None:
    """The party that an event's passages name, of both the one that is named first."""
    if group.kind != "event":
        return None
    told = " ".join(one.span.of(registered.articles[one.article].seed.text) for one in group.statements)
    named = {
        found.start(): party.id
        for party in map(topic.party, SIDES)
        if (found := re.search(rf"\b{either(party.names)}\b", told))
    }
    return named[min(named)] if named else None


def _shown(one: Statement, registered: Registered) -> tuple[str, Span]:
    """What passages are shown in the order of, and records: that of the files."""
    return registered.articles[one.article].seed.file, one.span


def _passage(one: Statement, registered: Registered) -> Passage:
    text = registered.articles[one.article].seed.text
    prefix, suffix = context(text, one.span)
    return Passage(
        source=registered.sources[one.article].id,
        start=one.span.start,
        end=one.span.end,
        text=one.span.of(text),
        mode=one.mode,
        actor=one.speaker,
        cue=one.cue,
        rule=one.rule,
        prefix=prefix,
        suffix=suffix,
    )


def _discrepancies(
    dossier: Dossier, registered: Registered, reading: Reading, gone: set[str], now: Standing, ids: Register
) -> tuple[Discrepancy, ...]:
    """What differs, unless every source of it is finished or a discrepancy of its kind that stays speaks of it."""
    finished = {source.id for source in registered.sources if source.status == "reviewed"}
    text = {source.id: one.seed.text for source, one in zip(registered.sources, registered.articles, strict=True)}
    made: list[Discrepancy] = []
    for kind in dict.fromkeys(one.kind for one in reading.differences):
        held = [one for one in dossier.discrepancies if one.kind == kind]
        taken = Places(_held((one for one in held if one.id not in gone), now))
        fresh: list[tuple[str, list[Place]]] = []
        for one in reading.differences:
            places = [(registered.sources[article].id, span) for article, span in one.spans]
            known = any(taken.sharing(place) for place in places)
            if one.kind == kind and not known and not all(place[0] in finished for place in places):
                fresh.append((one.what, places))
        same = matched(_held((one for one in held if one.id in gone), now), [places for _, places in fresh])
        made += [
            Discrepancy(
                id=same.get(number) or ids.next("D"),
                kind=kind,
                what=what,
                passages=tuple(cited(source, span, text[source]) for source, span in places),
            )
            for number, (what, places) in enumerate(fresh)
        ]
    return tuple(sorted(made, key=lambda one: id_key(one.id)))
