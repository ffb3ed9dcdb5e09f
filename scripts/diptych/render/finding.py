"""The pages that lead to everything: the search and the register."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.render import addresses
from diptych.render.dataset.binding import Binder
from diptych.render.index import Index
from diptych.render.search import CATALOGUE, entries, shelves
from diptych.render.shell import Page, frame
from diptych.render.site import Site
from diptych.render.views.register import RegisterPage
from diptych.render.views.search import search_page


def search(index: Index, site: Site, binder: Binder, ground: str) -> tuple[dict[str, str], Page]:
    """The files of the search's index, and the page that asks it.

    `binder` knows what stands of them, `ground` stands for the code that makes them.
    """
    found = shelves(tuple(entries(index)), binder.noted(CATALOGUE), binder.standing, ground)
    binder.note(CATALOGUE, found.noted)
    context = frame(index.dossier, site, addresses.SEARCH, index.language.text("search.title"))
    return found.files, (addresses.SEARCH, "search.html", context | {"view": search_page(index, found.version)})


def register_page(index: Index, site: Site, page: RegisterPage) -> Iterator[Page]:
    """A page of the register."""
    title, about = _called(index, page)
    yield page.path, "register.html", frame(index.dossier, site, page.path, title, about) | {"view": page}


def _called(index: Index, page: RegisterPage) -> tuple[str, str]:
    """The title and the description of a page of the register; those of a part say which part it is."""
    speak = index.language.text
    if page.path == addresses.REGISTER:
        return speak("register.title"), ""
    (part,) = page.parts
    kind, span = part.name, speak("register.span", first=part.span[0], last=part.span[1])
    title = index.dossier.file.title
    return speak("register.titled", kind=kind, span=span), speak("register.about", title=title, kind=kind, span=span)
