"""The dossier as linked data in the terms of schema.org (version 28): what is claimed, by whom, quoted where."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Any

from markupsafe import Markup

from diptych.dossier import Dossier
from diptych.records import Actor, Passage, Record, Source
from diptych.render.addresses import HOME, actor_path, canonical, passage_path, record_path, source_path, theme_path
from diptych.render.site import Site
from diptych.render.written import as_json

Node = dict[str, Any]
#: The text of nodes that stay, by the number of the object (`id`), then by the root of the page.
Written = dict[int, dict[str, str]]

CONTEXT = "https://schema.org"
#: The keys whose values are addresses, of the site or of others.
_ADDRESSES = frozenset({"@id", "url", "contentUrl", "archivedAt"})
_ACTOR = {"person": "Person", "organisation": "Organization", "state": "Country", "group": "Organization"}


class Linked:
    """What the parts of one dossier are in linked data. Nodes have an `@id` where the site's address is known."""

    def __init__(self, dossier: Dossier, site: Site) -> None:
        self.dossier = dossier
        self.site = site
        self._actors: Mapping[str, Actor] = {actor.id: actor for actor in dossier.actors}
        self._sources: Mapping[str, Source] = {source.id: source for source in dossier.sources}
        self._themes = {theme.id: theme.title for theme in dossier.themes}
        self._named: dict[str, Node] = {}  # what many records name: sources, actors, themes, the dossier; each once
        #: The same in JSON, by the number of the object and by the root of the page, as it stands on many pages.
        self.written: Written = {}

    def whole(self) -> Node:
        """The dossier itself, as a `Dataset`."""
        file = self.dossier.file
        return _clean(
            {
                "@type": "Dataset",
                "@id": canonical(HOME, self.site),
                "url": canonical(HOME, self.site),
                "name": file.title,
                "description": file.description,
                "version": file.version,
                "datePublished": file.date,
                "inLanguage": file.language,
                "creator": [
                    {"@type": "Person" if "," in name else "Organization", "name": name} for name in file.authors
                ],
                "publisher": {"@type": "Organization", "name": file.publisher} if file.publisher else None,
                "distribution": self._distribution(),
            }
        )

    def page(self, title: str, path: str) -> Node:
        """A page that is nobody's statement."""
        address = canonical(path, self.site)
        return _clean(
            {
                "@type": "WebPage",
                "@id": address,
                "url": address,
                "name": title,
                "inLanguage": self.dossier.file.language,
                "isPartOf": self._name(HOME, self._part_of),
            }
        )

    def record(self, record: Record) -> Node:
        """A record: a `Claim`, whatever its kind, or an `Event`; `appearance` are its passages."""
        address = canonical(record_path(record.id), self.site)
        stated = {"author": self._actor(record.actor)} if record.kind != "event" else {"startDate": record.date}
        return _clean(
            {
                "@type": "Event" if record.kind == "event" else "Claim",
                "@id": address,
                "url": address,
                "identifier": record.id,
                "additionalType": record.kind,
                ("name" if record.kind == "event" else "text"): record.statement,
                **stated,
                "about": [self._name(theme_path(theme), partial(self._theme, theme)) for theme in record.themes],
                "isPartOf": self._name(HOME, self._part_of),
                ("subjectOf" if record.kind == "event" else "appearance"): [
                    self.passage(record, number, passage) for number, passage in record.numbered
                ],
            }
        )

    def passage(self, record: Record, number: int, passage: Passage) -> Node:
        """A passage, as a `Quotation` from its article."""
        source = self._sources[passage.source]
        return _clean(
            {
                "@type": "Quotation",
                "@id": canonical(passage_path(record.id, number), self.site),
                "text": passage.text,
                "spokenByCharacter": self._actor(passage.actor) if passage.actor else None,
                "isPartOf": self._name(source_path(source.id), partial(self.source, source)),
            }
        )

    def source(self, source: Source) -> Node:
        """An article, as a `NewsArticle`."""
        return _clean(
            {
                "@type": "NewsArticle",
                "@id": canonical(source_path(source.id), self.site),
                "url": source.address,
                "archivedAt": source.archived,
                "headline": source.title,
                "datePublished": source.published,
                "author": [{"@type": "Person", "name": name} for name in source.authors],
                "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
            }
        )

    def actor(self, given: str) -> Node:
        """Whoever speaks."""
        actor = self._actors[given]
        return _clean({"@type": _ACTOR[actor.kind], "@id": canonical(actor_path(given), self.site), "name": actor.name})

    def _actor(self, given: str) -> Node:
        return self._name(actor_path(given), partial(self.actor, given))

    def _theme(self, given: str) -> Node:
        return _clean(
            {"@type": "DefinedTerm", "@id": canonical(theme_path(given), self.site), "name": self._themes[given]}
        )

    def _name(self, path: str, make: Callable[[], Node]) -> Node:
        if path not in self._named:
            self._named[path] = made = make()
            self.written[id(made)] = {}
        return self._named[path]

    def _part_of(self) -> Node:
        file = self.dossier.file
        return _clean(
            {"@type": "Dataset", "@id": canonical(HOME, self.site), "name": file.title, "version": file.version}
        )

    def _distribution(self) -> Node | None:
        address = canonical("data/dossier.json", self.site)
        return (
            {"@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": address} if address else None
        )


