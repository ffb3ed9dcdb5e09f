"""The front page beside the editor's introduction."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.render import addresses, words
from diptych.render.index import Index
from diptych.render.links import Link
from diptych.render.views.source import SourceLine, source_lines
from diptych.render.views.theme import ThemeLine, theme_lines


@dataclass(frozen=True, slots=True)
class Leaf:
    """One of the two facing leaves: a party and what there is of it."""

    party: str
    name: str
    facts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A way in: where it leads and what a reader finds there."""

    link: Link
    finds: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page."""

    subtitle: str
    leaves: tuple[Leaf, Leaf]
    themes: tuple[ThemeLine, ...]
    entries: tuple[Entry, ...]
    sources: tuple[SourceLine, ...]


def home_view(index: Index) -> HomeView:
    """Counts, themes, ways in and sources."""
    return HomeView(
        subtitle=index.dossier.file.subtitle,
        leaves=(_reporting(index), _responding(index)),
        themes=theme_lines(index),
        entries=_entries(index),
        sources=source_lines(index),
    )


def _count(index: Index, party: str) -> str:
    speakers = sum(1 for actor in index.dossier.actors if actor.party == party and index.said_by(actor.id))
    return words.counted(speakers, "speaker")


def _reporting(index: Index) -> Leaf:
    claims = index.kinds["claim"]
    answered = sum(1 for record in claims if index.answers_to(record.id))
    return Leaf(
        "reporting",
        index.party_name("reporting"),
        (
            Link(words.answered(len(claims), answered), addresses.list_path("claim")),
            Link(
                words.counted(len(index.kinds["recommendation"]), "recommendation"),
                addresses.list_path("recommendation"),
            ),
            Link(_count(index, "reporting"), f"{addresses.ACTORS}#reporting"),
        ),
    )


def _responding(index: Index) -> Leaf:
    responses = index.kinds["response"]
    return Leaf(
        "responding",
        index.party_name("responding"),
        (
            Link(words.counted(len(responses), "response"), addresses.list_path("response")),
            Link(f"{len(index.to_report)} to the report as a whole", f"{addresses.SIDE_BY_SIDE}#report"),
            Link(_count(index, "responding"), f"{addresses.ACTORS}#responding"),
        ),
    )


def _entries(index: Index) -> tuple[Entry, ...]:
    reactions = words.counted(len(index.kinds["reaction"]), "statement")
    return (
        Entry(Link("Recommendations", addresses.list_path("recommendation")), "What the report asks, by who is asked"),
        Entry(Link("Reactions", addresses.list_path("reaction")), f"{reactions} by third parties"),
        Entry(Link("Speakers", addresses.ACTORS), "Who said what, in which article"),
        Entry(Link("Discrepancies", addresses.DISCREPANCIES), "Where the articles differ on words or figures"),
        Entry(Link("Timeline", addresses.TIMELINE), "Events and articles by date"),
        Entry(Link("Data", addresses.DATA), "The dossier as files, free to check and reuse"),
    )
