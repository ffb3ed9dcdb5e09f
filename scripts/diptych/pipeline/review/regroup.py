"""Merge, split, move: which passages are one statement, when a person knows better than the grouping."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from diptych.drafts import Article, Group, Speaker, Statement
from diptych.pair import statement as worded
from diptych.pipeline.review.decisions import fewest, relink
from diptych.pipeline.review.desk import Desk
from diptych.records import LETTERS, Answer, Item, Quoted, Record


def merge(desk: Desk, given: Sequence[str], into: str) -> str:
    """Puts the passages, answers and notes of some records into another of their kind, and links to them too.

    Discrepancies are merged likewise. Raises `ValueError` where there are no such things, or not of one kind.
    """
    target = desk.item(into)
    for one in dict.fromkeys(given):
        other = desk.item(one)
        if one == into:
            raise ValueError(f"{one} can't be merged into itself")
        if other.kind != target.kind:
            raise ValueError(
                f"{one} is a {other.kind} and {into} a {target.kind}: only things of one kind can be merged"
            )
        _settled(desk, other)
        target = _with(target, [desk.noted(passage) for passage in other.passages])
        target = target.model_copy(update={"note": "\n\n".join(filter(None, [target.note, other.note]))})
        if isinstance(target, Record) and isinstance(other, Record):
            answers = {answer.to: answer for answer in (*other.answers, *target.answers)}
            target = target.model_copy(update={"answers": _ordered(target.answers, answers)})
        desk.drop(other)
    _settled(desk, desk.item(into))
    desk.put(desk.reviewed(desk.item(into)))  # first, so that what stays of it is known for the same when more comes
    desk.put(desk.reviewed(target))
    for one in given:
        relink(desk, one, into)
    return f"{', '.join(given)} went into {into}, which now has {len(desk.item(into).passages)} passages"


def split(desk: Desk, given: str, numbers: Sequence[int], said: str = "") -> str:
    """Puts passages of a record, by number, into a new record of its kind; `said` is its statement.

    Raises `ValueError` where there is no such passage, or none would be left.
    """
    item = desk.item(given)
    for number in numbers:
        desk.passage(f"{given}#p{number}")
    places = {number - 1 for number in numbers}
    out = tuple(desk.noted(one) for at, one in enumerate(item.passages) if at in places)
    left = tuple(one for at, one in enumerate(item.passages) if at not in places)
    if min(len(out), len(left)) < fewest(item):
        raise ValueError(
            f"{given} has {len(item.passages)} passages: at least {fewest(item)} must stay, and as many go"
        )
    _settled(desk, item)
    if isinstance(item, Record):
        new: Item = _new(desk, item, places, said)
    else:
        update = {"id": desk.new_id("D"), "passages": out, "note": "", "what": said or item.what}
        new = item.model_copy(update=update)
    desk.put(desk.reviewed(item.model_copy(update={"passages": left})))
    desk.put(desk.reviewed(new))
    return f"{new.id} is new, with {len(out)} of the passages of {given}"


def move(desk: Desk, reference: str, into: str) -> str:
    """Moves a passage (`C4#p2`) to another record; a record that has none left goes, and links to it move too.

    Raises `ValueError` where there is no such passage or record.
    """
    item, place = desk.passage(reference)
    target = desk.item(into)
    if item.id == into:
        raise ValueError(f"{reference} is in {into} already")
    if isinstance(item, Record) != isinstance(target, Record):
        raise ValueError(f"{item.id} is a {item.kind} and {into} a {target.kind}: their passages are of two sorts")
    left = tuple(one for at, one in enumerate(item.passages) if at != place)
    if len(left) < fewest(item):
        if item.kind == target.kind:
            return merge(desk, [item.id], into)
        raise ValueError(f"{item.id} would have too few passages left: reject it after the move, or merge it")
    _settled(desk, item)
    _settled(desk, target)
    desk.put(desk.reviewed(target))
    desk.put(desk.reviewed(_with(target, [desk.noted(item.passages[place])])))
    desk.put(desk.reviewed(item.model_copy(update={"passages": left})))
    return f"{reference} is now a passage of {into}"


def _settled(desk: Desk, item: Item) -> None:
    for number, passage in enumerate(item.passages, 1):
        found = desk.now.found.get(passage)
        if found and found.finding != "unchanged":
            raise ValueError(f"{item.id}, passage {number} is not where it says: run `diptych review refind` first")


def _with(item: Item, passages: Sequence[Quoted]) -> Item:
    """An item with more passages, none twice."""
    held = {(one.source, one.span) for one in item.passages}
    more = tuple(one for one in passages if (one.source, one.span) not in held)
    return item.model_copy(update={"passages": (*item.passages, *more)})


def _ordered(first: Sequence[Answer], every: dict[str, Answer]) -> tuple[Answer, ...]:
    """The answers of the record that stays, then those that came."""
    return tuple({answer.to: answer for answer in (*first, *every.values())}.values())


def _new(desk: Desk, old: Record, places: set[int], said: str) -> Record:
    """A record of passages that were another's: whose it is, is told by those who speak in them."""
    passages = [desk.noted(one) for at, one in enumerate(old.passages) if at in places]
    speakers = Counter(one.actor for one in passages if one.actor)
    mine = old.actor in speakers or not speakers
    record = old.model_copy(
        update={
            "id": desk.new_id(LETTERS[old.kind]),
            "actor": old.actor if mine else speakers.most_common(1)[0][0],
            "passages": tuple(passages),
            "note": "",
        }
    )
    return record.model_copy(update={"statement": said or _worded(desk, record)})


def _worded(desk: Desk, record: Record) -> str:
    """A record's statement, in the words in which extraction would propose it."""
    sources = [desk.sources[one.source] for one in record.passages if one.source in desk.sources]
    articles = [
        Article(desk.seeds[source.file], source.span, source.sentences, kind=source.kind)
        for source in sources
        if source.file in desk.seeds
    ]
    if len(articles) < len(record.passages):
        return record.passages[0].text
    statements = tuple(
        Statement(at, one.span, one.mode, record.kind, one.actor, one.cue, one.rule, date=record.date)
        for at, one in enumerate(record.passages)
    )
    speakers = {actor.id: Speaker(actor.id, actor.name, actor.kind, actor.party) for actor in desk.dossier.actors}
    return worded(Group(record.kind, statements), speakers, articles)
