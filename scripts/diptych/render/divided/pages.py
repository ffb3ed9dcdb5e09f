"""Every page that may be divided: what stands on it, by what it is divided, and how its parts are shown."""

from __future__ import annotations

from diptych.records import Actor, Source, Theme
from diptych.render import addresses
from diptych.render.divided.items import Step
from diptych.render.divided.sheaf import Sheaf
from diptych.render.divided.weights import LINE, LINK
from diptych.render.views import actor as actors
from diptych.render.views import (
    discrepancies,
    glance,
    recommendations,
    record,
    rows,
    sidebyside,
    source,
    symmetry,
    theme,
    timeline,
)
from diptych.render.views.shared import Desk
from diptych.values import Kind, shortened

#: Where the parts of a list stand whose own folder has the pages of what it lists.
_LISTED = "all/"


class Sheaves:
    """The pages of one dossier that may be divided."""

    def __init__(self, desk: Desk) -> None:
        self.index, self.desk = desk.index, desk
        self.say = desk.language.text

    def side_by_side(self) -> Sheaf:
        """The two columns, by themes."""
        desk, index = self.desk, self.index
        choices = len(index.dossier.sources) + len(index.dossier.actors) + len(index.dossier.themes)
        return Sheaf(
            addresses.SIDE_BY_SIDE,
            "side-by-side.html",
            self.say("nav.side_by_side"),
            lambda: rows.side_by_side_items(desk),
            lambda only, _: sidebyside.side_by_side(desk, only),
            headings=tuple(rows.headings(index).values()),
            burden=LINK * 2 * choices,
            files=lambda: rows.rows_files(desk),
        )

    def sources(self) -> Sheaf:
        """The list of sources, by numbers."""
        return Sheaf(
            addresses.SOURCES,
            "sources.html",
            self.say("nav.sources"),
            lambda: source.source_list_items(self.desk),
            lambda only, _: source.source_lines(self.index, only),
            base=f"{addresses.short(addresses.SOURCES)}{_LISTED}",
        )

    def speakers(self) -> Sheaf:
        """The list of speakers, by parties and letters."""
        return Sheaf(
            addresses.ACTORS,
            "actors.html",
            self.say("nav.speakers"),
            lambda: actors.side_items(self.index),
            lambda only, _: actors.sides(self.index, only),
            base=f"{addresses.short(addresses.ACTORS)}{_LISTED}",
        )

    def recommendations(self) -> Sheaf:
        """What was recommended, by who is asked."""
        path, index, desk = addresses.list_path("recommendation"), self.index, self.desk
        return Sheaf(
            path,
            "recommendations.html",
            self.say("nav.recommendations"),
            lambda: recommendations.recommendation_items(desk),
            lambda only, _: recommendations.recommendations(desk, only),
            base=f"{addresses.short(path)}{_LISTED}",
            headings=tuple(
                Step(f"to-{one.id}", one.name, f"to-{one.id}", index.language.own) for one in index.dossier.actors
            ),
        )

    def discrepancies(self) -> Sheaf:
        """Where sources disagree, by numbers."""
        return Sheaf(
            addresses.DISCREPANCIES,
            "discrepancies.html",
            self.say("nav.discrepancies"),
            lambda: discrepancies.discrepancy_items(self.index),
            lambda only, root: discrepancies.disagreements(self.index, root, only),
        )

    def timeline(self) -> Sheaf:
        """What happened when, by years, months and days."""
        return Sheaf(
            addresses.TIMELINE,
            "timeline.html",
            self.say("nav.timeline"),
            lambda: timeline.timeline_items(self.desk),
            lambda only, _: timeline.timeline(self.desk, only),
        )

    def listed(self, kind: Kind) -> Sheaf:
        """The list of all records of a kind, by numbers."""
        path = addresses.list_path(kind)
        return Sheaf(
            path,
            "records.html",
            self.say(f"kinds.{kind}"),
            lambda: record.record_items(self.desk, kind),
            lambda only, _: record.record_list(self.desk, kind, only),
            base=f"{addresses.short(path)}{_LISTED}",
        )

    def theme(self, of: Theme) -> Sheaf:
        """The page of a theme, by kinds."""
        index, desk = self.index, self.desk

        def about() -> str:
            summary = theme.theme_summary(desk, of)
            return self.say("theme.about", title=of.title, summary=summary, dossier=index.dossier.file.title)

        return Sheaf(
            addresses.theme_path(of.id),
            "theme.html",
            of.title,
            lambda: theme.theme_items(desk, of),
            lambda only, _: theme.theme_page(desk, of, only),
            about=about,
            headings=theme.theme_steps(index),
        )

    def source(self, of: Source) -> Sheaf:
        """The page of a source, by the places of its passages."""
        index, desk = self.index, self.desk

        def about() -> str:
            return self.say(
                "source.about",
                id=of.id,
                name=of.name,
                title=shortened(of.title, 120),
                ledger=source.ledger_of(desk, of),
            )

        return Sheaf(
            addresses.source_path(of.id),
            "source.html",
            self.say("source.name", id=of.id, name=shortened(of.title, 90)),
            lambda: source.source_items(index, of),
            lambda only, root: source.source_page(desk, of, only, root),
            about=about,
            most=lambda: source.source_weight(index, of),
        )

    def actor(self, of: Actor) -> Sheaf:
        """The page of an actor, by kinds of statements."""
        index, desk = self.index, self.desk
        name = shortened(of.name, 90)
        return Sheaf(
            addresses.actor_path(of.id),
            "actor.html",
            self.say("actor.title", name=name, id=of.id),
            lambda: actors.actor_items(desk, of),
            lambda only, _: actors.actor_page(desk, of, only),
            about=lambda: self.say("actor.about", name=name, dossier=index.dossier.file.title, id=of.id),
            headings=actors.actor_steps(index),
            burden=LINE,
        )

    def glance(self) -> Sheaf:
        """The pictures with their tables, each apart where these are long."""
        index = self.index
        return Sheaf(
            addresses.GLANCE,
            "at-a-glance.html",
            self.say("glance.title"),
            lambda: glance.glance_items(self.desk),
            lambda only, root: glance.glance(self.desk, root, only),
            about=lambda: self.say("glance.description", dossier=index.dossier.file.title),
            headings=glance.glance_steps(index),
            crowded=lambda: glance.crowded(index),
        )

    def symmetry(self) -> Sheaf:
        """The measures of each party, whose lists have pages of their own where they are long."""
        index = self.index
        return Sheaf(
            addresses.SYMMETRY,
            "symmetry.html",
            self.say("symmetry.title"),
            lambda: symmetry.symmetry_items(self.desk),
            lambda only, root: symmetry.symmetry(self.desk, root, only),
            about=lambda: self.say("symmetry.description", dossier=index.dossier.file.title),
            headings=symmetry.symmetry_steps(index),
            most=lambda: symmetry.symmetry_weight(index),
        )
