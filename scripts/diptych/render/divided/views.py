"""What a part of a page shows of its whole, and what a page of contents shows of the parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from diptych.render.divided.items import Item, Step
from diptych.render.divided.plan import Block, Contents, Part
from diptych.render.language import Language
from diptych.render.links import UNMARKED, Link


@dataclass(frozen=True, slots=True)
class PartView:
    """A part: what it is called, that it is one of so many, and its neighbours; `whole` leads to the contents."""

    name: str
    marked: Markup
    number: int
    total: int
    back: Link | None
    onward: Link | None
    whole: Link


@dataclass(frozen=True, slots=True)
class Line:
    """A part on a page of contents; `anchors` are the ids of its things, there and once on the undivided page."""

    link: Link
    path: str
    count: int
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The parts under one heading; `anchor` is its id on the page that was divided."""

    anchor: str
    title: str
    marked: Markup
    count: int
    lines: tuple[Line, ...]

    @property
    def headed(self) -> bool:
        """Whether its heading says more than its only part does."""
        return bool(self.title) and [line.link.text for line in self.lines] != [self.title]


@dataclass(frozen=True, slots=True)
class ContentsView:
    """A page of contents; `name` is empty on the page that was divided, and `whole` leads there from any other.

    `rows` is how many files its filters ask, 0 where the page has none.
    """

    name: str
    marked: Markup
    total: int
    groups: tuple[Group, ...]
    whole: Link | None
    rows: int = 0

    def leads(self, anchor: str) -> bool:
        """Whether a heading of the page that was divided, by its id there, has parts."""
        return any(group.anchor == anchor for group in self.groups)


def named(language: Language, steps: tuple[Step, ...], block: Block | None, last: bool = False) -> str:
    """What a part is called: `Detention, C1 to C400`, `Detention, from C401`."""
    words = [step.title for step, below in zip(steps, (*steps[1:], None), strict=False) if not (below and below.within)]
    return language.text("comma").join([*words, *([in_words(language, block, last)] if block else [])])


def in_words(language: Language, block: Block, last: bool) -> str:
    """Some numbers in words: those of IDs, or places in an article; of the last of a series, that they go on."""
    if last and block.series:
        return language.text("parts.from", first=f"{block.series}{block.first}")
    if not block.series:
        return language.text("parts.characters", first=block.first, last=block.last)
    return language.text("parts.span", first=f"{block.series}{block.first}", last=f"{block.series}{block.last}")


def part_view(language: Language, parts: tuple[Part, ...], number: int, whole: Link) -> PartView:
    """One of the parts of a page, by its place among them from 0."""
    part = parts[number]
    return PartView(
        name=named(language, part.steps, part.block, part.last),
        marked=part.marked,
        number=number + 1,
        total=len(parts),
        back=_link(language, parts[number - 1]) if number else None,
        onward=_link(language, parts[number + 1]) if number + 1 < len(parts) else None,
        whole=whole,
    )


def contents_view(
    language: Language, contents: Contents, total: int, whole: Link | None, bands: Iterable[Step] = (), rows: int = 0
) -> ContentsView:
    """A page of contents. `bands` are headings of the page that parts do not stand under: each part stands in each."""
    return ContentsView(
        name=named(language, contents.steps, contents.block),
        marked=contents.marked,
        total=total,
        groups=tuple(_groups(language, contents, tuple(bands))),
        whole=whole,
        rows=rows,
    )


def _groups(language: Language, contents: Contents, bands: tuple[Step, ...]) -> Iterable[Group]:
    for band in bands:
        lines = [
            _line(language, part, [item for item in part.items if item.band == band], band.anchor)
            for part in contents.parts
        ]
        lines = [line for line in lines if line.count]
        if lines:
            yield Group(band.anchor, band.title, band.marked, sum(line.count for line in lines), tuple(lines))
    if bands:
        return
    under: dict[str, list[Part]] = {}
    for part in contents.parts:
        under.setdefault(part.steps[0].slug if part.steps else "", []).append(part)
    for slug, parts in under.items():
        step = parts[0].steps[0] if slug else Step("", "", "")
        lines = [_line(language, part, part.items) for part in parts]
        yield Group(step.anchor, step.title, step.marked, sum(line.count for line in lines), tuple(lines))


def _line(language: Language, part: Part, items: Iterable[Item], anchor: str = "") -> Line:
    held = list(items)
    path = f"{part.path}#{anchor}" if anchor else part.path
    steps = part.steps[1:] if part.block or len(part.steps) > 1 else part.steps
    words = named(language, steps, part.block, part.last)
    marked = steps[-1].marked if steps else UNMARKED
    anchors = tuple(one for item in held for one in item.anchors)
    return Line(Link(words, path, marked), part.path, len(held), anchors)


def _link(language: Language, part: Part) -> Link:
    return Link(named(language, part.steps, part.block, part.last), part.path, part.marked)
