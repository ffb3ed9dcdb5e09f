"""What leads from page to page: words and the path behind them."""

from __future__ import annotations

from dataclasses import dataclass, field

from diptych.records import Actor, Source
from diptych.render.addresses import actor_path, source_path
from diptych.render.templating import Kept


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: `path` is from the site's root."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a menu: `current` is `page` on that page, `true` on one below it, else empty."""

    title: str
    path: str
    current: str


@dataclass(frozen=True, slots=True)
class Menu:
    """A list of the navigation, the same on all pages below one entry."""

    entries: tuple[Entry, ...]
    kept: Kept = field(default_factory=dict, compare=False, repr=False)


def actor_link(actor: Actor) -> Link:
    """To an actor's page."""
    return Link(actor.name, actor_path(actor.id))


def source_link(source: Source) -> Link:
    """To a source's page, under the name that lists use."""
    return Link(source.name, source_path(source.id))
