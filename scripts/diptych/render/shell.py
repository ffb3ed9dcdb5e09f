"""What surrounds every page: its title and address, the navigation, the foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from diptych.records import PLURALS, Dossier
from diptych.render import addresses, words
from diptych.render.site import Site

#: The generated pages of the main navigation, in order.
MAIN = (
    ("Side by side", addresses.SIDE_BY_SIDE),
    ("Themes", addresses.THEMES),
    ("Recommendations", addresses.RECOMMENDATIONS),
    ("Speakers", addresses.ACTORS),
    ("Sources", addresses.SOURCES),
    ("Discrepancies", addresses.DISCREPANCIES),
    ("Timeline", addresses.TIMELINE),
    ("Data", addresses.DATA),
)
#: The lists of records, for the foot of the page.
LISTS = tuple(
    (words.KINDS[kind], f"{plural}/index.html") for kind, plural in PLURALS.items() if kind != "recommendation"
)


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the navigation: `current` is `page` on that page, `true` on one below it, else empty."""

    title: str
    path: str
    current: str


def frame(dossier: Dossier, site: Site, path: str, title: str, description: str = "") -> dict[str, Any]:
    """Everything that base.html needs for the page at `path` (from the site's root).

    The front page has the dossier's own title. `root` leads to the site's root and stands before every path.
    """
    file = dossier.file
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
        "navigation": tuple(_item(name, where, path) for name, where in (*MAIN, *narrative)),
        "lists": tuple(_item(name, where, path) for name, where in LISTS),
        "repository": site.repository,
        "version": file.version,
        "checked": site.checked.sentence,
        "meta": (),
        "json_ld": "",
    }


def _item(title: str, where: str, here: str) -> Item:
    if where == here:
        return Item(title, where, "page")
    below = (
        where != addresses.HOME and here.startswith(where.removesuffix("index.html")) and where.endswith("/index.html")
    )
    return Item(title, where, "true" if below else "")


def _description(dossier: Dossier, title: str) -> str:
    file = dossier.file
    said = file.description or (
        f"What {file.parties.reporting.name} reported and what {file.parties.responding.name} answered, side by side."
    )
    return f"{title}. {said}" if title and title != file.title else said
