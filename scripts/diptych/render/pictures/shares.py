"""How much of each source is quoted: a bar a source, as long as the whole of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from markupsafe import Markup

from diptych.records import Source
from diptych.render.divided.items import Only, everything
from diptych.render.evidence import Shares, shares_of
from diptych.render.links import Link, source_link
from diptych.render.pictures.canvas import LEADING, LETTERS, Canvas
from diptych.render.pictures.letters import wrapped
from diptych.render.pictures.setting import NARROW, WIDE, Picture, Setting, key

#: More sources than these stand in the table alone.
MOST = 100
PARTS = ("quoted", "reported", "context", "furniture")


@dataclass(frozen=True, slots=True)
class Share:
    """A source and what it is made of; `shares` is None for a copy, from which nothing is taken."""

    source: Source = field(repr=False)  # whose sentences would be the most of it
    link: Link
    shares: Shares | None
    of: Link | None

    def part(self, name: str) -> int:
        """A part of it in code points, by its name in `PARTS`."""
        return int(getattr(self.shares, name)) if self.shares else 0

    def percent(self, name: str) -> int:
        """The same in whole hundredths of the source."""
        return round(100 * self.part(name) / self.shares.length) if self.shares else 0


def shares(setting: Setting, only: Only = everything) -> tuple[Share, ...]:
    """Every source that a page keeps, in order."""
    index = setting.index
    return tuple(
        Share(
            source,
            source_link(source, setting.words),
            None if source.kind == "copy" else shares_of(source, (place.passage for place in index.places(source.id))),
            source_link(index.sources[source.copy_of], setting.words) if source.copy_of else None,
        )
        for source in index.dossier.sources
        if only("shares", source.id)
    )


def pictures(setting: Setting, every: tuple[Share, ...]) -> tuple[Picture, ...]:
    """One picture of these sources, or none where there is nothing to draw or far too much."""
    found = [share for share in every if share.shares]
    if not 0 < len(found) <= MOST:
        return ()
    return (Picture("", _draw(setting, "shares", found, WIDE), _draw(setting, "shares-narrow", found, NARROW)),)


def _draw(setting: Setting, name: str, found: list[Share], width: int) -> Markup:
    canvas = setting.canvas(name, width)
    text, pattern = setting.words.text, canvas.hatch()
    signs = [(partial(_swatch, canvas, part, pattern), text(f"glance.shares.{part}")) for part in PARTS]
    y = key(canvas, signs, 0) + 8
    for share in found:
        y = _row(setting, canvas, share, pattern, y)
    return canvas.svg(y, text("glance.shares.title"), text("glance.shares.about"))


def _row(setting: Setting, canvas: Canvas, share: Share, pattern: str, top: float) -> float:
    """A source's name, its bar and the two numbers; on a narrow picture below each other. Gives where it ends."""
    text, wide = setting.words.text, canvas.width == WIDE
    said = text(
        "glance.shares.said",
        quoted=setting.words.percent(share.percent("quoted")),
        reported=setting.words.percent(share.percent("reported")),
    )
    name = f"{share.source.id} {share.source.name}"
    lines = wrapped(name, 210 if wide else canvas.width, LETTERS, 2)
    begin, room, at = (226.0, 384.0, top + 8) if wide else (0.0, float(canvas.width), top + 8 + LEADING * len(lines))
    canvas.words(0, top + 22 if wide else top + 14, lines[:1] if wide and len(lines) == 1 else lines)
    with canvas.link(setting.href(share.link.path), setting.told(share.source.name, said), "bar"):
        x = begin
        for part in PARTS:
            length = room * share.part(part) / max(1, share.shares.length if share.shares else 0)
            if length:
                _fill(canvas, part, pattern, x, at, length, 18)
            x += length
    canvas.words(begin + room + 14 if wide else 0, at + 14 if wide else at + 36, [said], "quiet")
    return (max(top + 36, top + 18 + LEADING * len(lines)) if wide else at + 50) + 4


def _fill(canvas: Canvas, part: str, pattern: str, x: float, y: float, length: float, height: float) -> None:
    if part == "reported":
        canvas.filled(x, y, length, height, pattern)
    else:
        canvas.box(x, y, length, height, f"part {part}")


def _swatch(canvas: Canvas, part: str, pattern: str, x: float, y: float) -> None:
    _fill(canvas, part, pattern, x - 14, y - 6, 28, 12)
