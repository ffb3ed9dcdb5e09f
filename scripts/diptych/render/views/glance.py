"""The page of pictures: each with the table that says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from diptych.records import Record
from diptych.render import addresses
from diptych.render.divided.items import Item, Only, Step, everything
from diptych.render.divided.weights import LINE, LINK
from diptych.render.index import Index
from diptych.render.links import Link, links, source_link
from diptych.render.pictures import answers, chronology, matrix, shares
from diptych.render.pictures.chronology import Happening
from diptych.render.pictures.matrix import Column
from diptych.render.pictures.setting import SEVERAL, Picture, Setting
from diptych.render.pictures.shares import PARTS, Share
from diptych.render.views.shared import Desk
from diptych.values import ANSWERABLE, REPORT, Mode, SourceKind

#: Where a table would be longer, the page is divided.
MOST = 400


@dataclass(frozen=True, slots=True)
class Report:
    """What one source has of a finding: the source, its kind, and each passage with how it is told."""

    source: Link
    kind: SourceKind
    passages: tuple[tuple[Link, Mode], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A line of the table of findings."""

    id: str
    statement: str
    path: str
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """A line of the table of answers: what is answered (no `id` for the report as a whole), by what and how."""

    id: str
    statement: str
    path: str
    replies: tuple[tuple[Link, str, str], ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """The four pictures and their tables, with how many lines each has."""

    matrix: tuple[Picture, ...]
    sources: tuple[Column, ...]
    findings: tuple[Finding, ...]
    claims: int
    answers: tuple[Picture, ...]
    answered: tuple[Answered, ...]
    alone: Markup
    loose: int
    answerable: int
    time: tuple[Picture, ...]
    dated: tuple[Happening, ...]
    happenings: int
    shares: tuple[Picture, ...]
    parts: tuple[Share, ...]
    read: int
    names: tuple[str, ...] = PARTS


def glance(desk: Desk, root: str, only: Only = everything) -> Glance:
    """Every picture of the dossier for a page that `root` leads from to the site's root; of a part, what that keeps."""
    index, setting = desk.index, Setting(desk.index, root)
    whole = only is everything
    claims = tuple(record for record in index.kinds["claim"] if only("matrix", record.id))
    blocks = _blocks(desk.once("blocks", lambda: answers.blocks(setting)), only)
    targets = [target for block in blocks for target in block.targets]
    loose = [record for block in blocks for record in block.loose]
    dated = tuple(one for one in desk.once("dated", lambda: chronology.happenings(setting)) if only("time", one.id))
    parts = shares.shares(setting, only)
    told = {passage.source for record in claims for passage in record.passages}
    return Glance(
        matrix=matrix.pictures(setting, claims),
        sources=tuple(one for one in matrix.columns(setting) if whole or one.source.id in told),
        findings=tuple(_finding(setting, record) for record in claims),
        claims=len(claims),
        answers=answers.pictures(setting, blocks),
        answered=tuple(_answered(setting, target) for target in targets),
        alone=links(root, [Link(record.id, addresses.record_path(record.id)) for record in loose], index.language),
        loose=len(loose),
        answerable=len(targets),
        time=chronology.pictures(setting, dated),
        dated=dated,
        happenings=len(dated),
        shares=shares.pictures(setting, parts),
        parts=parts,
        read=len(parts),
    )


def glance_items(desk: Desk) -> tuple[Item, ...]:
    """What stands on the page, for dividing it: by its pictures, and these by numbers.

    Where there are few enough rows to be drawn, the picture weighs as much as its table.
    """
    index, line, found = desk.index, desk.weights.line, []
    matrix_, answers_, time, shares_ = glance_steps(index)
    for record in index.kinds["claim"]:
        found.append((matrix_, record.id, line(record) + LINK * 2 * len(record.passages)))
    replies = sum(line(record) for record, _ in index.to_report)
    loose = sum(1 for record in index.kinds["response"] if not record.answers)
    found.append((answers_, REPORT, LINE + replies + 2 * LINK * loose))
    for kind in ANSWERABLE:
        for record in index.kinds[kind]:
            given = index.answers_to(record.id)
            found.append((answers_, record.id, line(record) + sum(line(reply) for reply, _ in given)))
    found += [(time, record.id, line(record)) for record in index.dossier.records if record.date]
    sources = index.dossier.sources
    found += [(time, one.id, desk.weights.article(one)) for one in sources if one.published]
    found += [(shares_, one.id, 2 * LINE + desk.weights.article(one)) for one in sources]
    rows = Counter(step.slug for step, _, _ in found)
    whole = Step(REPORT, index.language.text("glance.answers.report"), "")
    drawn = [(step, name, weight * (2 if rows[step.slug] <= SEVERAL else 1)) for step, name, weight in found]
    return tuple(
        Item(step.slug, name, weight, "", 1, (step, whole))
        if name == REPORT
        else Item.of(step.slug, name, weight, step)
        for step, name, weight in drawn
    )


def glance_steps(index: Index) -> tuple[Step, ...]:
    """The headings of the page."""
    names = ("matrix", "answers", "time", "shares")
    return tuple(Step(name, index.language.text(f"glance.{name}.title"), name) for name in names)


def crowded(index: Index) -> bool:
    """Whether a table would be too long for a page that has them all."""
    records = index.dossier.records
    asked = len(index.kinds["recommendation"]) + 1
    dated = sum(1 for one in records if one.date) + sum(1 for one in index.dossier.sources if one.published)
    return max(len(index.kinds["claim"]) + asked, dated, len(index.dossier.sources)) > MOST


def _blocks(every: Iterable[answers.Block], only: Only) -> tuple[answers.Block, ...]:
    """The headings of the answers with what is kept of each, those left out that keep nothing.

    Responses that answer nothing stand with the answers to the report.
    """
    found = []
    for block in every:
        targets = tuple(one for one in block.targets if only("answers", one.record.id if one.record else REPORT))
        loose = block.loose if only("answers", REPORT) else ()
        if targets or loose:
            found.append(replace(block, targets=targets, loose=loose))
    return tuple(found)


def _finding(setting: Setting, record: Record) -> Finding:
    row = matrix.finding(setting, record)
    return Finding(
        record.id,
        record.statement,
        addresses.record_path(record.id),
        tuple(
            Report(
                source_link(cell.source, setting.words),
                cell.source.kind,
                tuple(
                    (Link(addresses.passage_anchor(number), addresses.passage_path(record.id, number)), mode)
                    for number, mode in cell.passages
                ),
            )
            for cell in row.cells
        ),
    )


def _answered(setting: Setting, target: answers.Target) -> Answered:
    replies = tuple(
        (Link(response.id, addresses.record_path(response.id)), how, response.statement)
        for response, how in target.ties
    )
    if target.record is None:
        whole = setting.words.text("glance.answers.whole")
        return Answered("", whole, f"{addresses.SIDE_BY_SIDE}#report", replies)
    return Answered(target.record.id, target.record.statement, addresses.record_path(target.record.id), replies)
