"""Which source reports which finding: a row a claim, a column a source, a sign where the source has a passage of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from markupsafe import Markup

from diptych.records import Record, Source
from diptych.render.addresses import passage_path, record_path
from diptych.render.links import Link, links, source_link
from diptych.render.pictures.canvas import LEADING, LETTERS, Canvas
from diptych.render.pictures.letters import wrapped
from diptych.render.pictures.setting import NARROW, ONE, SEVERAL, WIDE, Group, Picture, Setting, by_theme, key
from diptych.values import Mode

#: More columns than these leave too little room for a finger.
MOST_WIDE, MOST_NARROW = 20, 12
_BAND = 34


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source has of one finding: the passages, by their numbers on the record's page."""

    source: Source
    mode: Mode
    passages: tuple[tuple[int, Mode], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim and the sources that report it."""

    record: Record
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A source that was read, with the copies that print the same, `copied` all in one list."""

    source: Source = field(repr=False)  # whose sentences would be the most of it
    link: Link
    copies: tuple[Link, ...]
    copied: Markup


def columns(setting: Setting) -> tuple[Column, ...]:
    """Every source but the copies, which are no further evidence."""
    index, words, found = setting.index, setting.words, []
    for source in index.dossier.sources:
        if source.kind != "copy":
            copies = tuple(source_link(copy, words) for copy in index.copies(source.id))
            found.append(Column(source, source_link(source, words), copies, links(setting.root, copies, words)))
    return tuple(found)


def finding(setting: Setting, record: Record) -> Finding:
    """A claim's passages by source, in the order of the sources; the mode of several modes is `mixed`."""
    found: dict[str, list[tuple[int, Mode]]] = {}
    for number, passage in record.numbered:
        found.setdefault(passage.source, []).append((number, passage.mode))
    cells = []
    for given in sorted(found, key=setting.index.order.__getitem__):
        modes: set[Mode] = {mode for _, mode in found[given]}
        cells.append(
            Cell(setting.index.sources[given], modes.pop() if len(modes) == 1 else "mixed", tuple(found[given]))
        )
    return Finding(record, tuple(cells))


def pictures(setting: Setting, claims: tuple[Record, ...]) -> tuple[Picture, ...]:
    """One picture of these claims, or one a theme, or none where there is nothing to draw or far too much."""
    groups = by_theme(setting, claims)
    heads = columns(setting)
    rows = sum(len(group.records) for group in groups)
    if not rows or rows > SEVERAL or not 0 < len(heads) <= MOST_WIDE:
        return ()
    parts = [(groups, "")] if rows <= ONE else [((group,), group.title) for group in groups]
    return tuple(
        Picture(
            heading,
            _draw(setting, f"matrix-{number}", part, heads, WIDE),
            _draw(setting, f"matrix-{number}-narrow", part, heads, NARROW) if len(heads) <= MOST_NARROW else Markup(),
        )
        for number, (part, heading) in enumerate(parts, 1)
    )


def _draw(setting: Setting, name: str, groups: Sequence[Group], heads: Sequence[Column], width: int) -> Markup:
    canvas = setting.canvas(name, width)
    text, wide = setting.words.text, width == WIDE
    pitch = min((456 if wide else width) / len(heads), 78)
    begin = width - pitch * len(heads) if wide else 0  # of the columns
    signs = [(partial(_sign, canvas, mode), text(f"mode.{mode}")) for mode in ("direct", "mixed", "indirect")]
    if any(head.source.kind == "rewrite" for head in heads):
        signs.append((partial(_rewrite, canvas), text("glance.matrix.rewrite")))
    y = _heads(setting, canvas, heads, begin, pitch, key(canvas, signs, 0) + 6)
    for group in groups:
        if len(groups) > 1:
            canvas.words(0, y + 22, wrapped(group.title, width, LETTERS), "band")
            y += _BAND
        for record in group.records:
            y = _row(setting, canvas, finding(setting, record), heads, begin, pitch, y)
    canvas.line(0, y, width, y, "rule")
    return canvas.svg(y + 1, text("glance.matrix.title"), text("glance.matrix.about"))


def _heads(setting: Setting, canvas: Canvas, heads: Sequence[Column], begin: float, pitch: float, top: float) -> float:
    """The names of the columns, or their IDs where a name has no room; gives the height where they end."""
    named = pitch >= 72
    lines = [wrapped(head.link.text, pitch - 6, 12, 3) if named else () for head in heads]
    deepest = max(map(len, lines))
    for number, (head, shown) in enumerate(zip(heads, lines, strict=True)):
        middle = begin + pitch * (number + 0.5)
        with canvas.link(setting.href(head.link.path), head.link.text):
            foot = top + 12 + (deepest - len(shown)) * LEADING
            canvas.words(middle, foot, [*shown, head.source.id], "middle small", head.link.marked)
    return top + 20 + deepest * LEADING


def _row(
    setting: Setting,
    canvas: Canvas,
    row: Finding,
    heads: Sequence[Column],
    begin: float,
    pitch: float,
    top: float,
) -> float:
    """One finding; on a narrow picture its signs stand below its words. Gives the height where it ends."""
    record, wide = row.record, begin > 0
    canvas.line(0, top, canvas.width, top, "rule")
    with canvas.link(setting.href(record_path(record.id)), setting.told(record.id, record.statement), "named"):
        canvas.words(0, top + 19, [record.id], "quiet")
        room = (begin if wide else canvas.width) - 56
        lines = wrapped(record.statement, room, LETTERS, 2 if wide else 3)
        canvas.words(40, top + 19, lines, marked=setting.words.own)
    height = 12 + max(len(lines), 1) * LEADING if wide else 8 + len(lines) * LEADING + 30
    middle = top + (height / 2 if wide else height - 17)
    places = {head.source.id: begin + pitch * (number + 0.5) for number, head in enumerate(heads)}
    for x in places.values():
        canvas.disc(x, middle, 1, "dot")
    for cell in row.cells:
        if cell.source.id in places:
            _cell(setting, canvas, record, cell, places[cell.source.id], middle)
    return top + height


def _cell(setting: Setting, canvas: Canvas, record: Record, cell: Cell, x: float, y: float) -> None:
    text, number = setting.words.text, len(cell.passages)
    title = text(
        "glance.matrix.cell",
        **{"record": record.id, "source": cell.source.name, "mode": text(f"mode.{cell.mode}")},
        passages=text("count.passages", n=number),
    )
    with canvas.link(setting.href(passage_path(record.id, cell.passages[0][0])), title, "cell"):
        canvas.box(x - 13, y - 13, 26, 26, "target")
        if cell.source.kind == "rewrite":
            _rewrite(canvas, x, y)
        _sign(canvas, cell.mode, x, y)
        if number > 1:
            canvas.words(x + 14, y + 5, [setting.words.number(number)], "small")


def _sign(canvas: Canvas, mode: Mode, x: float, y: float) -> None:
    """A full square for the speaker's words, an open circle for the outlet's, a half-full diamond for both."""
    if mode == "direct":
        canvas.box(x - 6, y - 6, 12, 12, "full")
    elif mode == "indirect":
        canvas.disc(x, y, 6, "open")
    else:
        canvas.shape([(x - 8, y), (x, y - 8), (x + 8, y), (x, y + 8)], "open")
        canvas.shape([(x - 8, y), (x, y - 8), (x, y + 8)], "full")


def _rewrite(canvas: Canvas, x: float, y: float) -> None:
    """What is drawn around a sign whose source is a rewrite."""
    canvas.box(x - 11, y - 11, 22, 22, "dashed")
