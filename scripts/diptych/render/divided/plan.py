"""How a page is divided: by its headings, and below these by numbers.

Numbers are divided at fixed places, in halves of halves of 25 · 2ⁿ, and not after so many things: a part never moves
when something is added before it. Where it grows too heavy it is halved, and its address, if it was ever released,
becomes a page of contents that knows where everything went.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from diptych.render.divided.items import Held, Item, Only, Step
from diptych.render.links import UNMARKED

_LEAST = 25
_ADDRESS = re.compile(r"([A-Z]?)([1-9][0-9]*)-([A-Z]?)([1-9][0-9]*)/")


@dataclass(frozen=True, slots=True)
class Block:
    """Some numbers of a series, the first and the last, whether or not all of them are given."""

    series: str
    first: int
    last: int

    @property
    def slug(self) -> str:
        """As addresses have it: `C1-C400`."""
        return f"{self.series}{self.first}-{self.series}{self.last}"

    def holds(self, item: Item) -> bool:
        """Whether something lies in it."""
        return item.series == self.series and self.first <= item.number <= self.last

    def around(self, other: Block) -> bool:
        """Whether it is wider than another that lies in it."""
        within = self.series == other.series and self.first <= other.first and other.last <= self.last
        return within and self != other

    def parts(self) -> tuple[Block, ...]:
        """The parts that it is divided into."""
        width = self.last - self.first + 1
        step = width // 2 if width > _LEAST else width // 5
        return tuple(
            Block(self.series, first, first + step - 1) for first in range(self.first, self.last + 1, max(1, step))
        )


@dataclass(frozen=True, slots=True)
class _Below:
    """A page below the one that was divided; `folder` is its path without `index.html`."""

    folder: str
    steps: tuple[Step, ...]
    block: Block | None

    @property
    def path(self) -> str:
        """Its path from the site's root."""
        return f"{self.folder}index.html"

    @property
    def marked(self) -> Markup:
        """What says in which language its name is."""
        return self.steps[-1].marked if self.steps else UNMARKED


@dataclass(frozen=True, slots=True)
class Part(_Below):
    """A part of a page, on a page of its own.

    `last` says that its numbers are the last of their series: what is to be added comes here.
    """

    items: tuple[Item, ...]
    last: bool = False

    def holding(self) -> Only:
        """Whether a thing stands on it, by the slug of where it does and its name."""
        names: dict[str, set[str]] = {}
        for item in self.items:
            names.setdefault(item.slug, set()).add(item.name)
        return Held(names)


