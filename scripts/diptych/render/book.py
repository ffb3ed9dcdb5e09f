"""All generated files of a dossier but its dataset, as units that can be made one by one: no disk, no MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from typing import Any

import jinja2

from diptych import collector
from diptych.dossier import Dossier
from diptych.notes import digest_of
from diptych.records import Record
from diptych.render import addresses
from diptych.render.dataset.binding import Binder, Keyed
from diptych.render.divided.groups import Groups
from diptych.render.divided.pages import Sheaves
from diptych.render.divided.sheaf import Divider
from diptych.render.evidence import count_words
from diptych.render.feed import feed
from diptych.render.finding import register_page, search
from diptych.render.index import Index, index_of
from diptych.render.keys import Keys
from diptych.render.shell import Page, frame
from diptych.render.site import Site
from diptych.render.units import Made, Press, Unit, references
from diptych.render.versions import versions_of
from diptych.render.views.data import data
from diptych.render.views.home import home_view
from diptych.render.views.promise import promise
from diptych.render.views.record import record_page
from diptych.render.views.register import register
from diptych.render.views.shared import Desk
from diptych.render.views.theme import theme_lines
from diptych.values import LETTERS, shortened

#: Makes the files of the dataset, each with its path from the site's root.
Dataset = Callable[[Keyed], Iterable[tuple[str, bytes]]]


def home(dossier: Dossier, site: Site) -> dict[str, Any]:
    """Everything that home.html shows but the editor's introduction, which is its `page`."""
    return frame(dossier, site, addresses.HOME, "") | {"view": home_view(index_of(dossier, site.language))}


def pages(dossier: Dossier, site: Site, environment: jinja2.Environment) -> dict[str, str]:
    """Every generated file but those of the dataset, as text by its path from the site's root."""
    with collector.paused():
        made = (file for unit in units(dossier, site, environment, lambda _: ()) for file in unit.make())
        return {path: text for path, text in made if isinstance(text, str)}


def units(
    dossier: Dossier,
    site: Site,
    environment: jinja2.Environment,
    dataset: Dataset,
    ground: str = "",
    groups: Groups | None = None,
    known: Callable[[Sequence[Unit]], None] | None = None,
    binder: Binder | None = None,
) -> Iterator[Unit]:
    """Every generated file, in the order of the sitemap. `ground` stands in their keys for templates and code.

    `groups` knows how pages were divided before, `binder` what stands of the search. `known` is told of the
    units that need no dividing, which are most of the work, before the others are found; these are found one by one, as
    no more than one need be held at once.

    Narrative pages (`site.navigation`) and the front page are not among them, but the sitemap lists those too.
    """
    book = _Book(index_of(dossier, site.language), site, environment, ground, groups, binder)
    yield from book.units(book.known(dataset, known))


def record_pages(dossier: Dossier, site: Site, environment: jinja2.Environment) -> Callable[[Record], Iterator[Made]]:
    """What makes the page of a record of the dossier with its files: the same as its unit makes."""
    return _Book(index_of(dossier, site.language), site, environment, "").alone


