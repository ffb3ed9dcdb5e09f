"""Whether a copy of a whole site keeps what its releases promised: the frozen pages, and an answer at every address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from diptych.history import Release
from diptych.problems import Problem
from diptych.records import Model
from diptych.render.addresses import normal
from diptych.render.dataset import revision_of
from diptych.render.dataset.published import PublishedRecord
from diptych.render.former import ids
from diptych.render.frozen_paths import frozen_data, frozen_path, short_digest

#: What to do about a copy that is not what was published.
_AGAIN = "take a fresh copy of the site; where the change was meant, publish it again"


class Promised(Model):
    """data/releases.json: the releases, and for each address the places that were promised on its page."""

    releases: tuple[Release, ...]
    addresses: dict[str, tuple[str, ...]]


def problem(file: str, code: str, message: str, hint: str = _AGAIN) -> Problem:
    """What is wrong with a file of a copy."""
    return Problem(file, 0, 0, code, message, hint)


def broken_promises(site: Path, file: Path) -> Iterator[Problem]:
    """What a copy of a site lacks of what `file`, its list of releases, says was released."""
    try:
        promised = TypeAdapter(Promised).validate_json(file.read_bytes())
    except (ValidationError, ValueError):
        yield problem(file.name, "releases-unreadable", "this is no list of releases")
        return
    for release in promised.releases:
        for given, revision in release.revisions.items():
            yield from _version(site, given, revision, release.pages.get(given, ""))
    for address, anchors in promised.addresses.items():
        yield from _answers(site, address, anchors)


def _version(site: Path, given: str, revision: str, noted: str) -> Iterator[Problem]:
    page, data = frozen_path(given, revision), frozen_data(given, revision)
    if not (site / page).is_file():
        yield problem(page, "version-lost", "this version was released, and it is not here")
    elif noted and short_digest((site / page).read_bytes()) != noted:
        yield problem(page, "version-changed", "its bytes are not those that were released")
    if not (site / data).is_file():
        yield problem(data, "version-lost", "this version was released, and it is not here")
        return
    try:
        content: Any = json.loads((site / data).read_bytes())
        made = revision_of(PublishedRecord.model_validate(content))
    except (ValidationError, ValueError, RecursionError):
        made = ""
    if made != revision:
        yield problem(data, "version-changed", f"it is not what its revision {revision} stands for")


def _answers(site: Path, address: str, anchors: tuple[str, ...]) -> Iterator[Problem]:
    path = site / normal(address)
    if not path.is_file() or not path.resolve().is_relative_to(site.resolve()):
        yield problem(normal(address), "address-lost", "this address was released, and nothing answers there")
        return
    held = ids(path.read_text(encoding="utf-8", errors="replace")) if anchors else set()
    for anchor in anchors:
        if anchor not in held:
            said = f"the place #{anchor} was released, and it is not on this page"
            yield problem(normal(address), "address-lost", said)
