"""The frozen versions of a dossier's records, read from content/ as far as a page will show them."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from diptych.dossier import Dossier
from diptych.problems import DossierError, Problem
from diptych.render.dataset.publishing import revision
from diptych.render.frozen_paths import frozen_data, frozen_path
from diptych.render.site import Frozen


def frozen_versions(root: Path, dossier: Dossier, ids: Collection[str] | None = None) -> dict[str, tuple[Frozen, ...]]:
    """The released versions of each record, oldest first; the content of those that differ from something is read.

    They are those of the records with some `ids`, if these are given. Raises `DossierError` where a version that was
    released is not there any more.
    """
    made: dict[str, list[tuple[str, str, str]]] = {}
    for release in dossier.releases:
        for given, one in release.revisions.items():
            if ids is not None and given not in ids:
                continue
            made.setdefault(given, []).append((release.name, release.date, one))
    now = {record.id: revision(record) for record in dossier.records if record.id in made}
    problems: list[Problem] = []
    found = {}
    for given, versions in made.items():
        shown = len(versions) > 1 or now.get(given) != versions[-1][2]
        found[given] = tuple(
            Frozen(name, date, one, _content(root, given, one, shown, problems)) for name, date, one in versions
        )
    if problems:
        raise DossierError(problems)
    return found


def _content(root: Path, given: str, made: str, shown: bool, problems: list[Problem]) -> Mapping[str, Any] | None:
    file = f"content/{frozen_data(given, made)}"
    page = f"content/{frozen_path(given, made)}"
    if not (root / page).is_file():
        problems.append(_lost(page, "this version was released, and it is not there"))
        return None
    try:
        if shown:
            content: Mapping[str, Any] = json.loads((root / file).read_text(encoding="utf-8"))
            return content
        if (root / file).is_file():
            return None
        said = "this version was released, and it is not there"
    except OSError:
        said = "this version was released, and it can't be read"
    except (ValueError, RecursionError):
        said = "this is not the JSON that was released"
    problems.append(_lost(file, said))
    return None


def _lost(file: str, said: str) -> Problem:
    return Problem(file, 0, 0, "version-lost", said, "bring it back from version control")
