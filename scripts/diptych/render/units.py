"""What a site is made of, in units: files that are made together, with a key that says what they are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import jinja2

from diptych.dossier import Dossier
from diptych.render.former import Formers
from diptych.render.shell import Page
from diptych.render.site import Site
from diptych.signs import deceives, marked

#: A file that was made: its path from the site's root, and what it holds.
Made = tuple[str, str | bytes]


@dataclass(frozen=True, slots=True)
class Unit:
    """Files that are made together. A unit of the same `name` and `key` always makes the same ones.

    `pages` are those of them that the sitemap lists, known before they are made.
    """

    name: str
    key: str
    pages: tuple[str, ...]
    make: Callable[[], Iterator[Made]]


class Press:
    """Makes files of pages: their HTML, and beside each what refers to it in other forms."""

    def __init__(self, dossier: Dossier, site: Site, environment: jinja2.Environment) -> None:
        self._dossier, self._site, self._environment = dossier, site, environment

    @cached_property
    def formers(self) -> Formers:
        """What was promised of the pages."""
        return Formers(self._dossier, self._site, self._environment)

    @cached_property
    def deceiving(self) -> bool:
        """Whether any text of the dossier, or a title in the menu, holds a sign that pages show by its number.

        Menus are on every page: what is said of them is said of all, whatever other texts there are.
        """
        titles = (title for title, _ in self._site.navigation)
        texts = "" if self._site.plain else self._dossier.model_dump_json()
        return deceives("\n".join((texts, *titles)))

    def printed(self, pages: Iterable[Page]) -> Iterator[Made]:
        """Pages with the files beside them."""
        for path, template, context in pages:
            html = self.formers.kept(path, self._environment.get_template(template).render(context))
            yield path, marked(html) if self.deceiving else html
            yield from references([context["cite"].formats])

    def unit(self, key: str, pages: Callable[[], Iterable[Page]], *paths: str) -> Unit:
        """The unit of some pages, named after the first of their paths."""
        return Unit(paths[0], key, paths, lambda: self.printed(pages()))


def references(formats: Iterable[Iterable[tuple[str, str, str]]]) -> Iterator[Made]:
    """The references to pages as the files that stand beside them."""
    return ((file, text) for one in formats for _, text, file in one)
