"""A chain of copies ends at an original."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.check.context import Context
from diptych.check.cycles import cycles
from diptych.problems import Problem

CODE = "copy-cycle"


def check(context: Context) -> Iterator[Problem]:
    """Yields every circle of copies once."""
    for ring in cycles({source.id: source.copy_of for source in context.dossier.sources if source.copy_of}):
        said = "copies go in a circle: " + " → ".join((*ring, ring[0]))
        yield context.problem(CODE, ring[0], ("copy_of",), said, "one of them is the original: leave its copy_of out")
