"""Pages and places that were released and are no more: where they went, or why they are gone, at their old address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import jinja2

from diptych.dossier import Dossier
from diptych.ledger import Fate, Ledger
from diptych.render.addresses import address_of, canonical, normal
from diptych.render.frozen_paths import frozen_path
from diptych.render.shell import frame
from diptych.render.site import Site
from diptych.signs import marked
from diptych.values import RECORD_ID

_ID = re.compile(r'\sid="([^"]+)"')
_END = "</main>"
_RECORD = re.compile(rf"[a-z]+/({RECORD_ID})/")


@dataclass(frozen=True, slots=True)
class Former:
    """A place that is no more: its old id, and where it is now (a path from the site's root) or why it is gone."""

    anchor: str
    now: str
    why: str


@dataclass(frozen=True, slots=True)
class FormerPage:
    """A page that is no more, with the places that were on it.

    `when` says between which releases it went. `version` leads to the last version of a record that was released, in
    `release`; `statement` is what it said.
    """

    address: str
    now: str
    why: str
    places: tuple[Former, ...]
    when: str = ""
    version: str = ""
    release: str = ""
    statement: str = ""


def ids(html: str) -> set[str]:
    """The places on a page."""
    return set(_ID.findall(html))


class Formers:
    """What the ledger promises, page by page, and what stands at those addresses now."""

    def __init__(self, dossier: Dossier, site: Site, environment: jinja2.Environment) -> None:
        self._dossier = dossier
        self._site = site
        self._environment = environment
        self._ledger = Ledger(dossier)
        self._promised = dossier.permalinks.promised

    def pages(self, made: Mapping[str, str]) -> dict[str, str]:
        """A page for each released address that the site has no page for and the ledger knows the fate of."""
        found = {}
        narrative = {normal(path) for _, path in self._site.navigation}
        for address in self._promised:
            fate = self._ledger.fate(address)
            if fate is not None and normal(address) not in made and normal(address) not in narrative:
                there = made.get(normal(fate.now)) if fate.now else None
                found[normal(address)] = self._page(address, fate, None if there is None else ids(there))
        return found

    def kept(self, path: str, html: str) -> str:
        """A page with the ids of the places that were released on it and are not there any more, at its end."""
        address = address_of(path)
        anchors = self._promised.get(address)
        if not anchors:
            return html
        held = ids(html)
        places = tuple(self._places(address, (anchor for anchor in anchors if anchor not in held)))
        if not places:
            return html
        template = self._environment.get_template("partials/former.html")
        context = frame(self._dossier, self._site, path, "") | {"places": places}
        before, end, after = html.rpartition(_END)
        return f"{before}{template.render(context)}{end}{after}"

    def _places(self, address: str, anchors: Iterable[str], there: set[str] | None = None) -> Iterator[Former]:
        """What became of places; `there` are those on the page that took the place of theirs, where that is known."""
        for anchor in anchors:
            place = f"{address}#{anchor}"
            fate = self._ledger.fate(place)
            if fate is not None:
                yield Former(anchor, _path(self._now(address, anchor, fate, there)), fate.why)
            elif home := self._ledger.home(place):  # it stands, and is not shown on this page any more
                yield Former(anchor, _path(home), "")

    def _now(self, address: str, anchor: str, fate: Fate, there: set[str] | None) -> str:
        """Where a place is now; where a whole page moved, it is looked for on the new one, a passage by its words.

        What a place is named after may have left the new page: then it is on a page of its own.
        """
        noted = self._promised[address][anchor]
        if not fate.now or "#" in fate.now:
            return fate.now
        if noted:
            number = self._ledger.number(fate.now, noted)
            return f"{fate.now}#p{number}" if number else fate.now
        if fate.was != address:
            return fate.now
        if there is None or anchor in there:
            return f"{fate.now}#{anchor}"
        return self._ledger.home(f"{address}#{anchor}") or fate.now

    def _page(self, address: str, fate: Fate, there: set[str] | None) -> str:
        places = tuple(self._places(address, self._promised[address], there))
        shown = FormerPage(address, _path(fate.now), fate.why, places, self._when(fate.was), **self._last(address))
        title = self._site.language.text("former.moved" if fate.now else "former.gone", address=address)
        context = frame(self._dossier, self._site, normal(address), title)
        if fate.now:
            context["canonical"] = canonical(_path(fate.now), self._site)
        template = self._environment.get_template("former.html")
        return marked(template.render(context | {"view": shown}))

    def _when(self, was: str) -> str:
        """Between which releases an address went, in words: the ledger knows no other dates."""
        say = self._site.language
        for release in self._dossier.releases:
            if was in release.former:
                return say.text("former.by", release=release.name, date=say.date(release.date))
        if not self._dossier.releases:
            return ""
        last = self._dossier.releases[-1]
        return say.text("former.since", release=last.name, date=say.date(last.date))

    def _last(self, address: str) -> dict[str, str]:
        """The last released version of the record that had an address; nothing for any other page."""
        page = _RECORD.fullmatch(address)
        versions = self._site.frozen.get(page[1], ()) if page else ()
        if not page or not versions:
            return {}
        made = versions[-1]
        statement = str(made.content["statement"]) if made.content else ""
        return {"version": frozen_path(page[1], made.revision), "release": made.release, "statement": statement}


def _path(address: str) -> str:
    """An address as a path from the site's root, in the form that works in a plain folder too."""
    page, mark, place = address.partition("#")
    return f"{normal(page)}{mark}{place}" if address else ""
