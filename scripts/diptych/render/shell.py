"""What surrounds every page: its title and address, the navigation, the foot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from diptych.records import LETTERS, Dossier, DossierFile
from diptych.render import addresses
from diptych.render.card import PATH as CARD
from diptych.render.feed import PATH as FEED
from diptych.render.feed import has_feed
from diptych.render.index import Index, index_of
from diptych.render.language import Language
from diptych.render.links import Entry, Menu
from diptych.render.site import Site

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
    narrative = [Entry(name, addresses.normal(where), "", language.own) for name, where in site.navigation]
    return {
        "root": addresses.root_of(path, site),
        "here": path,
        "title": title or file.title,
        "full_title": _full_title(language, title, file.title),
        "description": description or _description(language, file, title),
        "canonical": "" if path == addresses.LOST else addresses.canonical(path, site),
        "feed": FEED if has_feed(index, site) else "",
        "picture": f"{site.base}{CARD}" if site.base else "",
        "policy": site.policy,
        "site_title": file.title,
        "parties": {"reporting": file.parties.reporting.label, "responding": file.parties.responding.label},
        "navigation": _menu(index, (*_named(language, MAIN), *narrative), path),
        "lists": _menu(index, _named(language, LISTS), path),
        "repository": site.repository,
        "version": file.version,
        "checked": site.checked.sentence(language),
        "searched": index.searched,
        "whole": bool(index.to_report),
    }


def _named(language: Language, pages: Iterable[tuple[str, str]]) -> list[Entry]:
    return [Entry(language.text(key), path, "") for key, path in pages]


def _menu(index: Index, parts: Iterable[Entry], here: str) -> Menu:
    entries = tuple(replace(part, current=_current(part.path, here)) for part in parts)
    return index.menus.setdefault(entries, Menu(entries))


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
