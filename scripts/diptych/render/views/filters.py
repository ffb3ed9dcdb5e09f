"""What the rows of the two columns are filtered by, and the choices of each filter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from markupsafe import Markup

from diptych.records import Record
from diptych.render.index import Index
from diptych.render.links import UNMARKED, actor_link, source_link, theme_link
from diptych.values import PARTIES, How

#: Stands for no theme; no theme has such an ID.
NO_THEME = "-"


@dataclass(frozen=True, slots=True)
class Facets:
    """What a row is found by.

    `said` pairs every source with the actors who speak there, and with whose statement it is, over the row's own
    passages and those of its answers; `hows` are the ways in which it is answered.
    """

    kind: str
    themes: tuple[str, ...]
    said: tuple[tuple[str, str], ...]
    hows: tuple[How, ...]

    @property
    def attributes(self) -> Markup:
        """The same as attributes of the row's element."""
        said = " ".join(f"{source}:{actor}" for source, actor in self.said)
        return Markup(' data-kind="{}" data-theme="{}" data-said="{}" data-how="{}"').format(
            self.kind, " ".join(self.themes), said, " ".join(self.hows)
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter; `marked` says that its words are in another language than the interface."""

    value: str
    text: str
    marked: Markup = UNMARKED


@dataclass(frozen=True, slots=True)
class Choices:
    """Values under one name; that of a filter's only group is empty."""

    name: str
    marked: Markup
    values: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter: `name` is what the address calls it."""

    name: str
    groups: tuple[Choices, ...]


def facets(kind: str, record: Record, replies: Sequence[tuple[Record, How]] = (), hows: Sequence[How] = ()) -> Facets:
    """What a record is found by: its own themes, whoever speaks in it or its answers, and how it is answered.

    `hows` are for a record that is itself an answer to the report.
    """
    shown = [record, *(reply for reply, _ in replies)]
    said = dict.fromkeys(
        (passage.source, actor)
        for one in shown
        for passage in one.passages
        for actor in (passage.actor, one.actor)
        if actor
    )
    ways = dict.fromkeys([*hows, *(how for _, how in replies)])
    return Facets(kind, record.themes or (NO_THEME,), tuple(said), tuple(ways))


def filters(index: Index, rows: Iterable[Facets]) -> tuple[Filter, ...]:
    """The filters of a page with these rows, each with the values that some row has, in the dossier's order."""
    shown, say = tuple(rows), index.language.text
    themes = {theme for row in shown for theme in row.themes}
    sources = {source for row in shown for source, _ in row.said}
    hows = {how for row in shown for how in row.hows}
    by_theme = [
        Choice(theme.id, link.text, link.marked)
        for theme in index.dossier.themes
        if theme.id in themes and (link := theme_link(theme, index.language))
    ]
    if NO_THEME in themes:
        by_theme.append(Choice(NO_THEME, say("side_by_side.no_theme")))
    by_source = [
        Choice(source.id, link.text, link.marked)
        for source in index.dossier.sources
        if source.id in sources and (link := source_link(source, index.language))
    ]
    kinds: tuple[How, ...] = get_args(How)
    return (
        Filter("theme", _alone(by_theme)),
        Filter("source", _alone(by_source)),
        Filter("speaker", _speakers(index, {actor for row in shown for _, actor in row.said})),
        Filter("how", _alone([Choice(how, say(f"how.{how}")) for how in kinds if how in hows])),
        Filter("answered", _alone([Choice(value, say(f"filter.answered.{value}")) for value in ("yes", "no")])),
    )


def _alone(values: list[Choice]) -> tuple[Choices, ...]:
    return (Choices("", UNMARKED, tuple(values)),)


def _speakers(index: Index, heard: set[str]) -> tuple[Choices, ...]:
    """Those who are heard, by their sides."""
    found = []
    for side in PARTIES:
        people = [actor for actor in index.dossier.actors if actor.party == side and actor.id in heard]
        own = index.language.own if side != "third" else UNMARKED
        values = tuple(Choice(actor.id, actor.name, actor_link(actor, index.language).marked) for actor in people)
        if values:
            found.append(Choices(index.party_name(side), own, values))
    return tuple(found)
