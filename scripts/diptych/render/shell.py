"""What surrounds every page: its title and address, the navigation, the foot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from diptych.records import LETTERS, Dossier
from diptych.render import addresses, words
from diptych.render.index import Index, index_of
from diptych.render.links import Entry, Menu
from diptych.render.site import Site

#: The generated pages of the main navigation, in order.
MAIN = (
    ("Side by side", addresses.SIDE_BY_SIDE),
    ("Themes", addresses.THEMES),
    ("Recommendations", addresses.list_path("recommendation")),
    ("Speakers", addresses.ACTORS),
    ("Sources", addresses.SOURCES),
    ("Discrepancies", addresses.DISCREPANCIES),
    ("Timeline", addresses.TIMELINE),
    ("Data", addresses.DATA),
)
#: The lists of records, for the foot of the page.
LISTS = tuple((words.KINDS[kind], addresses.list_path(kind)) for kind in LETTERS if kind != "recommendation")


def frame(dossier: Dossier, site: Site, path: str, title: str, description: str = "") -> dict[str, Any]:
    """Everything that base.html needs for the page at `path` (from the site's root).

    The front page has the dossier's own title. `root` leads to the site's root and stands before every path.
    """
    file, index = dossier.file, index_of(dossier, site.language)
    path = addresses.normal(path)
    if path == addresses.HOME:
        title = ""
    narrative = tuple((name, addresses.normal(where)) for name, where in site.navigation)
    return {
        "root": addresses.root_of(path, site),
        "here": path,
        "title": title or file.title,
        "full_title": f"{title} · {file.title}" if title and title != file.title else file.title,
        "description": description or _description(dossier, title),
        "canonical": "" if path == addresses.LOST else addresses.canonical(path, site),
        "language": file.language,
        "policy": site.policy,
        "site_title": file.title,
        "parties": {"reporting": file.parties.reporting.label, "responding": file.parties.responding.label},
        "navigation": _menu(index, (*MAIN, *narrative), path),
        "lists": _menu(index, LISTS, path),
        "repository": site.repository,
        "version": file.version,
        "checked": site.checked.sentence,
        "searched": index.searched,
        "whole": bool(index.to_report),
    }


def _menu(index: Index, parts: Iterable[tuple[str, str]], here: str) -> Menu:
    entries = tuple(Entry(title, where, _current(where, here)) for title, where in parts)
    return index.menus.setdefault(entries, Menu(entries))


def _current(where: str, here: str) -> str:
    if where == here:
        return "page"
    below = where != addresses.HOME and where.endswith("/index.html") and here.startswith(addresses.short(where))
    return "true" if below else ""


def _description(dossier: Dossier, title: str) -> str:
    file = dossier.file
    said = file.description or (
        f"What {file.parties.reporting.name} reported and what {file.parties.responding.name} answered, side by side."
    )
    return f"{title}. {said}" if title and title != file.title else said
