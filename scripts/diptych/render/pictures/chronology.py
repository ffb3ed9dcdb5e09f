"""What happened, what was said and what was published when: an upright line of time, with words beside it."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from diptych.render.addresses import record_path, source_path
from diptych.render.pictures.canvas import LEADING, LETTERS, Canvas, spread
from diptych.render.pictures.letters import wrapped
from diptych.render.pictures.setting import NARROW, ONE, SEVERAL, WIDE, Picture, Setting, key
from diptych.values import record_key

SORTS = ("event", "statement", "published")


@dataclass(frozen=True, slots=True)
class Happening:
    """Something dated: an event, a statement or the publication of a source; `days` counts from year 1."""

    date: str
    days: tuple[int, int]
    sort: str
    id: str
    words: str
    marked: Markup
    path: str


def happenings(setting: Setting) -> tuple[Happening, ...]:
    """All that bears a date, in order, a month or a year by its middle; events first, publications last of a date."""
    index = setting.index
    found = [
        Happening(
            record.date,
            period(record.date),
            "event" if record.kind == "event" else "statement",
            record.id,
            record.statement,
            setting.words.own,
            record_path(record.id),
        )
        for record in sorted(index.dossier.records, key=lambda record: record_key(record.id))
        if record.date
    ]
    text = setting.words.text
    found += [
        Happening(
            source.published,
            period(source.published),
            "published",
            source.id,
            text("timeline.article", source=source.name, title=source.title),
            setting.words.marked(source.language),
            source_path(source.id),
        )
        for source in index.dossier.sources
        if source.published
    ]
    return tuple(sorted(found, key=lambda one: (sum(one.days), SORTS.index(one.sort))))


def period(date: str) -> tuple[int, int]:
    """The first and the last day of a day, a month or a year, counted from year 1; a day that is none is its month."""
    year, month, day = ([int(part) for part in date.split("-")] + [0, 0])[:3]
    year = max(1, year)
    if month and not 0 < day <= calendar.monthrange(year, month)[1]:
        day = 0
    first = datetime.date(year, month or 1, day or 1).toordinal()
    if day:
        return first, first
    return first, first + (calendar.monthrange(year, month)[1] if month else 365 + calendar.isleap(year)) - 1


def pictures(setting: Setting, found: tuple[Happening, ...]) -> tuple[Picture, ...]:
    """One picture of what happened, or one a year, or none where nothing is dated or far too much."""
    if not 0 < len(found) <= SEVERAL:
        return ()
    years = [(year, list(those)) for year, those in groupby(found, key=lambda one: one.date[:4])]
    parts = [("", list(found))] if len(found) <= ONE else years
    return tuple(
        Picture(
            setting.words.date(year) if year else "",
            _draw(setting, f"time-{number}", those, WIDE),
            _draw(setting, f"time-{number}-narrow", those, NARROW),
        )
        for number, (year, those) in enumerate(parts, 1)
    )


def _draw(setting: Setting, name: str, found: Sequence[Happening], width: int) -> Markup:
    canvas = setting.canvas(name, width)
    text, wide = setting.words.text, width == WIDE
    sorts = {one.sort for one in found}
    signs = [(partial(_sign, canvas, sort), text(f"glance.time.{sort}")) for sort in SORTS if sort in sorts]
    if any(one.days[0] != one.days[1] for one in found):
        signs.append((partial(_period, canvas), text("glance.time.period")))
    top = key(canvas, signs, 0) + 16
    pitch = LEADING * (2 if wide else 3) + 12
    low, high = top, top + pitch * (len(found) - 1)
    first, last = min(one.days[0] for one in found), max(one.days[1] for one in found)
    axis, column = (96.0, 168.0) if wide else (42.0, 84.0)

    def at(day: float) -> float:
        return low + (high - low) * (day - first) / max(1, last - first)

    _axis(setting, canvas, (first, last), [at(first), at(last)], axis)
    middles = [at(sum(one.days) / 2) for one in found]
    for one, middle, place in zip(found, middles, spread(middles, pitch, low, high), strict=True):
        if one.days[0] < one.days[1]:
            canvas.line(axis, at(one.days[0]), axis, at(one.days[1]), "period")
        canvas.curve(axis, middle, column - 14, place, "leader")
        _sign(canvas, one.sort, column - 8, place)
        when = text(
            "glance.time.when", date=setting.words.date(one.date), kind=text(f"glance.time.{one.sort}"), id=one.id
        )
        with canvas.link(setting.href(one.path), setting.told(one.id, one.words), "named"):
            canvas.words(column + 8, place + 5, [when], "quiet small")
            lines = wrapped(one.words, width - column - 12, LETTERS, 1 if wide else 2)
            canvas.words(column + 8, place + 5 + LEADING, lines, marked=one.marked)
    return canvas.svg(high + pitch, text("glance.time.title"), text("glance.time.about"))


def _axis(setting: Setting, canvas: Canvas, days: tuple[int, int], ends: Sequence[float], x: float) -> None:
    """The line of time, with the years that begin on it, as many as have room."""
    canvas.line(x, ends[0], x, max(ends[1], ends[0] + 1), "axis")
    first, last = (datetime.date.fromordinal(day) for day in days)
    reached = 0.0
    for year in range(first.year, last.year + 1):
        start = max(datetime.date(year, 1, 1).toordinal(), days[0])
        y = ends[0] + (ends[1] - ends[0]) * (start - days[0]) / max(1, days[1] - days[0])
        if not reached or y - reached > 2 * LEADING:
            canvas.line(x - 6, y, x, y, "axis")
            canvas.words(x - 10, y + 5, [setting.words.date(f"{year:04}")], "end small quiet")
            reached = y


def _sign(canvas: Canvas, sort: str, x: float, y: float) -> None:
    """A full disc for an event, a diamond for a statement, a sheet for what was published."""
    if sort == "event":
        canvas.disc(x, y, 5, "full")
    elif sort == "statement":
        canvas.shape([(x - 6, y), (x, y - 6), (x + 6, y), (x, y + 6)], "open")
    else:
        canvas.box(x - 4, y - 6, 8, 12, "open")


def _period(canvas: Canvas, x: float, y: float) -> None:
    canvas.line(x, y - 9, x, y + 9, "period")
