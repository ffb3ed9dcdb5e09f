"""Merge, split, move: which passages are one statement, when a person knows better than the grouping."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from diptych.drafts import Article, Group, Speaker, Statement
from diptych.pair import statement as worded
from diptych.pipeline.numbering import Numbered, numbered, numbers, page, place
from diptych.pipeline.review.decisions import fewest, relink, settled
from diptych.pipeline.review.desk import Desk
from diptych.records import Answer, Item, Passage, Quoted, Record
from diptych.values import LETTERS


def merge(desk: Desk, given: Sequence[str], into: str) -> str:
    """Puts the passages, answers and notes of some records into another of their kind, and links to them too.

    Discrepancies are merged likewise. Raises `ValueError` where there are no such things, or not of one kind.
    """
    for one in dict.fromkeys(given):
        target, other = desk.item(into), desk.item(one)
        if one == into:
            raise ValueError(f"{one} can't be merged into itself")
        if other.kind != target.kind:
            raise ValueError(f"{one} is a {other.kind} and {into} a {target.kind}: only things of one kind are merged")
        settled(desk, target)
        settled(desk, other)
        target = target.model_copy(update={"note": "\n\n".join(filter(None, [target.note, other.note]))})
        if isinstance(target, Record) and isinstance(other, Record):
            target = target.model_copy(update={"answers": _together(target.answers, other.answers)})
        _bring(desk, target, other, numbers(other))
        desk.drop(other)
        desk.redirect(page(other), page(target))
        relink(desk, one, into)
    return f"{', '.join(given)} went into {into}, which now has {len(desk.item(into).passages)} passages"


def split(desk: Desk, given: str, chosen: Sequence[int], said: str = "") -> str:
    """Puts passages of a record, by number, into a new record of its kind; `said` is its statement.

    Raises `ValueError` where there is no such passage, or none would be left.
    """
    item = desk.item(given)
    for number in chosen:
        desk.passage(f"{given}#p{number}")
    out = [one for one in numbered(item) if one.number in chosen]
    left = [one for one in numbered(item) if one.number not in chosen]
    if min(len(out), len(left)) < fewest(item):
        raise ValueError(
            f"{given} has {len(item.passages)} passages: at least {fewest(item)} must stay, and as many go"
        )
    settled(desk, item)
    new = _new(desk, item, [desk.noted(one.passage) for one in out], said)
    desk.put(desk.reviewed(item))  # first, so that what stays of it is known for the same
    desk.keep(desk.reviewed(item), [Numbered(one.number, desk.noted(one.passage)) for one in left])
    desk.put(new)
    for at, one in enumerate(out, 1):
        desk.redirect(place(item, one.number or 0), place(new, at))
    return f"{new.id} is new, with {len(out)} of the passages of {given}"


def move(desk: Desk, reference: str, into: str) -> str:
    """Moves a passage (`C4#p2`) to another record; a record that has none left goes, and links to it move too.

    Raises `ValueError` where there is no such passage or record.
    """
    item, number = desk.passage(reference)
    target = desk.item(into)
    if item.id == into:
        raise ValueError(f"{reference} is in {into} already")
    if isinstance(item, Record) != isinstance(target, Record):
        raise ValueError(f"{item.id} is a {item.kind} and {into} a {target.kind}: their passages are of two sorts")
    left = [Numbered(one.number, desk.noted(one.passage)) for one in numbered(item) if one.number != number]
    if len(left) < fewest(item):
        if item.kind == target.kind:
            return merge(desk, [item.id], into)
        raise ValueError(f"{item.id} would have too few passages left, and a {item.kind} is not a {target.kind}")
    settled(desk, item)
    settled(desk, target)
    _bring(desk, target, item, [number])
    desk.put(desk.reviewed(item))
    desk.keep(desk.reviewed(item), left)
    return f"{reference} is now a passage of {into}"


def _bring(desk: Desk, target: Item, other: Item, chosen: Sequence[int]) -> None:
    """Adds passages of another item, by number, to an item that a person so has reviewed; none stands there twice."""
    target = desk.reviewed(target)
    desk.put(target)  # first, so that what it has is known for the same when more comes
    held = {(one.passage.source, one.passage.span): one.number for one in numbered(target)}
    coming = [one for one in numbered(other) if one.number in chosen]
    fresh = [one for one in coming if (one.passage.source, one.passage.span) not in held]
    given = desk.keep(target, [*numbered(target), *(Numbered(None, desk.noted(one.passage)) for one in fresh)])
    new = dict(zip([one.number for one in fresh], given[len(held) :], strict=True))
    for one in coming:
        to = new.get(one.number) or held[one.passage.source, one.passage.span]
        desk.redirect(place(other, one.number or 0), place(target, to or 0))


def _together(mine: Sequence[Answer], others: Sequence[Answer]) -> tuple[Answer, ...]:
    """The answers of the record that stays, then those that come, each target once."""
    found: dict[str, Answer] = {}
    for one in (*mine, *others):
        found.setdefault(one.to, one)
    return tuple(found.values())


def _new(desk: Desk, old: Item, passages: Sequence[Quoted], said: str) -> Item:
    """A record or discrepancy of passages that were another's: whose it is, is told by those who speak in them."""
    if not isinstance(old, Record):
        update = {"id": desk.new_id("D"), "what": said or old.what, "note": "", "passages": tuple(passages)}
        return desk.reviewed(old.model_copy(update=update))
    mine = tuple(one.model_copy(update={"number": None}) for one in passages if isinstance(one, Passage))
    speakers = Counter(one.actor for one in mine if one.actor)
    actor = old.actor if old.actor in speakers or not speakers else speakers.most_common(1)[0][0]
    update = {"id": desk.new_id(LETTERS[old.kind]), "actor": actor, "note": "", "passages": mine}
    record = old.model_copy(update={**update, "status": "reviewed"})
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
