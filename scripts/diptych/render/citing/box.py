"""How a page is cited: the box that readers copy from, the files beside it, and what machines read in its head."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from diptych.dossier import Dossier
from diptych.history import Release
from diptych.records import Passage, Record, Source
from diptych.render.addresses import (
    HOME,
    LOST,
    canonical,
    normal,
    passage_path,
    record_path,
    root_of,
    short,
    source_path,
)
from diptych.render.citing.formats import bibtex, csl_json, ris
from diptych.render.citing.items import (
    Item,
    as_released,
    dossier_item,
    page_item,
    passage_item,
    record_item,
    source_item,
)
from diptych.render.citing.linked import Linked, Node, script
from diptych.render.citing.metadata import Terms, terms
from diptych.render.citing.styles import Styles
from diptych.render.dataset.annotations import text_fragment
from diptych.render.dataset.publishing import revision
from diptych.render.frozen_paths import frozen_path
from diptych.render.site import Site

#: An entry in each style: the style's name, and the entry as HTML.
Entries = tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, slots=True)
class PassageCitation:
    """How one passage is cited; `outlet` picks its words out on the outlet's own page, `archived` is a copy of that."""

    anchor: str
    entries: Entries
    outlet: str
    archived: str


@dataclass(frozen=True, slots=True)
class Box:
    """How a page is cited.

    `address` is what the entries give: that of the frozen page where there is one of what the page says now (`frozen`,
    from the site's root), else of the page itself. `formats` are the name, the text and the file of each other form.
    """

    address: str
    frozen: str
    entries: Entries
    passages: tuple[PassageCitation, ...]
    articles: tuple[Markup, ...]
    formats: tuple[tuple[str, str, str], ...]
    meta: Terms
    linked: Markup


class Citing:
    """Makes the boxes of one site."""

    def __init__(self, dossier: Dossier, site: Site) -> None:
        self._dossier, self._site = dossier, site
        self._file, self._language = dossier.file, site.language
        self._linked = Linked(dossier, site)
        self._styles = site.styles or Styles({})
        self._actors = {actor.id: actor for actor in dossier.actors}
        self._sources: Mapping[str, Source] = {source.id: source for source in dossier.sources}
        self._records: Mapping[str, Record] = {record_path(record.id): record for record in dossier.records}
        self._articles = {source_path(source.id): source for source in dossier.sources}
        self._frozen = {given: made for one in dossier.releases for given, made in one.revisions.items()}
        self._cited: dict[str, Markup] = {}
        self._made: dict[tuple[str, str], Release] = {}  # the release that made a revision's page, which is the first
        for one in dossier.releases:
            for given, made in one.revisions.items():
                self._made.setdefault((given, made), one)

    def box(self, path: str, title: str) -> Box:
        """The box of the page at a path from the site's root: of a record, a source, or of any other page."""
        path = normal(path)
        if record := self._records.get(path):
            return self._record(record, path)
        address = "" if path == LOST else canonical(path, self._site)
        if path == HOME:
            return self._box(path, dossier_item(self._file, address), self._linked.whole())
        item = page_item(self._file, title, address)
        source = self._articles.get(path)
        if source is None:
            return self._box(path, item, self._linked.page(title, path))
        return self._box(path, item, self._linked.source(source), articles=[source])

    def files(self, path: str) -> dict[str, str]:
        """Where the reference to a page stands as a file, by the ending of each form; the error page has none."""
        folder = short(path)
        return {} if path == LOST else {ending: f"{folder}cite.{ending}" for ending in ("bib", "ris", "json")}

    def _record(self, record: Record, path: str) -> Box:
        now = revision(record) if record.id in self._frozen else ""
        frozen = bool(now) and self._frozen[record.id] == now
        page = frozen_path(record.id, now) if frozen else path
        sources = [self._sources[one] for one in dict.fromkeys(passage.source for passage in record.passages)]
        address = canonical(page, self._site)
        actor = self._actors[record.actor]
        item = record_item(self._file, self._language, record, actor, sources, address)
        if frozen:
            item = self._dated(item, record, now)
        speaker = "" if record.kind == "event" else actor.name
        passages = tuple(
            self._passage(record, number, passage, page, now if frozen else "") for number, passage in record.numbered
        )
        return self._box(path, item, self._linked.record(record), passages, sources, page if frozen else "", speaker)

    def _dated(self, item: Item, record: Record, made: str) -> Item:
        """An item with the version and the day of the release that made the frozen page of a revision."""
        release = self._made[record.id, made]
        return as_released(item, release.name, made, release.date)

    def _passage(self, record: Record, number: int, passage: Passage, page: str, frozen: str) -> PassageCitation:
        """How a passage is cited on a page, which is that of the revision `frozen` where there is one."""
        source = self._sources[passage.source]
        speaker = self._actors.get(passage.actor or "")
        place = f"{page}#{passage_path(record.id, number).partition('#')[2]}"
        address = canonical(place, self._site)
        item = passage_item(self._file, self._language, record, number, passage, speaker, source, address)
        if frozen:
            item = self._dated(item, record, frozen)
        outlet = text_fragment(source.address, passage) if source.address else ""
        return PassageCitation(f"p{number}", self._entries(item), outlet, source.archived or "")

    def _box(
        self,
        path: str,
        item: Item,
        linked: Node,
        passages: tuple[PassageCitation, ...] = (),
        articles: list[Source] | None = None,
        frozen: str = "",
        speaker: str = "",
    ) -> Box:
        made = {"bib": ("BibTeX", bibtex([item])), "ris": ("RIS", ris([item])), "json": ("CSL-JSON", csl_json([item]))}
        formats = tuple((*made[ending], file) for ending, file in self.files(path).items())
        return Box(
            address=item.get("URL", ""),
            frozen=frozen,
            entries=self._entries(item),
            passages=passages,
            articles=tuple(map(self._article, (articles or ()) if self._styles.names else ())),
            formats=formats,
            meta=terms(item, self._file.language, (one.title for one in articles or ()), speaker),
            linked=script(linked, self._site.base, root_of(path, self._site), self._linked.written),
        )

    def _article(self, source: Source) -> Markup:
        """An article in the first of the styles; many records cite the same one."""
        if source.id not in self._cited:
            self._cited[source.id] = self._styles.cite(next(iter(self._styles.names)), source_item(source))
        return self._cited[source.id]

    def _entries(self, item: Item) -> Entries:
        return self._styles.entries(item)


#: Holds the last one made and no more, as the pages of one build are all asked for together.
_last: deque[tuple[Dossier, Site, Citing]] = deque(maxlen=1)


def citing_of(dossier: Dossier, site: Site) -> Citing:
    """What makes the boxes of a site, made once for all the pages of a build."""
    found = next((citing for one, where, citing in _last if one is dossier and where is site), None)
    if found is None:
        found = Citing(dossier, site)
        _last.append((dossier, site, found))
    return found
