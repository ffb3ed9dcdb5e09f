"""The page of one record, and the list of a kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from diptych.records import Record
from diptych.render import words
from diptych.render.addresses import discrepancy_path, list_path, record_path
from diptych.render.divided.items import Item, Only, Step, everything
from diptych.render.index import Index
from diptych.render.links import Link, source_link
from diptych.render.markdown import note
from diptych.render.views.shared import Card, Desk, PassageView, Reply
from diptych.render.views.whereabouts import Where
from diptych.values import ANSWERABLE, REPORT, Kind, Mode

_LONG = 180


@dataclass(frozen=True, slots=True)
class CopyNote:
    """That a source's passages stand in copies of it too, which are no further evidence."""

    source: Link
    copies: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Everything on a record's page. `answers` is what it answers, `replies` what answers it.

    `passages` stand with their places in their articles; `spoken` says that somebody speaks in one, `rests` what the
    record rests on. Where it is `brief`, what it answers and what answers it lead to their own passages.
    """

    card: Card
    long: bool
    passages: tuple[tuple[PassageView, Where], ...]
    spoken: bool
    rests: str
    answers: tuple[Reply, ...]
    report: tuple[str, ...]
    replies: tuple[Reply, ...]
    answerable: bool
    note: Markup
    copies: tuple[CopyNote, ...]
    discrepancies: tuple[Link, ...]
    back: Link | None
    onward: Link | None
    list: Link
    brief: bool


@dataclass(frozen=True, slots=True)
class RecordList:
    """All records of a kind."""

    title: str
    rows: tuple[tuple[Card, int], ...]
    counts_answers: bool


def record_list(desk: Desk, kind: Kind, only: Only = everything) -> RecordList:
    """Every record of a kind, or of a part of them, with the number of its answers where the kind can be answered."""
    records = [record for record in desk.index.kinds[kind] if only("", record.id)]
    return RecordList(
        title=desk.language.text(f"kinds.{kind}"),
        rows=tuple((desk.card(record), len(desk.index.answers_to(record.id))) for record in records),
        counts_answers=kind in ANSWERABLE,
    )


def record_items(desk: Desk, kind: Kind) -> tuple[Item, ...]:
    """What stands in the list of a kind, for dividing it by numbers; whether they are answered may change."""
    index, say = desk.index, desk.language.text
    records = index.kinds[kind]
    open_ = sum(1 for record in records if not index.answers_to(record.id))
    bands: dict[bool, Step] = {}
    if kind in ANSWERABLE:
        bands[True] = Step("", say("records.with_answer", n=len(records) - open_), "answered")
        bands[False] = Step("", say("records.without_answer", n=open_), "unanswered")
    return tuple(
        Item.of("", record.id, desk.weights.line(record), band=bands.get(bool(index.answers_to(record.id))))
        for record in records
    )


def record_page(desk: Desk, record: Record) -> RecordPage:
    """The page of a record."""
    index, card = desk.index, desk.whole(record)
    siblings = index.kinds[record.kind]
    place = index.order[record.id]
    say = index.language.text
    return RecordPage(
        card=card,
        long=len(record.statement) > _LONG,
        passages=tuple(zip(card.passages, map(desk.where, record.passages), strict=True)),
        spoken=any(passage.actor for passage in record.passages),
        rests=_rests(index, record),
        answers=desk.replies(
            (index.records[answer.to], answer.how) for answer in record.answers if answer.to != REPORT
        ),
        report=tuple(say(f"how.{answer.how}") for answer in record.answers if answer.to == REPORT),
        replies=desk.replies(index.answers_to(record.id)),
        answerable=record.kind in ANSWERABLE,
        note=note(record.note, index.addresses("../../")),
        copies=_copies(desk, record),
        discrepancies=tuple(
            Link(f"{found.id}{say('colon')}{found.what}", discrepancy_path(found.id), index.language.own)
            for found in index.discrepancies(record.id)
        ),
        back=_to(index, siblings[place - 1]) if place else None,
        onward=_to(index, siblings[place + 1]) if place + 1 < len(siblings) else None,
        list=Link(say(f"kinds.{record.kind}"), list_path(record.kind)),
        brief=desk.weights.brief,
    )


def _rests(index: Index, record: Record) -> str:
    """How many passages in how many articles, and how many of them in whose words."""
    say, modes = index.language.text, Counter(passage.mode for passage in record.passages)
    return say(
        "record.rests",
        passages=say("count.passages", n=len(record.passages)),
        articles=say("record.articles", n=len({passage.source for passage in record.passages})),
        modes=index.language.listed(
            [say(f"record.in.{mode}", n=modes[mode]) for mode in get_args(Mode) if modes[mode]]
        ),
    )


def _to(index: Index, record: Record) -> Link:
    return Link(words.record_name(index.language, record.kind, record.id), record_path(record.id))


def _copies(desk: Desk, record: Record) -> tuple[CopyNote, ...]:
    """One note for each source of the record that has copies."""
    index = desk.index
    from_sources = dict.fromkeys(passage.source for passage in record.passages)
    outlets = dict(zip(from_sources, desk.card(record).outlets, strict=True))
    return tuple(
        CopyNote(outlets[source], tuple(source_link(copy, index.language) for copy in index.copies(source)))
        for source in from_sources
        if index.copies(source)
    )
