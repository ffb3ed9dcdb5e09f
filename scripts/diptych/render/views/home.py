"""The front page beside the editor's introduction."""

from __future__ import annotations

from dataclasses import dataclass

from diptych.render import addresses, words
from diptych.render.index import Index
from diptych.render.links import Link
from diptych.render.views.source import SourceLine, source_lines
from diptych.render.views.theme import ThemeLine, theme_lines
from diptych.values import Kind, PartyRole

#: So many places of a page are named on one line.
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Leaf:
    """One of the two facing leaves: a party and what there is of it."""

    party: str
    name: str
    facts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A way in: where it leads, what a reader finds there, and places of that page by their names."""

    link: Link
    finds: str
    places: tuple[Link, ...] = ()


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


def _speakers(index: Index, party: PartyRole) -> Link:
    speakers = sum(1 for actor in index.dossier.actors if actor.party == party and index.said_by(actor.id))
    return Link(index.language.text("count.speakers", n=speakers), f"{addresses.ACTORS}#{party}")


def _counted(index: Index, kind: Kind) -> Link:
    return Link(index.language.text(f"count.{kind}", n=len(index.kinds[kind])), addresses.list_path(kind))


def _reporting(index: Index) -> Leaf:
    claims = index.kinds["claim"]
    answered = sum(1 for record in claims if index.answers_to(record.id))
    return Leaf(
        "reporting",
        index.party_name("reporting"),
        (
            Link(words.answered(index.language, len(claims), answered), addresses.list_path("claim")),
            _counted(index, "recommendation"),
            _speakers(index, "reporting"),
        ),
    )


def _responding(index: Index) -> Leaf:
    whole = index.language.text("home.to_report", n=len(index.to_report))
    return Leaf(
        "responding",
        index.party_name("responding"),
        (
            _counted(index, "response"),
            Link(whole, f"{addresses.SIDE_BY_SIDE}#report"),
            _speakers(index, "responding"),
        ),
    )


def _entries(index: Index) -> tuple[Entry, ...]:
    say = index.language.text
    claims = index.kinds["claim"]
    open_ = sum(1 for record in claims if not index.answers_to(record.id))
    unanswered = say("home.unanswered", n=len(claims), open=open_)
    reactions = say("home.reactions", n=len(index.kinds["reaction"]))
    return (
        Entry(Link(say("home.ask.unanswered"), f"{addresses.list_path('claim')}#unanswered"), unanswered),
        Entry(
            Link(say("home.ask.asked"), addresses.list_path("recommendation")),
            say("home.recommendations"),
            _asked(index),
        ),
        Entry(Link(say("home.ask.reports"), f"{addresses.GLANCE}#matrix"), say("home.glance")),
        Entry(
            Link(say("home.ask.differ"), addresses.DISCREPANCIES),
            say("home.discrepancies", n=len(index.dossier.discrepancies)),
        ),
        Entry(Link(say("home.ask.said"), addresses.ACTORS), say("home.speakers")),
        Entry(Link(say("home.ask.others"), addresses.list_path("reaction")), reactions),
        Entry(Link(say("home.ask.when"), addresses.TIMELINE), say("home.timeline")),
        Entry(Link(say("home.ask.even"), addresses.SYMMETRY), say("symmetry.finds")),
        Entry(Link(say("home.ask.reuse"), addresses.DATA), say("home.data")),
    )


def _asked(index: Index) -> tuple[Link, ...]:
    """Those of whom something is asked, each with its place on the page; none where they are too many for a line."""
    asked = tuple(dict.fromkeys(record.addressee for record in index.kinds["recommendation"] if record.addressee))
    if len(asked) > _NAMED:
        return ()
    path, own = addresses.list_path("recommendation"), index.language.own
    return tuple(Link(index.actors[one].name, f"{path}#to-{one}", own) for one in asked)
