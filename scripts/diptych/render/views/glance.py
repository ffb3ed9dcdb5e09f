"""The page of pictures: each with the table that says the same."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from diptych.records import Mode, Record, SourceKind
from diptych.render import addresses
from diptych.render.index import Index
from diptych.render.links import Link, links, source_link
from diptych.render.pictures import answers, chronology, matrix, shares
from diptych.render.pictures.chronology import Happening
from diptych.render.pictures.matrix import Column
from diptych.render.pictures.setting import Picture, Setting
from diptych.render.pictures.shares import PARTS, Share

#: Longer tables are left to the pages that list the same.
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
    """The four pictures and their tables; a table too long for the page is empty, and its number says how long."""

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


def glance(index: Index, root: str) -> Glance:
    """Every picture of the dossier for a page that `root` leads from to the site's root."""
    setting = Setting(index, root)
    claims = index.kinds["claim"]
    blocks = answers.blocks(setting)
    targets = [target for block in blocks for target in block.targets]
    loose = [record for block in blocks for record in block.loose]
    dated, parts = chronology.happenings(setting), shares.shares(setting)
    return Glance(
        matrix=matrix.pictures(setting),
        sources=matrix.columns(setting),
        findings=tuple(_finding(setting, record) for record in claims) if len(claims) <= MOST else (),
        claims=len(claims),
        answers=answers.pictures(setting),
        answered=tuple(_answered(setting, target) for target in targets) if len(targets) <= MOST else (),
        alone=links(root, [Link(record.id, addresses.record_path(record.id)) for record in loose], index.language),
        loose=len(loose),
        answerable=len(targets),
        time=chronology.pictures(setting),
        dated=dated if len(dated) <= MOST else (),
        happenings=len(dated),
        shares=shares.pictures(setting),
        parts=parts if len(parts) <= MOST else (),
        read=len(parts),
    )


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
