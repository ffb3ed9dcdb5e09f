"""What can be found: every record with its passages, every speaker, source, theme and discrepancy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from diptych.records import Discrepancy, Record
from diptych.render.addresses import actor_path, discrepancy_path, passage_anchor, record_path, source_path, theme_path
from diptych.render.index import Index
from diptych.values import LETTERS, PartyRole

#: Every kind of entry, in the order in which they are listed.
KINDS: tuple[str, ...] = (*LETTERS, "actor", "source", "theme", "discrepancy")


class Quote(NamedTuple):
    """A passage of an entry: where it stands on the entry's page (empty for no place of its own), its words, whose."""

    anchor: str
    text: str
    said: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One result: `title` is what it says or is called, `about` who or what belongs to it.

    All of its words find it, and those of `also`, which are not shown.
    """

    kind: str
    id: str
    path: str
    party: PartyRole | None
    title: str
    about: str
    quotes: tuple[Quote, ...] = ()
    themes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    also: str = ""


def entries(index: Index) -> Iterator[Entry]:
    """Every entry, by kind and then in the dossier's order."""
    dossier = index.dossier
    for record in dossier.records:
        yield _record(index, record)
    for actor in dossier.actors:
        part_of = index.actors[actor.affiliation].name if actor.affiliation else ""
        about = ", ".join(part for part in (actor.role, part_of) if part)
        yield Entry(
            "actor", actor.id, actor_path(actor.id), actor.party, actor.name, about, also=" ".join(actor.aliases)
        )
    for source in dossier.sources:
        names = dict.fromkeys(part for part in (source.label, source.publisher, *source.authors) if part)
        about = ", ".join((*names, *([source.published] if source.published else [])))
        path = source_path(source.id)
        yield Entry("source", source.id, path, None, source.title, about, sources=(source.id,))
    for theme in dossier.themes:
        about = ", ".join(theme.terms)
        yield Entry("theme", theme.id, theme_path(theme.id), None, theme.title, about, themes=(theme.id,))
    for discrepancy in dossier.discrepancies:
        yield _discrepancy(index, discrepancy)


def _record(index: Index, record: Record) -> Entry:
    names = [index.actors[record.actor].name]
    names += [index.actors[record.addressee].name] if record.addressee else []
    quotes = []
    for number, passage in record.numbered:
        speaker = [index.actors[passage.actor].name] if passage.actor else []
        said = ", ".join((*speaker, index.sources[passage.source].name))
        quotes.append(Quote(passage_anchor(number), passage.text, said))
    return Entry(
        kind=record.kind,
        id=record.id,
        path=record_path(record.id),
        party=index.party(record),
        title=record.statement,
        about=", ".join(names),
        quotes=tuple(quotes),
        themes=record.themes,
        sources=tuple(dict.fromkeys(passage.source for passage in record.passages)),
        also=" ".join(index.themes[theme].title for theme in record.themes),
    )


def _discrepancy(index: Index, discrepancy: Discrepancy) -> Entry:
    return Entry(
        kind="discrepancy",
        id=discrepancy.id,
        path=discrepancy_path(discrepancy.id),
        party=None,
        title=discrepancy.what,
        about="",
        quotes=tuple(Quote("", one.text, index.sources[one.source].name) for one in discrepancy.passages),
        sources=tuple(dict.fromkeys(one.source for one in discrepancy.passages)),
    )
