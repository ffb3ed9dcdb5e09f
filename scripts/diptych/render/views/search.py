"""The search page: what its filters offer, and which state of the index it asks."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.render import addresses
from diptych.render.index import Index
from diptych.render.links import Link
from diptych.render.search import KINDS
from diptych.values import LETTERS, PARTIES


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a filter: what stands in the address, what a reader sees, and its digit in the catalogue, if any."""

    value: str
    text: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter by its name in the address; `label` and `every` (its first line) are keys of messages."""

    name: str
    label: str
    every: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The form of the search; `version` tells a state of the index from others, `language` is that of what is found.

    `ways` lead to the same without a script: for each filter but that by party, its label and the pages it stands for.
    """

    filters: tuple[Filter, ...]
    ways: tuple[tuple[str, tuple[Link, ...]], ...]
    version: str
    language: str


def search_page(index: Index, version: str) -> SearchPage:
    """The filters by kind, party, theme and source; a dossier without themes has no filter by theme."""
    dossier, speak = index.dossier, index.language.text
    choices = {
        "kind": tuple(Choice(kind, speak(_key(kind)), str(place)) for place, kind in enumerate(KINDS)),
        "party": tuple(Choice(party, index.party_name(party), str(place)) for place, party in enumerate(PARTIES)),
        "theme": tuple(Choice(theme.id, theme.title) for theme in dossier.themes),
        "source": tuple(Choice(source.id, f"{source.id} {source.name}") for source in dossier.sources),
    }
    return SearchPage(
        filters=tuple(Filter(name, f"search.by.{name}", f"search.every.{name}", choices[name]) for name in choices),
        ways=(
            ("search.by.kind", _lists(index)),
            ("search.by.theme", _themes(index)),
            ("search.by.source", _articles(index)),
        ),
        version=version,
        language=dossier.file.language,
    )


def _lists(index: Index) -> tuple[Link, ...]:
    speak = index.language.text
    records = [Link(speak(f"kinds.{kind}"), addresses.list_path(kind)) for kind in LETTERS]
    others = (
        ("nav.speakers", addresses.ACTORS),
        ("nav.sources", addresses.SOURCES),
        ("nav.themes", addresses.THEMES),
        ("nav.discrepancies", addresses.DISCREPANCIES),
    )
    return (*records, *(Link(speak(key), path) for key, path in others))


def _themes(index: Index) -> tuple[Link, ...]:
    return tuple(Link(theme.title, addresses.theme_path(theme.id)) for theme in index.dossier.themes)


def _articles(index: Index) -> tuple[Link, ...]:
    return tuple(Link(f"{one.id} {one.name}", addresses.source_path(one.id)) for one in index.dossier.sources)


def _key(kind: str) -> str:
    """The message that names one of a kind."""
    return f"kind.{kind}" if kind in LETTERS else f"search.kind.{kind}"