class _Book:
    """The units of one dossier. What several need is made once, when the first of them is."""

    def __init__(
        self,
        index: Index,
        site: Site,
        environment: jinja2.Environment,
        ground: str,
        groups: Groups | None = None,
        binder: Binder | None = None,
    ) -> None:
        self.binder, self.ground = binder or Binder(), ground
        self.index, self.site, self.dossier = index, site, index.dossier
        self.press = Press(index.dossier, site, environment)
        self.desk = Desk(index, site.heavy)
        self.keys = Keys(index, site, digest_of((ground, str(self.desk.weights.brief), str(self.press.deceiving))))
        self.sheaves = Sheaves(self.desk)
        self.divider = Divider(index, site, self.press, self.keys, groups or Groups())
        self.say = site.language.text

    def alone(self, record: Record) -> Iterator[Made]:
        """The files of the page of a record."""
        return self.press.printed(self._record(record))

    def known(self, dataset: Dataset, tell: Callable[[Sequence[Unit]], None] | None = None) -> dict[str, Unit]:
        """By their names the pages of records, the dataset and the search, once they were told of."""
        whole, made = self.keys.whole, {}
        made[addresses.DATA] = Unit(addresses.DATA, whole, (addresses.DATA,), partial(self._data, dataset))
        made[addresses.SEARCH] = Unit(addresses.SEARCH, whole, (addresses.SEARCH,), self._search)
        for record in self.dossier.records:
            path = addresses.record_path(record.id)
            made[path] = self.press.unit(self.keys.record(record, path), partial(self._record, record), path)
        if tell:
            tell([*made.values()])
        return made

    def units(self, known: Mapping[str, Unit]) -> Iterator[Unit]:
        """All of them, those that are `known` in their places."""
        listed = [addresses.HOME, *(addresses.normal(path) for _, path in self.site.navigation)]
        released: dict[str, Unit] = {}
        for unit in self._pages(known):
            listed += unit.pages
            if self.dossier.permalinks.released:
                released |= dict.fromkeys(unit.pages, unit)
            yield unit
        whole = self.keys.whole
        yield Unit("cite", self.keys.ground, (), self._narrative)
        if self.dossier.permalinks.released:
            yield Unit("former", whole, (), lambda: iter(self.press.formers.pages(_Shown(released)).items()))
        yield Unit("feed.xml", whole, (), lambda: iter(feed(self.index, self.site).items()))
        yield Unit(
            "sitemap.xml",
            digest_of([self.site.base, *listed]),
            (),
            lambda: iter(_for_robots(self.site, listed).items()),
        )

    def _pages(self, known: Mapping[str, Unit]) -> Iterator[Unit]:
        yield from self._parts()
        for record in self.dossier.records:
            yield known[addresses.record_path(record.id)]
        divider, sheaves = self.divider, self.sheaves
        for theme in self.dossier.themes:
            yield from divider.units(sheaves.theme(theme), self.keys.theme(theme, addresses.theme_path(theme.id)))
        for source in self.dossier.sources:
            yield from divider.units(sheaves.source(source), self.keys.source(source, addresses.source_path(source.id)))
        for actor in self.dossier.actors:
            yield from divider.units(sheaves.actor(actor), self.keys.actor(actor, addresses.actor_path(actor.id)))
        whole, index, site = self.keys.whole, self.index, self.site
        yield known[addresses.DATA]
        yield from divider.units(sheaves.glance(), whole)
        words = (str(count_words(record.statement)) for record in self.dossier.records)
        yield from divider.units(sheaves.symmetry(), digest_of((self.keys.counted, *words)), self.keys.counted)
        if not any(addresses.normal(path) == addresses.PROMISE for _, path in site.navigation):
            yield self.press.unit(whole, lambda: promise(index, site), addresses.PROMISE)
        yield known[addresses.SEARCH]
        for page in register(index):
            given = digest_of((self.keys.ground, repr(page), self.keys.promised(page.path)))
            yield self.press.unit(given, partial(register_page, index, site, page), page.path)

    def _parts(self) -> Iterator[Unit]:
        """The pages that there is one of."""
        divider, sheaves, keys = self.divider, self.sheaves, self.keys
        yield from divider.units(sheaves.side_by_side(), keys.whole)
        listed = digest_of((keys.counted, keys.promised(addresses.THEMES)))
        yield self.press.unit(listed, self._themes, addresses.THEMES)
        for sheaf, given in (
            (sheaves.sources(), keys.counted),
            (sheaves.speakers(), keys.counted),
            (sheaves.recommendations(), keys.asked),
            (sheaves.discrepancies(), keys.counted),
            (sheaves.timeline(), keys.dated),
        ):
            yield from divider.units(sheaf, given)
        for kind in LETTERS:
            if kind != "recommendation":  # those have a page of another form
                names = (record.id for record in self.index.kinds[kind])
                given = self.keys.listed(names, addresses.list_path(kind))
                yield from divider.units(sheaves.listed(kind), given)

    def _themes(self) -> Iterator[Page]:
        path = addresses.THEMES
        context = frame(self.dossier, self.site, path, self.say("nav.themes"))
        yield path, "themes.html", context | {"view": theme_lines(self.index)}

    def _data(self, dataset: Dataset) -> Iterator[Made]:
        """The files of the dataset, and the page of the downloads."""
        sizes = {}
        for path, content in dataset(self.keys.dataset()):
            sizes[path] = len(content)
            yield path, content
        context = frame(self.dossier, self.site, addresses.DATA, self.say("nav.data"))
        yield from self.press.printed([(addresses.DATA, "data.html", context | {"view": data(self.index, sizes)})])

    def _record(self, record: Record) -> Iterator[Page]:
        """The page of a record."""
        view = record_page(self.desk, record)
        card = view.card
        title = self.say("record.title", id=record.id, statement=shortened(record.statement, 90))
        about = self.say(
            "record.about",
            name=card.name,
            actor=card.actor.text,
            statement=shortened(record.statement, 160),
            evidence=shortened(card.evidence, 120),
        )
        context = frame(self.dossier, self.site, card.path, title, about)
        yield card.path, "record.html", context | {"view": view, "versions": versions_of(record, self.site)}

    def _search(self) -> Iterator[Made]:
        """The search page with the index that it asks."""
        files, page = search(self.index, self.site, self.binder, self.ground)
        yield from files.items()
        yield from self.press.printed([page])

    def _narrative(self) -> Iterator[Made]:
        """The references to the pages that are not made here."""
        for title, path in ((self.dossier.file.title, addresses.HOME), *self.site.navigation):
            yield from references([frame(self.dossier, self.site, path, title)["cite"].formats])


class _Shown(Mapping[str, str]):
    """The pages of units, each made when it is looked into."""

    def __init__(self, units: Mapping[str, Unit]) -> None:
        self._units = units

    def __getitem__(self, path: str) -> str:
        return str(next(text for made, text in self._units[path].make() if made == path))

    def __contains__(self, path: object) -> bool:
        return path in self._units

    def __iter__(self) -> Iterator[str]:
        return iter(self._units)

    def __len__(self) -> int:
        return len(self._units)


def _for_robots(site: Site, paths: list[str]) -> dict[str, str]:
    """The sitemap and robots.txt; without an address of the site nothing true could stand in them."""
    if not site.base:
        return {}
    lines = [
        f"<url><loc>{escape(addresses.canonical(path, site), quote=False)}</loc></url>" for path in dict.fromkeys(paths)
    ]
    body = "\n".join(lines)
    return {
        "sitemap.xml": (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{body}\n</urlset>\n'
        ),
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {site.base}sitemap.xml\n",
    }
