"""The models of what only grows: every address ever released, what was rejected, every release."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from diptych.records import Model, Quoted
from diptych.values import Date, DiscrepancyKind, ItemId, Kind, RecordId, ReleaseName, Revision


class Released(Model):
    """A page that a release made citable, by its address from the site's root, and the places on it.

    `anchors` gives for each place the passage that stands there, as `S1:120-260:9f8e7d6c`, or nothing where it is none.
    """

    address: str = Field(min_length=1)
    anchors: dict[str, str] = Field(default_factory=dict)


class Moved(Model):
    """Where a released page, or a place on one (`claims/C4/#p2`), is found now."""

    was: str = Field(min_length=1)
    now: str = Field(min_length=1)


class Gone(Model):
    """A released page or place that was taken away, and why."""

    was: str = Field(min_length=1)
    why: str = Field(min_length=1)


class PermalinksFile(Model):
    """content/permalinks.yml, append-only: every ID ever given, in order, and every address ever released."""

    given: tuple[str, ...] = ()
    released: tuple[Released, ...] = ()
    moved: tuple[Moved, ...] = ()
    gone: tuple[Gone, ...] = ()

    @property
    def promised(self) -> dict[str, dict[str, str]]:
        """All places that were released on each page, which may stand in several entries."""
        found: dict[str, dict[str, str]] = {}
        for one in self.released:
            found.setdefault(one.address, {}).update(one.anchors)
        return found


class Rejected(Quoted):
    """A passage that a person has said is no statement of that kind, or no such discrepancy; `id` is what it was in.

    Where other records of the kind hold the passage, it is not theirs that is rejected.
    """

    id: ItemId
    kind: Literal[Kind, DiscrepancyKind]
    because: str = ""


class RejectedFile(Model):
    """content/rejected.yml: what is never proposed again, append-only."""

    rejected: tuple[Rejected, ...] = ()


class Release(Model):
    """What a release froze: the revision of each record that was new or other than in the release before.

    `pages` are the SHA-256 of the frozen pages that it made, in as many hexadecimal digits as a revision has; `former`
    are the addresses that moved or were taken away since the release before.
    """

    name: ReleaseName
    date: Date
    revisions: dict[RecordId, Revision] = Field(default_factory=dict)
    pages: dict[RecordId, Revision] = Field(default_factory=dict)
    former: tuple[str, ...] = ()


class ReleasesFile(Model):
    """content/releases.yml: every release, in order, append-only."""

    releases: tuple[Release, ...] = ()
