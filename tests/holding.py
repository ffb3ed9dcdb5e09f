"""What the dossier in a folder holds, and what keeps it from being published."""

from __future__ import annotations

from pathlib import Path

from diptych.dossier import Dossier
from diptych.pipeline import publication
from diptych.problems import Problem
from diptych.store import load


def held(root: Path) -> Dossier:
    """The dossier, sound or not."""
    found = load(root).dossier
    assert found is not None
    return found


def publishable(root: Path) -> Dossier:
    """The dossier, which must be sound."""
    return publication.sound(root).dossier


def errors(root: Path) -> list[Problem]:
    """All that is wrong with the dossier, but for what is only warned of."""
    _, problems = publication.checked(root)
    return [one for one in problems if one.severity == "error"]
