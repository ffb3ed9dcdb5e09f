"""All generated pages of a dossier, as text: no disk, no MkDocs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape

import jinja2

from diptych import collector
from diptych.records import LETTERS, Dossier
from diptych.render import addresses, words
from diptych.render.feed import feed
from diptych.render.finding import finding
from diptych.render.former import Formers
from diptych.render.index import Index, index_of
from diptych.render.overview import overview
from diptych.render.search import entries, shelves
from diptych.render.shell import Page, frame
from diptych.render.site import Site
from diptych.render.versions import versions_of
from diptych.render.views.actor import actor_page, sides
from diptych.render.views.data import data
from diptych.render.views.discrepancies import disagreements
from diptych.render.views.home import home_view
from diptych.render.views.promise import promise
from diptych.render.views.recommendations import recommendations
from diptych.render.views.record import record_list, record_page
from diptych.render.views.shared import Desk
from diptych.render.views.sidebyside import side_by_side
from diptych.render.views.source import source_lines, source_page
from diptych.render.views.theme import theme_lines, theme_page
from diptych.render.views.timeline import timeline


def home(dossier: Dossier, site: Site) -> dict[str, Any]:
    """Everything that home.html shows but the editor's introduction, which is its `page`."""
    return frame(dossier, site, addresses.HOME, "") | {"view": home_view(index_of(dossier, site.language))}


def pages(
    dossier: Dossier, site: Site, environment: jinja2.Environment, sizes: Mapping[str, int] | None = None
) -> dict[str, str]:
    """Every generated page, its path from the site's root → its HTML; with sitemap.xml and robots.txt.

    `sizes` are those of the files of the dataset, in bytes by their path, for the page that offers them. Narrative
    pages (`site.navigation`) and the front page are not among the pages, but the sitemap lists them.
    """
    index = index_of(dossier, site.language)
    desk = Desk(index)
    with collector.paused():
        found = shelves(tuple(entries(index)))
        parts = [part(index, desk, site) for part in (_parts, _records, _rest)]
        made: dict[str, str] = {}
        references: dict[str, str] = {}
        for part in (
            *parts,
            _data(index, site, sizes or {}),
            overview(index, site),
            promise(index, site),
            finding(index, site, found.version),
        ):
            for path, template, context in part:
                made[path] = environment.get_template(template).render(context)
                references |= _references(context)
        for title, path in ((dossier.file.title, addresses.HOME), *site.navigation):
            references |= _references(frame(dossier, site, path, title))
        formers = Formers(dossier, site, environment)
        made = {path: formers.kept(path, html) for path, html in made.items()}
    narrative = [addresses.normal(path) for _, path in site.navigation]
    robots = _for_robots(site, [addresses.HOME, *narrative, *made])
    return made | references | formers.pages(made) | found.files | feed(index, site) | robots


def _references(context: Mapping[str, Any]) -> dict[str, str]:
    """The reference to a page as the files that stand beside it."""
    return {file: text for _, text, file in context["cite"].formats}


def _parts(index: Index, desk: Desk, site: Site) -> Iterator[Page]:
    """The pages that there is one of."""
    parts = (
        (addresses.SIDE_BY_SIDE, "nav.side_by_side", "side-by-side.html", side_by_side(index, desk)),
        (addresses.THEMES, "nav.themes", "themes.html", theme_lines(index)),
        (addresses.SOURCES, "nav.sources", "sources.html", source_lines(index)),
        (addresses.ACTORS, "nav.speakers", "actors.html", sides(index)),
        (
            addresses.list_path("recommendation"),
            "nav.recommendations",
            "recommendations.html",
            recommendations(index, desk),
        ),
        (addresses.DISCREPANCIES, "nav.discrepancies", "discrepancies.html", disagreements(index)),
        (addresses.TIMELINE, "nav.timeline", "timeline.html", timeline(index, desk)),
    )
    say = site.language.text
    for path, title, template, view in parts:
        yield path, template, frame(index.dossier, site, path, say(title)) | {"view": view}
    for kind in LETTERS:
        if kind != "recommendation":  # those have a page of another form
            path = addresses.list_path(kind)
            context = frame(index.dossier, site, path, say(f"kinds.{kind}"))
            yield path, "records.html", context | {"view": record_list(index, desk, kind)}


def _data(index: Index, site: Site, sizes: Mapping[str, int]) -> Iterator[Page]:
    """The page of the downloads."""
    context = frame(index.dossier, site, addresses.DATA, site.language.text("nav.data"))
    yield addresses.DATA, "data.html", context | {"view": data(index, sizes)}


def _records(index: Index, desk: Desk, site: Site) -> Iterator[Page]:
    """A page for each record."""
    for record in index.dossier.records:
        view = record_page(index, desk, record)
        card = view.card
        title = site.language.text("record.title", id=record.id, statement=words.shortened(record.statement, 90))
        about = site.language.text(
            "record.about",
            name=card.name,
            actor=card.actor.text,
            statement=words.shortened(record.statement, 160),
            evidence=words.shortened(card.evidence, 120),
        )
        context = frame(index.dossier, site, card.path, title, about)
        versions = versions_of(record, site)
        yield card.path, "record.html", context | {"view": view, "versions": versions}
        if versions and versions.path:
            name = site.language.text("versions.title", name=card.name)
            context = frame(index.dossier, site, versions.path, name)
            yield versions.path, "versions.html", context | {"view": view, "versions": versions}


def _rest(index: Index, desk: Desk, site: Site) -> Iterator[Page]:
    """A page for each theme, source and actor."""
    dossier, say = index.dossier, site.language.text
    for theme in dossier.themes:
        path = addresses.theme_path(theme.id)
        theme_view = theme_page(index, desk, theme)
        about = say("theme.about", title=theme.title, summary=theme_view.summary, dossier=dossier.file.title)
        yield path, "theme.html", frame(dossier, site, path, theme.title, about) | {"view": theme_view}
    for source in dossier.sources:
        path = addresses.source_path(source.id)
        title = say("source.name", id=source.id, name=words.shortened(source.title, 90))
        source_view = source_page(index, desk, source)
        about = say(
            "source.about",
            id=source.id,
            name=source.name,
            title=words.shortened(source.title, 120),
            ledger=source_view.ledger,
        )
        yield path, "source.html", frame(dossier, site, path, title, about) | {"view": source_view}
    for actor in dossier.actors:
        path = addresses.actor_path(actor.id)
        name = words.shortened(actor.name, 90)
        about = say("actor.about", name=name, dossier=dossier.file.title, id=actor.id)
        context = frame(dossier, site, path, say("actor.title", name=name, id=actor.id), about)
        yield path, "actor.html", context | {"view": actor_page(index, desk, actor)}


def _for_robots(site: Site, paths: list[str]) -> dict[str, str]:
    """The sitemap and robots.txt; without an address of the site nothing true could stand in them."""
    if not site.base:
        return {}
    lines = [f"<url><loc>{escape(addresses.canonical(path, site))}</loc></url>" for path in dict.fromkeys(paths)]
    body = "\n".join(lines)
    return {
        "sitemap.xml": (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{body}\n</urlset>\n'
        ),
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {site.base}sitemap.xml\n",
    }
