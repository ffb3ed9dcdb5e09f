"""What leads from page to page: words and the path behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from diptych.records import Actor, Source, Theme
from diptych.render.addresses import actor_path, source_path, theme_path
from diptych.render.language import Language
from diptych.render.written import written

#: Markup that a template made of a view, by what it depends on beside the view. Many pages show the same record or
#: menu, and making its markup anew for each is most of the time that a large dossier takes.
Kept = dict[str | tuple[str, str], Markup]
#: A page's name, or the key of it, and where it stands.
Named = tuple[str, str]
#: Words in the interface's own language.
UNMARKED = Markup()


class Link(NamedTuple):
    """Words that lead somewhere: `path` is from the site's root, `marked` says that they are in another language."""

    text: str
    path: str
    marked: Markup = UNMARKED


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a menu: `current` is `page` on that page, `true` on one below it, else empty."""

    title: str
    path: str
    current: str
    marked: Markup = UNMARKED


@dataclass(frozen=True, slots=True)
class Menu:
    """A list of the navigation, the same on all pages below one entry."""

    entries: tuple[Entry, ...]
    kept: Kept = field(default_factory=dict, compare=False, repr=False)


def links(root: str, items: Sequence[Link], language: Language) -> Markup:
    """Several links as the language lists things; `root` leads to the site's root."""
    return language.joined([_anchor(root, to) for to in items])


@lru_cache(maxsize=10_000)
def _anchor(root: str, to: Link) -> Markup:
    return Markup(f'<a href="{written(root + to.path)}"{to.marked}>{written(to.text)}</a>')


def actor_link(actor: Actor, language: Language) -> Link:
    """To an actor's page."""
    return Link(actor.name, actor_path(actor.id), language.own)


def theme_link(theme: Theme, language: Language) -> Link:
    """To a theme's page."""
    return Link(theme.title, theme_path(theme.id), language.own)


def source_link(source: Source, language: Language) -> Link:
    """To a source's page, under the name that lists use: one that the dossier gave it, or one in its own language."""
    return Link(source.name, source_path(source.id), language.own if source.label else language.marked(source.language))
