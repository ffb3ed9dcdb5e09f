"""Who answers what: what was reported on one side, what was answered on the other, and lines between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from diptych.records import Record
from diptych.render import addresses
from diptych.render.links import UNMARKED
from diptych.render.pictures.canvas import LEADING, LETTERS, Canvas, spread
from diptych.render.pictures.letters import wrapped
from diptych.render.pictures.setting import NARROW, ONE, SEVERAL, WIDE, Picture, Setting, by_theme, key
from diptych.values import REPORT, How

HOWS: tuple[How, ...] = ("denies", "gives-another-account", "disputes-the-source", "rejects")
_STEP = 24


@dataclass(frozen=True, slots=True)
class Target:
    """What can be answered, and its answers; `record` is None for the report as a whole."""

    record: Record | None
    ties: tuple[tuple[Record, How], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Targets under one heading, and answers there that are tied to none of them."""

    title: str
    targets: tuple[Target, ...]
    loose: tuple[Record, ...] = ()

    @property
    def size(self) -> int:
        """How many lines it takes, at least."""
        return sum(max(1, len(target.ties)) for target in self.targets)


def blocks(setting: Setting) -> tuple[Block, ...]:
    """The report as a whole, the claims by theme, the recommendations, and the responses that answer none of these."""
    index, text = setting.index, setting.words.text
    found = [Block(text("glance.answers.report"), (Target(None, index.answers_to(REPORT)),))]
    found += [
        Block(group.title, tuple(Target(record, index.answers_to(record.id)) for record in group.records))
        for group in by_theme(setting, index.kinds["claim"])
    ]
    asked = tuple(Target(record, index.answers_to(record.id)) for record in index.kinds["recommendation"])
    if asked:
        found.append(Block(text("kinds.recommendation"), asked))
    loose = tuple(record for record in index.kinds["response"] if not record.answers)
    if loose:
        found.append(Block(text("glance.answers.loose"), (), loose))
    return tuple(found) if index.dossier.records else ()


def pictures(setting: Setting, found: tuple[Block, ...]) -> tuple[Picture, ...]:
    """One picture of these blocks, or one of each, or none where there is nothing to draw or far too much."""
    size = sum(block.size for block in found)
    if not any(target.record or target.ties for block in found for target in block.targets) or size > SEVERAL:
        return ()
    parts = [(found, "")] if size <= ONE else [((block,), block.title) for block in found]
    return tuple(
        Picture(
            heading,
            _draw(setting, f"answers-{number}", part, _Room(WIDE, 324, 324, 0, 496, 606, 3)),
            _draw(setting, f"answers-{number}-narrow", part, _Room(NARROW, 218, 0, 3, 218, 292, 0)),
        )
        for number, (part, heading) in enumerate(parts, 1)
    )


@dataclass(frozen=True, slots=True)
class _Room:
    """Where things stand across a picture: the targets' words up to `words`, the kinds of answer from `port` and
    `below` so many lines of them, the lines from `leave` to `arrive`, where the responses stand in `lines` lines."""

    width: int
    words: float
    port: float
    below: int
    leave: float
    arrive: float
    lines: int


@dataclass(frozen=True, slots=True)
class _Tie:
    target: Target
    response: Record
    how: How
    y: float


def _draw(setting: Setting, name: str, parts: Sequence[Block], room: _Room) -> Markup:
    canvas = setting.canvas(name, room.width)
    text, parties = setting.words.text, setting.index.dossier.file.parties
    y = key(canvas, [(partial(_stroke, canvas, how), text(f"how.{how}")) for how in HOWS], 0) + 26
    canvas.words(0, y, wrapped(parties.reporting.label, room.words, LETTERS), "quiet")
    right = canvas.width - room.arrive if room.lines else canvas.width - room.words - 12
    canvas.words(
        canvas.width if not room.lines else room.arrive,
        y,
        wrapped(parties.responding.label, right, LETTERS),
        "quiet" if room.lines else "quiet end",
    )
    top = y + 10
    y, ties = top, []
    for block in parts:
        if any(target.record for target in block.targets) and len(parts) > 1:
            canvas.words(0, y + 22, wrapped(block.title, room.words, LETTERS), "band")
            y += 34
        for target in block.targets:
            y, found = _target(setting, canvas, target, room, y)
            ties += found
    loose = [record for block in parts for record in block.loose]
    bottom = _responses(setting, canvas, ties, loose, room, top, y)
    return canvas.svg(bottom, text("glance.answers.title"), text("glance.answers.about"))


