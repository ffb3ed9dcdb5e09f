"""What is promised to those who cite: the same for every dossier, with the releases of this one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diptych.render import addresses
from diptych.render.index import Index
from diptych.render.shell import Page, frame
from diptych.render.site import Site
from diptych.render.views.shared import When, date_view


@dataclass(frozen=True, slots=True)
class Promise:
    """The releases, newest first: the name of each, its day and how many records it froze; and the citation styles."""

    releases: tuple[tuple[str, When, int], ...]
    styles: str


def promise(index: Index, site: Site) -> Iterator[Page]:
    """The page; none where the dossier has one of its own at that address."""
    if any(addresses.normal(path) == addresses.PROMISE for _, path in site.navigation):
        return
    language, dossier = site.language, index.dossier
    made = [(one.name, date_view(language, one.date), len(one.revisions)) for one in dossier.releases]
    styles = language.listed(list(site.styles.names.values())) if site.styles else ""
    view = Promise(tuple(reversed(made)), styles)
    context = frame(dossier, site, addresses.PROMISE, language.text("promise.title"), language.text("promise.lede"))
    yield addresses.PROMISE, "promise.html", context | {"view": view}
