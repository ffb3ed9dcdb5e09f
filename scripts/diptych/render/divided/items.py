"""What stands on a page, as far as dividing it needs to know: how heavy each thing is, and where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from diptych.render.links import UNMARKED

#: Whether a page shows a thing: the slug of where it stands there, and its name.
Only = Callable[[str, str], bool]


def everything(_slug: str, _name: str) -> bool:
    """Keeps all: a page that is not divided."""
    return True


def nothing(_slug: str, _name: str) -> bool:
    """Keeps none: a page of contents."""
    return False


@dataclass(frozen=True, slots=True)
class Held:
    """Keeps the things of some `names`, by the slug of where they stand: a part of a page."""

    names: Mapping[str, Collection[str]]

    def __call__(self, slug: str, name: str) -> bool:
        """Whether a thing is one of them."""
        return name in self.names.get(slug, ())


@dataclass(frozen=True, slots=True)
class Step:
    """A heading of a page: what it is called in addresses, its words, and its id on the page.

    `within` says that its words tell the heading above it too, as a month tells its year.
    """

    slug: str
    title: str
    anchor: str
    marked: Markup = UNMARKED
    within: bool = False


class Item(NamedTuple):
    """One thing of a page.

    `steps` are the headings that it stands under and by which the page is divided, the widest first; `band` is one by
    which it is not, such as whether it was answered, which may change. `series` and `number` place it among those
    beside it for good: the letter and the number of an ID. `anchors` are its ids on the page. `weight` is how many
    bytes it takes when compressed, at the most.
    """

    slug: str
    name: str
    weight: int
    series: str
    number: int
    steps: tuple[Step, ...] = ()
    band: Step | None = None
    anchors: tuple[str, ...] = ()

    @property
    def heading(self) -> Step | None:
        """What it is listed under on the page of contents."""
        return self.band or (self.steps[0] if self.steps else None)

    @classmethod
    def of(
        cls, slug: str, given: str, weight: int, *steps: Step, band: Step | None = None, anchors: tuple[str, ...] = ()
    ) -> Item:
        """A thing that its ID names and places."""
        return cls(slug, given, weight, given[0], int(given[1:]), steps, band, anchors)