def _target(setting: Setting, canvas: Canvas, target: Target, room: _Room, top: float) -> tuple[float, list[_Tie]]:
    """A target with a line of words for each answer, or the words that it has none; gives the height where it ends."""
    text, record = setting.words.text, target.record
    canvas.line(0, top, room.leave, top, "rule")
    said = record.statement if record else text("glance.answers.whole")
    path = addresses.record_path(record.id) if record else f"{addresses.SIDE_BY_SIDE}#report"
    indent = 40 if record else 0
    lines = wrapped(said, room.words - indent - (0 if room.below else 28), LETTERS, 3)
    with canvas.link(setting.href(path), setting.told(record.id, said) if record else said, "named"):
        if record:
            canvas.words(0, top + 19, [record.id], "quiet")
        canvas.words(indent, top + 19, lines, marked=setting.words.own if record else UNMARKED)
    y = top + 4 + (len(lines) * LEADING + 4 if room.below else 0)
    ties = []
    for number, (response, how) in enumerate(target.ties):
        ties.append(_Tie(target, response, how, y + _STEP * number + 11))
    if not ties:
        canvas.words(room.port, y + 15, [text("glance.answers.none")], "missing")
    end = max(y + _STEP * max(1, len(ties)), top + len(lines) * LEADING + 4)
    return end + 6, ties


def _responses(
    setting: Setting,
    canvas: Canvas,
    ties: Sequence[_Tie],
    loose: Sequence[Record],
    room: _Room,
    top: float,
    bottom: float,
) -> float:
    """The responses, each as near as may be to what it answers, and the lines to them; gives the lower edge."""
    ends: dict[str, list[float]] = {}
    given = {tie.response.id: tie.response for tie in ties}
    for tie in ties:
        ends.setdefault(tie.response.id, []).append(tie.y)
    wanted = {one: sum(found) / len(found) for one, found in ends.items()}
    order = sorted(wanted, key=lambda one: (wanted[one], setting.index.order[one]))
    records = [*(given[one] for one in order), *loose]
    pitch = 12 + LEADING * max(1, room.lines)
    places = spread(
        [*(wanted[one] for one in order), *(bottom for _ in loose)], pitch, top + pitch / 2, bottom - pitch / 2
    )
    at = {record.id: place for record, place in zip(records, places, strict=True)}
    for tie in ties:
        _tie(setting, canvas, tie, at[tie.response.id], room)
    for record in records:
        lines = wrapped(record.statement, canvas.width - room.arrive - 40, LETTERS, room.lines) if room.lines else ()
        foot = at[record.id] + 5 - (LEADING / 2 if len(lines) > 1 else 0)
        told = setting.told(record.id, record.statement)
        with canvas.link(setting.href(addresses.record_path(record.id)), told, "named"):
            canvas.words(room.arrive + 4, foot, [record.id], "quiet")
            canvas.words(room.arrive + 40, foot, lines, marked=setting.words.own)
    return max(bottom, (places[-1] + pitch / 2) if places else 0) + 4


def _tie(setting: Setting, canvas: Canvas, tie: _Tie, end: float, room: _Room) -> None:
    text, target = setting.words.text, tie.target.record
    kind = text(f"how.{tie.how}")
    title = text(
        "glance.answers.tie",
        response=tie.response.id,
        how=kind,
        target=target.id if target else text("glance.answers.whole"),
    )
    with canvas.link(setting.href(addresses.record_path(tie.response.id)), title, "tie"):
        canvas.words(room.port, tie.y + 5, [text("glance.answers.port", how=kind, response=tie.response.id)], "small")
        canvas.curve(room.leave, tie.y, room.arrive, end, f"stroke {tie.how}")


def _stroke(canvas: Canvas, how: How, x: float, y: float) -> None:
    canvas.line(x - 14, y, x + 14, y, f"stroke {how}")