@dataclass(frozen=True, slots=True)
class Contents(_Below):
    """A page that leads to parts: the page that was divided, and every address that was a part and is not any more.

    Where nothing of what stood there is on the page any more, such as under a theme that is gone, it has no parts.
    """

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts of a page in order, and the pages that lead to them, the page itself first."""

    parts: tuple[Part, ...]
    contents: tuple[Contents, ...]


class Planner:
    """Divides pages so that none weighs more than `light`.

    `released` are the addresses (paths without `index.html`) that were promised: what was a page stays one.
    """

    def __init__(self, light: int, released: Collection[str]) -> None:
        self._light = light
        self._released = sorted(released)

    def plan(
        self,
        folder: str,
        base: str,
        items: Sequence[Item],
        headings: Sequence[Step] = (),
        burden: int = 0,
        crowded: bool = False,
    ) -> Plan | None:
        """How the page of a folder is divided, with the parts below `base`; None where it stands as it is.

        `headings` are those that things may stand under, also where none does now; `burden` is what every part weighs
        beside its items. A `crowded` page is divided whatever it weighs.
        """
        steps = {one.slug: one for one in (*headings, *(item.steps[0] for item in items if item.steps))}
        kept = self.promised(base)
        if not crowded and burden + sum(item.weight for item in items) <= self._light and not kept:
            return None
        pages = _Pages()
        self._divide(base, (), list(items), kept, self._light - burden, pages, steps)
        contents = [Contents(folder, (), None, tuple(pages.parts)), *pages.contents]
        made = {one.folder for one in contents} | {one.folder for one in pages.parts}
        contents += [Contents(f"{base}{one}", (), None, ()) for one in kept if f"{base}{one}" not in made]
        return Plan(tuple(pages.parts), tuple(contents))

    def promised(self, base: str) -> list[str]:
        """What was promised below a folder, from there."""
        found = []
        for one in islice(self._released, bisect_right(self._released, base), None):
            if not one.startswith(base):
                break
            found.append(one.removeprefix(base))
        return found

    def _divide(
        self,
        base: str,
        steps: tuple[Step, ...],
        items: list[Item],
        promised: list[str],
        room: int,
        pages: _Pages,
        headings: Mapping[str, Step],
    ) -> None:
        """Divides what stands under some headings, by the next heading or, where there is none, by numbers."""
        depth = len(steps)
        known = dict(headings)
        under: dict[str, list[Item]] = {}
        plain: list[Item] = []
        for item in items:
            if len(item.steps) > depth:
                step = item.steps[depth]
                under.setdefault(known.setdefault(step.slug, step).slug, []).append(item)
            else:
                plain.append(item)
        for one in promised:
            if one.partition("/")[0] in known:
                under.setdefault(one.partition("/")[0], [])
        for slug, some in under.items():
            folder = f"{base}{slug}/"
            inside = [one.partition("/")[2] for one in promised if one.startswith(f"{slug}/") and one != f"{slug}/"]
            within = (*steps, known[slug])
            if sum(item.weight for item in some) <= room and not inside:
                pages.parts.append(Part(folder, within, None, tuple(some)))
                continue
            before = len(pages.parts)
            self._divide(folder, within, some, inside, room, pages, {})
            pages.contents.append(Contents(folder, within, None, tuple(pages.parts[before:])))
        self._number(base, steps, plain, [block for one in promised if (block := _block(one))], room, pages)

    def _number(
        self, base: str, steps: tuple[Step, ...], items: list[Item], promised: list[Block], room: int, pages: _Pages
    ) -> None:
        """Divides things by their numbers, one series after the other."""
        for series in dict.fromkeys([*(item.series for item in items), *(block.series for block in promised)]):
            some = [item for item in items if item.series == series]
            known = [block for block in promised if block.series == series]
            highest = max([*(item.number for item in some), *(block.last for block in known)])
            made = [
                Part(f"{base}{block.slug}/", steps, block, tuple(held), block.last >= highest)
                for block, held in _blocks(Block(series, 1, _width(highest)), some, known, room)
            ]
            pages.parts += made
            for block in known:
                inner = tuple(part for part in made if part.block and block.around(part.block))
                if inner:
                    pages.contents.append(Contents(f"{base}{block.slug}/", steps, block, inner))


class _Pages:
    """The pages of a plan as they are found."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.contents: list[Contents] = []


def _blocks(block: Block, items: list[Item], known: Sequence[Block], room: int) -> Iterator[tuple[Block, list[Item]]]:
    """The blocks that a series is divided into, each with what lies in it; empty ones only where they were promised."""
    held = [item for item in items if block.holds(item)]
    inside = [one for one in known if block.around(one)]
    if not held and not inside and block not in known:
        return
    if block.first == block.last or (not inside and sum(item.weight for item in held) <= room):
        yield block, held
        return
    for part in block.parts():
        yield from _blocks(part, held, inside + [one for one in known if one == part], room)


def _width(number: int) -> int:
    """The width of the narrowest block from 1 that holds a number."""
    width = _LEAST
    while width < number:
        width *= 2
    return width


def _block(address: str) -> Block | None:
    """The block that an address names from the folder of a page; None where it names none that parts are made of."""
    match = _ADDRESS.fullmatch(address)
    if not match or match[1] != match[3]:
        return None
    block = Block(match[1], int(match[2]), int(match[4]))
    width = block.last - block.first + 1
    sound = width in (1, 5) or (width >= _LEAST and _width(width) == width)
    return block if width > 0 and sound and (block.first - 1) % width == 0 else None
