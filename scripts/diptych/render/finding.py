"""The pages that lead to everything: the search and the register."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.render import addresses
from diptych.render.index import Index
from diptych.render.shell import Page, frame
from diptych.render.site import Site
from diptych.render.views.register import RegisterPage, register
from diptych.render.views.search import search_page


def finding(index: Index, site: Site, version: str) -> Iterator[Page]:
    """The search page, which asks the index of that version, and the register."""
    dossier, speak = index.dossier, index.language.text
    context = frame(dossier, site, addresses.SEARCH, speak("search.title"))
    yield addresses.SEARCH, "search.html", context | {"view": search_page(index, version)}
    for page in register(index):
        title, about = _called(index, page)
        context = frame(dossier, site, page.path, title, about)
        yield page.path, "register.html", context | {"view": page}


def _called(index: Index, page: RegisterPage) -> tuple[str, str]:
    """The title and the description of a page of the register; those of a part say which part it is."""
    speak = index.language.text
    if page.path == addresses.REGISTER:
        return speak("register.title"), ""
    (part,) = page.parts
    kind, span = part.name, speak("register.span", first=part.span[0], last=part.span[1])
    title = index.dossier.file.title
    return speak("register.titled", kind=kind, span=span), speak("register.about", title=title, kind=kind, span=span)