class Graph:
    """The whole dossier as one JSON-LD document, its addresses from the site's where that is known, node by node.

    What several records name says what it is in the first of them, and is only named in the others.
    """

    def __init__(self, dossier: Dossier, site: Site) -> None:
        self._linked, self._base = Linked(dossier, site), site.base
        self._told: dict[str, str] = {}
        for record in dossier.records:
            for path in _named_by(record):
                self._told.setdefault(path, record.id)
        self._first: dict[str, list[str]] = {}
        for path, given in self._told.items():
            self._first.setdefault(given, []).append(path)

    def frame(self) -> Node:
        """The document with the dossier itself, and no record."""
        context = [CONTEXT, {"@base": self._base}] if self._base else CONTEXT
        return {"@context": context, "@graph": [json.loads(_Writer(self._base).node(self._linked.whole()))]}

    def told_by(self, record: Record) -> list[str]:
        """What a record is the first to name, by the paths of their pages."""
        return self._first.get(record.id, [])

    def node(self, record: Record) -> str:
        """A record, in JSON."""
        site = self._linked.site
        known = {canonical(path, site) for path in _named_by(record) if self._told[path] != record.id}
        return _Writer(self._base, told={canonical(HOME, site), *known}).node(self._linked.record(record))


def _named_by(record: Record) -> dict[str, None]:
    """The paths of all that a record names beside the dossier, each once."""
    said = [] if record.kind == "event" else [record.actor]
    said += [passage.actor for passage in record.passages if passage.actor]
    sources = (source_path(passage.source) for passage in record.passages)
    return dict.fromkeys((*map(actor_path, said), *map(theme_path, record.themes), *sources))


def script(node: Node, base: str = "", root: str = "", written: Written | None = None) -> Markup:
    """A node as the text of a `script` element.

    All but the first of its names begin where the page stands, which `root` leads away from to the site's `base`.
    `written` keeps nodes that stand on many pages.
    """
    made = f'{{"@context":{as_json(CONTEXT)},{_Writer(base, root, written).node(node, first=True)[1:]}'
    # `<` alone could end the script element early, or open a comment in it; nothing else is markup there.
    return Markup(made.replace("<", "\\u003c"))


class _Writer:
    """Writes nodes in JSON: what has an `@id` says what it is where it comes first, and is only named later.

    Where there is a `base`, the addresses below it are as that leads to them, or what `root` leads away from to it.
    """

    def __init__(self, base: str, root: str = "", written: Written | None = None, told: Collection[str] = ()) -> None:
        self._base, self._root, self._written = base, root, {} if written is None else written
        self._told = set(told)

    def node(self, node: Node, first: bool = False) -> str:
        """The node; the `first` of a page has its addresses whole."""
        given = node.get("@id")
        if given in self._told:
            return f'{{"@id":{self._led(given)}}}'
        if given:
            self._told.add(given)
        kept = self._written.get(id(node))
        if kept is not None and self._root in kept:
            return kept[self._root]
        parts = []
        for key, value in node.items():
            if isinstance(value, str):
                said = self._led(value) if key in _ADDRESSES and not first else as_json(value)
            else:
                said = f"[{','.join(map(self.node, value))}]" if isinstance(value, list) else self.node(value)
            parts.append(f'"{key}":{said}')
        made = f"{{{','.join(parts)}}}"
        if kept is not None:
            kept[self._root] = made
        return made

    def _led(self, address: str) -> str:
        below = self._base and address.startswith(self._base)
        return as_json(f"{self._root}{address[len(self._base) :]}" or "./" if below else address)


def _clean(node: Node) -> Node:
    return {key: value for key, value in node.items() if value}
