"""What each page is made of, as a short key: equal keys mean equal bytes, so that a page need not be made to know it.

A key is a digest of everything that a page reads: the things of the dossier that it shows, as they are stored, and
`ground`, which stands for all that every page reads: the templates, the code, the settings of the site and dossier.yml.
Two pages of one key are never confused, as a key is only ever compared with that of the same page in another build.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from diptych.notes import digest, digest_of
from diptych.records import Actor, Model, Record, Source, Theme
from diptych.render import addresses
from diptych.render.addresses import address_of
from diptych.render.dataset.binding import Keyed
from diptych.render.index import Index
from diptych.render.markdown import ids_in
from diptych.render.site import Site
from diptych.values import LETTERS, REPORT


class Keys:
    """The keys of one dossier's pages."""

    def __init__(self, index: Index, site: Site, ground: str) -> None:
        self.index = index
        self.site = site
        dossier = index.dossier
        checked = site.checked.sentence(site.language)
        frozen = digest_of(sorted(f"{one.name} {one.date}" for one in dossier.releases))
        settings = (site.address, site.repository, site.policy, site.built, site.language.code, checked, frozen)
        self.ground = digest_of((ground, *settings, repr(site.navigation), _digest(dossier.file), *self._general()))
        self._cards: dict[str, str] = {}
        self._rows: dict[str, str] = {}
        self._articles: dict[str, str] = {}
        self._others: dict[str, str] = {}
        self._promised: dict[str, list[str]] = {}
        for released in dossier.permalinks.released:
            self._promised.setdefault(released.address, []).append(repr(sorted(released.anchors.items())))

    def _general(self) -> tuple[str, ...]:
        """What the frame of every page says of the dossier beside its file."""
        index = self.index
        dated = any(source.published for source in index.dossier.sources)
        return (str(bool(index.to_report)), str(dated), repr(index.dossier.parties))

    @cached_property
    def _actors(self) -> dict[str, str]:
        return {actor.id: _digest(actor) for actor in self.index.dossier.actors}

    @cached_property
    def _themes(self) -> dict[str, str]:
        return {theme.id: _digest(theme) for theme in self.index.dossier.themes}

    @cached_property
    def _facts(self) -> dict[str, str]:
        """What is said of each record but the words of its statement and its note."""
        return {record.id: _digest(record, {"statement", "note"}) for record in self.index.dossier.records}

    @cached_property
    def _records(self) -> dict[str, str]:
        """The same with these; neither holds U+0000."""
        facts = self._facts
        return {one.id: digest_of((facts[one.id], one.statement, one.note)) for one in self.index.dossier.records}

    @cached_property
    def _sources(self) -> dict[str, str]:
        """What is said of each source, its sentences left out: pages other than its own do not show these."""
        return {one.id: _digest(one, {"sentences"}) for one in self.index.dossier.sources}

    @cached_property
    def _articles_whole(self) -> dict[str, str]:
        """The same with their sentences."""
        return {one.id: _digest(one) for one in self.index.dossier.sources}

    @cached_property
    def _discrepancies(self) -> dict[str, str]:
        return {
            one.id: digest_of((_digest(one), *(self._sources[quoted.source] for quoted in one.passages)))
            for one in self.index.dossier.discrepancies
        }

    @cached_property
    def whole(self) -> str:
        """Everything: for what shows something of each."""
        dossier = self.index.dossier
        frozen = (repr([(one.release, one.revision) for one in made]) for made in self.site.frozen.values())
        return digest_of(
            (
                self.ground,
                *self._actors.values(),
                *self._themes.values(),
                *self._articles_whole.values(),
                *self._records.values(),
                *self._discrepancies.values(),
                _digest(dossier.permalinks),
                *map(_digest, dossier.releases),
                *frozen,
            )
        )

    @cached_property
    def _searched(self) -> str:
        """How many sources are told of where nothing was found, and which of them are named."""
        return repr(self.index.searched)

    def promised(self, path: str) -> str:
        """What was promised of a page and what has become of promises: only pages that were released read that."""
        found = self._promised.get(address_of(path))
        return digest_of((*found, self._fates)) if found else ""

    @cached_property
    def _fates(self) -> str:
        permalinks = self.index.dossier.permalinks
        return digest_of(map(_digest, (*permalinks.moved, *permalinks.gone)))

    def card(self, record: Record) -> str:
        """What a list shows of a record."""
        if record.id not in self._cards:
            index = self.index
            actors = dict.fromkeys((record.actor, record.addressee, *(one.actor for one in record.passages)))
            self._cards[record.id] = digest_of(
                (
                    self._records[record.id],
                    *(self._actors[one] for one in actors if one),
                    *(self._themes[one] for one in record.themes),
                    *(self._sources[one] for one in dict.fromkeys(one.source for one in record.passages)),
                    *(self._discrepancies[one.id] for one in index.discrepancies(record.id)),
                )
            )
        return self._cards[record.id]

    def row(self, record: Record) -> str:
        """A record and the answers beside it."""
        if record.id not in self._rows:
            self._rows[record.id] = digest_of((self.card(record), *self._replies(record.id)))
        return self._rows[record.id]

    def _replies(self, given: str) -> Iterator[str]:
        return (f"{how} {self.card(other)}" for other, how in self.index.answers_to(given))

    def _thing(self, name: str) -> str:
        """A record with its answers, a source with what is taken from it, or what answers the report or nothing.

        Of what is taken from a source no page shows more by that than how much of it is quoted.
        """
        if name in self.index.records:
            return self.row(self.index.records[name])
        if name not in self._others:
            self._others[name] = self._other(name)
        return self._others[name]

    def _other(self, name: str) -> str:
        if name == REPORT:
            loose = (self.card(one) for one in self.index.kinds["response"] if not one.answers)
            return digest_of((*self._replies(REPORT), *loose))
        taken = (one.passage for one in self.index.places(name))
        return digest_of((self._articles_whole[name], *(f"{one.start} {one.mode} {one.text}" for one in taken)))

    def of_names(self, names: Collection[str]) -> str | None:
        """What pages that show these things may say of others; None where not each of them has a key of its own.

        A page of records says nothing more; one that shows sources, or the report, may name any theme or source.
        """
        known = self.index.records.keys()
        if known >= set(names):
            return ""
        if known | self.index.sources.keys() | {REPORT} >= set(names):
            return digest_of((*self._themes.values(), *self._sources.values()))
        return None

    def record(self, record: Record, path: str) -> str:
        """The page of a record."""
        index = self.index
        siblings, place = index.kinds[record.kind], index.order[record.id]
        answered = (index.records[one.to] for one in record.answers if one.to in index.records)
        sources = dict.fromkeys(passage.source for passage in record.passages)
        frozen = self.site.frozen.get(record.id, ())
        return digest_of(
            (
                self.ground,
                self.row(record),
                *map(self.card, answered),
                *map(self.article, sources),
                siblings[place - 1].id if place else "",
                siblings[place + 1].id if place + 1 < len(siblings) else "",
                self._searched,
                self.named(record.note),
                self.promised(path),
                *(repr((one.release, one.date, one.revision, one.content is None)) for one in frozen),
            )
        )

    def article(self, given: str) -> str:
        """Where passages stand in an article, and its copies."""
        if given not in self._articles:
            index, source = self.index, self.index.sources[given]
            places = (f"{one.passage.start}-{one.passage.end}" for one in index.places(given))
            sentences = repr([(one.start, one.use) for one in source.sentences])
            copies = (self._sources[one.id] for one in index.copies(given))
            self._articles[given] = digest_of((sentences, *places, *copies))
        return self._articles[given]

    def named(self, note: str) -> str:
        """Which of the IDs in a note lead somewhere."""
        known = self.index.addresses("../../") if note else {}
        return " ".join(found[0] for found in ids_in(note) if found[0] in known)

    def source(self, source: Source, path: str) -> str:
        """The page of a source."""
        index = self.index
        siblings, place = index.dossier.sources, index.order[source.id]
        near = siblings[max(0, place - 1) : place + 2]
        return digest_of(
            (
                self.ground,
                self._articles_whole[source.id],
                self._sources[source.copy_of] if source.copy_of else "",
                *(self.card(one.record) for one in index.places(source.id)),
                *(f"{one.record.id} {one.number}" for one in index.places(source.id)),
                *(self._sources[one.id] for one in (*near, *index.copies(source.id))),
                self.named(source.note),
                self.promised(path),
            )
        )

    def theme(self, theme: Theme, path: str) -> str:
        """The page of a theme."""
        rows = (f"{kind} {self.row(one)}" for kind in LETTERS for one in self.index.under(theme.id, kind))
        return digest_of((self.ground, self._themes[theme.id], *rows, self._searched, self.promised(path)))

    def actor(self, actor: Actor, path: str) -> str:
        """The page of an actor."""
        index = self.index
        around = [one for one in index.dossier.actors if one.affiliation == actor.id or one.id == actor.affiliation]
        return digest_of(
            (
                self.ground,
                self._actors[actor.id],
                *(self._actors[one.id] for one in around),
                *map(self.card, index.made_by(actor.id)),
                *map(self.card, index.asked_of(actor.id)),
                *(f"{self.card(one.record)} {one.number}" for one in index.said_by(actor.id)),
                self.promised(path),
            )
        )

    def dataset(self) -> Keyed:
        """What the dataset tells of each record, and of the sentences of each source."""
        dossier, places = self.index.dossier, self.index.places
        return Keyed(
            [digest_of((self.ground, self.card(record))) for record in dossier.records],
            [
                digest_of(
                    (
                        self.ground,
                        self._articles_whole[one.id],
                        *(f"{at.record.id} {at.passage.start} {at.passage.end}" for at in places(one.id)),
                    )
                )
                for one in dossier.sources
            ],
            [self.ground],
        )

    def listed(self, names: Iterable[str], path: str) -> str:
        """A list of records with their answers, or of other things that have keys."""
        return digest_of((self.ground, *map(self._thing, names), self._searched, self.promised(path)))

    @cached_property
    def counted(self) -> str:
        """Everything but the words of statements and notes: for what only counts the records, and links to them."""
        facts = (self._facts, self._actors, self._themes, self._articles_whole, self._discrepancies)
        return digest_of((self.ground, *(one for some in facts for one in some.values())))

    @cached_property
    def dated(self) -> str:
        """What happened when: dated records and events, and what was published when."""
        dossier = self.index.dossier
        names = [record.id for record in dossier.records if record.date or record.kind == "event"]
        names += [source.id for source in dossier.sources if source.published]
        return self.listed(names, addresses.TIMELINE)

    @cached_property
    def asked(self) -> str:
        """What was recommended, and everybody who may be asked."""
        names = (record.id for record in self.index.kinds["recommendation"])
        return digest_of((self.listed(names, addresses.list_path("recommendation")), *self._actors.values()))

    def viewed(self, shown: str, path: str) -> str:
        """A page of whose view everything is told in `shown`, but for what is said of its sources."""
        return digest_of((self.ground, shown, *self._sources.values(), self.promised(path)))


def _digest(model: Model, without: set[str] | None = None) -> str:
    return digest(model.__pydantic_serializer__.to_json(model, exclude=without))
