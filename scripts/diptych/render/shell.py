"""What surrounds every page: its title and address, the navigation, the foot."""

from __future__ import annotations

from typing import Any

from diptych.dossier import Dossier, DossierFile
from diptych.render import addresses
from diptych.render.card import PATH as CARD
from diptych.render.citing.box import citing_of
from diptych.render.citing.formats import MEDIA
from diptych.render.feed import PATH as FEED
from diptych.render.feed import has_feed
from diptych.render.index import Index, index_of
from diptych.render.language import Language
from diptych.render.links import UNMARKED, Entry, Menu, Named
from diptych.render.site import Site
from diptych.values import LETTERS

#: A page to be made: its path from the site's root, its template, and what that shows.
Page = tuple[str, str, dict[str, Any]]

#: The generated pages of the main navigation, in order, each by the key of its name.
MAIN = (
    ("nav.side_by_side", addresses.SIDE_BY_SIDE),
    ("nav.themes", addresses.THEMES),
    ("nav.recommendations", addresses.list_path("recommendation")),
    ("nav.speakers", addresses.ACTORS),
    ("nav.sources", addresses.SOURCES),
    ("nav.discrepancies", addresses.DISCREPANCIES),
    ("nav.timeline", addresses.TIMELINE),
    ("nav.data", addresses.DATA),
    ("search.title", addresses.SEARCH),
)
#: The lists of records, for the foot of the page.
LISTS = (
    *((f"kinds.{kind}", addresses.list_path(kind)) for kind in LETTERS if kind != "recommendation"),
    ("register.title", addresses.REGISTER),
)


def frame(dossier: Dossier, site: Site, path: str, title: str, description: str = "") -> dict[str, Any]:
    """Everything that base.html needs for the page at `path` (from the site's root).

    The front page has the dossier's own title. `root` leads to the site's root and stands before every path.
    """
    file, language, index = dossier.file, site.language, index_of(dossier, site.language)
    path = addresses.normal(path)
    if path == addresses.HOME:
        title = ""
    return {
        "root": addresses.root_of(path, site),
        "here": path,
        "title": title or file.title,
        "full_title": _full_title(language, title, file.title),
        "description": description or _description(language, file, title),
        "canonical": "" if path == addresses.LOST else addresses.canonical(path, site),
        "feed": FEED if has_feed(index, site) else "",
        "picture": f"{site.base}{CARD}" if site.base else "",
        "cite": citing_of(dossier, site).box(path, title or file.title),
        "cite_media": MEDIA,
        "policy": site.policy,
        "site_title": file.title,
        "parties": {"reporting": file.parties.reporting.label, "responding": file.parties.responding.label},
        "navigation": _menu(index, MAIN, path, site.navigation),
        "lists": _menu(index, LISTS, path),
        "repository": site.repository,
        "version": file.version,
        "checked": site.checked.sentence(language),
        "searched": index.searched,
        "whole": bool(index.to_report),
    }


def _menu(index: Index, pages: tuple[Named, ...], here: str, narrative: tuple[Named, ...] = ()) -> Menu:
    """The entries of a menu: pages by the keys of their names, then narrative ones by their names in the dossier."""
    paths = [addresses.normal(path) for _, path in (*pages, *narrative)]
    currents = tuple(_current(path, here) for path in paths)
    shown = (pages, narrative, currents)
    if shown not in index.menus:
        language = index.language
        titles = [(language.text(key), UNMARKED) for key, _ in pages] + [(name, language.own) for name, _ in narrative]
        index.menus[shown] = Menu(
            tuple(
                Entry(title, path, current, marked)
                for (title, marked), path, current in zip(titles, paths, currents, strict=True)
            )
        )
    return index.menus[shown]


def _current(where: str, here: str) -> str:
    if where == here:
        return "page"
    below = where != addresses.HOME and where.endswith("/index.html") and here.startswith(addresses.short(where))
    return "true" if below else ""


def _full_title(language: Language, title: str, dossier: str) -> str:
    return language.text("frame.title", title=title, dossier=dossier) if title and title != dossier else dossier


def _description(language: Language, file: DossierFile, title: str) -> str:
    said = file.description or language.text(
        "frame.description", reporting=file.parties.reporting.name, responding=file.parties.responding.name
    )
    return language.text("frame.about", title=title, description=said) if title and title != file.title else said
